"""Whom one touch would ask about a promise that was not kept, before it is touched."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from landfast.directory.queries.mandates import Link, Suggested, nearest
from landfast.kernel.reading import Question, answered


@dataclass(frozen=True)
class Named:
    """One of the team, by name."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Offers:
    """The maker and who takes over, nobody where they are not in the team; and the leader."""

    maker: Named | None
    backup: Named | None
    leader: Suggested | None
    """The nearest who decides for where the maker works, or for where the actor does."""


NOTHING = Offers(None, None, None)


def offers_of(agreement_id: UUID, *, never: UUID) -> Offers:
    """Whom one would ask; `never` is who asks. One query, of what the actor may read."""
    return answered(asking_offers(agreement_id, never=never))


def asking_offers(agreement_id: UUID, *, never: UUID) -> Question[Offers]:
    """The same, to be sent with others."""
    return Question(
        "select * from plan_offers(%s)", [agreement_id], lambda rows: _offers(rows, never=never)
    )


def _offers(rows: list[tuple[Any, ...]], *, never: UUID) -> Offers:
    if not rows:
        return NOTHING
    maker, maker_named, backup, backup_named, *_first = rows[0]
    links = [Link(*row[4:]) for row in rows if row[4]]
    return Offers(
        Named(maker, maker_named) if maker else None,
        Named(backup, backup_named) if backup else None,
        nearest(links, never=never),
    )
