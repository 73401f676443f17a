"""Mistakes that wait, one of them, and those of a course."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.queries import require_staff
from landfast.course.actions import mending as actions
from landfast.course.rules.mending import Mending
from landfast.journeys import mend_mistake as run
from landfast.kernel.ids import CourseId
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.mistakes import present
from landfast.web.mistakes.forms import UndoForm
from landfast.web.pages import page
from landfast.web.parts.shapes import Act, Link
from landfast.web.typed import kept


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Fejl, der rettes: what waits for me, and what was mended."""
    actor = actor_of(request)
    require_staff(actor)
    found = run.see_waiting(actor)
    context = {
        "waiting": present.lines(one for one in found if one.waits),
        "done": present.lines(one for one in found if not one.waits),
    }
    return page(request, "mistakes/mends.html", context)


@require_GET
def one(request: HttpRequest, mend_id: UUID) -> HttpResponse:
    """One mending: what it does, who will read more, and what I may do."""
    words = kept(request.GET.get("q", "")).strip()[:100]
    seen = run.see_mend(actor_of(request), mend_id, words, _key(request.GET.get("til", "")))
    line, two, chosen = seen.line, seen.sides, seen.chosen
    context = {
        "line": line, "heading": present.sentence(line), "state": present.state(line),
        "table": present.beside(two) if two else None,
        "outcome": present.outcome(two.here, two.there, 1) if two else None,
        "readers": run.named(seen.readers), "may_carry_out": seen.may_carry_out,
        "is_merge": line.kind is Mending.MERGE, "q": words,
        "chooses": line.waits and line.target is None,
        "chosen": chosen, "found": [
            Link(_("Vælg %(name)s, %(unit)s") % {"name": row.citizen, "unit": row.unit},
                 f"?{urlencode({'q': words, 'til': str(row.id)})}")
            for row in seen.candidates
        ],
        "go": Act(
            _do_it(line.kind), reverse("carry_out_mend", args=[line.id]), "post",
            (("target", str(chosen.id)),) if chosen else (),
        ),
        "drop": Act(_("Det var ingen fejl"), reverse("drop_mend", args=[line.id]), "post"),
        "undo": Act(_("Skil ad igen"), reverse("undo_mend", args=[line.id]))
        if seen.may_undo else None,
    }  # fmt: skip
    return page(request, "mistakes/mend.html", context)


def _do_it(kind: Mending) -> str:
    return _("Før dem sammen") if kind is Mending.MERGE else _("Flyt det nu")


@require_POST
def carry_out(request: HttpRequest, mend_id: UUID) -> HttpResponse:
    """It is done: joined, or moved."""
    chosen = request.POST.get("target", "")
    run.carry_out(actor=actor_of(request), mend_id=mend_id, target=_key(chosen))
    return thank(request, _("Det er gjort. Borgeren får det at vide."), "mends")


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@require_POST
def drop(request: HttpRequest, mend_id: UUID) -> HttpResponse:
    """It was no mistake."""
    actions.drop_mend(actor=actor_of(request), mend_id=mend_id)
    return thank(request, _("Der er ikke flyttet noget."), "mends")


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, mend_id: UUID) -> HttpResponse:
    """Apart again, with why."""
    actor = actor_of(request)
    seen = run.see_mend(actor, mend_id)
    form = UndoForm(request.POST or None)
    return form_page(
        request, form,
        lambda: actions.undo_mend(
            actor=actor, mend_id=mend_id, why=form.cleaned_data["why"]
        ),
        then=lambda _none: thank(request, _("Alt er, som det var."), "mends"),
        heading=_("Skil ad igen"), lede=present.sentence(seen.line),
        submit=_("Skil ad igen"), cancel=Link(_("Gå tilbage"), reverse("mend", args=[mend_id])),
    )  # fmt: skip


@require_GET
def of_course(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Fejl i et forløb: what can be mended, what was, and who saw what was not theirs."""
    seen = run.see_mistakes(actor_of(request), course_id)
    context = {
        "frame": seen.frame, "whole": seen.whole, "may_mend": seen.may_mend,
        "things": present.things(course_id, seen.things),
        "mends": present.lines(seen.mends),
        "notes": [
            {"at": row.at, "says": present.note(row, seen.units), "undone": row.is_undone}
            for row in seen.notes
        ],
        "saw": present.saw(((row, "") for row in seen.saw), "reader_told"),
    }  # fmt: skip
    return page(request, "mistakes/of_course.html", context)


@require_POST
def told(request: HttpRequest, course_id: UUID, reader_id: UUID) -> HttpResponse:
    """One of those who saw it has been told."""
    actions.mark_told(actor=actor_of(request), course_id=CourseId(course_id), reader_id=reader_id)
    return thank(request, _("Det er skrevet ned."), "mistakes", course_id)
