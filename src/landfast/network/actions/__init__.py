"""The only writers of the network: the team, and the people the citizen names."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.consent import actions as consent
from landfast.consent import queries as consents
from landfast.consent.rules import How
from landfast.course.actions.coordinator import check_stays_neutral
from landfast.course.actions.her_word import require_her_word
from landfast.course.actions.phases import locked
from landfast.course.rules.contact import phone_number
from landfast.files.rules import Upload
from landfast.kernel.clock import now, today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.network import models, rules
from landfast.network.actions.drawing import stays_hers, take_off, tell_moved
from landfast.network.actions.standing import made_by, stood
from landfast.network.rules import Closeness, Kind, SeatAnswer, Sphere, Tie
from landfast.network.rules.drawing import check_may_hide
from landfast.network.rules.helped import Helped
from landfast.people.rules import check_meant_for, decides_authority_matters
from landfast.programmes.rules import NeedArea


@action
def add_member(
    *,
    actor: Actor,
    course_id: UUID,
    person_id: PersonId,
    role: str,
    helps_with: str,
    how: How,
    changed: str = "",
    paper: Upload | None = None,
    mandate: str = "",
    call_when: str = "",
    decides_authority: bool | None = None,
    sphere: Sphere | None = None,
    closeness: Closeness = Closeness.NEAR,
) -> UUID:
    """A professional joins the team on the citizen's word, and reads with it (B2, F1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_helps_with(helps_with)
    course = locked(course_id)
    there = models.Member.objects.filter(course_id=course_id, person_id=person_id, until=None)
    rules.check_not_in_team(is_member=there.exists())
    if paper or person_id not in consents.allowed(course_id):
        consent.allow(
            actor=actor, course_id=course_id, recipient=person_id, purpose=helps_with, how=how,
            changed=changed, paper=paper,
        )  # fmt: skip
    decides = decides_authority_matters(role) if decides_authority is None else decides_authority
    check_stays_neutral(course, person_id, decides=decides)
    member = models.Member(
        course_id=course_id, person_id=person_id, role=role, helps_with=helps_with.strip(),
        mandate=mandate.strip(), call_when=call_when.strip(), decides_authority=decides,
        sphere=sphere or rules.usual_sphere(role), closeness=closeness, since=today(),
        created_at=now(),
    )  # fmt: skip
    member.save(force_insert=True)
    stood(member)
    record(actor, "network.member_added", member, person=person_id, role=role)
    return member.id


@action
def change_member(
    *,
    actor: Actor,
    course_id: UUID,
    member_id: UUID,
    helps_with: str,
    mandate: str = "",
    call_when: str = "",
    decides_authority: bool = False,
    sphere: Sphere,
    closeness: Closeness,
    seen: str | None = None,
) -> None:
    """What a member is in for, and where she stands on the map. The role itself is not changed.

    `seen` is what the page showed (`rules.words_of_member`): what came meanwhile is kept.
    """
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_helps_with(helps_with)
    course = locked(course_id)
    member = _member(course_id, member_id)
    if seen is not None:
        stands = rules.words_of_member(member.helps_with, member.call_when, member.mandate)
        check_meant_for(seen, stands)
    check_stays_neutral(course, member.person_id, decides=decides_authority)
    member.helps_with, member.mandate = helps_with.strip(), mandate.strip()
    member.call_when, member.decides_authority = call_when.strip(), decides_authority
    member.sphere, member.closeness = sphere, closeness
    member.save()
    stood(member)
    record(actor, "network.member_changed", member, person=member.person_id)


@action
def move_member(
    *, actor: Actor, course_id: UUID, member_id: UUID, sphere: Sphere, closeness: Closeness
) -> None:
    """Where a member stands, as the citizen sees it (B1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    member = _member(course_id, member_id)
    member.sphere, member.closeness = sphere, closeness
    made_by(actor, member)
    member.save(update_fields=["sphere", "closeness", "helped_by", "helped_how"])
    stood(member)
    tell_moved(actor, member)


@action
def end_member(*, actor: Actor, course_id: UUID, member_id: UUID) -> None:
    """A member leaves the team; what she could read ends in the same second (B2)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    member = _member(course_id, member_id)
    member.until = today()
    member.save(update_fields=["until"])
    stood(member, is_gone=True)
    if member.person_id in consents.allowed(course_id):
        person = PersonId(member.person_id)
        consent.end(actor=actor, course_id=course_id, recipient=person)
    record(actor, "network.member_ended", member, person=member.person_id)


