"""Who opens the pages: people from all of the database, with sessions as the door makes them."""

from collections.abc import Collection
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from uuid import UUID

from bench.rows import BUILDS
from bench.serving import Visit
from landfast.kernel import postgres

# page → who opens it, and of which course (null where the page is about no single one)
ASKED = {
    "my_plan": "select person, null::uuid from bench.course where state = 'AKTIV'",
    "plan": "select m.person, c.id from bench.course c join bench.member m on m.i = c.i and m.m = 3"
    " where c.state = 'AKTIV'",
    "monday": "select distinct coordinator, null::uuid from bench.course where state = 'AKTIV'",
    "overview": "select distinct lead, null::uuid from bench.course",
    "sharing": "select person, id from bench.course where runs",
    "shared_list": "select distinct g.person_id, null::uuid from access_grant g"
    " where g.role = 'recipient' and g.person_id is not null",
}
KINDS = {
    "my_plan": "plan", "plan": "plan", "monday": "list", "overview": "list", "sharing": "plan",
    "shared_list": "list",
}  # fmt: skip
GROUPS = {"": ("my_plan", "plan", "monday", "overview"), "consents": ("sharing", "shared_list")}
"""What is measured unless one page is named; and consents: hers, and those one has been given."""


def build_of(pages: Collection[str]) -> str:
    """Which build holds all that these pages read: the lean one of their group, or everything."""
    return next((name for name in BUILDS if name and set(GROUPS[name]) >= set(pages)), "")


@dataclass(frozen=True)
class Opener:
    """A logged-in person and the address they open."""

    person: UUID
    visit: Visit

    def empty(self) -> Visit:
        """The page about nothing, for the same person."""
        return Visit("/bench/empty/", self.visit.session)


def openers(database: str, page: str, count: int) -> list[Opener]:
    """People who open this page, always the same ones; none when the page does not exist yet."""
    from django.urls import NoReverseMatch, reverse

    with postgres.admin_connect(database) as admin:
        admin.execute("set role landfast_owner")
        found = admin.execute(
            f"select * from ({ASKED[page]}) as asked (person, course)"
            " order by md5(person::text || coalesce(course::text, '')) limit %s",
            [count],
        ).fetchall()
        _accounts(admin, [person for person, _ in found])
    try:
        return [
            Opener(person, Visit(reverse(page, args=[course] if course else []), _session(person)))
            for person, course in found
        ]
    except NoReverseMatch:
        return []


def _accounts(admin: Any, people: list[UUID]) -> None:
    admin.execute(
        "insert into people_account (person_id, username, stamp, is_active, created_at)"
        " select p, p::text, gen_random_uuid(), true, now() from unnest(%s::uuid[]) p"
        " on conflict do nothing",
        [people],
    )


def _session(person: UUID) -> str:
    """What the door writes when somebody comes in."""
    from django.conf import settings

    from landfast.access.actor import Actor
    from landfast.access.session import acting
    from landfast.kernel.ids import PersonId
    from landfast.login.actions import sittings
    from landfast.login.rules import Way
    from landfast.people import queries as people
    from landfast.people.rules import PersonKind
    from landfast.web.desks import desks_of
    from landfast.web.doors import SESSION_DESKS, SESSION_KEY, SESSION_PERSON, SESSION_SITTING

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    actor = Actor(PersonId(person), PersonKind.STAFF)
    with acting(actor):
        session[SESSION_SITTING] = str(sittings.begin(actor, Way.TWO_STEPS))
        session[SESSION_PERSON] = str(person)
        session[SESSION_KEY] = people.session_key(person)
        session[SESSION_DESKS] = desks_of(person)
        session.save()
    return str(session.session_key)
