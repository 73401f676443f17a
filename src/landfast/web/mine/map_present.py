"""The network map: the drawing, the same as a list, and its days."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from landfast.journeys.see_my_map import MyMap
from landfast.kernel.text import da
from landfast.network.queries.drawing import Thing, WayBack
from landfast.network.rules import CLOSENESS_NAMES, SPHERE_NAMES, TIE_NAMES, Closeness, Sphere
from landfast.network.rules.drawing import Reading, Spot
from landfast.web.mine.people_present import readers
from landfast.web.pages import to
from landfast.web.parts.rings import TIE_MARKS, Placed, Rings, draw
from landfast.web.parts.shapes import Act, Link
from landfast.web.spoken import day

RIM_NAMES: dict[Sphere, str] = {
    Sphere.FAMILY: da("Familie"),
    Sphere.FRIENDS: da("Venner"),
    Sphere.WORK: da("Job"),
    Sphere.LEISURE: da("Fritid"),
    Sphere.SOCIAL: da("Hverdag"),
    Sphere.HEALTH: da("Læge"),
    Sphere.AUTHORITIES: da("Kommune"),
}
"""The spheres where room is scarce: along the rim."""


@dataclass(frozen=True)
class OnMap:
    """Somebody in the list beside the drawing."""

    key: str
    name: str
    words: str
    is_alone: bool
    acts: list[Act]
    change: str


def my_map(seen: MyMap) -> dict[str, Any]:
    """Everything on the page."""
    draws = seen.course.runs and seen.day is None
    return {
        "course": seen.course,
        "draws": draws,
        "rings": rings(seen.placed, lambda thing: change_url(seen, thing)),
        "legend": [(TIE_MARKS[tie], tie.value, _(name)) for tie, name in TIE_NAMES.items()],
        "groups": [
            (_(name), [_listed(seen, thing, spot, draws=draws) for thing, spot in there])
            for closeness, name in CLOSENESS_NAMES.items()
            if (there := [one for one in seen.placed if one[1].closeness is closeness])
        ],
        "may_undo": seen.way_back is not None,
        "undo_means": undo_means(seen.way_back, to_her=True),
        "helpers": helpers(seen.placed) if draws else "",
        "days": _days(seen),
        "readers": readers(seen.readers, Link(_("Vælg hvem"), to("my_say"))),
    }


def helpers(placed: Iterable[tuple[Thing, Spot]]) -> str:
    """Who has drawn beside her what she has not said yes to yet."""
    return ", ".join(sorted({thing.helped_by for thing, _spot in placed if thing.helped_by}))


def rings(placed: Iterable[tuple[Thing, Spot]], url: Callable[[Thing], str]) -> Rings:
    """The drawing of it; `url` says where somebody is changed, or nothing."""
    spheres, steps = list(Sphere), list(Closeness)
    drawn = [
        Placed(
            str(thing.id), thing.name, ", ".join([thing.name, *_said(thing, spot)]),
            steps.index(spot.closeness), spheres.index(spot.sphere),
            "helper" if thing.is_member else thing.kind.value, spot.tie or "", url(thing),
            thing.only_mine,
        )
        for thing, spot in placed
    ]  # fmt: skip
    return draw(drawn, [(sphere.value, _(RIM_NAMES[sphere])) for sphere in spheres])


def _said(thing: Thing, spot: Spot) -> list[str]:
    said = [_(CLOSENESS_NAMES[spot.closeness]), _(SPHERE_NAMES[spot.sphere])]
    if spot.tie:
        said.append(_(TIE_NAMES[spot.tie]))
    return [*said, _("kun for dig")] if thing.only_mine else said


def change_url(seen: MyMap, thing: Thing) -> str:
    """Where she changes one of them."""
    page = "move_my_helper" if thing.is_member else "change_my_person"
    return to(page, seen.course.id, thing.id) + "?fra=kort"


def _listed(seen: MyMap, thing: Thing, spot: Spot, *, draws: bool) -> OnMap:
    words = [_(SPHERE_NAMES[spot.sphere]), *([_(TIE_NAMES[spot.tie])] if spot.tie else [])]
    if thing.helped_by:
        words.append(_("tegnet med hjælp"))
    return OnMap(
        f"paa-{thing.id}", thing.name, " · ".join(words), thing.only_mine,
        _steps(seen, thing, spot) if draws else [], change_url(seen, thing) if draws else "",
    )  # fmt: skip


def _steps(seen: MyMap, thing: Thing, spot: Spot) -> list[Act]:
    """One touch closer, one touch farther."""
    rings_, url = list(Closeness), to("draw_my_map", seen.course.id)
    at = rings_.index(spot.closeness)
    asked = [(_("Tættere på"), at - 1), (_("Længere væk"), at + 1)]
    return [
        Act(label, url, "post", (("thing", str(thing.id)), ("sphere", spot.sphere.value),
                                 ("closeness", rings_[step].value)))
        for label, step in asked
        if 0 <= step < len(rings_)
    ]  # fmt: skip


def _days(seen: MyMap) -> dict[str, Any] | None:
    """The slider, and the same as links; nothing to slide with one day only."""
    if not seen.days[1:]:
        return None
    at = seen.days.index(seen.day) + 1 if seen.day else len(seen.days)
    named = [day(one) for one in seen.days[:-1]] + [_("Som det er nu")]
    return {
        "last": len(seen.days), "at": at, "now": named[at - 1], "names": named,
        "earlier": at - 1, "later": at + 1 if at < len(seen.days) else 0, "is_past": bool(seen.day),
    }  # fmt: skip


def said(name: str, closeness: Closeness, sphere: Sphere) -> str:
    """What is heard when somebody has been moved."""
    return _("%(name)s: %(near)s, %(sphere)s.") % {
        "name": name, "near": _(CLOSENESS_NAMES[closeness]), "sphere": _(SPHERE_NAMES[sphere]),
    }  # fmt: skip


def undo_means(found: WayBack | None, *, to_her: bool) -> str:
    """What is said before the touch, where Fortryd ends what somebody reads, or does not begin it.

    Empty where nobody's reading is touched.
    """
    if found is None or found.reading is None:
        return ""
    ends = found.reading is Reading.ENDS
    if to_her:
        words = (
            _("Fortryder du nu, læser %(name)s ikke for dig mere.") if ends
            else _("Fortryder du nu, kommer %(name)s på kortet igen, men læser ikke for dig.")
        )  # fmt: skip
    else:
        words = (
            _("Fortryder I nu, læser %(name)s ikke for borgeren mere.") if ends
            else _("Fortryder I nu, kommer %(name)s på kortet igen, men læser ikke for borgeren.")
        )  # fmt: skip
    return words % {"name": found.name}


def said_undone(found: WayBack, *, to_her: bool) -> str:
    """What is heard when the last stroke was taken back."""
    undone = _("%(name)s: det sidste er fortrudt.") % {"name": found.name}
    if found.reading is None:
        return undone
    if found.reading is Reading.ENDS:
        also = (
            _("%(name)s læser ikke for dig mere.") if to_her
            else _("%(name)s læser ikke for borgeren mere.")
        )  # fmt: skip
    else:
        also = (
            _("%(name)s læser ikke for dig, før du siger ja igen.") if to_her
            else _("%(name)s læser ikke for borgeren uden et nyt ja.")
        )  # fmt: skip
    return f"{undone} {also % {'name': found.name}}"
