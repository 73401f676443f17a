"""Sharing by topic: give, understand and take back; and what a reader outside the team sees."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.consent import actions
from landfast.consent.queries import share, standing_no
from landfast.consent.rules import How
from landfast.journeys import share_topics as journey
from landfast.web.doors import actor_of, require_step_up
from landfast.web.forms import did, form_page, status_of
from landfast.web.pages import page
from landfast.web.parts.shapes import Link
from landfast.web.sharing import present
from landfast.web.sharing.forms import BesideForm, NoForm, ShareForm


@require_GET
def sharing(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What is shared outside the team, and what has been."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id)
    return page(request, "sharing/sharing.html", present.sharing(seen, actor))


@require_GET
def find(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Whom to share with: a unit, or an employee by name."""
    actor, words = actor_of(request), request.GET.get("q", "")[:100]
    seen = journey.find_outside(actor, course_id, words)
    context = {
        "base": present.ground(actor), "mine": actor.is_citizen, "course": seen.course,
        "q": words, "units": seen.units, "found": seen.found,
    }  # fmt: skip
    return page(request, "sharing/find.html", context)


@require_step_up("sharing")
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, course_id: UUID, kind: str, who: UUID) -> HttpResponse:
    """The yes: what about, what for, how long; beside the citizen also how she said it."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id, "Del med en anden")
    to, name = journey.outside(kind, who)
    no = standing_no(course_id, to.key)
    form = (
        ShareForm(request.POST or None)
        if actor.is_citizen
        else BesideForm(no, request.POST or None)
    )
    if request.method == "POST":
        saved, share_id = did(
            form,
            lambda: actions.share(actor=actor, course_id=course_id, to=to, yes=form.yes()),
        )
        if saved:
            messages.success(request, _("Det er delt. Her er kvitteringen."))
            return redirect("share_receipt", course_id, share_id)
    context = {
        "base": present.ground(actor), "form": form, "course": seen.course,
        "mine": actor.is_citizen, "name": name, "kind": kind, "who": who, "no": no,
        "heading": _("Del med %(name)s") % {"name": name}, "submit": _("Ja, del det"),
        "lede": present.law(actor),
        "cancel": Link(_("Gå tilbage"), reverse("find_outside", args=[course_id])),
    }  # fmt: skip
    return page(request, "sharing/give.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def say_no(request: HttpRequest, course_id: UUID, kind: str, who: UUID) -> HttpResponse:
    """The no, in two touches: nobody asks why."""
    actor = actor_of(request)
    journey.see_sharing(actor, course_id, "Del med en anden")
    to, name = journey.outside(kind, who)
    no = None if actor.is_citizen else standing_no(course_id, to.key)
    form = NoForm(no, request.POST if request.method == "POST" else None)  # nothing ticked is a no
    how = How.SELF if actor.is_citizen else How.ORALLY
    return form_page(
        request, form,
        lambda: actions.refuse_share(
            actor=actor, course_id=course_id, to=to, how=how, **form.cleaned_data
        ),
        then=lambda _id: _done(request, course_id, _("Det er skrevet ned. Ingen får noget at se.")),
        template="form_page.html" if actor.is_citizen else "form_page_work.html",
        heading=_("Nej til %(name)s") % {"name": name}, submit=_("Skriv nej"),
        lede=_("Et nej er helt i orden. Det ændrer ikke på hjælpen."),
        cancel=Link(_("Gå tilbage"), reverse("share_with", args=[course_id, kind, who])),
    )  # fmt: skip


@require_GET
def receipt(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """The receipt of one share."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id, "Kvittering")
    row = share(course_id, share_id)
    return page(request, "sharing/receipt.html", present.receipt(seen, row, actor))


@require_POST
def stop(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """Take it back in one touch."""
    actions.stop_share(actor=actor_of(request), course_id=course_id, share_id=share_id)
    return _done(request, course_id, _("Det er stoppet. De kan ikke læse mere."))


@require_step_up("sharing")
@require_POST
def renew(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """The same again, in one touch."""
    actions.renew_share(actor=actor_of(request), course_id=course_id, share_id=share_id)
    return _done(request, course_id, _("Det er forlænget et år."))


@require_step_up("sharing")
@require_POST
def confirm(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """What was written down for me is what I said."""
    actions.confirm_share(actor=actor_of(request), course_id=course_id, share_id=share_id)
    return _done(request, course_id, _("Tak. Så står det fast."))


@require_POST
def last_word(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """Do not ask me again."""
    actions.say_the_last_word(actor=actor_of(request), course_id=course_id, share_id=share_id)
    return _done(request, course_id, _("Tak. Ingen spørger dig om det igen."))


@require_GET
def shared_list(request: HttpRequest) -> HttpResponse:
    """What citizens have shared with me, or with my unit."""
    seen = journey.see_shared_list(actor_of(request))
    return page(request, "sharing/shared_list.html", {"rows": map(present.shared_line, seen)})


@require_GET
def shared(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What one citizen has shared: wishes and agreements about those topics."""
    seen = journey.see_shared(actor_of(request), course_id)
    context = {
        **present.shared_line(seen), "wishes": seen.wishes, "agreements": seen.agreements,
    }  # fmt: skip
    return page(request, "sharing/shared.html", context)


def _done(request: HttpRequest, course_id: UUID, sentence: str) -> HttpResponseRedirect:
    messages.success(request, sentence)
    return redirect("sharing", course_id)
