"""The only writers of organisations, units, persons, employment and accounts.

`people` lies below `access`: these verbs are called by journeys and commands, which ask
access and leave the event. They know no citizen.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from landfast.kernel.clock import now, today
from landfast.kernel.danish import filed_as
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da
from landfast.people import models, rules
from landfast.people.actions.accounts import close_account, give_account, open_account
from landfast.people.actions.asking import ask
from landfast.people.actions.founding import Founding, found
from landfast.people.actions.own_password import change_password, renew_seal
from landfast.people.actions.ways_back import ask_way_back, decline_way_back, give_way_back

__all__ = [
    "Founding",
    "OrganisationFace",
    "add_organisation",
    "add_person",
    "add_unit",
    "agree_employment",
    "ask_way_back",
    "change_employee",
    "change_organisation",
    "change_password",
    "change_unit",
    "close_account",
    "close_unit",
    "come_back",
    "decline_employment",
    "decline_way_back",
    "employ",
    "end_employment",
    "found",
    "give_account",
    "give_way_back",
    "move_unit",
    "note_leave",
    "open_account",
    "renew_seal",
    "set_hours",
]


@transaction.atomic
def add_organisation(*, name: str, kind: rules.OrganisationKind, phone: str = "") -> OrganisationId:
    """A new organisation."""
    row = models.Organisation.objects.create(
        name=name, sort_key=filed_as(name), kind=kind, phone=phone, created_at=now()
    )
    return OrganisationId(row.id)


@transaction.atomic
def add_unit(
    *,
    organisation_id: OrganisationId,
    name: str,
    parent_id: UnitId | None = None,
    phone: str = "",
    coordinates_courses: bool = False,
) -> UnitId:
    """A new unit, at the top of its organisation or under another unit."""
    row = models.Unit.objects.create(
        organisation_id=organisation_id, parent_id=parent_id, name=name, sort_key=filed_as(name),
        phone=phone, coordinates_courses=coordinates_courses, created_at=now(),
    )  # fmt: skip
    return UnitId(row.id)


@transaction.atomic
def change_unit(*, unit_id: UnitId, name: str, phone: str, seen: str) -> None:
    """Another name or number. `seen` is what stood there when the page was opened."""
    row = models.Unit.objects.select_for_update().filter(id=unit_id).first()
    if row is None:
        raise NotFound
    rules.check_unit(name, phone)
    rules.check_unchanged(seen, rules.as_seen(row.name, row.phone))
    row.name, row.phone, row.sort_key = name.strip(), phone.strip(), filed_as(name.strip())
    row.save(update_fields=["name", "phone", "sort_key"])


def one_at_a_time(unit_id: UnitId) -> None:
    """Two who employ in the same unit in the same second see each other's."""
    models.Unit.objects.select_for_update().filter(id=unit_id).first()


@transaction.atomic
def move_unit(*, unit_id: UnitId, parent_id: UnitId) -> None:
    """Under another unit. Whether it may lie there is asked by the journey."""
    if not models.Unit.objects.filter(id=unit_id).update(parent_id=parent_id):
        raise NotFound


@transaction.atomic
def close_unit(*, unit_id: UnitId, on: date | None) -> None:
    """Closed from a day on, or open again. What is in the way is asked by the journey."""
    if not models.Unit.objects.filter(id=unit_id).update(closed_on=on):
        raise NotFound


@dataclass(frozen=True)
class OrganisationFace:
    """What stands about an organisation."""

    name: str
    kind: rules.OrganisationKind
    phone: str
    cvr: str
    answers: PersonId | None

    def as_seen(self) -> str:
        """As a page gives it back, to tell whether it still stands."""
        return rules.as_seen(
            self.name, self.kind, self.phone, self.cvr, str(self.answers or "")
        )  # fmt: skip


@transaction.atomic
def change_organisation(
    *, organisation_id: OrganisationId, face: OrganisationFace, seen: str
) -> None:
    """Another name, kind, number, CVR number, or somebody else who answers for it."""
    row = models.Organisation.objects.select_for_update().filter(id=organisation_id).first()
    if row is None:
        raise NotFound
    rules.check_organisation(face.name, face.phone, face.cvr)
    stands = OrganisationFace(
        row.name, rules.OrganisationKind(row.kind), row.phone, row.cvr,
        PersonId(row.answers_id) if row.answers_id else None,
    )  # fmt: skip
    rules.check_unchanged(seen, stands.as_seen())
    row.name, row.sort_key, row.kind = face.name.strip(), filed_as(face.name.strip()), face.kind
    row.phone, row.cvr, row.answers_id = face.phone.strip(), face.cvr, face.answers
    try:
        with transaction.atomic():
            row.save(update_fields=["name", "sort_key", "kind", "phone", "cvr", "answers"])
    except IntegrityError as error:
        raise Wrong("cvr_taken", da("En anden organisation har det CVR-nummer."), "cvr") from error


