"""Asking somebody outside for a promise, from the agreement's own page."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landfast.access.actor import Actor
from landfast.journeys.see_plan import AgreementSeen, see_agreement
from landfast.plan.actions import outside as actions
from landfast.plan.queries.outside import Link as AskLink
from landfast.plan.rules import outside as rules
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page
from landfast.web.pages import page
from landfast.web.parts.shapes import CodeSaid, Link
from landfast.web.plan.agreements import frame, voice_of
from landfast.web.plan.onward import named_next, onward
from landfast.web.plan.outside_forms import AskOutsideForm
from landfast.web.plan.present import promise


@require_http_methods(["GET", "HEAD", "POST"])
@offers(actions.ask_outside)
def ask(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Whom, and where a mail can reach them."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    form = AskOutsideForm(request.POST or None, is_citizen=actor.is_citizen)
    return form_page(
        request, form,
        lambda: actions.ask_outside(actor=actor, agreement_id=agreement_id, **form.told()),
        then=lambda link: _asked(request, course_id, agreement_id, form, link),
        template="plan/answer.html", heading=_("Spørg en uden for Landfast"),
        submit=_("Spørg om aftalen"),
        lede=_lede(actor, seen),
        promise=promise(seen.agreement, seen.today, voice_of(actor, seen)),
        cancel=Link(_("Tilbage til aftalen"), reverse("agreement", args=[course_id, agreement_id])),
        **frame(actor, seen),
    )  # fmt: skip


def _lede(actor: Actor, seen: AgreementSeen) -> str:
    """What they see; that the citizen is not named is said only where it holds."""
    if not rules.names_citizen(seen.agreement.text, seen.course.name, seen.course.called):
        return _("De ser kun aftalens ord, og hvem der spørger. Borgerens navn står der ikke.")
    if actor.is_citizen:
        return _("De ser aftalens ord, og hvem der spørger. Dit navn står i aftalens ord.")
    return _("De ser aftalens ord, og hvem der spørger. Borgerens navn står i aftalens ord. "
             "Ret forslaget først, hvis de ikke skal se det.")  # fmt: skip


def _asked(
    request: HttpRequest, course_id: UUID, agreement_id: UUID, form: AskOutsideForm, link: AskLink
) -> HttpResponse:
    """A mail takes the link to them; without one it is shown, to be handed on."""
    if not form.cleaned_data["address"]:
        return _handed(request, course_id, agreement_id, link=_address(link))
    said = _("De er spurgt. Aftalen gælder først, når de siger ja.")
    return onward(request, "agreement", course_id, agreement_id, said=said)


def _address(link: AskLink) -> str:
    return settings.LANDFAST_PUBLIC_URL + reverse("outside_answer", args=[link.token])


@require_POST
def renew(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """A new link, shown once to hand on; the old one opens nothing any more."""
    actor = actor_of(request)
    link = actions.renew_link(actor=actor, agreement_id=agreement_id)
    return _handed(request, course_id, agreement_id, link=_address(link))


@require_POST
def code(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """A code to say aloud, shown once."""
    said = actions.say_code(actor=actor_of(request), agreement_id=agreement_id)
    return _handed(request, course_id, agreement_id, code=said)


def code_said(said: str, seen: AgreementSeen) -> CodeSaid:
    """The code as a page shows it."""
    name = seen.agreement.maker.name if seen.agreement.maker else ""
    where = settings.LANDFAST_PUBLIC_URL + reverse("outside_code")
    return CodeSaid(said, name, where, bool(seen.outside and seen.outside.code_meeting))


def _handed(
    request: HttpRequest, course_id: UUID, agreement_id: UUID, *, link: str = "", code: str = ""
) -> HttpResponse:
    seen = see_agreement(actor=actor_of(request), course_id=course_id, agreement_id=agreement_id)
    back = named_next(request)
    context = {
        **frame(actor_of(request), seen), "row": seen.agreement, "link": link,
        "code": code_said(code, seen) if code else None, "from_room": bool(back),
        "back": back or reverse("agreement", args=[course_id, agreement_id]),
    }  # fmt: skip
    return page(request, "plan/outside_handed.html", context)


@require_POST
def close(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The link opens nothing any more."""
    actions.close_link(actor=actor_of(request), agreement_id=agreement_id)
    said = _("Linket er lukket. Det åbner ikke mere.")
    return onward(request, "agreement", course_id, agreement_id, said=said)
