"""The citizen's and the professional's plan, the coordinator's Monday, the manager's overview."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bench import actors, data
from bench.serving import Client, Visit, serving, together
from bench.statements import ByHand, Sent, answered, as_owner, sent
from bench.taken import Taken

Round = dict[str, Callable[[], Taken]]
"""What is to be taken of one person, by name."""


@dataclass(frozen=True)
class Effort:
    """How much is measured: people per page, rounds of comparisons, requests under load."""

    people: int = 12
    rounds: int = 8
    requests: int = 320
    many: int = 16


TINY = Effort(people=2, rounds=1, requests=4, many=2)


@contextmanager
def pointed_to(database: str) -> Iterator[None]:
    """Django's connections of this process mean this database."""
    from django.db import connections

    def point(name: str) -> str:
        before = str(connections["default"].settings_dict["NAME"])
        for alias in connections:
            connections[alias].close()
            if getattr(connections[alias], "pool", None):
                connections[alias].close_pool()
            connections[alias].settings_dict["NAME"] = name
        return before

    before = point(database)
    try:
        yield
    finally:
        point(before)


def measured(scales: list[int], pages: tuple[str, ...], effort: Effort) -> dict[str, Any]:
    """All figures of these pages at these scales, and the growth between them."""
    build = actors.build_of(pages)
    databases = {scale: data.database(scale, build) for scale in scales}
    report: dict[str, Any] = {"scales": {}, "growth": {}}
    visits: dict[int, dict[str, list[Visit]]] = {}
    for scale, database in databases.items():
        data.say(f"{scale} courses: measuring")
        with pointed_to(database), serving(database) as port:
            report["scales"][str(scale)], visits[scale] = _at_scale(database, port, pages, effort)
    for scale in scales[1:]:
        small, large = scales[0], scale
        with serving(databases[small]) as one, serving(databases[large]) as other:
            report["growth"][f"{small}-{large}"] = {
                page: {
                    **_growth(one, visits[small][page], other, visits[large][page], effort),
                    "ratio_cpu": _grown(report["scales"], small, large, page),
                }
                for page in visits[large]
            }
    return report


def _at_scale(
    database: str, port: int, pages: tuple[str, ...], effort: Effort
) -> tuple[dict[str, Any], dict[str, list[Visit]]]:
    figures: dict[str, Any] = {}
    visits: dict[str, list[Visit]] = {}
    for page in pages:
        openers = actors.openers(database, page, effort.people)
        if not openers:
            figures[page] = {"missing": True}
            continue
        visits[page] = [opener.visit for opener in openers]
        captured = [sent(opener.person, opener.visit) for opener in openers]
        figures[page] = {
            "kind": actors.KINDS[page],
            "queries": _counts(captured),
            "relies_on_policies": _unfiltered(database, captured),
            "ratios": {
                **_beside_sql(database, port, openers, captured, effort),
                **_beside_no_policies(database, openers, captured, effort),
            },
            "clients": {
                str(clients): together(port, visits[page], clients, effort.requests).figures()
                for clients in (1, effort.many)
            },
        }
        data.say(f"  {page}: {figures[page]['ratios']}")
    return figures, visits


def _grown(scales: dict[str, Any], small: int, large: int, page: str) -> float:
    """In processor time, from the pages opened in this process at each scale."""
    little, much = (scales[str(one)][page]["ratios"]["page_cpu_ms"] for one in (small, large))
    return round(much / little, 2)


def _counts(captured: list[Sent]) -> dict[str, int]:
    """The most that anybody's page sent, by kind."""
    counted = [one.counts() for one in captured]
    return {kind: max(counts[kind] for counts in counted) for kind in counted[0]}


def _unfiltered(database: str, captured: list[Sent]) -> list[str]:
    """Statements that answer the owner more rows: the policy was their filter (it must not be)."""
    app, owner = ByHand(database, "app"), ByHand(database, "owner")
    found: dict[str, None] = {}
    for one in captured[:4]:
        statements = one.of("page")
        pairs = zip(app.send(one.person, statements)[1], owner.send(one.person, statements)[1],
                    strict=True)  # fmt: skip
        for statement, (seen, there) in zip(statements, pairs, strict=True):
            if seen != there:
                found[statement.sql[:300]] = None
    app.close()
    owner.close()
    return list(found)


def _rounds(effort: Effort, people: int, measure: Callable[[int], Round]) -> dict[str, list[Taken]]:
    """Everybody in turn, round after round; what is compared is taken one right after the other.

    Every other round backwards: what comes second finds warm what the first one has read.
    """
    found: dict[str, list[Taken]] = {}
    for round_ in range(effort.rounds + 1):
        for number in range(people):
            tasks = list(measure(number).items())
            for name, take in reversed(tasks) if round_ % 2 else tasks:
                taken = take()
                if round_:  # the first warms up
                    found.setdefault(name, []).append(taken)
    return found