@transaction.atomic
def change_employee(*, person_id: PersonId, name: str, phone: str, seen: str) -> None:
    """Another name or number of an employee. A citizen's is not written here."""
    rows = models.Person.objects.select_for_update().filter(id=person_id)
    row = rows.filter(kind=rules.PersonKind.STAFF).first()
    if row is None:
        raise NotFound
    rules.check_employee(name, phone)
    rules.check_unchanged(seen, rules.as_seen(row.name, row.phone))
    row.name, row.phone, row.sort_key = name.strip(), phone.strip(), filed_as(name.strip())
    row.save(update_fields=["name", "phone", "sort_key"])


@transaction.atomic
def add_person(
    *, kind: rules.PersonKind, name: str = "", profession: str = "", phone: str = ""
) -> PersonId:
    """A new person. A citizen's name is not written here."""
    row = models.Person.objects.create(
        kind=kind, name=name, sort_key=filed_as(name), profession=profession, phone=phone,
        created_at=now(),
    )  # fmt: skip
    return PersonId(row.id)


@transaction.atomic
def employ(
    *,
    person_id: PersonId,
    unit_id: UnitId,
    role: str,
    starts_on: date,
    ends_on: date | None = None,
    title: str = "",
    caseload_cap: int | None = None,
    hours: dict[int, tuple[time, time]] | None = None,
    asked_by: PersonId | None = None,
) -> UUID:
    """Employ a person in a unit, with working hours by weekday (Monday is 0).

    Asked for by somebody (`asked_by`) it waits for a second person's yes.
    """
    row = models.Employment.objects.create(
        person_id=person_id, unit_id=unit_id, role=role, title=title,
        starts_on=None if asked_by else starts_on, asked_from=starts_on if asked_by else None,
        asked_by_id=asked_by, ends_on=ends_on, caseload_cap=caseload_cap, created_at=now(),
    )  # fmt: skip
    models.WorkingHours.objects.bulk_create(
        models.WorkingHours(employment=row, weekday=weekday, opens=opens, closes=closes)
        for weekday, (opens, closes) in (hours or {}).items()
    )
    return row.id


@transaction.atomic
def agree_employment(*, employment_id: UUID) -> None:
    """The second yes: the employment begins. Who may say it is asked by the database too."""
    if not ask("select people_agree_employment(%s)", [employment_id]):
        raise NotFound


@transaction.atomic
def decline_employment(*, employment_id: UUID) -> None:
    """The second no: nothing begins, and what waited stands as declined."""
    if not ask("select people_decline_employment(%s)", [employment_id]):
        raise NotFound


@transaction.atomic
def end_employment(*, employment_id: UUID, last_day: date) -> None:
    """The last day of one employment. Whether it may end is asked by the journey."""
    if not models.Employment.objects.filter(id=employment_id).update(ends_on=last_day):
        raise NotFound


@transaction.atomic
def set_hours(*, employment_id: UUID, hours: list[rules.Hours]) -> None:
    """The working hours of one employment, all weekdays at once."""
    rules.check_hours(hours)
    models.WorkingHours.objects.filter(employment_id=employment_id).delete()
    models.WorkingHours.objects.bulk_create(
        models.WorkingHours(
            employment_id=employment_id, weekday=one.weekday, opens=one.opens, closes=one.closes
        )
        for one in hours
    )


@transaction.atomic
def note_leave(
    *, person_id: PersonId, starts_on: date, ends_on: date | None, kind: rules.LeaveKind
) -> UUID:
    """Note that somebody is away."""
    if ends_on and ends_on < starts_on:
        raise Wrong("leave_ends_early", da("Fraværet slutter, før det begynder."), "ends_on")
    row = models.Leave.objects.create(
        person_id=person_id, starts_on=starts_on, ends_on=ends_on, kind=kind, created_at=now()
    )
    return row.id


@transaction.atomic
def come_back(*, person_id: PersonId) -> int:
    """Who is back before time ends their own time away, as of yesterday; how many leaves ended."""
    there = models.Leave.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today()), person_id=person_id, starts_on__lte=today()
    )
    return there.update(ends_on=today() - timedelta(days=1))
