"""Begun again: whose answer waits until she lets them read, and where she does (decision 65)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.course.rules.words import State
from landfast.journeys.see_own_course import MyCourse
from landfast.kernel.text import listed
from landfast.web.parts.shapes import Act, NextStep


def to_allow() -> Act:
    """To where she lets in again who read before, one at a time."""
    return Act(_("Vælg, hvem der må læse"), f"{reverse('my_say')}#again")


def cannot_answer(seen: MyCourse, step: NextStep | None) -> str:
    """Their names in a row; empty in a pause, and where the step itself asks her already."""
    if seen.course.state is State.PAUSED or step is None or step.act == to_allow():
        return ""
    return listed(seen.cannot_answer, _(" og "))