@dataclass(frozen=True)
class Named:
    """What the citizen says of somebody she names. All but the name may be left open."""

    name: str
    sphere: Sphere
    closeness: Closeness
    is_to_me: str = ""
    tie: Tie | None = None
    phone: str = ""
    note: str = ""
    kind: Kind = Kind.PERSON
    only_mine: bool = False
    """For herself alone: she can draw so, nobody who works here can (B1)."""
    how: Helped = Helped.TOGETHER
    """How it came to be, when somebody else writes it."""


@action
def add_relation(*, actor: Actor, course_id: UUID, named: Named) -> UUID:
    """The citizen names somebody: family, friend, animal, place (netværkskort, B1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_named(named.name)
    relation = models.Relation(course_id=course_id, created_at=now())
    _write(actor, relation, named)
    relation.save(force_insert=True)
    stood(relation)
    if not stays_hers(relation):
        record(actor, "network.relation_added", relation)
    return relation.id


@action
def change_relation(
    *, actor: Actor, course_id: UUID, relation_id: UUID, named: Named, seen: str | None = None
) -> None:
    """Change or move somebody on the map (B1).

    `seen` is what the page showed (`rules.words_of_relation`): what came meanwhile is kept.
    """
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_named(named.name)
    relation = _relation(course_id, relation_id)
    if seen is not None:
        check_meant_for(
            seen,
            rules.words_of_relation(
                relation.name, relation.is_to_me, relation.phone, relation.note
            ),
        )
    check_may_hide(was_shared=not relation.only_mine, hides=named.only_mine)
    _write(actor, relation, named)
    relation.save()
    stood(relation)
    if not stays_hers(relation):
        record(actor, "network.relation_changed", relation)


@action
def remove_relation(*, actor: Actor, course_id: UUID, relation_id: UUID) -> None:
    """Take somebody off the map, without a reason; who was let in from there reads no more (F2)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    take_off(actor, _relation(course_id, relation_id))


def _write(actor: Actor, relation: models.Relation, named: Named) -> None:
    made_by(actor, relation, named.how)
    relation.name, relation.is_to_me = named.name.strip(), named.is_to_me.strip()
    relation.sphere, relation.closeness = named.sphere, named.closeness
    relation.tie = named.tie or ""
    relation.phone = phone_number(named.phone) if named.phone.strip() else ""
    relation.note, relation.kind = named.note.strip(), named.kind
    relation.only_mine = named.only_mine


def _member(course_id: UUID, member_id: UUID) -> models.Member:
    rows = models.Member.objects.select_for_update().filter(course_id=course_id, id=member_id)
    member = rows.first()
    if member is None:
        raise NotFound
    rules.check_still_there(has_left=member.until is not None)
    return member


def _relation(course_id: UUID, relation_id: UUID) -> models.Relation:
    rows = models.Relation.objects.select_for_update().filter(course_id=course_id, id=relation_id)
    relation = rows.first()
    if relation is None:
        raise NotFound
    rules.check_still_there(has_left=relation.removed_on is not None)
    return relation


@action
def answer_seat(
    *,
    actor: Actor,
    course_id: UUID,
    need: NeedArea,
    answer: SeatAnswer,
    is_empty: bool,
    beside: Collection[str] = (),
    citizen_said_so: bool = False,
) -> None:
    """The citizen says whether somebody should sit in an empty seat (tom plads, B4).

    Hers alone; who sits beside her writes it down when she has said so, and it is marked so
    (product, principle 7). `is_empty` comes from the journey, since needs stand in rooms above; so
    does `beside`, the roles to think of, when it is not the need's own seat that is meant.
    """
    require_her_word(actor, course_id, Permission.SEAT_ANSWER, citizen_said_so=citizen_said_so)
    rules.check_seat_is_empty(is_empty=is_empty)
    locked(course_id)
    asked = models.Seat.objects.filter(course_id=course_id, need=need)
    seat = (asked.exclude(beside=[]) if beside else asked.filter(beside=[])).first()
    if seat is None:
        seat = models.Seat(course_id=course_id, need=need, times=0, created_at=now())
    seat.answer, seat.answered_at, seat.times = answer, now(), seat.times + 1
    seat.beside, seat.by_another = sorted(beside), not actor.is_citizen
    seat.save()
    record(actor, "network.seat_answered", seat, need=need, answer=answer, beside=seat.beside)
