"""Reads of persons."""

from dataclasses import dataclass
from uuid import UUID

from landfast.kernel.ids import PersonId
from landfast.kernel.reading import IDS, Once, columns
from landfast.people import models, rules

_PERSONS = Once(
    lambda ids: models.Person.objects.filter(id__any_of=ids).values_list(*columns(models.Person)),
    IDS,
)


@dataclass(frozen=True)
class PersonCard:
    """A person as others meet them: name, profession, direct number."""

    id: PersonId
    kind: rules.PersonKind
    name: str
    profession: str
    phone: str


def _card(person: models.Person) -> PersonCard:
    return PersonCard(
        PersonId(person.id),
        rules.PersonKind(person.kind),
        person.name,
        person.profession,
        person.phone,
    )


def person(person_id: UUID) -> PersonCard | None:
    """One person."""
    found = models.Person.objects.filter(id=person_id).first()
    return _card(found) if found else None


def persons(ids: list[UUID]) -> dict[PersonId, PersonCard]:
    """Persons by id; unknown ids are left out."""
    return {PersonId(row.id): _card(row) for row in _PERSONS(list(ids))}
