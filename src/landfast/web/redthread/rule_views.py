"""The administrator's pages: an organisation's rules, one rule, and the ground for signs."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.files import actions as files
from landfast.journeys import keep_rules as journey
from landfast.journeys.keep_rules import KeptRules
from landfast.redthread import actions
from landfast.redthread.rules.rule import Rule
from landfast.web.doors import actor_of, offers
from landfast.web.files.serving import document
from landfast.web.forms import form_page, thank
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link
from landfast.web.redthread import rule_present as present
from landfast.web.redthread.rule_forms import OFF, ON, GroundForm, RuleForm
from landfast.web.uploads import takes_file

a_form = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Which rules look at courses, from when; signs only where there is a ground."""
    kept = [
        (one, present.about_us(one), present.about_signs(one))
        for one in journey.see_rules(actor_of(request))
    ]
    return page(request, "redthread/rules.html", {"kept": kept})


@a_form
def change_rule(request: HttpRequest, organisation_id: UUID, code: str) -> HttpResponse:
    """One rule on or off, and its figures."""
    actor = actor_of(request)
    kept, rule = journey.see_rule(actor, organisation_id, code)
    form = RuleForm(request.POST or None, rule=rule, initial=_stands(kept, rule))
    return form_page(
        request, form,
        lambda: actions.choose(
            actor=actor, organisation_id=organisation_id, code=code,
            is_on=form.cleaned_data["is_on"] == ON, figures=form.figures(),
        ),
        then=lambda _none: thank(
            request, _("Reglen er gemt. Forløbene bliver set igennem igen."), "rules"
        ),
        template="redthread/rule.html", heading=_(rule.name), submit=_("Gem reglen"),
        texts=present.texts(rule), table=present.history(rule, kept), cancel=_back(),
    )  # fmt: skip


def _stands(kept: KeptRules, rule: Rule) -> dict[str, object]:
    is_on = OFF if rule.code in kept.chosen.off else ON
    return {"is_on": is_on} | vars(kept.chosen.limits)


@takes_file
@a_form
def record_ground(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """A ground and an assessment: then signs are asked about."""
    actor = actor_of(request)
    kept = journey.see_ours(actor, organisation_id)
    form = GroundForm(request.POST or None, request.FILES or None)
    return form_page(
        request, form,
        lambda: journey.record_ground(
            actor=actor, organisation_id=organisation_id, **form.told()
        ),
        then=lambda _none: thank(request, _("Det er skrevet. Reglerne om tegn er til."), "rules"),
        heading=_("Hjemmel til at spørge til tegn"), submit=_("Skriv hjemlen, og slå reglerne til"),
        lede=_("Gælder %(name)s. I kan tage den tilbage, og så er reglerne fra med det samme.")
        % {"name": kept.organisation.name},
        cancel=_back(),
    )  # fmt: skip


@require_POST
def fetch_ground(request: HttpRequest, document_id: UUID) -> HttpResponse:
    """The assessment itself; that it was fetched is told."""
    return document(files.fetch_document(actor=actor_of(request), document_id=document_id))


@a_form
@offers(actions.withdraw_ground)
def withdraw_ground(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Asked first, with what is lost: then the rules about signs are off at once."""
    actor = actor_of(request)
    kept, signs = journey.see_what_goes(actor, organisation_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    return form_page(
        request, form,
        lambda: actions.withdraw_ground(actor=actor, organisation_id=organisation_id),
        then=lambda _none: thank(
            request, _("Reglerne om tegn er fra. Det, de har fundet, er lukket."), "rules"
        ),
        heading=_("Tag hjemlen til tegn tilbage"), submit=_("Tag hjemlen tilbage, og glem tegnene"),
        lede=_("Gælder %(name)s. Ingen spørger mere til tegn, og ingen kan skrive et nyt. %(lost)s")
        % {"name": kept.organisation.name, "lost": present.forgets(signs)},
        cancel=_back(),
    )  # fmt: skip


def _back() -> Link:
    return Link(_("Gå tilbage"), to("rules"))
