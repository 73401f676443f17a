"""To whom she has said no at a meeting, by name; and her answer when she is asked again."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.journeys.prepare_meeting import Preparation, candidates, invite
from landfast.journeys.visit_meeting import ask_guest
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.meetings import actions, queries
from landfast.meetings.queries.her_no import no_to, noes_of
from landfast.meetings.rules.her_no import No, check_is_asked
from landfast.people import queries as people

WHY = da("Er ønsket med til mødet")


@dataclass(frozen=True)
class SaidNo:
    """Somebody she has said no to: what the page sends back, a name, and how her no stands."""

    key: str
    name: str
    no: No
    is_near: bool = True
    """Is it somebody in her network, whom she can put on the list again?"""


def noes_at(seen: Preparation) -> list[SaidNo]:
    """For who prepares the meeting, and for nobody else."""
    if not seen.may_prepare:
        return []
    noes = noes_of(seen.meeting.course_id, seen.meeting.id)
    named = {one.guest.person_id or one.guest.relation_id: one for one in seen.candidates}
    cards = people.persons([PersonId(who) for who in noes if who not in named])
    found = []
    for who, no in noes.items():
        if (one := named.get(who)) is not None:
            found.append(SaidNo(one.key, one.name, no))
        elif (card := cards.get(PersonId(who))) is not None:
            found.append(SaidNo(f"p{who}", card.name, no, is_near=False))
    return found


def _whom(key: str) -> dict[str, UUID | None]:
    try:
        who = UUID(key[1:])
    except ValueError as error:
        raise Wrong("no_such_person", da("Vælg en fra listen."), "guest") from error
    is_person = key[:1] == "p"
    return {"person_id": who if is_person else None, "relation_id": None if is_person else who}


@journey
def ask_again(*, actor: Actor, meeting_id: UUID, key: str) -> None:
    """She is asked once more, with her no before her."""
    actions.ask_again(actor=actor, meeting_id=meeting_id, **_whom(key))


@journey
def answer_again(*, actor: Actor, meeting_id: UUID, key: str, yes: bool) -> None:
    """Her yes puts the person on the list, of her team or as a guest; her no stands."""
    whom = _whom(key)
    if not yes:
        actions.keep_no(actor=actor, meeting_id=meeting_id, **whom)
        return
    course_id = queries.course_of(meeting_id)
    check_is_asked(
        no_to(course_id, meeting_id, person=whom["person_id"], relation=whom["relation_id"])
    )
    if any(one.key == key for one in candidates(course_id)) or whom["person_id"] is None:
        invite(actor=actor, meeting_id=meeting_id, guest=key, why="")
    else:
        ask_guest(actor=actor, meeting_id=meeting_id, person_id=whom["person_id"], why=WHY)
