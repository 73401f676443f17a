"""Why a meeting got no time, in the reader's language and with names for keys."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.meetings.rules import Part
from landfast.meetings.scheduling.explaining import SAID
from landfast.meetings.scheduling.shapes import Reason, Why

NAMELESS = {
    Reason.ONE: gettext_lazy("En af dem, der skal være med, har ingen tid i perioden."),
    Reason.TOGETHER: gettext_lazy(
        "De, der skal være med, er aldrig fri på samme tid. Uden en af dem kunne det lade sig gøre."
    ),
}
"""For a reader who may not know who it is."""
PARTS = {Part.REFLECTOR.value: gettext_lazy("reflektør")}
UNTOLD = gettext_lazy("Lav en ny plan for at se hvorfor.")


def why_no_time(why: Why | None, names: Mapping[str, str]) -> str:
    """What stands in the way. Only whoever is in `names` is named."""
    if why is None:
        return str(UNTOLD)
    if why.reason is Reason.ROLE:
        names = {part: str(name) for part, name in PARTS.items()}
    known = [names[one] for one in why.whom if one in names]
    if len(known) < len(why.whom) and why.reason in NAMELESS:
        return str(NAMELESS[why.reason])
    return _(SAID[why.reason]).format(who=", ".join(known))
