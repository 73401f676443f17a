"""Reads of local accounts, through functions that tell a password to nobody."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.kernel.ids import PersonId
from landfast.people import models, passwords, rules
from landfast.people.queries.cards import PersonCard


@dataclass(frozen=True)
class Fits:
    """A password fits: whose login it is, and the key that her sessions hold to."""

    person: PersonCard
    session_key: str
    sealed: str
    is_outdated: bool


def check_password(username: str, password: str, proof: str) -> Fits | None:
    """The person whose login this is, or None. Takes as long either way.

    `proof` is the door's: without it the database tells nothing about a login name.
    """
    told = password_told(username, proof)
    sealed = passwords.seal_like(password, told)
    with connection.cursor() as cursor:
        cursor.execute(
            "select person_id, kind, name, profession, phone, stamp, is_start"
            " from people_password_fits(%s, %s, %s)",
            [username, proof, sealed],
        )
        row = cursor.fetchone()
    if row is None or told is None:
        return None
    person_id, kind, name, profession, phone, stamp, is_start = row
    card = PersonCard(PersonId(person_id), rules.PersonKind(kind), name, profession, phone)
    key = key_of_stamp(stamp)
    return Fits(card, key, sealed, passwords.is_outdated(told) and not is_start)


def password_told(username: str, proof: str = "") -> str | None:
    """With which salt and cost an account's password is sealed; without the seal itself.

    Told at the door, and to the one whose account it is.
    """
    with connection.cursor() as cursor:
        cursor.execute("select people_password_told(%s, %s)", [username, proof])
        told: str | None = cursor.fetchone()[0]
    return told


def key_of_stamp(stamp: UUID) -> str:
    """The key that the sessions of an account with this stamp hold to."""
    return models.Account(stamp=stamp).get_session_auth_hash()


def session_key(person_id: UUID) -> str | None:
    """The key that ends a session when the password changes."""
    account = models.Account.objects.filter(person_id=person_id, is_active=True).first()
    return account.get_session_auth_hash() if account else None


def username(person_id: UUID) -> str:
    """The login name of the person who asks; empty without an account."""
    account = models.Account.objects.filter(person_id=person_id).first()
    return account.username if account else ""


def start_until(person_id: UUID) -> datetime | None:
    """To when the start password of the person who asks is good; None when it is their own."""
    account = models.Account.objects.filter(person_id=person_id).first()
    return account.start_until if account else None


def names_near(person_id: UUID) -> list[str]:
    """The names that somebody who knows the person would try: theirs, and where they work."""
    person = models.Person.objects.filter(id=person_id).values_list("name", flat=True)
    work = models.Employment.objects.filter(person_id=person_id).values_list(
        "unit__name", "unit__organisation__name"
    )
    return [*person, *(name for row in work for name in row)]
