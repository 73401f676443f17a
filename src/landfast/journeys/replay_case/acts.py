"""What an event does in Landfast, field by field. A guard that says no is told, never passed."""

from collections.abc import Callable
from functools import partial

from landfast.consent import actions as consent
from landfast.consent.rules import How as Said
from landfast.course.actions import profile
from landfast.journeys.replay_case.cast import IS_TO_ME, PRIVATE, is_professional
from landfast.journeys.replay_case.phases import hand_over, move
from landfast.journeys.replay_case.report import How
from landfast.journeys.replay_case.stage import Play
from landfast.journeys.replay_case.table import hold_meeting
from landfast.network import actions as network
from landfast.network.rules import Closeness
from landfast.people.rules import role_name
from landfast.plan.actions import add_step, add_wish, note_agreement
from landfast.plan.rules import MandateState
from landfast.programmes.rules import NeedArea
from landfast.redthread.casefile import CaseAgreement, CaseConsent, CaseEvent
from landfast.redthread.casefile.shape import ConsentStatus

Act = Callable[[Play, CaseEvent], None]


def agreements(play: Play, event: CaseEvent) -> None:
    """Professionals' agreements are noted, never accepted; others' are own steps (domain 0.3)."""
    for told in event.agreements:
        if told.id in play.noted:
            play.report.add(
                event.line, event.id, "agreements", How.OBSERVED,
                f"{told.id}: ny status er gemt; den noterede aftale ændres ikke",
            )  # fmt: skip
        elif told.owner_role == "citizen" or told.owner_role in PRIVATE:
            _own_step(play, event, told)
        else:
            _noted(play, event, told)


def _own_step(play: Play, event: CaseEvent, told: CaseAgreement) -> None:
    relation = relation_of(play, told.owner_role) if told.owner_role in PRIVATE else None
    step = partial(
        play.do, play.holder, add_step, course_id=play.course, text=told.text or told.id,
        relation_id=relation,
    )  # fmt: skip
    if play.attempt(event, "agreements", f"{told.id}: skrevet som eget skridt uden frist", step):
        play.noted.add(told.id)


def _noted(play: Play, event: CaseEvent, told: CaseAgreement) -> None:
    note = partial(
        play.do, play.holder, note_agreement, course_id=play.course, text=told.text or told.id,
        maker_role=told.owner_role or "", due_on=told.due, needs=list(told.needs),
        starts_on=None, follow_up_how=told.followup[:200], reference=f"{play.case.id}:{told.id}",
        decided_by=role_name(told.decision_by) if told.decision_by else "",
        mandate=MandateState.APPLICATION if told.decision_by else MandateState.CLEAR,
    )  # fmt: skip
    if play.attempt(event, "agreements", f"{told.id}: noteret, ikke accepteret", note):
        play.noted.add(told.id)


def consents(play: Play, event: CaseEvent) -> None:
    """The citizen's yes, no and taking back, as she said it aloud (F1)."""
    for said in event.consents:
        say(play, event, said, "consents")


def say(play: Play, event: CaseEvent, said: CaseConsent, field: str) -> None:
    """One word of the citizen to one role."""
    if not is_professional(said.to):
        play.report.add(
            event.line, event.id, field, How.NOT_YET,
            f"{role_name(said.to)} har intet login at give adgang til",
        )  # fmt: skip
        return
    name = role_name(said.to)
    match said.status:
        case ConsentStatus.GIVEN:
            play.refused.discard(said.to)
            join(play, event, field, said.to)
        case ConsentStatus.REFUSED:
            play.refused.add(said.to)
            play.attempt(event, field, f"nej til {name} er skrevet ned", _no(play, event, said.to))
        case _:
            play.refused.add(said.to)
            if said.to not in play.members:
                play.report.add(
                    event.line, event.id, field, How.OBSERVED, f"{name} havde ingen adgang"
                )
                return
            play.attempt(event, field, f"{name} kan ikke længere læse med", _out(play, said.to))


def _no(play: Play, event: CaseEvent, role: str) -> Callable[[], object]:
    who = play.cast.employee(role, event.when.day)
    return partial(
        play.do, play.holder, consent.refuse, course_id=play.course, recipient=who.person_id,
        how=Said.ORALLY,
    )  # fmt: skip


def _out(play: Play, role: str) -> Callable[[], object]:
    member_id, _ = play.members.pop(role)
    return partial(
        play.do, play.holder, network.end_member, course_id=play.course, member_id=member_id
    )


def join(play: Play, event: CaseEvent, name: str, role: str) -> None:
    """A professional comes into the team on the citizen's word."""
    if role in play.members or not is_professional(role):
        return
    who = play.cast.employee(role, event.when.day)

    def add() -> None:
        member = play.do(
            play.holder, network.add_member, course_id=play.course, person_id=who.person_id,
            role=role, helps_with=_helps_with(play, role), how=Said.ORALLY,
        )  # fmt: skip
        play.members[role] = (member, who.person_id)

    play.attempt(event, name, f"{who.name} ({role_name(role)}) er kommet i teamet", add)


def _helps_with(play: Play, role: str) -> str:
    """What the citizen reads about a helper: the house's own words when it has them."""
    name = role_name(role)
    name = name if name[:2].isupper() else name[:1].lower() + name[1:]
    return play.helps.get(role, f"Er med som {name}"[:200])


