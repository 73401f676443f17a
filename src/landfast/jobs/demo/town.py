"""Fjordby Kommune, which is nowhere: organisations, units, sixty people with hours and leave."""

import json
from dataclasses import dataclass, field
from datetime import time, timedelta
from functools import lru_cache
from importlib.resources import files
from random import Random
from typing import Any

from landfast.access.actor import SYSTEM, Actor
from landfast.directory import actions as directory
from landfast.directory import places
from landfast.directory.actions.mandates import write_mandate
from landfast.directory.actions.offers import add_offer
from landfast.directory.rules import Block, Line
from landfast.directory.rules.mandates import Mandate, Service
from landfast.directory.rules.offers import Offer, WayIn
from landfast.jobs import shipped
from landfast.jobs.stage import on_stage
from landfast.journeys.decide_precedence import list_function
from landfast.journeys.replay_case.naming import invented_phone
from landfast.kernel.clock import now, today
from landfast.kernel.ids import OrganisationId, UnitId
from landfast.people import actions as people
from landfast.people.rules import LeaveKind, OrganisationKind, PersonKind, role_name

EMPLOYED_FOR = timedelta(days=2600)
ALL_WEEK = {weekday: (time(0), time(23, 59)) for weekday in range(7)}


@dataclass
class Town:
    """Everybody who works there, by the key of `town.json`."""

    organisations: dict[str, OrganisationId] = field(default_factory=dict)
    units: dict[str, UnitId] = field(default_factory=dict)
    names: dict[UnitId, str] = field(default_factory=dict)
    staff: dict[str, Actor] = field(default_factory=dict)
    by_role: dict[str, list[Actor]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    @property
    def team(self) -> UnitId:
        """The unit that coordinates."""
        return self.units["team"]


@lru_cache(maxsize=1)
def drawn() -> dict[str, Any]:
    """The town as it is drawn in `town.json`."""
    found: dict[str, Any] = json.loads((files(__package__) / "town.json").read_text("utf-8"))
    return found


def build_town() -> Town:
    """Make the town, its people and what it says of itself; no citizen yet."""
    town = Town()
    with on_stage(SYSTEM, now()):
        shipped.load()
        _organisations(town)
        _people(town)
    _faces(town)
    _offers(town)
    _rooms(town)
    _precedence(town)
    _mandates(town)
    return town


def _organisations(town: Town) -> None:
    for row in drawn()["organisations"]:
        town.organisations[row["key"]] = people.add_organisation(
            name=row["name"], kind=OrganisationKind(row["kind"]), phone=row["phone"]
        )
    for number, row in enumerate(drawn()["units"]):
        unit = people.add_unit(
            organisation_id=town.organisations[row["of"]], name=row["name"],
            parent_id=town.units.get(row.get("under", "")), phone=f"2098 5{number:03d}",
            coordinates_courses=row.get("coordinates", False),
        )  # fmt: skip
        town.units[row["key"]] = unit
        town.names[unit] = row["name"]


def _people(town: Town) -> None:
    dice = Random("fjordby")
    for key, name, role, unit, title in drawn()["staff"]:
        person = people.add_person(
            kind=PersonKind.STAFF, name=name, profession=title, phone=invented_phone(dice)
        )
        actor = Actor(person, PersonKind.STAFF, name)
        town.staff[key], town.roles[key] = actor, role
        town.by_role.setdefault(role, []).append(actor)
        _employ(town, key, role, unit, title)
        people.open_account(person_id=person, username=key, password=None)
    for unit, key in drawn()["leads"].items():
        _employ(town, key, "leader", unit, role_name("leader"))
    _employ(town, "tove", "system_admin", "welfare", role_name("system_admin"))
    for key, first, last, kind in drawn()["leave"]:
        people.note_leave(
            person_id=town.staff[key].person_id, starts_on=today() + timedelta(days=first),
            ends_on=today() + timedelta(days=last), kind=LeaveKind(kind),
        )  # fmt: skip


def _employ(town: Town, key: str, role: str, unit: str, title: str) -> None:
    days = drawn()["new"].get(key)
    since = today() - (timedelta(days=days) if days else EMPLOYED_FOR)
    people.employ(
        person_id=town.staff[key].person_id, unit_id=town.units[unit], role=role, title=title,
        starts_on=since, hours=ALL_WEEK if unit == "ward" else _hours(key),
    )  # fmt: skip


def _hours(key: str) -> dict[int, tuple[time, time]]:
    """Some work four days, some begin late; nobody is reached after four."""
    off = 2 if len(key) % 3 == 0 else None
    opens = time(9) if len(key) % 2 else time(8)
    return {day: (opens, time(16 if day < 4 else 14)) for day in range(5) if day != off}


def _faces(town: Town) -> None:
    """What each unit says of itself, by its own leader."""
    for row in drawn()["units"]:
        with on_stage(leader := _leader(town, row["key"]), now()):
            directory.describe_unit(
                actor=leader, unit_id=town.units[row["key"]], does=row["does"], law=row["law"],
                can_decide=row["can"], cannot_decide=row["cannot"],
                for_relatives=row.get("for_relatives", ""),
            )  # fmt: skip
    lines = [_line(row) for row in drawn()["lines"]]
    lead = town.staff["lone"]
    with on_stage(lead, now()):
        directory.set_lines(actor=lead, unit_id=town.team, lines=lines[:1])
        directory.set_organisation_lines(actor=lead, unit_id=town.team, lines=lines[1:])


def _offers(town: Town) -> None:
    """What citizens can get, as each unit's leader wrote it."""
    for row in drawn()["offers"]:
        said = Offer(
            row["name"], row["does"], frozenset(row["needs"]), WayIn(row["way_in"]),
            row.get("place", ""), while_admitted=row.get("admitted", False),
            wait_weeks=row.get("wait"),
        )  # fmt: skip
        with on_stage(leader := _leader(town, row["of"]), now()):
            add_offer(actor=leader, unit_id=town.units[row["of"]], offer=said)


def _rooms(town: Town) -> None:
    """Where the coordinators meet with citizens, and the times that they keep for it."""
    lead = town.staff["lone"]
    with on_stage(lead, now()):
        for name, seats in (("Stuen", 8), ("Biblioteket", 12)):
            places.add_room(
                actor=lead, unit_id=town.team, name=name, place="Havnegade 1", seats=seats, way=15
            )
        for day, opens, closes in ((1, time(9), time(12)), (3, time(13), time(16))):
            places.add_meeting_day(actor=lead, unit_id=town.team, block=Block(day, opens, closes))


def _precedence(town: Town) -> None:
    """Which functions a course takes over, as the leader decided (forrang)."""
    with on_stage(leader := town.staff["henrik"], now()):
        for function, reason, days in drawn()["precedence"]:
            list_function(
                actor=leader, unit_id=town.team, function=function, reason=reason,
                decided_on=today() - timedelta(days=days),
            )  # fmt: skip


def _mandates(town: Town) -> None:
    """What some roles may promise alone, as their unit's leader wrote it."""
    for unit, role, service, amount, weeks in drawn()["mandates"]:
        with on_stage(leader := _leader(town, unit), now()):
            since = today() - timedelta(days=90)
            may = Mandate(town.units[unit], role, Service(service), amount, weeks, since)
            write_mandate(actor=leader, mandate=may)


def _leader(town: Town, unit: str) -> Actor:
    if unit in drawn()["leads"]:
        return town.staff[drawn()["leads"][unit]]
    for key, _, role, at, _ in drawn()["staff"]:
        if at == unit and role in {"leader", "daily_leader"}:
            return town.staff[key]
    return town.staff["henrik"]


def _line(row: dict[str, Any]) -> Line:
    always = row.get("always", False)
    return Line(
        row["name"], row["phone"], frozenset(row.get("weekdays", [])),
        time.fromisoformat(row.get("opens", "00:00")),
        time.fromisoformat(row.get("closes", "00:00")), always,
    )  # fmt: skip
