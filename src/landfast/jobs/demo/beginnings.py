"""How a course comes to be: a referral, the criteria, two pairs of eyes, the first days."""

from landfast.access.actor import Actor
from landfast.consent.rules import How
from landfast.course.actions import assessing, decision, profile, referral
from landfast.course.actions.telling import note_told
from landfast.course.queries.courses import course_frame
from landfast.course.rules.intake import APPEAL, Answered, Proposal
from landfast.course.rules.referral import Whom
from landfast.course.rules.words import Answer, Outcome, Says, ToldHow, Urgency
from landfast.jobs.demo.life import Life
from landfast.jobs.demo.words import bank
from landfast.jobs.stage import on_stage
from landfast.journeys.decide_intake import confirm_decision
from landfast.journeys.replay_case.naming import Invented, invented_name
from landfast.journeys.start_course import start_course
from landfast.journeys.take_referral import take_referral
from landfast.kernel.business_days import add_business_days
from landfast.kernel.ids import ReferralId
from landfast.network import actions as network
from landfast.network.rules import Closeness, Sphere, Tie
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from landfast.plan.actions import add_step, add_wish, set_standing
from landfast.plan.rules import Standing
from landfast.programmes import queries as programmes
from landfast.programmes.rules import NeedArea, need_roles

USUAL_URGENCY = (Urgency.TODAY, Urgency.THIS_WEEK, Urgency.THIS_WEEK, Urgency.CAN_WAIT)
REFERRERS = (
    "home_support", "case_worker", "gp", "psych_outpatient", "substance_counsellor", "probation",
    "ward_staff", "social_nurse", "jobcenter_worker",
)  # fmt: skip


def refer(
    life: Life,
    who: Invented,
    *,
    says: Says = Says.YES,
    urgency: Urgency = Urgency.THIS_WEEK,
    by: Actor | None = None,
) -> ReferralId:
    """An employee somewhere tells what they see."""
    by = by or life.dice.choice(life.town.by_role[life.dice.choice(REFERRERS)])
    life.name = who.name
    need = life.needs[0]
    receipt = life.do(
        by, referral.refer, unit_id=life.town.team, whom=Whom(who.name, who.phone, who.cpr),
        seen=bank()["seen"][need], needs=list(life.needs), says=says, urgency=urgency,
        says_words=life.words.say("says_words") if says is Says.YES else "",
        who_asks=by.person_id if says is Says.NOT_ASKED else None,
    )  # fmt: skip
    return receipt.id


def take(life: Life, who: Invented, coordinator: Actor, *, days_ago: int) -> None:
    """Referred, and two or three days later taken by a coordinator: under assessment."""
    life.begins(days_ago)
    asked = refer(life, who, urgency=life.dice.choice(USUAL_URGENCY))
    life.on(days_ago - life.dice.randint(1, 3))
    life.course = life.do(coordinator, take_referral, referral_id=asked).course_id
    life.citizen = citizen_of(life, coordinator)


def citizen_of(life: Life, reader: Actor) -> Actor:
    """The citizen as one who acts, with a login for the demonstration."""
    with on_stage(reader, life.moment):
        frame = course_frame(life.course)
    citizen = Actor(frame.citizen_person, PersonKind.CITIZEN, frame.citizen)
    with on_stage(citizen, life.moment):
        name = f"borger-{life.course.hex[-12:]}"
        people.open_account(person_id=citizen.person_id, username=name, password=None)
    return citizen


def assess(life: Life, by: Actor, *, yes: int = 80) -> None:
    """Each criterion is answered by a person, with a reason."""
    answers = [
        Answered(row.id, Answer.YES, life.words.say("assess_yes"))
        if life.words.chance(yes)
        else Answered(row.id, Answer.UNCLEAR, life.words.say("assess_unclear"))
        for row in programmes.criteria(programmes.by_code().id)
    ]
    life.in_course(by, assessing.assess, answers=answers)


