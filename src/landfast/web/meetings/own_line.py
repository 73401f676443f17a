"""Pages: each one's own line, the interpreter, and the points that she agreed to (C2)."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from landfast.journeys import prepare_meeting as journey
from landfast.kernel.refusals import NotFound
from landfast.meetings import actions
from landfast.meetings.rules.beside_her import LINE_MAX, PROMISE_MAX, WHO_MAX
from landfast.web.doors import actor_of, offers
from landfast.web.forms import choose_among, form_page, thank
from landfast.web.labels import asked
from landfast.web.languages import language
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])


class LineForm(forms.Form):
    """My task, my limit, what I can promise."""

    own_task = asked(
        forms.CharField(
            label=gettext_lazy("Min opgave her"), max_length=LINE_MAX, required=False,
            help_text=gettext_lazy("En linje. Alle, der kommer til mødet, kan se den."),
        )
    )  # fmt: skip
    own_limit = forms.CharField(
        label=gettext_lazy("Min grænse"), max_length=LINE_MAX, required=False,
        help_text=gettext_lazy("Det kan jeg ikke, eller det skal en anden afgøre."),
    )  # fmt: skip
    can_promise = forms.CharField(
        label=gettext_lazy("Det jeg kan love"), max_length=PROMISE_MAX, required=False
    )


class BookForm(forms.Form):
    """Where the interpreter is booked."""

    interpreter_who = asked(
        forms.CharField(
            label=gettext_lazy("Hvor er tolken bestilt?"), max_length=WHO_MAX, required=False,
            help_text=gettext_lazy("Bureau eller navn. Flyttes mødet, skal tolken bestilles igen."),
        )
    )  # fmt: skip


class PointsForm(forms.Form):
    """What the others may talk about."""

    points = asked(
        forms.MultipleChoiceField(
            label=gettext_lazy("Det må I tale om uden mig"), required=False,
            widget=forms.CheckboxSelectMultiple,
        )
    )  # fmt: skip


@a_form
def write(request: HttpRequest, guest_id: UUID) -> HttpResponse:
    """One line before the meeting, by the one it is about."""
    actor = actor_of(request)
    mine = next(
        (one for one in journey.my_invitations(actor) if one.invitation.id == guest_id), None
    )
    if mine is None:
        raise NotFound
    given = {name: getattr(mine.invitation, name) for name in LineForm.base_fields}
    form = LineForm(request.POST or None, initial=given)
    return form_page(
        request, form,
        lambda: actions.write_own_line(
            actor=actor, participant_id=guest_id, task=form.cleaned_data["own_task"],
            limit=form.cleaned_data["own_limit"], promise=form.cleaned_data["can_promise"],
        ),
        then=lambda _none: thank(request, _("Din linje er gemt."), "invitations"),
        heading=_("Min linje til mødet med %(name)s") % {"name": mine.called},
        submit=_("Gem min linje"), cancel=Link(_("Gå tilbage"), reverse("invitations")),
    )  # fmt: skip


@a_form
@offers(actions.book_interpreter)
def book(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The interpreter is booked with the meeting."""
    actor, form = actor_of(request), BookForm(request.POST or None)
    seen = journey.look_at_preparation(actor, course_id, meeting_id)
    return form_page(
        request, form,
        lambda: actions.book_interpreter(
            actor=actor, meeting_id=seen.meeting.id, who=form.cleaned_data["interpreter_who"]
        ),
        then=lambda _none: thank(
            request, _("Tolken er skrevet på mødet."), "prepare_meeting", course_id, meeting_id
        ),
        heading=_("Bestil tolk"), submit=_("Gem"),
        lede=language(seen.meeting.interpreter),
        cancel=Link(_("Gå tilbage"), reverse("prepare_meeting", args=[course_id, meeting_id])),
    )  # fmt: skip


@a_form
@offers(actions.agree_points)
def agree_points(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """I am not there; only these points are taken."""
    actor = actor_of(request)
    seen = journey.look_at_today(actor, course_id, meeting_id)
    form = PointsForm(
        request.POST or None, initial={"points": [str(one.id) for one in seen.meeting.themes]}
    )
    choose_among(form, "points", [(str(one.id), one.words) for one in seen.meeting.themes])
    if not actor.is_citizen:
        form.fields["points"].label = _("Det må der tales om uden borgeren")
    return form_page(
        request, form,
        lambda: actions.agree_points(
            actor=actor, meeting_id=seen.meeting.id,
            points=[UUID(one) for one in form.cleaned_data["points"]],
        ),
        then=lambda _none: thank(
            request, _("Det er noteret. Resten venter, til I ses."),
            "attend_otherwise", course_id, meeting_id,
        ),
        template="form_page.html" if actor.is_citizen else "form_page_work.html",
        heading=_("Kun de punkter, der er aftalt"), submit=_("Gem punkterne"),
        cancel=Link(_("Gå tilbage"), reverse("attend_otherwise", args=[course_id, meeting_id])),
    )  # fmt: skip
