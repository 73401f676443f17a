"""The plan as the citizen reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from landfast.journeys.see_own_course import MyPlan
from landfast.kernel.ids import PersonId
from landfast.kernel.text import da
from landfast.people.rules import role_name
from landfast.plan.queries import AgreementRow, StepRow, WishRow
from landfast.plan.rules.words import STEP_NAMES, Standing
from landfast.plan.rules.words import AgreementState as A
from landfast.programmes.rules import NEED_NAMES, NeedArea
from landfast.web.mine.present import promise
from landfast.web.pages import to
from landfast.web.parts.shapes import Choices, Link, OwnStep, Promise
from landfast.web.plan.hers_present import choices
from landfast.web.spoken import named

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


NAMED_BY = 60
OVER = frozenset({A.KEPT, A.REPLACED, A.DECLINED, A.LAPSED})
NOT_AGREED = OVER | {A.PROPOSED}
"""What is no agreement now: it is over, or waits for a yes."""


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
    proposed: list[Promise]
    """What waits for a yes: nothing has been agreed there yet."""
    over: list[Promise]
    steps: list[OwnStep]
    others_steps: dict[str, list[OwnStep]]
    choices: Choices
    helped_by: str
    """Who wrote the words beside her, until she has said that they are hers."""
    came_home: bool
    """Another citizen wrote it: it stood in the wrong course, until a mistake was mended."""
    is_mine_url: str

    @property
    def named(self) -> str:
        """The wish where its choices are named aloud."""
        return brief(self.words)


@dataclass(frozen=True)
class FromBefore:
    """What somebody said before Landfast: kindly first, then as it was written."""

    kind: str
    written: str


def brief(text: str) -> str:
    """The beginning of a text that also stands whole on the page."""
    return text if len(text) <= NAMED_BY else f"{text[: NAMED_BY - 1]}…"


def plan(seen: MyPlan) -> dict[str, Any]:
    """Everything on the page, in the citizen's order; what is over is folded (lessons 17)."""
    course_id, me = seen.course.id, seen.me
    living = seen.plan.living
    practical = [row for row in seen.plan.practical if not _is_from_before(row)]
    return {
        "course": seen.course,
        "wishes": [_wish(course_id, row, me, first=row is living[0]) for row in living],
        "aside": [_wish(course_id, row, me, first=True) for row in seen.plan.aside],
        "practical": [_asking(row) for row in practical if row.state not in NOT_AGREED],
        "proposed": [_asking(row) for row in practical if row.state is A.PROPOSED],
        "over": [promise(row) for row in practical if row.state in OVER],
        "from_before": [_from_before(row) for row in seen.plan.agreements if _is_from_before(row)],
        "steps": _mine(course_id, seen.plan.steps),
        "others_steps": _theirs(course_id, seen.plan.steps),
        "add_wish": to("add_my_wish", course_id),
        "add_step": to("add_my_step", course_id),
    }


def _wish(course_id: UUID, row: WishRow, me: PersonId, *, first: bool) -> MyWish:
    agreements = [one for one in row.agreements if not _is_from_before(one)]
    living = [one for one in agreements if one.state not in NOT_AGREED]
    proposed = [one for one in agreements if one.state is A.PROPOSED]
    over = [one for one in agreements if one.state in OVER]
    return MyWish(
        row.id, row.words, _(NEED_NAMES[row.area]), _(STANDING[row.standing]),
        row.standing is Standing.GOAL, row.rating,
        [_asking(one, under_wish=True) for one in living],
        [_asking(one, under_wish=True) for one in proposed],
        [promise(one, under_wish=True) for one in over],
        _mine(course_id, row.steps), _theirs(course_id, row.steps),
        _choices(course_id, row, first=first),
        "" if row.written_by.is_citizen else row.written_by.name,
        row.written_by.is_citizen and row.written_by.id != me,
        to("take_my_wish", course_id, row.id),
    )  # fmt: skip


def _asking(row: AgreementRow, *, under_wish: bool = False) -> Promise:
    """A promise that asks how it went, until she has said: what she says else is on its page."""
    back = f"{to('my_plan')}?forloeb={row.course_id}"
    asks = choices(row, back) if row.hers is None and row.is_open else None
    return promise(row, under_wish=under_wish, asks=asks)


def _choices(course_id: UUID, row: WishRow, *, first: bool) -> Choices:
    of = (course_id, row.id)
    url = to("set_my_wish", *of)
    if row.standing is Standing.ASIDE:
        return Choices(url, "standing", ((Standing.WISH.value, _("Tag det frem")),))
    labels = (
        (Standing.GOAL, _("Gør det til mit mål")),
        (Standing.WISH, _("Lad det være et ønske")),
        (Standing.ASIDE, _("Læg det væk")),
    )
    return Choices(
        url, "standing",
        tuple((standing.value, label) for standing, label in labels if standing != row.standing),
        Link(_("Ret ord og tal"), to("change_my_wish", *of)),
        None if first else Link(_("Flyt op"), to("move_my_wish", *of)),
    )  # fmt: skip


def _step(course_id: UUID, row: StepRow) -> OwnStep:
    helped = "" if row.whose or row.written_by.is_citizen else row.written_by.name
    others = tuple(
        (state.value, _(word)) for state, word in STEP_NAMES.items() if state != row.state
    )
    url = to("set_my_step", course_id, row.id)
    return OwnStep(
        row.text, _(STEP_NAMES[row.state]), brief(row.text), Choices(url, "state", others), helped
    )


def _is_from_before(row: AgreementRow) -> bool:
    return row.state is A.NOTED


def _from_before(row: AgreementRow) -> FromBefore:
    areas = [_(NEED_NAMES[NeedArea(need)]) for need in row.needs if need in set(NeedArea)]
    who = named(role_name(row.maker_role)) if row.maker_role else _("Nogen")
    if areas:
        kind = _("%(who)s ville hjælpe dig. Det handlede om: %(areas)s.") % {
            "who": who, "areas": ", ".join(areas)
        }  # fmt: skip
    else:
        kind = _("%(who)s ville hjælpe dig.") % {"who": who}
    return FromBefore(kind, row.text)


def _mine(course_id: UUID, rows: Iterable[StepRow]) -> list[OwnStep]:
    return [_step(course_id, row) for row in rows if not row.whose]


def _theirs(course_id: UUID, rows: Iterable[StepRow]) -> dict[str, list[OwnStep]]:
    """The steps of those close to her, under their own names: never under hers."""
    found: dict[str, list[OwnStep]] = {}
    for row in rows:
        if row.whose:
            found.setdefault(row.whose, []).append(_step(course_id, row))
    return found
