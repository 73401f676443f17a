"""A forgotten password: asked for at the door, chosen anew by who reads the mail (ASVS 6.4.3)."""

import hashlib
import secrets
from typing import Any

from django.conf import settings
from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.session import acting
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.login import rules
from landfast.people import queries as people
from landfast.people.actions.own_password import check_wanted_by
from landfast.people.passwords import seal


def ask(username: str) -> None:
    """Somebody at the door has forgotten a password. Nothing is told, whoever it is."""
    _one("select login_ask_reset(%s, %s)", username, settings.LANDFAST_SECOND_FACTOR)


@action(asks=False, tells=False)
def wishes() -> list[PersonId]:
    """Those who have asked and may be helped so, each once. For the clock's jobs."""
    with connection.cursor() as cursor:
        cursor.execute("select login_reset_wishes()")
        found = [PersonId(person) for (person,) in cursor.fetchall()]
    for person in found:
        record(None, "login.reset_asked", person=person)
    return found


def make(person_id: PersonId) -> str:
    """What the mail carries: known to its reader only, good once and for half an hour.

    For the clock's jobs, as the mail leaves; the one before it opens nothing any more.
    """
    shown = secrets.token_urlsafe(32)
    digest = hashlib.sha256(shown.encode()).hexdigest()
    _one("select login_make_reset(%s, %s, %s)", person_id, digest, now() + rules.RESET_LASTS)
    return shown


def check_good(shown: str) -> Actor:
    """Whose link this is. Called at the door: nobody acts yet."""
    owner = _one("select login_reset_owner(%s)", shown)
    person = people.person(owner) if owner else None
    if person is None:
        raise _too_old()
    return Actor(person.id, person.kind, person.name)


def choose(shown: str, password: str) -> None:
    """The new password, by who has the mail. Second steps stay; sessions end; its owner is told."""
    owner = check_good(shown)
    with acting(owner):
        check_wanted_by(owner.person_id, password)
    if _one("select login_use_reset(%s, %s)", shown, seal(password)) is None:
        raise _too_old()
    record(None, "login.password_reset", person=owner.person_id)


def forget() -> int:
    """Forget what was asked for a day ago (`Keep.SIGN_IN`)."""
    return int(_one("select login_forget_resets()"))


def _too_old() -> NotNow:
    return NotNow(
        "link_too_old", da("Linket er brugt eller for gammelt. Bed om et nyt på login-siden.")
    )


def _one(sql: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]
