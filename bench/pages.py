"""The citizen's and the professional's plan, the coordinator's Monday, the manager's overview."""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bench import actors, data
from bench.serving import Client, Visit, serving, together
from bench.statements import ByHand, Sent, answered, as_owner, sent

PAGES = tuple(actors.ASKED)


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
    databases = {scale: data.database(scale) for scale in scales}
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
                page: _growth(one, visits[small][page], other, visits[large][page], effort)
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


def _beside_sql(
    database: str, port: int, openers: list[Any], captured: list[Sent], effort: Effort
) -> dict[str, Any]:
    """One client: the page, an empty page, and the page's own SQL sent by hand, in turn."""
    client, app = Client(port), ByHand(database, "app")
    times: dict[str, list[float]] = {"page": [], "empty": [], "sql": [], "data": []}
    for round_ in range(effort.rounds + 1):
        for opener, one in zip(openers, captured, strict=True):
            taken = {
                "page": client.open(opener.visit),
                "empty": client.open(opener.empty()),
                "sql": app.send(one.person, one.of("log", "page"), reads=True)[0],
                "data": app.send(one.person, one.of("page"))[0],
            }
            if round_:  # the first warms up
                for name, seconds in taken.items():
                    times[name].append(seconds)
    app.close()
    return {
        "page_ms": _ms(times["page"]), "empty_ms": _ms(times["empty"]),
        "sql_ms": _ms(times["sql"]), "data_ms": _ms(times["data"]),
        **_ratios("log_queries", times["sql"], times["data"], len(openers)),
        **_ratios("log_page", times["page"], _unlogged(times), len(openers)),
        **_ratios("page_to_sql", times["page"], times["sql"], len(openers)),
        **_ratios("page_to_data", times["page"], times["data"], len(openers)),
        **_ratios("page_to_empty", times["page"], times["empty"], len(openers)),
    }  # fmt: skip


def _unlogged(times: dict[str, list[float]]) -> list[float]:
    """What the page would have taken without the log and its gate, as its SQL by hand says."""
    rows = zip(times["page"], times["sql"], times["data"], strict=True)
    return [page - max(sql - data, 0.0) for page, sql, data in rows]


def _beside_no_policies(
    database: str, openers: list[Any], captured: list[Sent], effort: Effort
) -> dict[str, float]:
    """As the app and as the owner, in turn: the page's SQL, and the whole page in this process."""
    app, owner = ByHand(database, "app"), ByHand(database, "owner")
    times: dict[str, list[float]] = {"sql": [], "free": [], "page": [], "free_page": []}
    for round_ in range(effort.rounds + 1):
        for opener, one in zip(openers, captured, strict=True):
            statements = one.of("page")
            taken = {
                "sql": app.send(one.person, statements)[0],
                "free": owner.send(one.person, statements)[0],
                "page": answered(opener.visit),
            }
            with as_owner(database):
                taken["free_page"] = answered(opener.visit)
            if round_:
                for name, seconds in taken.items():
                    times[name].append(seconds)
    app.close()
    owner.close()
    return {
        **_ratios("rls_queries", times["sql"], times["free"], len(openers)),
        **_ratios("rls_page", times["page"], times["free_page"], len(openers)),
    }


def _growth(
    one: int, few: list[Visit], other: int, many: list[Visit], effort: Effort
) -> dict[str, float]:
    """Two servers side by side, asked in turn."""
    small, large = Client(one), Client(other)
    times: dict[str, list[float]] = {"small": [], "large": []}
    for round_ in range(effort.rounds + 1):
        for number in range(len(many)):
            taken = small.open(few[number % len(few)]), large.open(many[number % len(many)])
            if round_:
                times["small"].append(taken[0])
                times["large"].append(taken[1])
    return {
        "small_ms": _ms(times["small"]), "large_ms": _ms(times["large"]),
        **_ratios("ratio", times["large"], times["small"], len(many)),
    }  # fmt: skip


def _ms(seconds: list[float]) -> float:
    return round(statistics.median(seconds) * 1000, 2)


def _ratios(name: str, ours: list[float], theirs: list[float], people: int) -> dict[str, float]:
    """The median ratio of pairs taken one right after the other; and the same of the best rounds.

    On a machine that others use the second says more: for each person the least time of all
    rounds, in which nobody else had the core.
    """
    pairs = zip(ours, theirs, strict=True)
    best = zip(_least(ours, people), _least(theirs, people), strict=True)
    return {
        name: round(statistics.median(a / b for a, b in pairs), 2),
        f"{name}_best": round(statistics.median(a / b for a, b in best), 2),
    }


def _least(seconds: list[float], people: int) -> list[float]:
    """The least of each person's rounds; rounds go through all people in the same order."""
    return [min(seconds[person::people]) for person in range(people)]
