"""The organisation's administrator keeps units and staff. No citizen is in sight here.

`people` lies below `access`: who may, and the event, are asked and left here.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post, units_where
from landfast.access.rules import Permission, Topic
from landfast.course.actions.coordinator import one_at_a_time
from landfast.course.actions.cover import step_out_who_left
from landfast.course.queries.coordinators import is_responsible
from landfast.journeys.second_yes import seconds
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da
from landfast.login.actions import identities
from landfast.people import actions as people_actions
from landfast.people import queries as people
from landfast.people import rules
from landfast.people.keeping import AccountCard, account_of
from landfast.people.queries import Desk, UnitRow
from landfast.people.rules import Hours, LeaveKind, PersonKind, employing, role_name

RUN = Permission.ORGANISATION_RUN


@dataclass(frozen=True)
class Organisation:
    """The units one keeps, as a tree, and everybody who works there."""

    units: list[tuple[int, UnitRow]]
    staff: dict[UnitId, list[Desk]]


def see_organisation(actor: Actor) -> Organisation:
    """All units that the actor keeps."""
    mine = units_where(actor, RUN)
    staff: dict[UnitId, list[Desk]] = {}
    for one in people.desks(mine):
        staff.setdefault(one.row.unit_id, []).append(one)
    return Organisation(people.units_below(mine), staff)


def see_unit(actor: Actor, unit_id: UnitId) -> tuple[UnitRow, list[Desk]]:
    """One unit and its staff."""
    require_post(actor, RUN, unit=unit_id)
    return _unit(unit_id), people.desks([unit_id])


def _unit(unit_id: UnitId) -> UnitRow:
    unit = people.unit(unit_id)
    if unit is None:
        raise NotFound
    return unit


def see_desk(actor: Actor, employment_id: UUID) -> Desk:
    """One employment, with hours and leaves."""
    desk = people.desk(employment_id)
    if desk is None:
        raise NotFound
    require_post(actor, RUN, unit=desk.row.unit_id)
    return desk


@journey
def add_unit(*, actor: Actor, under: UnitId, name: str, phone: str) -> UnitId:
    """A new unit under one that the actor keeps."""
    require_post(actor, RUN, unit=under)
    rules.check_unit(name, phone)
    parent = _unit(under)
    rules.check_unit_is_open(parent.closed_on)
    unit = people_actions.add_unit(
        organisation_id=parent.organisation_id, parent_id=under, name=name.strip(),
        phone=phone.strip(),
    )  # fmt: skip
    record(actor, "people.unit_added", topic=Topic.FRAME, unit=unit, under=under)
    return unit


@journey
def change_unit(*, actor: Actor, unit_id: UnitId, name: str, phone: str, seen: str) -> None:
    """Another name or number of a unit."""
    require_post(actor, RUN, unit=unit_id)
    people_actions.change_unit(unit_id=unit_id, name=name, phone=phone, seen=seen)
    record(actor, "people.unit_changed", topic=Topic.FRAME, unit=unit_id)


@dataclass(frozen=True)
class NewEmployee:
    """Who is employed, as what, from when."""

    name: str
    phone: str
    role: str
    starts_on: date
    ends_on: date | None = None


@journey
def hire(*, actor: Actor, unit_id: UnitId, who: NewEmployee) -> UUID:
    """Somebody new is employed in a unit (ansættes); the key of the employment.

    It waits until a second person has said yes (`second_yes`).
    """
    require_post(actor, RUN, unit=unit_id)
    rules.check_unit_is_open(_unit(unit_id).closed_on)
    rules.check_employee(who.name, who.phone)
    rules.check_employment(who.role, who.starts_on, who.ends_on, today())
    people_actions.one_at_a_time(unit_id)
    there = [one.row for one in people.desks([unit_id]) if one.row.role == who.role]
    employing.check_employed_once(
        who.name, who.phone, [(row.person.name, row.person.phone) for row in there]
    )
    person = people_actions.add_person(
        kind=PersonKind.STAFF, name=who.name.strip(), profession=role_name(who.role),
        phone=who.phone.strip(),
    )  # fmt: skip
    employment = people_actions.employ(
        person_id=person, unit_id=unit_id, role=who.role, starts_on=who.starts_on,
        ends_on=who.ends_on, asked_by=actor.person_id,
    )  # fmt: skip
    record(
        actor, "people.employed", topic=Topic.FRAME, person=person, unit=unit_id, role=who.role,
        to=list(seconds(unit_id, actor.person_id, person)),
    )  # fmt: skip
    return employment


@journey
def change_employee(*, actor: Actor, employment_id: UUID, name: str, phone: str, seen: str) -> None:
    """Another name or direct number of an employee."""
    desk = see_desk(actor, employment_id)
    person = PersonId(desk.row.person.id)
    people_actions.change_employee(person_id=person, name=name, phone=phone, seen=seen)
    record(actor, "people.employee_changed", topic=Topic.FRAME, person=person)


@journey
def end_employment(
    *, actor: Actor, employment_id: UUID, last_day: date | None, at_once: bool = False
) -> None:
    """The last day of an employment, or `at_once`: access ends with it, the same second (F2)."""
    desk = see_desk(actor, employment_id)
    person = PersonId(desk.row.person.id)
    employing.check_employs_another(actor.person_id, person)
    one_at_a_time(person)
    holds = desk.row.role == "coordinator" and is_responsible(person)
    if desk.waits:
        raise NotNow("waits", da("Ansættelsen venter på et ja. Tag den tilbage i stedet."))
    employing.check_can_end(holds_courses=holds)
    ends_on = employing.last_day_of(last_day, desk.row.starts_on, today(), at_once=at_once)
    people_actions.end_employment(employment_id=employment_id, last_day=ends_on)
    step_out_who_left()
    record(
        actor, "people.employment_ends", topic=Topic.FRAME, person=person,
        unit=desk.row.unit_id, on=ends_on,
    )  # fmt: skip


@journey
def set_hours(*, actor: Actor, employment_id: UUID, hours: list[Hours]) -> None:
    """When somebody works: what "who answers now" and the free times are counted from."""
    desk = see_desk(actor, employment_id)
    people_actions.set_hours(employment_id=employment_id, hours=hours)
    record(actor, "people.hours_set", topic=Topic.FRAME, person=desk.row.person.id)


@journey
def note_leave(*, actor: Actor, employment_id: UUID, starts_on: date, ends_on: date | None) -> None:
    """Planned days away. A coordinator's citizens get cover from the coordinator's own page."""
    desk = see_desk(actor, employment_id)
    rules.check_leave(starts_on, ends_on, today())
    people_actions.note_leave(
        person_id=PersonId(desk.row.person.id), starts_on=starts_on, ends_on=ends_on,
        kind=LeaveKind.PLANNED,
    )  # fmt: skip
    record(actor, "people.leave_noted", topic=Topic.FRAME, person=desk.row.person.id)


@dataclass(frozen=True)
class Login:
    """An employee's login as who keeps the unit sees it: never a secret."""

    desk: Desk
    account: AccountCard | None


