"""What the officer decides: a verdict, a name given or not, whose names are shown."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landfast.access.looks import overseeing
from landfast.access.looks.overseeing import Finding
from landfast.access.rules import Named, Unusual, Verdict
from landfast.course.actions.mending import mark_told_as_officer
from landfast.journeys import oversee_looks as run
from landfast.kernel.refusals import NotFound
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.oversight import present
from landfast.web.oversight.forms import AnswerForm, NamingForm, VerdictForm
from landfast.web.pages import to
from landfast.web.parts.shapes import Link
from landfast.web.spoken import page_named

a_form = require_http_methods(["GET", "HEAD", "POST"])


@a_form
def judge(
    request: HttpRequest, looker_id: UUID, day: str, reason: str, scope_id: UUID
) -> HttpResponse:
    """Decide about one unusual look, in words."""
    actor, form = actor_of(request), VerdictForm(request.POST or None)
    try:
        found = Finding(
            looker_id, date.fromisoformat(day), None if scope_id == present.NOBODY else scope_id,
            Unusual(reason),
        )  # fmt: skip
    except ValueError as error:
        raise NotFound from error
    seen = next((one for one in run.see_unusual(actor) if (
        one.look.person, one.look.day, one.look.course, one.look.reason,
    ) == (found.looker, found.day, found.course, found.reason)), None)  # fmt: skip
    if seen is None:
        raise NotFound
    why = present.reason(seen.look.reason, seen.look.figure)
    lede = f"{seen.citizen}: {why}" if seen.citizen else why
    return form_page(
        request, form,
        lambda: overseeing.judge(
            actor=actor, finding=found, verdict=Verdict(form.cleaned_data["verdict"]),
            words=form.cleaned_data["words"],
        ),
        then=lambda _none: thank(request, _("Din vurdering er gemt."), "unusual_looks"),
        heading=_("Vurdér opslaget: %(name)s") % {"name": seen.person}, lede=lede,
        submit=_("Gem vurderingen"), cancel=Link(_("Gå tilbage"), to("unusual_looks")),
    )  # fmt: skip


@a_form
def answer(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Answer a citizen who asks who looked."""
    actor, form = actor_of(request), AnswerForm(request.POST or None)
    seen = next((one for one in run.see_questions(actor) if one.asked.id == question_id), None)
    if seen is None:
        raise NotFound
    return form_page(
        request, form,
        lambda: overseeing.answer_name(
            actor=actor, question_id=question_id, gives=form.cleaned_data["gives"] == "yes",
            words=form.cleaned_data["words"],
        ),
        then=lambda _none: thank(request, _("Borgeren har fået svar."), "name_questions"),
        heading=_("%(citizen)s spørger: hvem kiggede?") % {"citizen": seen.citizen},
        lede=_("Det var %(name)s, der så siden »%(what)s«.")
        % {"name": seen.looker, "what": page_named(seen.asked.what)}
        + " "
        + _("Giver du navnet, ser borgeren det også, når den samme kigger igen."),
        submit=_("Send svaret"), cancel=Link(_("Gå tilbage"), to("name_questions")),
    )  # fmt: skip


@require_POST
def told(request: HttpRequest, reader_id: UUID) -> HttpResponse:
    """Who saw what was not theirs has been told so, by the officer."""
    mark_told_as_officer(actor=actor_of(request), reader_id=reader_id)
    return thank(request, _("Det er skrevet ned."), "officer_mistakes")


@a_form
def naming(request: HttpRequest) -> HttpResponse:
    """Whose names the organisation shows."""
    actor = actor_of(request)
    form = NamingForm(request.POST or None, initial={"named": run.naming_now(actor).value})
    return form_page(
        request, form,
        lambda: overseeing.show_names(actor=actor, named=Named(form.cleaned_data["named"])),
        then=lambda _none: thank(request, _("Det er gemt."), "oversight"),
        heading=_("Navne i borgerens log"),
        lede=_("Borgeren kan altid bede om et navn. Så svarer du."),
        submit=_("Gem"), cancel=Link(_("Gå tilbage"), to("oversight")),
    )  # fmt: skip
