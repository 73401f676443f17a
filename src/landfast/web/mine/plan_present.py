"""The plan as the citizen reads it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.journeys.see_own_course import MyPlan
from landfast.kernel.text import da
from landfast.plan.queries import StepRow, WishRow
from landfast.plan.rules.words import Standing, StepState
from landfast.programmes.rules import NEED_NAMES
from landfast.web.mine.present import promise
from landfast.web.parts.shapes import Act, Promise

STANDING: dict[Standing, str] = {
    Standing.WISH: da("Mit ønske"),
    Standing.GOAL: da("Mit mål"),
    Standing.ASIDE: da("Lagt væk"),
}
STOOD: dict[Standing, str] = {
    Standing.WISH: da("Nu er det et ønske."),
    Standing.GOAL: da("Nu er det dit mål."),
    Standing.ASIDE: da("Det er lagt væk. Du kan tage det frem igen."),
}
STEPS: dict[StepState, str] = {
    StepState.WANT: da("Vil gerne"),
    StepState.TRIED: da("Prøvet"),
    StepState.DONE: da("Gjort"),
    StepState.NOT_NOW: da("Ikke nu"),
}


@dataclass(frozen=True)
class MyStep:
    """An own step: no date, no count; all four words are good."""

    text: str
    word: str
    acts: list[Act]


@dataclass(frozen=True)
class MyWish:
    """A wish with what hangs on it and what I can do with it."""

    id: UUID
    words: str
    area: str
    standing: str
    is_goal: bool
    rating: int | None
    promises: list[Promise]
    steps: list[MyStep]
    acts: list[Act]


def plan(seen: MyPlan) -> dict[str, Any]:
    """Everything on the page, in the citizen's order."""
    course_id = seen.course.id
    living = seen.plan.living
    return {
        "course": seen.course,
        "wishes": [_wish(course_id, row, first=row is living[0]) for row in living],
        "aside": [_wish(course_id, row, first=True) for row in seen.plan.aside],
        "practical": [promise(row) for row in seen.plan.practical],
        "steps": [_step(course_id, row) for row in seen.plan.steps],
        "add_wish": reverse("add_my_wish", args=[course_id]),
        "add_step": reverse("add_my_step", args=[course_id]),
    }


def _wish(course_id: UUID, row: WishRow, *, first: bool) -> MyWish:
    acts = [] if first else [_act("move_my_wish", _("Flyt op"), course_id, row.id)]
    for standing, label in (
        (Standing.GOAL, _("Gør det til mit mål")),
        (Standing.WISH, _("Lad det være et ønske")),
        (Standing.ASIDE, _("Læg det væk")),
    ):
        if standing is not row.standing:
            acts.append(_act("set_my_wish", label, course_id, row.id, standing=standing))
    if row.standing is Standing.ASIDE:
        back = _act("set_my_wish", _("Tag det frem"), course_id, row.id, standing=Standing.WISH)
        acts = [back]
    return MyWish(
        row.id, row.words, _(NEED_NAMES[row.area]), _(STANDING[row.standing]),
        row.standing is Standing.GOAL, row.rating,
        [promise(one, under_wish=True) for one in row.agreements],
        [_step(course_id, one) for one in row.steps], acts,
    )  # fmt: skip


def _act(name: str, label: str, course_id: UUID, of: UUID, **fields: str) -> Act:
    said = tuple((key, str(value)) for key, value in fields.items())
    return Act(label, reverse(name, args=[course_id, of]), "post", said)


def _step(course_id: UUID, row: StepRow) -> MyStep:
    acts = [
        _act("set_my_step", _(word), course_id, row.id, state=state)
        for state, word in STEPS.items()
        if state is not row.state
    ]
    text = f"{row.whose}: {row.text}" if row.whose else row.text
    return MyStep(text, _(STEPS[row.state]), acts)
