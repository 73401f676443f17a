"""My courses at the foot of the Monday page, and the groups that are folded."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landfast.course.rules.states import NAMES
from landfast.insight.folding import Group
from landfast.insight.monday import Monday
from landfast.web.pages import to
from landfast.web.parts.shapes import Cell, Empty, Fold, Table


def course_table(seen: Monday) -> Table:
    """The courses whose threads I hold today, one a line."""
    rows = tuple(
        (
            Cell(one.course.name, url=to("course", one.course.course_id)),
            Cell(_(NAMES[one.course.state])),
            Cell(str(one.running), is_number=True),
            Cell(str(one.waiting), is_number=True),
            Cell(when=one.last_at) if one.last_at else Cell(_("Intet endnu")),
            Cell(_("Makker") if one.as_second else _("Koordinator")),
        )
        for one in seen.courses
    )  # fmt: skip
    columns = (
        _("Borger"),
        _("Fase"),
        _("Aftaler i gang"),
        _("Venter på svar"),
        _("Sidst sket"),
        _("Du er"),
    )
    empty = Empty(_("Du har ingen forløb endnu. Når du bliver koordinator, står de her."))
    return Table(_("Mine forløb"), columns, rows, hide_caption=True, empty=empty)


@dataclass(frozen=True)
class SecondLine:
    """A course that somebody else holds, and in which I am the second."""

    name: str
    url: str
    phase: str


def second_lines(seen: Monday) -> list[SecondLine]:
    """Where I am the second of somebody who is at work: name and phase, no more is asked of me."""
    return [
        SecondLine(one.name, to("course", one.course_id), _(NAMES[one.state]))
        for one in seen.second
    ]


def folds(seen: Monday, opened: Collection[Group]) -> dict[str, Fold | None]:
    """The link that opens each group, or folds it again, by the group's name in small letters."""
    return {group.name.lower(): _fold(seen, opened, group) for group in Group}


def _fold(seen: Monday, opened: Collection[Group], group: Group) -> Fold | None:
    name = group.name.lower()
    if number := seen.folded.get(group, 0):
        return Fold(name, _label(group, number), _address([*opened, group]))
    if group not in opened:
        return None
    others = [one for one in opened if one is not group]
    return Fold(name, _("Vis kun de første"), _address(others))


def _label(group: Group, number: int) -> str:
    if group is Group.COURSES:
        return _("Vis alle mine forløb")
    if group is Group.SECOND:
        return _("Vis, hvor du er makker")
    if group is Group.CALLS:
        said = ngettext(
            "%(number)d borger mere at ringe til", "%(number)d borgere mere at ringe til", number
        )
    elif group is Group.WAITS:
        said = ngettext("%(number)d ting mere venter", "%(number)d ting mere venter", number)
    else:
        said = ngettext("%(number)d mere", "%(number)d mere", number)
    return said % {"number": number}


def _address(groups: Collection[Group]) -> str:
    asked = urlencode([("vis", group.value) for group in Group if group in groups])
    return to("monday") + (f"?{asked}" if asked else "")
