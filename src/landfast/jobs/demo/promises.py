"""Agreements and what became of them: kept, partly, not kept, talked about, replaced."""

from datetime import timedelta

from landfast.access.actor import Actor
from landfast.jobs.demo.life import Life
from landfast.jobs.demo.words import bank
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import today
from landfast.kernel.ids import AgreementId
from landfast.plan.actions import (
    accept_agreement,
    decline_agreement,
    note_talk,
    propose_agreement,
    report_agreement,
    start_agreement,
)
from landfast.plan.rules.answering import Report
from landfast.plan.rules.promise import Terms

STANDS_OPEN = 12
"""Days in which a broken promise may still wait for a talk; older ones were renewed."""


def terms(life: Life, maker: Actor, *, due_in: int, text: str = "") -> Terms:
    """A complete promise in the maker's field: what, for which wish, by when, who follows up."""
    role = life.team.get(maker, "coordinator")
    known = role if role in bank()["agreements"] else "coordinator"
    need, words = life.words.say_of({area for area, _ in life.wishes}, "agreements", known)
    due = add_business_days(life.today, due_in)
    wish = next((made for area, made in life.wishes if area == need), None)
    return Terms(
        text=text or words, wish_id=wish,
        practical_problem="" if wish else life.words.say("problems", need),
        starts_on=life.today, due_on=due, follow_up_by=life.coordinator.person_id,
        follow_up_on=add_business_days(due, 2),
        follow_up_how=life.dice.choice(["Telefon", "På næste møde", "Sms", "Kaffe hos borgeren"]),
    )  # fmt: skip


def promise(life: Life, maker: Actor, *, due_in: int, accepted: bool = True) -> None:
    """Proposed by the coordinator; it counts when its maker has said yes."""
    made = life.in_course(
        life.coordinator, propose_agreement, terms=terms(life, maker, due_in=due_in),
        maker=maker.person_id,
    )  # fmt: skip
    if accepted and maker != life.coordinator:
        life.do(maker, accept_agreement, agreement_id=made)
    if accepted:
        life.promises.append((made, maker, add_business_days(life.today, due_in)))


def settle(life: Life, *, until: int) -> None:
    """Tell how it went with all that was due before that many days ago."""
    limit = today() - timedelta(days=until)
    while due := [row for row in life.promises if row[2] < limit]:
        row = min(due, key=lambda row: row[2])
        life.promises.remove(row)
        made, maker, when = row
        life.on(max((today() - when).days - life.dice.randint(0, 2), 0), 11)
        _tell(life, made, maker, is_old=(today() - when).days > STANDS_OPEN)


def _tell(life: Life, made: AgreementId, maker: Actor, *, is_old: bool) -> None:
    fate = life.dice.randrange(100)
    if fate < 12:
        life.do(maker, start_agreement, agreement_id=made)
    if fate < 70:
        life.do(maker, report_agreement, agreement_id=made, report=Report.KEPT)
        return
    because = life.words.say("not_kept")
    report = Report.PARTLY if fate < 85 else Report.NOT_KEPT
    life.do(maker, report_agreement, agreement_id=made, report=report, because=because)
    if is_old or life.words.chance(60):
        talk_and_renew(life, made, maker, renew=is_old or life.words.chance(60))


def talk_and_renew(life: Life, made: AgreementId, maker: Actor, *, renew: bool) -> None:
    """A talk with the maker, with the citizen's yes, and often a new agreement instead (A7)."""
    life.do(
        life.coordinator, note_talk, agreement_id=made, said=life.words.say("talks"),
        citizen_said_yes=True,
    )  # fmt: skip
    if renew:
        wanted = terms(life, maker, due_in=8)
        again = life.in_course(
            life.coordinator, propose_agreement, terms=wanted, maker=maker.person_id, replaces=made
        )
        if maker != life.coordinator:
            life.do(maker, accept_agreement, agreement_id=again)
        life.promises.append((again, maker, add_business_days(life.today, 8)))


def unanswered(life: Life, maker: Actor) -> None:
    """A proposal that waits for its maker."""
    promise(life, maker, due_in=12, accepted=False)


def refused(life: Life, maker: Actor) -> None:
    """A maker who says no, with a reason that the others can use."""
    made = life.in_course(
        life.coordinator, propose_agreement, terms=terms(life, maker, due_in=9),
        maker=maker.person_id,
    )  # fmt: skip
    life.do(maker, decline_agreement, agreement_id=made, reason=life.words.say("declines"))
