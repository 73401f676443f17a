"""Desks: what somebody comes to Landfast for, and the menu that follows from it.

A desk is convenience, never a right: each page asks `access` by itself.
"""

from dataclasses import dataclass

from django.urls import reverse

from landfast.kernel.ids import PersonId
from landfast.kernel.text import da
from landfast.people import keeping
from landfast.people import queries as people
from landfast.people.rules import PersonKind


@dataclass(frozen=True)
class Entry:
    """One entry of the menu: the words and the name of the page."""

    label: str
    page: str


SHARED = Entry(da("Delt med mig"), "shared_list")
"""A citizen can share with any employee and any unit: every desk but her own has it."""
ADVICE = Entry(da("Spørg uden navn"), "consultations")
CIRCLES = Entry(da("Faste møder"), "circles")
EMERGENCIES = Entry(da("Nødadgang"), "emergencies")
"""In the menu of who reviews them; everybody who works here finds it at the foot of the page."""
FORMATS = Entry(da("Mødeformer"), "formats")
KEEPING = Entry(da("Bevaring"), "keeping")

INVITATIONS = Entry(da("Invitationer"), "invitations")
MY_TIME = Entry(da("Min tid"), "my_time")
MY_AGREEMENTS = Entry(da("Mine aftaler"), "my_agreements")
DECISIONS = Entry(da("Til afgørelse"), "my_decisions")
MISTAKES = Entry(da("Fejl, der rettes"), "mends")
"""In the menu of who carries them out; a coordinator finds it on the course."""

DESKS: dict[str, list[Entry]] = {
    "citizen": [
        Entry(da("Mit forløb"), "my_course"),
        Entry(da("Mine folk"), "my_people"),
        Entry(da("Mine møder"), "my_meetings"),
        Entry(da("Min plan"), "my_plan"),
        Entry(da("Mit valg"), "my_say"),
    ],
    "proxy": [Entry(da("Jeg læser for"), "reading_for")],
    "coordinator": [
        Entry(da("Mandag"), "monday"),
        Entry(da("Mine borgere"), "my_citizens"),
        MY_AGREEMENTS,
        INVITATIONS,
        MY_TIME,
        Entry(da("Henvendelser"), "intake"),
        SHARED,
        ADVICE,
        CIRCLES,
        Entry(da("Henvis en borger"), "refer"),
    ],
    "daily_leader": [
        Entry(da("Overblik"), "overview"),
        Entry(da("Henvendelser"), "intake"),
        Entry(da("Mandag"), "monday"),
        DECISIONS,
        MY_AGREEMENTS,
        FORMATS,
        SHARED,
        ADVICE,
        CIRCLES,
        MISTAKES,
        Entry(da("Henvis en borger"), "refer"),
    ],
    "leader": [
        Entry(da("Overblik"), "overview"),
        Entry(da("Hvem koordinerer"), "precedence"),
        DECISIONS,
        MY_AGREEMENTS,
        KEEPING,
        EMERGENCIES,
        SHARED,
        ADVICE,
        CIRCLES,
        MISTAKES,
        Entry(da("Henvis en borger"), "refer"),
    ],
    "org_admin": [
        Entry(da("Organisation"), "organisation"),
        Entry(da("Regler"), "rules"),
        FORMATS,
        SHARED,
    ],
    "system_admin": [
        Entry(da("Organisationer"), "organisations"),
        Entry(da("Login-tjenester"), "login_services"),
    ],
    "dpo": [
        Entry(da("Hvem har kigget"), "oversight"),
        Entry(da("Usædvanlige opslag"), "unusual_looks"),
        Entry(da("Bed om navn"), "name_questions"),
        Entry(da("Forkert borger"), "officer_mistakes"),
        Entry(da("Hjemmel til tegn"), "officer_grounds"),
        KEEPING,
        EMERGENCIES,
    ],
    "records_officer": [
        KEEPING,
        SHARED,
    ],
    "waits": [
        Entry(da("Venter på et ja"), "waiting_employments"),
    ],
    "professional": [
        MY_AGREEMENTS,
        INVITATIONS,
        MY_TIME,
        Entry(da("Mine borgere"), "my_citizens"),
        DECISIONS,
        SHARED,
        ADVICE,
        CIRCLES,
        Entry(da("Henvis en borger"), "refer"),
    ],
}


ORDER = (
    "daily_leader",
    "leader",
    "coordinator",
    "org_admin",
    "system_admin",
    "dpo",
    "records_officer",
)


def desks_of(person_id: PersonId) -> list[str]:
    """The desks of a person by kind and current employment, the first one first."""
    person = people.person(person_id)
    if person and person.kind is PersonKind.CITIZEN:
        return ["citizen"]
    held = {row.role for row in people.employments(person_id=person_id)}
    if not held and keeping.waiting(person_id=person_id):
        return ["waits"]
    found: list[str] = [d for d in ORDER if d in held]
    return found or ["professional"]


def home_url(desks: list[str]) -> str:
    """The first page of the first desk."""
    return reverse(DESKS[(desks or ["professional"])[0]][0].page)


def menu(desks: list[str]) -> list[Entry]:
    """The menu over all desks, each page once, in order."""
    seen: dict[str, Entry] = {}
    for desk in desks:
        for entry in DESKS.get(desk, []):
            seen.setdefault(entry.page, entry)
    return list(seen.values())
