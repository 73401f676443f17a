"""Is a plan allowed? Every hard rule again, by plain dates and loops.

It reads the files as they are written and shares no code with the planner: a mistake in how the
planner counts its steps cannot hide here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from landfast.kernel.business_days import business_days_between, is_holiday

Data = dict[str, Any]


@dataclass(frozen=True)
class _Held:
    """A placed meeting: what was asked, what was answered, and when it is."""

    asked: Data
    answer: Data
    starts: datetime
    ends: datetime

    @property
    def people(self) -> list[str]:
        """Everybody whose time it takes."""
        seats = self.answer.get("seats", {}).values()
        return [
            *self.asked.get("must", ()), *(p for several in seats for p in several),
            *self.answer.get("coming", ()),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.asked["id"])


def check(problem: Data, plan: Data) -> list[str]:
    """What the plan breaks, a Danish sentence each; nothing when it may be used."""
    asked = {meeting["id"]: meeting for meeting in problem["meetings"]}
    named = [one["meeting"] for one in (*plan["placed"], *plan["unplaced"])]
    unknown = sorted(set(named) - set(asked))
    if unknown:
        return [f"{name} er ikke et møde i opgaven." for name in unknown]
    held = [
        _Held(
            asked[one["meeting"]], one,
            datetime.fromisoformat(one["starts"]), datetime.fromisoformat(one["ends"]),
        )
        for one in plan["placed"]
    ]  # fmt: skip
    return [
        *_accounted(asked, named),
        *(said for one in held for said in _alone(problem, one)),
        *_together(problem, held),
        *_in_turn(held),
        *_locked(asked, held),
    ]


def _accounted(asked: dict[str, Data], named: list[str]) -> Iterator[str]:
    counted = Counter(named)
    for name in asked:
        if counted[name] != 1:
            yield f"{name} står {counted[name]} gange i planen. Det skal stå der én gang."


def _alone(problem: Data, one: _Held) -> Iterator[str]:
    if (one.asked.get("stands") or {}).get("locked"):
        return
    yield from _when(problem, one)
    yield from _who(problem, one)
    yield from _where(problem, one)


def _when(problem: Data, one: _Held) -> Iterator[str]:
    day, window = one.starts.date(), one.asked["window"]
    if one.ends - one.starts != timedelta(minutes=one.asked["minutes"]):
        yield f"{one} varer ikke {one.asked['minutes']} minutter."
    if not window["first"] <= day.isoformat() <= window["last"]:
        yield f"{one} ligger uden for den periode, der var ønsket."
    if not problem["days"]["first"] <= day.isoformat() <= problem["days"]["last"]:
        yield f"{one} ligger uden for planens dage."
    if is_holiday(day) or day.isoformat() in problem.get("closed", ()):
        yield f"{one} ligger på en lukket dag."
    planned = date.fromisoformat(problem["planned_on"])
    if business_days_between(planned, day) < one.asked.get("notice", 0):
        yield f"{one} ligger, før varslet er gået."
    if one.asked.get("can") and not _inside(one, one.asked["can"]):
        yield f"{one} ligger, når borgeren ikke kan."
    if _away(one, one.asked):
        yield f"{one} ligger på en dag, hvor borgeren er væk."


def _who(problem: Data, one: _Held) -> Iterator[str]:
    people = {person["id"]: person for person in problem["people"]}
    for name in one.people:
        person = people[name]
        if not _inside(one, person["hours"]):
            yield f"{one} ligger uden for den tid, {name} er på arbejde."
        if _away(one, person):
            yield f"{one} ligger, når {name} er væk."
        if any(_overlaps(one, span) for span in person.get("busy", ())):
            yield f"{one} ligger, når {name} er optaget."
    seats = one.answer.get("seats", {})
    for seat in one.asked.get("seats", ()):
        chosen = seats.get(seat["role"], ())
        if len(set(chosen)) != seat["count"] or not set(chosen) <= set(seat["any_of"]):
            yield f"{one} har ikke {seat['count']} som {seat['role']}, der kan være det."
    if set(seats) - {seat["role"] for seat in one.asked.get("seats", ())}:
        yield f"{one} har en rolle, som mødet ikke har."
    if not set(one.answer.get("coming", ())) <= set(one.asked.get("may", ())):
        yield f"{one} har en med, der ikke er spurgt."
    if len(set(one.people)) != len(one.people):
        yield f"{one} har den samme med to gange."


def _where(problem: Data, one: _Held) -> Iterator[str]:
    place, name = one.answer["place"], one.answer.get("room")
    if place not in one.asked["places"]:
        yield f"{one} er et sted, borgeren ikke har sagt ja til."
    here = {room["id"]: room for room in problem.get("rooms", ()) if room["place"] == place}
    if not here:
        if name:
            yield f"{one} har et lokale, som ikke er på stedet."
        return
    room = here.get(name or "")
    if room is None:
        yield f"{one} har ikke et lokale på stedet."
        return
    if room["seats"] < one.asked["size"]:
        yield f"{one} er i et lokale, der er for lille."
    if any(_overlaps(one, span) for span in room.get("busy", ())):
        yield f"{one} er i et lokale, der er optaget."


def _together(problem: Data, held: list[_Held]) -> Iterator[str]:
    days: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for one in held:
        days["course", one.asked["course"]].append(one)
        if one.answer.get("room"):
            days["room", one.answer["room"]].append(one)
        for person in one.people:
            days["person", person].append(one)
    people = {person["id"]: person for person in problem["people"]}
    ways = _ways(problem)
    for (kind, name), several in days.items():
        several.sort(key=lambda one: one.starts)
        for first, second in pairwise(several):
            need = _way(ways, people.get(name, {}), first, second) if kind == "person" else 0
            if second.starts < first.ends + timedelta(minutes=need):
                yield f"{first} og {second} kan ikke begge have {name}."
        most = people[name].get("most_a_day") if kind == "person" else None
        if most is not None:
            for day, count in Counter(one.starts.date() for one in several).items():
                if count > most:
                    yield f"{name} har {count} møder den {day.isoformat()}. Højst {most}."


def _ways(problem: Data) -> dict[tuple[str, str], int]:
    found = {}
    for way in problem.get("travel", ()):
        found[way["from"], way["to"]] = found[way["to"], way["from"]] = way["minutes"]
    return found


def _way(ways: dict[tuple[str, str], int], person: Data, first: _Held, second: _Held) -> int:
    here, there = first.answer["place"], second.answer["place"]
    if here == there:
        return 0
    base = person.get("base")
    if (here, there) in ways:
        return ways[here, there]
    return ways.get((here, base), 0) + ways.get((base, there), 0) if base else 0


def _in_turn(held: list[_Held]) -> Iterator[str]:
    days = {one.asked["id"]: one.starts.date() for one in held}
    for one in held:
        before = days.get(one.asked.get("after", ""))
        if before and (one.starts.date() - before).days < one.asked.get("gap", 0):
            yield f"{one} ligger for tæt på {one.asked['after']}."


def _locked(asked: dict[str, Data], held: list[_Held]) -> Iterator[str]:
    placed = {one.asked["id"]: one for one in held}
    for name, meeting in asked.items():
        stands = meeting.get("stands") or {}
        if not stands.get("locked"):
            continue
        one = placed.get(name)
        if one is None or (one.answer["starts"], one.answer["place"]) != (
            stands["starts"],
            stands["place"],
        ):
            yield f"{name} er låst og skal blive, hvor det står."


def _inside(one: _Held, times: list[Data]) -> bool:
    starts, ends = f"{one.starts:%H:%M}", f"{one.ends:%H:%M}"
    spells = sorted(
        (time["starts"], time["ends"]) for time in times if time["weekday"] == one.starts.weekday()
    )
    for spell in spells:  # one spell may begin where the last one ended
        if spell[0] <= starts < spell[1]:
            starts = spell[1]
    return starts >= ends and one.starts.date() == one.ends.date()


def _away(one: _Held, data: Data) -> bool:
    day = one.starts.date().isoformat()
    return any(days["first"] <= day <= days["last"] for days in data.get("away", ()))


def _overlaps(one: _Held, span: Data) -> bool:
    return one.starts < datetime.fromisoformat(span["ends"]) and one.ends > datetime.fromisoformat(
        span["starts"]
    )
