"""Whose words lie in the box where turns are written, and what can be done with them.

The turn can have moved on while they were typed. Then they stand under the name of who said them,
until who leads has kept them as theirs or thrown them away; only then is another's turn written.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from landfast.journeys.hold_meeting import AtTheTable
from landfast.meetings.rules import typed_as
from landfast.meetings.rules.turns import THE_LEADER
from landfast.web.spoken import genitive


@dataclass(frozen=True)
class Left:
    """Words that are another's than whose turn it is now."""

    told: str
    label: str
    save: str
    theme: str
    """The theme they are about, where the table has left it."""


def box(table: AtTheTable, form: forms.Form) -> dict[str, Any]:
    """Whose words the box holds, about what, and whether they were left."""
    now = table.room.next
    text, seat, about = (str(form[name].value() or "") for name in ("text", "seat", "about"))
    current = {"typed_as": typed_as.whose_now(now), "about": now.theme or "", "left": None}
    if not text.strip() or not seat:
        return current
    words = {str(one.id): one.words for one in table.room.meeting.themes}
    if about not in words:
        about = str(now.theme) if now.theme else next(iter(words), "")
    is_here = about == str(now.theme)
    if is_here and seat in typed_as.offered(table.room.table):
        return current | {"typed_as": seat}
    left = _left(table, seat, "" if is_here else words.get(about, ""))
    return {"typed_as": seat, "about": about, "left": left}


def _left(table: AtTheTable, seat: str, theme: str) -> Left:
    if seat == typed_as.ALL:
        told, label = _("Løsningen her er ikke gemt endnu."), _("Løsningen")
        return Left(told, label, _("Gem løsningen"), theme)
    name = name_of(table, seat)
    told = _("Ordene her er %(whose)s. De er ikke gemt endnu.") % {"whose": genitive(name)}
    label = _("Det sagde %(name)s") % {"name": name}
    return Left(told, label, _("Gem som %(whose)s ord") % {"whose": genitive(name)}, theme)


def name_of(table: AtTheTable, seat: str) -> str:
    """Whose seat it is; she, where it is none."""
    meeting = table.room.meeting
    names = {str(one.id): one.name for one in meeting.guests}
    return {**names, str(THE_LEADER): meeting.leader, typed_as.HERS: table.whose.called}.get(
        seat, _("en anden")
    )
