"""Whom one touch would ask about a promise that was not kept, before it is touched."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from landfast.directory.queries.mandates import Link, Suggested, nearest


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
    with connection.cursor() as cursor:
        cursor.execute("select * from plan_offers(%s)", [agreement_id])
        rows = cursor.fetchall()
    if not rows:
        return NOTHING
    maker, maker_named, backup, backup_named, *_first = rows[0]
    links = [Link(*row[4:]) for row in rows if row[4]]
    return Offers(
        Named(maker, maker_named) if maker else None,
        Named(backup, backup_named) if backup else None,
        nearest(links, never=never),
    )