def _beside_sql(
    database: str, port: int, openers: list[Any], captured: list[Sent], effort: Effort
) -> dict[str, Any]:
    """One client: the page, an empty page, and the page's own SQL sent by hand, in turn."""
    client, app = Client(port), ByHand(database, "app")

    def measure(number: int) -> Round:
        opener, one = openers[number], captured[number]
        return {
            "page": lambda: client.open(opener.visit),
            "empty": lambda: client.open(opener.empty()),
            "sql": lambda: app.send(one.person, one.of("log", "page"), reads=True)[0],
            "data": lambda: app.send(one.person, one.of("page"))[0],
        }

    times, people = _rounds(effort, len(openers), measure), len(openers)
    app.close()
    return {
        **{f"{name}_ms": _ms(taken) for name, taken in times.items()},
        **_ratios("log_queries", times["sql"], times["data"], people),
        **_ratios("log_page", times["page"], _without(times, "page", "sql", "data"), people),
        **_ratios("page_to_sql", times["page"], times["sql"], people),
        **_ratios("page_to_data", times["page"], times["data"], people),
        **_ratios("page_to_empty", times["page"], times["empty"], people),
    }


def _beside_no_policies(
    database: str, openers: list[Any], captured: list[Sent], effort: Effort
) -> dict[str, float]:
    """In this process, in turn: as the app, as the owner, and where every policy says yes.

    The page's SQL and the whole page, with the processor time of both sides.
    """
    app, owner, anyone = (ByHand(database, role) for role in ("app", "owner", None))

    def measure(number: int) -> Round:
        opener, one = openers[number], captured[number]
        statements = one.of("page")
        return {
            "sql": lambda: app.send(one.person, statements)[0],
            "free": lambda: owner.send(one.person, statements)[0],
            "asked": lambda: anyone.send_as_app(one.person, statements, asked=True),
            "unasked": lambda: anyone.send_as_app(one.person, statements, asked=False),
            "logged": lambda: app.send(one.person, one.of("log", "page"), reads=True)[0],
            "empty": lambda: answered(opener.empty()),
            "page": lambda: answered(opener.visit),
            "free_page": lambda: as_owner(database)(answered)(opener.visit),
        }

    times, people = _rounds(effort, len(openers), measure), len(openers)
    for connection in (app, owner, anyone):
        connection.close()
    unasked = _without(times, "page", "asked", "unasked")
    return {
        **_both("rls_queries", times["sql"], times["free"], people),
        **_both("rls_page", times["page"], times["free_page"], people),
        **_both("policy_queries", times["asked"], times["unasked"], people),
        **_both("policy_page", times["page"], unasked, people),
        "log_page_cpu": _cpu(times["page"], _without(times, "page", "logged", "sql"), people),
        "page_to_sql_cpu": _cpu(times["page"], times["logged"], people),
        "page_to_empty_cpu": _cpu(times["page"], times["empty"], people),
        "page_cpu_ms": _processor_ms(times["page"]),
        "empty_cpu_ms": _processor_ms(times["empty"]),
    }


def _without(times: dict[str, list[Taken]], page: str, dearer: str, cheaper: str) -> list[Taken]:
    """What the page would have taken if its SQL had cost the less of two."""
    rows = zip(times[page], times[dearer], times[cheaper], strict=True)
    return [
        Taken(
            whole.seconds - max(more.seconds - less.seconds, 0.0),
            whole.processor - max(more.processor - less.processor, 0.0),
        )
        for whole, more, less in rows
    ]


def _growth(
    one: int, few: list[Visit], other: int, many: list[Visit], effort: Effort
) -> dict[str, float]:
    """Two servers side by side, asked in turn."""
    small, large = Client(one), Client(other)

    def measure(number: int) -> Round:
        return {
            "small": lambda: small.open(few[number % len(few)]),
            "large": lambda: large.open(many[number % len(many)]),
        }

    times = _rounds(effort, len(many), measure)
    return {
        "small_ms": _ms(times["small"]), "large_ms": _ms(times["large"]),
        **_ratios("ratio", times["large"], times["small"], len(many)),
    }  # fmt: skip


def _ms(taken: list[Taken]) -> float:
    return round(statistics.median(one.seconds for one in taken) * 1000, 2)


def _processor_ms(taken: list[Taken]) -> float:
    return round(statistics.median(one.processor for one in taken) * 1000, 2)


def _both(name: str, ours: list[Taken], theirs: list[Taken], people: int) -> dict[str, float]:
    return {**_ratios(name, ours, theirs, people), f"{name}_cpu": _cpu(ours, theirs, people)}


def _ratios(name: str, ours: list[Taken], theirs: list[Taken], people: int) -> dict[str, float]:
    """The median ratio of pairs taken one right after the other; and the same of the best rounds.

    On a machine that others use the second says more: for each person the least time of all
    rounds, in which nobody else had the core.
    """
    pairs = zip(ours, theirs, strict=True)
    best = zip(*(_least([one.seconds for one in rows], people) for rows in (ours, theirs)),
               strict=True)  # fmt: skip
    return {
        name: round(statistics.median(a.seconds / b.seconds for a, b in pairs), 2),
        f"{name}_best": round(statistics.median(a / b for a, b in best), 2),
    }


def _cpu(ours: list[Taken], theirs: list[Taken], people: int) -> float:
    """The same in processor time, each person's least: what others do on the machine is not in it.

    Zero where the database runs on another machine: its processes are not seen from here.
    """
    pairs = zip(*(_least([one.processor for one in rows], people) for rows in (ours, theirs)),
                strict=True)  # fmt: skip
    return round(statistics.median(a / b if b else 0.0 for a, b in pairs), 2)


def _least(seconds: list[float], people: int) -> list[float]:
    """The least of each person's rounds; rounds go through all people in the same order."""
    return [min(seconds[person::people]) for person in range(people)]
