"""Who may read for the citizen, in plain words."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.actor import Actor
from landfast.consent.proxies import ProxyRow
from landfast.consent.rules import HOW_NAMES, How
from landfast.consent.rules.proxy import LIMITS, PROXY_KINDS, ProxyKind
from landfast.journeys.read_for import ForOne, Proxies
from landfast.kernel.text import da
from landfast.web.parts.shapes import Act, Reader, Readers
from landfast.web.spoken import genitive

HER_KINDS: dict[ProxyKind, str] = {
    ProxyKind.CHOSEN: da("Læser for dig, fordi du har sagt ja"),
    ProxyKind.GUARDIAN: da("Din værge"),
}


def line(course_id: UUID, row: ProxyRow, *, to_her: bool) -> dict[str, Any]:
    """One of them, with the touches that fit whoever looks."""
    texts = [LIMITS[one] for one in row.limits]
    stop = Act(
        _("Stop for %(name)s") % {"name": row.name},
        reverse("end_proxy", args=[course_id, row.id]), "post",
    )  # fmt: skip
    confirm = Act(_("Ja, det passer"), reverse("confirm_proxy", args=[course_id, row.id]), "post")
    code = Act(
        _("Lav en kode til %(name)s") % {"name": row.name},
        reverse("invite_proxy", args=[course_id, row.id]), "post",
    )  # fmt: skip
    asks = [confirm] if to_her and not row.is_confirmed else []
    return {
        "name": row.name, "kind": _((HER_KINDS if to_her else PROXY_KINDS)[row.kind]),
        "limits": [_(text.to_her if to_her else text.to_others) for text in texts],
        "reason": row.reason, "until": row.until,
        "how": "" if to_her and row.how is How.SELF else _(HOW_NAMES[row.how]),
        "evidence": row.evidence, "acts": [*asks, code, stop] if row.runs else [],
    }  # fmt: skip


def proxies(seen: Proxies, actor: Actor) -> dict[str, Any]:
    """Everything on the page."""
    course, mine = seen.course, actor.is_citizen
    return {
        "mine": mine, "course": course,
        "running": [line(course.course_id, row, to_her=mine) for row in seen.rows if row.runs],
        "former": _former(seen),
    }  # fmt: skip


def name_again(course_id: UUID, row: ProxyRow) -> Act:
    """Lad … læse igen: the same person, as it was the last time."""
    words = _("Lad %(name)s læse igen") % {"name": row.name}
    return Act(words, reverse("name_again", args=[course_id, row.id]))


def _former(seen: Proxies) -> list[tuple[ProxyRow, Act | None]]:
    """Who has been let in, the latest first; each person once with the way to do it again."""
    met = {row.person_id for row in seen.rows if row.runs}
    found: list[tuple[ProxyRow, Act | None]] = []
    for row in seen.rows:
        if row.runs:
            continue
        again = name_again(seen.course.course_id, row)
        found.append((row, None if row.person_id in met else again))
        met.add(row.person_id)
    return found


def own_promises(seen: ForOne) -> list[str]:
    """What stands in the plan at the reader's own place on her map, in the words of it.

    By the key of the place: another one of the same name is somebody else.
    """
    return [row.text for row in seen.steps if row.relation_id in seen.places]


def team(called: str = "") -> Readers:
    """Who reads what a proxy or the citizen writes about proxies, and what a proxy says.

    `called`: her name, to who reads for her.
    """
    if called:
        whose = _("%(whose)s team") % {"whose": genitive(called)}
        return Readers((Reader(called), Reader(whose)))
    return Readers((Reader(_("borgeren")), Reader(_("borgerens team"))))