def relation_of(play: Play, role: str | None) -> object:
    """Somebody around the citizen stands on her map, once for each role."""
    role = role or "relative"
    if role not in play.relations:
        named = network.Named(
            name=role_name(role), sphere=PRIVATE[role], closeness=Closeness.NEAR,
            is_to_me=IS_TO_ME.get(role, ""),
        )  # fmt: skip
        play.relations[role] = play.do(
            play.holder, network.add_relation, course_id=play.course, named=named
        )
    return play.relations[role]


def around_the_citizen(play: Play, event: CaseEvent) -> None:
    """Private people of the event come on the map; at her table she says yes to professionals.

    Where the file tracks consents only they count. A standing no is never passed.
    """
    for role in event.involved:
        if role in PRIVATE and role not in play.relations:
            relation_of(play, role)
            play.report.add(
                event.line, event.id, "", How.ACT, f"{role_name(role)} står på netværkskortet"
            )
    together = event.type in {"meeting", "attach", "contact_change"} and "citizen" in event.involved
    if not together or play.case.consent_tracking:
        return
    wanted = event.roles("attendees") or event.involved
    for role in wanted:
        if role in play.refused:
            play.report.add(
                event.line, event.id, "", How.REFUSED,
                f"{role_name(role)}: borgerens nej står, så der er ikke givet adgang",
            )  # fmt: skip
        elif not (event.type == "contact_change" and role == event.data.get("from")):
            join(play, event, "", role)


def wish(play: Play, event: CaseEvent) -> None:
    """A wish in the citizen's words."""
    _wished(play, event, "wish", str(event.data["wish"] or ""))


def _wished(play: Play, event: CaseEvent, name: str, words: str) -> None:
    """Written once, however often it is told."""
    if words.casefold() in play.wished:
        play.report.add(event.line, event.id, name, How.OBSERVED, "står allerede som ønske")
        return
    play.wished.add(words.casefold())
    write = partial(
        play.do, play.holder, add_wish, course_id=play.course, area=_area(event), words=words
    )
    play.attempt(event, name, f"»{words}« er skrevet som borgerens ønske", write)


def _area(event: CaseEvent) -> NeedArea:
    known = [need for need in event.needs_open if need in set(NeedArea)]
    return NeedArea(known[0]) if known else NeedArea.DAILY_LIVING


def max_size(play: Play, event: CaseEvent) -> None:
    """How large a meeting she can bear; the citizen counts too (product A3)."""
    size = event.data["max_size"]
    play.attempt(event, "max_size", "skrevet som det største møde", partial(
        play.do, play.holder, profile.write_profile, course_id=play.course, statement="",
        strengths="", largest_meeting=int(size) if size is not None else None,
    ))  # fmt: skip


def contact_change(play: Play, event: CaseEvent) -> None:
    """A coordinator is handed over; another leaves the team for the one who comes."""
    left, came = event.data.get("from"), event.data.get("to")
    if came == "coordinator" or event.data.get("role") == "coordinator":
        hand_over(play, event)
    elif left in play.members:
        play.attempt(event, "from", f"{role_name(left)} har forladt teamet", _out(play, left))
    else:
        play.report.add(event.line, event.id, "from", How.OBSERVED, "var ikke i teamet i Landfast")


def joined_before(play: Play, events: list[CaseEvent], at: CaseEvent) -> None:
    """What the citizen had said before the course began stands from its first day."""
    standing: dict[str, CaseConsent] = {}
    for event in events:
        for said in event.consents:
            standing[said.to] = said
        if event.type == "contact_change":
            standing.pop(str(event.data.get("from")), None)
    for said in standing.values():
        if said.status in {ConsentStatus.GIVEN, ConsentStatus.REFUSED}:
            say(play, at, said, "")


def own_wishes(play: Play, event: CaseEvent) -> None:
    """What the file's head tells: her wishes, how large a meeting she bears, her children."""
    for words in play.case.citizen.wishes:
        _wished(play, event, "", words)
    size, children = play.case.citizen.max_meeting_size, play.case.citizen.children_under_18
    if size is not None or children:
        play.attempt(event, "", "det største møde og borgerens børn er skrevet", partial(
            play.do, play.holder, profile.write_profile, course_id=play.course, statement="",
            strengths="", largest_meeting=size, children=children,
        ))  # fmt: skip


BY_FIELD: dict[str, Act] = {
    "agreements": agreements, "consents": consents, "wish": wish, "max_size": max_size,
}  # fmt: skip
"""Fields that become acts by themselves."""

BY_TYPE: dict[str, Act] = {
    "meeting": hold_meeting, "state_change": move, "contact_change": contact_change,
}  # fmt: skip
"""Events that become one act as a whole."""

WHOLE: dict[str, frozenset[str]] = {
    "meeting": frozenset(
        {"attendees", "absent", "invited", "format", "themes", "next_meeting", "venue",
         "no_next_meeting_decided", "citizen_statement", "representative"}
    ),
    "state_change": frozenset({"to", "review_date", "way_back", "reason"}),
    "contact_change": frozenset({"from", "to", "role"}),
}  # fmt: skip
"""The fields such an act uses."""
