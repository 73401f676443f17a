"""Two audits side by side: the same fixed questions, what the groups answered then and then."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from landfast.access.actor import Actor
from landfast.learning.queries import studies as queries
from landfast.learning.queries.studies import Gathered, WorkshopRow, audits
from landfast.learning.rules.workshop import ANSWER_NAMES, QUESTIONS, Answer, Colour
from landfast.web.doors import actor_of
from landfast.web.forms import choose_among
from landfast.web.pages import page
from landfast.web.parts.shapes import Cell, Empty, Table
from landfast.web.spoken import clock, short_day


class TwoForm(forms.Form):
    """Which two of my audits."""

    den = forms.ChoiceField(label=gettext_lazy("Den ene audit"))
    anden = forms.ChoiceField(label=gettext_lazy("Den anden audit"))

    def __init__(self, data: Any, choices: list[tuple[str, str]]) -> None:
        chosen = {"den": choices[-1][0], "anden": choices[0][0]} if len(choices) > 1 else {}
        super().__init__({**chosen, **{name: data[name] for name in data if data[name]}})
        for name in self.fields:
            choose_among(self, name, choices)


@require_GET
def compare(request: HttpRequest) -> HttpResponse:
    """The newest beside the oldest, until two others are chosen."""
    actor = actor_of(request)
    choices = [(str(one.id), _named(title, one)) for title, one in audits(actor)]
    form = TwoForm(request.GET, choices)
    context = {
        "form": form, "enough": len(choices) > 1,
        "table": _table(actor, form) if form.is_valid() else None,
    }  # fmt: skip
    return page(request, "learning/compare.html", context)


def _table(actor: Actor, form: TwoForm) -> Table:
    two = [queries.gathered(actor, UUID(form.cleaned_data[name])) for name in ("den", "anden")]
    names = [_named(one.study.title, one.workshop) for one in two]
    rows = [
        (Cell(_(question)), *(Cell(_answered(one, key)) for one in two))
        for key, question in QUESTIONS.items()
    ]
    rows += [
        (Cell(said), *(Cell(str(one.count(colour).total())) for one in two))
        for colour, said in ((Colour.RED, _("Røde mærker")), (Colour.GREEN, _("Grønne mærker")))
    ]
    rows.append((Cell(_("Grupper")), *(Cell(str(len(one.groups))) for one in two)))
    return Table(
        _("To audits ved siden af hinanden"), (_("Spørgsmål"), *names), tuple(rows),
        hide_caption=True, empty=Empty(""),
    )  # fmt: skip


def _named(title: str, one: WorkshopRow) -> str:
    """Two of one day are told apart by the hour."""
    return f"{title}, {short_day(one.begun_at)} {clock(one.begun_at)}"


def _answered(found: Gathered, key: str) -> str:
    """How many groups gave each answer; those that nobody gave are left out."""
    given = [one.answers.get(key) for one in found.groups]
    said = [(_(ANSWER_NAMES[one]), given.count(one.value)) for one in Answer]
    return " · ".join(f"{name}: {count}" for name, count in said if count) or _("Intet svar")
