"""A citizen with a lived course, everybody around it who should see nothing, all addresses."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import URLPattern, get_resolver

from landfast.access.actor import Actor
from tests.factories.courses import Lived, started_course
from tests.factories.lived import lived_course
from tests.factories.referrals import referred
from tests.factories.town import Town, as_
from tests.web.conftest import enter

HERS = (
    "Jytte", "22 33 44 55", "22334455", "Balder", "eget sted at bo", "se min søn", "udlejer",
    "hurtigt træt", "god til dyr", "besøg på afsnittet",
)  # fmt: skip
"""What only those with a ground may read: who she is, and what she and her team have written."""
READABLE = """select relname from pg_class where relnamespace = 'public'::regnamespace
 and relkind in ('r', 'p') and has_table_privilege(oid, 'select')"""
WORDS = HERS[3:]
"""What those who see the frame only may not read."""
PARAMETER = re.compile(r"<(\w+):(\w+)>")


@dataclass
class World:
    """Names of everybody, and every id that anybody there could come upon."""

    town: Town
    lived: Lived
    ids: dict[str, list[UUID]]
    outsiders: dict[str, Client]
    insiders: dict[str, Client]


def build(town: Town) -> World:
    """Jytte's lived course; who stands outside it and who within."""
    lived = lived_course(town)
    referred(town)
    bent = started_course(town, "Bent Berg")
    town.hire("Line Leder", town.intake_elsewhere(), "daily_leader")
    town.hire("Tove Administrator", town.coordination, "org_admin")
    ids = ids_of(lived.citizen, town.karen, town.bo, town.dorte)
    outside = {"citizen": bent.citizen, **{n: town.staff[n] for n in OUTSIDE}}
    inside = {"herself": lived.citizen, **{n: town.staff[n] for n in INSIDE}}
    return World(
        town, lived, ids,
        {"stranger": Client(), **{name: enter(who) for name, who in outside.items()}},
        {name: enter(who) for name, who in inside.items()},
    )  # fmt: skip


OUTSIDE = ("peter", "solveig", "ove", "line", "tove")
INSIDE = ("karen", "bo", "anna", "dorte", "lars")


def ids_of(*actors: Actor) -> dict[str, list[UUID]]:
    """The keys of all rows that these can see, by table."""
    found: dict[str, set[UUID]] = {}
    with connection.cursor() as cursor:
        cursor.execute(READABLE)
        readable = {name for (name,) in cursor.fetchall()}
    for actor in actors:
        with as_(actor):
            for model in apps.get_models():
                if model._meta.db_table in readable:
                    keys = model._default_manager.order_by("pk").values_list("pk", flat=True)
                    known = {key for key in keys if isinstance(key, UUID)}
                    found.setdefault(model._meta.db_table, set()).update(known)
    return {table: sorted(keys) for table, keys in sorted(found.items()) if keys}


def addresses(patterns: Any = None, prefix: str = "/") -> list[tuple[str, URLPattern]]:
    """Every address of the house, as a pattern to fill in."""
    found: list[tuple[str, URLPattern]] = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            found += addresses(pattern.url_patterns, path)
        else:
            found.append((path, pattern))
    return found


TABLES = {
    "member": "network_member", "guest": "meetings_participant", "role": "course_statutory_role",
    "step": "plan_own_step", "person": "people_person", "unit": "people_unit",
    "course": "course_course", "who": "people_person",
}  # fmt: skip
SLUGS = (
    "housing", "economy", "declined", "offered", "kept", "borger", "samarbejdsmodellen", "person",
    "unit",
)  # fmt: skip
NUMBERS = ("0", "1", "2")


def likely(kind: str, name: str, world: World) -> list[str]:
    """What an adversary would put in the place of this parameter: hers first."""
    if name == "course_id":
        return [str(world.lived.id)]
    if kind != "uuid":
        return list(NUMBERS if kind == "int" else SLUGS)
    word = name.removesuffix("_id")
    table = TABLES.get(word)
    tables = [t for t in world.ids if t == table or (table is None and t.endswith(f"_{word}"))]
    keys = [str(key) for t in tables for key in world.ids[t]]
    return keys or [str(world.lived.id)]


def filled(path: str, world: World, choose: Any) -> str:
    """The address with something in every place."""
    return PARAMETER.sub(lambda found: choose(likely(found[1], found[2], world)), path)


def told(answer: Any, secrets: tuple[str, ...]) -> list[str]:
    """The secrets that stand in an answer: in its page, or in its headers."""
    body = answer.content.decode("utf-8", "replace") if not answer.streaming else ""
    said = body + str(answer.headers)
    return [one for one in secrets if one in said]