def decide(life: Life, by: Actor, proposal: Proposal, *, days_ago: int) -> None:
    """Proposed by one, confirmed by the daily lead a day or two later."""
    proposed = life.in_course(by, decision.propose, proposal=proposal)
    life.on(days_ago)
    life.in_course(life.town.staff["lone"], confirm_decision, decision_id=proposed)
    life.in_course(life.town.staff["lone"], note_told, how=ToldHow.PHONE)


def offered() -> Proposal:
    """A yes."""
    return Proposal(Outcome.OFFERED, bank()["offered"])


def waiting(life: Life, by: Actor) -> Proposal:
    """The waiting list: when, and who calls meanwhile."""
    expected = add_business_days(life.today, life.dice.randint(25, 50))
    return Proposal(
        Outcome.WAITING, bank()["waiting"], expected_on=expected, calls_meanwhile=by.person_id
    )


def declined() -> Proposal:
    """A no, with what instead and how to have it looked at again."""
    return Proposal(Outcome.DECLINED, bank()["declined"], instead=bank()["instead"], appeal=APPEAL)


def start(life: Life, coordinator: Actor, second: Actor, *, days_ago: int) -> None:
    """One coordinator, and a named second from the first day."""
    life.on(days_ago)
    life.coordinator, life.second = coordinator, second
    life.in_course(
        life.town.staff["lone"], start_course, said_yes=True, person_id=coordinator.person_id,
        reason=life.words.say("reasons"), second=second.person_id,
    )  # fmt: skip


def first_days(life: Life, *, wishes: int = 3, team: int = 3) -> None:
    """Wishes in her own words, who stands around her, and who she lets read along."""
    own = life.words.chance(50)
    writer = life.citizen if own else life.coordinator
    life.in_course(
        writer, profile.write_profile, statement=life.words.say("statements"),
        strengths=life.words.say("strengths"), largest_meeting=life.dice.choice([4, 5, 6, None]),
    )  # fmt: skip
    if life.words.chance(70):
        life.in_course(life.citizen, profile.say_energy, energy=life.dice.randint(1, 4))
    for number in range(wishes):
        wish(life, life.needs[number % len(life.needs)], goal=number == 0)
    relate(life, 2)
    gather(life, team)
    if life.words.chance(60):
        life.in_course(writer, add_step, text=life.words.say("steps"))


def wish(life: Life, need: str, *, goal: bool = False) -> None:
    """A wish; the first one she makes her goal."""
    words = life.words.say("wishes", need)
    made = life.in_course(life.citizen, add_wish, area=NeedArea(need), words=words)
    if goal:
        life.do(life.citizen, set_standing, wish_id=made, standing=Standing.GOAL)
    life.wishes.append((need, made))


def relate(life: Life, count: int) -> None:
    """Family, friends, a dog."""
    for _ in range(count):
        is_to_me, sphere, closeness, tie, *own_name = life.words.say("relations")
        invented = invented_name(life.dice).split()[0]
        named = network.Named(
            name=own_name[0] if own_name else invented, is_to_me=is_to_me, sphere=Sphere(sphere),
            closeness=Closeness(closeness), tie=Tie(tie),
        )  # fmt: skip
        life.relations.append(life.in_course(life.citizen, network.add_relation, named=named))


def gather(life: Life, count: int) -> None:
    """The team, one by one, on the citizen's word."""
    wanted = [role for need in life.needs for role in sorted(need_roles()[NeedArea(need)].any_of)]
    there = set(life.team.values())
    roles = [role for role in dict.fromkeys(wanted) if role in life.town.by_role]
    roles = [role for role in roles if role not in there and role in bank()["helps"]]
    for role in life.dice.sample(roles, min(count, len(roles))):
        bring_in(life, life.dice.choice(life.town.by_role[role]), role)


def bring_in(life: Life, who: Actor, role: str) -> None:
    """She says yes to one more: herself, or aloud to the coordinator."""
    own = life.words.chance(50)
    life.in_course(
        life.citizen if own else life.coordinator, network.add_member, person_id=who.person_id,
        role=role, helps_with=bank()["helps"][role], how=How.SELF if own else How.ORALLY,
        call_when=life.dice.choice(["", "Hverdage mellem 9 og 12", "Send helst en sms først"]),
    )  # fmt: skip
    life.team[who] = role
