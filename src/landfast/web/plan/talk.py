"""Where the talk about wishes, hopes and dreams goes: one life area a screen, then strengths.

It begins with a good day and with people, and comes to the heavy things last (S004 §5.1).
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from landfast.paper.words import area_name
from landfast.programmes.rules import NeedArea

AREAS = [
    NeedArea.DAILY_LIVING, NeedArea.NETWORK, NeedArea.FAMILY, NeedArea.HOUSING, NeedArea.WORK_EDU,
    NeedArea.ECONOMY, NeedArea.SOMATIC, NeedArea.PSYCHIATRY, NeedArea.SUBSTANCE, NeedArea.CRIME,
]  # fmt: skip
STRENGTHS, STATEMENT = "styrker", "om-mig"
PLACES = [*(area.value for area in AREAS), STRENGTHS, STATEMENT]


@dataclass(frozen=True)
class Place:
    """A screen of the talk: which, of how many, and what comes after it."""

    code: str
    name: str
    number: int
    total: int
    following: str
    """The name of the next one; empty at the end."""
    url_code: str
    """Where it goes on; empty at the end."""


def place(code: str, *, to_citizen: bool) -> Place:
    """The screen with this code."""
    at = PLACES.index(code)
    after = PLACES[at + 1] if at + 1 < len(PLACES) else ""
    following = _name(after, to_citizen=to_citizen) if after else ""
    name = _name(code, to_citizen=to_citizen)
    return Place(code, name, at + 1, len(PLACES), following, after)


def _name(code: str, *, to_citizen: bool) -> str:
    if code == STRENGTHS:
        return _("Det kan jeg") if to_citizen else _("Det kan borgeren")
    if code == STATEMENT:
        return _("Det vil jeg gerne sige om mig") if to_citizen else _("Borgeren om sig selv")
    return area_name(NeedArea(code), to_citizen=to_citizen)
