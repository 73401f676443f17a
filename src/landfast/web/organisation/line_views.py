"""Who answers for a unit, and when: the chain of numbers, one form a number."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.directory.rules import Line, chain_as_seen
from landfast.journeys import arrange_units as arrange
from landfast.journeys.arrange_units import AnswerLines, Whose
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.web.directory.views import LineText, line_text
from landfast.web.doors import actor_of
from landfast.web.forms import thank
from landfast.web.organisation.asking import Ask, a_form, asked
from landfast.web.organisation.unit_forms import LineForm
from landfast.web.pages import page


@dataclass(frozen=True)
class Chain:
    """One of the two chains, as the page shows it."""

    whose: Whose
    lines: list[LineText]
    seen: str


@require_GET
def lines(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Both chains, in the order in which they are tried."""
    seen = arrange.see_lines(actor_of(request), UnitId(unit_id))
    context = {
        "unit": seen.unit, "own": _chain(seen, Whose.UNIT),
        "common": _chain(seen, Whose.ORGANISATION),
    }  # fmt: skip
    return page(request, "organisation/lines.html", context)


def _chain(seen: AnswerLines, whose: Whose) -> Chain:
    found = seen.chain(whose)
    return Chain(whose, [line_text(line) for line in found], chain_as_seen(found))


@a_form
def add_line(request: HttpRequest, unit_id: UUID, whose: str) -> HttpResponse:
    """One more number, tried last."""
    return _line(request, UnitId(unit_id), _whose(whose), None)


@a_form
def change_line(request: HttpRequest, unit_id: UUID, whose: str, place: int) -> HttpResponse:
    """Another name, number or time."""
    return _line(request, UnitId(unit_id), _whose(whose), place)


def _line(request: HttpRequest, unit_id: UnitId, whose: Whose, place: int | None) -> HttpResponse:
    actor = actor_of(request)
    seen = arrange.see_lines(actor, unit_id)
    chain = seen.chain(whose)
    known = None if place is None else _at(chain, place)
    stands = LineForm.stands(known) | {"seen": chain_as_seen(chain)}
    form = LineForm(request.POST or None, initial=stands)
    ask = Ask(
        _("Nyt nummer") if known is None else _("Ret %(name)s") % {"name": known.name},
        _("Gem nummeret"), _("Det er gemt. Numrene prøves oppefra."),
        reverse("answer_lines", args=[unit_id]),
        _("Borgere får det første nummer, der svarer lige nu."),
    )  # fmt: skip
    return asked(request, form, ask, lambda: arrange.set_lines(
        actor=actor, unit_id=unit_id, whose=whose, seen=form.cleaned_data["seen"],
        lines=[*chain, form.line()] if place is None
        else [*chain[:place], form.line(), *chain[place + 1:]],
    ))  # fmt: skip


@require_POST
def move_line(request: HttpRequest, unit_id: UUID, whose: str, place: int) -> HttpResponse:
    """Tried earlier, or not any more."""
    actor, of = actor_of(request), _whose(whose)
    chain = list(arrange.see_lines(actor, UnitId(unit_id)).chain(of))
    _at(chain, place)
    moved = chain.pop(place)
    up = request.POST.get("hvordan") == "op"
    if up:
        chain.insert(max(place - 1, 0), moved)
    arrange.set_lines(
        actor=actor, unit_id=UnitId(unit_id), whose=of, lines=chain,
        seen=request.POST.get("seen", ""),
    )  # fmt: skip
    said = _("%(name)s prøves nu før.") if up else _("%(name)s er fjernet.")
    return thank(request, said % {"name": moved.name}, "answer_lines", unit_id)


def _at(chain: list[Line], place: int) -> Line:
    if not 0 <= place < len(chain):
        raise NotFound
    return chain[place]


def _whose(text: str) -> Whose:
    try:
        return Whose(text)
    except ValueError as error:
        raise NotFound from error