def see_login(actor: Actor, employment_id: UUID) -> Login:
    """Whether an employee has a login, and whether it is open."""
    desk = see_desk(actor, employment_id)
    return Login(desk, account_of(desk.row.person.id))


@dataclass(frozen=True)
class StartPassword:
    """A login that is open: told once, to be given to its owner and changed by them."""

    username: str
    password: str


@journey
def open_login(*, actor: Actor, employment_id: UUID, username: str) -> StartPassword:
    """An employee gets a login with a start password, shown this once (F5)."""
    person, account = _of_another(actor, employment_id)
    if account.username:
        raise NotNow("has_login", da("Medarbejderen har allerede et login. Se det på siden før."))
    return _give(actor, person, account, username.strip().lower())


@journey
def reset_login(*, actor: Actor, employment_id: UUID) -> StartPassword:
    """A new start password; the old one, and what it has opened, ends. Opens a closed login."""
    person, account = _of_another(actor, employment_id)
    if not account.username:
        raise NotFound
    return _give(actor, person, account, account.username)


@journey
def close_login(*, actor: Actor, employment_id: UUID) -> None:
    """The login opens nothing any more, the same second."""
    person, account = _of_another(actor, employment_id)
    rules.check_may_start(is_ours=account.is_ours, has_come_in=False, has_second_step=False)
    people_actions.close_account(person_id=person)
    record(actor, "people.login_closed", topic=Topic.FRAME, person=person)


@journey
def invite_login(*, actor: Actor, employment_id: UUID) -> str:
    """A code with which an employee connects their login at a provider, shown this once (F5)."""
    person, account = _of_another(actor, employment_id)
    rules.check_may_invite(is_ours=account.is_ours, has_come_in=account.has_come_in)
    if account.username and not account.is_active:
        raise NotNow("login_closed", da("Loginnet er lukket. Giv først en ny startadgangskode."))
    return identities.invite(by=actor, person_id=person)


def _of_another(actor: Actor, employment_id: UUID) -> tuple[PersonId, AccountCard]:
    seen = see_login(actor, employment_id)
    person = PersonId(seen.desk.row.person.id)
    employing.check_keeps_another(actor.person_id, person)
    employing.check_still_employed(seen.desk.ends_on, today())
    if seen.account is None:
        raise NotFound
    return person, seen.account


def _give(actor: Actor, person: PersonId, account: AccountCard, username: str) -> StartPassword:
    rules.check_may_start(
        is_ours=account.is_ours, has_come_in=account.has_come_in,
        has_second_step=account.has_second_step,
    )  # fmt: skip
    password = identities.spoken()
    people_actions.give_account(person_id=person, username=username, password=password)
    if account.username:
        record(actor, "people.login_reset", topic=Topic.FRAME, person=person)
    else:
        record(actor, "people.login_opened", topic=Topic.FRAME, person=person)
    return StartPassword(username, password)
