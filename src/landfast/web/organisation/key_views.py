"""Systems that ask whom to ring: their keys, and what an employee is called there."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.journeys import let_systems_ask as systems
from landfast.journeys.run_organisation import see_desk
from landfast.kernel.clock import today
from landfast.web.doors import actor_of, require_step_up
from landfast.web.forms import thank
from landfast.web.organisation.asking import Ask, a_form, asked
from landfast.web.organisation.key_forms import KeyForm, KnownAsForm, state_of
from landfast.web.pages import page

A_WHILE = timedelta(days=180)


@require_GET
def machine_keys(request: HttpRequest) -> HttpResponse:
    """Which systems may ask, which key waits, and until when."""
    seen, units = systems.see_keys(actor_of(request))
    rows = [(one, state_of(one.row.state)) for one in seen]
    return page(request, "organisation/machine_keys.html", {"rows": rows, "may_make": units})


@require_step_up("machine_keys", of=frozenset(), keeps=True)
@a_form
def make_key(request: HttpRequest) -> HttpResponse:
    """A key, shown once."""
    actor = actor_of(request)
    _seen, units = systems.see_keys(actor)
    form = KeyForm(units, request.POST or None, initial={"last_day": today() + A_WHILE})
    ask = Ask(
        _("Giv et system en nøgle"), _("Lav nøglen"), "", reverse("machine_keys"),
        _("Med nøglen kan et andet system spørge, hvem der er koordinator for en borger."),
    )  # fmt: skip
    return asked(
        request, form, ask, lambda: systems.make_key(actor=actor, **form.told()),
        lambda secret: page(request, "organisation/machine_key.html", {
            "name": form.cleaned_data["name"], "secret": secret,
            "address": request.build_absolute_uri(reverse("machine_lookup")),
            "description": reverse("machine_description"), "back": reverse("machine_keys"),
        }),
    )  # fmt: skip


@require_step_up("machine_keys", of=frozenset())
@require_POST
def agree_key(request: HttpRequest, key_id: UUID) -> HttpResponse:
    """The second yes."""
    name = systems.agree_key(actor=actor_of(request), key_id=key_id)
    return thank(request, _("Du har sagt ja. %(name)s kan spørge nu.") % {"name": name},
                 "machine_keys")  # fmt: skip


@require_POST
def end_key(request: HttpRequest, key_id: UUID) -> HttpResponse:
    """The key opens nothing any more."""
    name = systems.end_key(actor=actor_of(request), key_id=key_id)
    return thank(request, _("%(name)s kan ikke spørge længere.") % {"name": name}, "machine_keys")


@a_form
def known_as(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """What an employee, or a function such as a duty desk, is called in the house's own systems."""
    actor = actor_of(request)
    name = see_desk(actor, employment_id).row.person.name
    stands = systems.see_known_as(actor, employment_id)
    form = KnownAsForm(request.POST or None, initial={"known_as": stands})
    ask = Ask(
        _("%(name)s i jeres egne systemer") % {"name": name}, _("Gem id’et"), _("Det er gemt."),
        reverse("desk", args=[employment_id]),
        _("Når et af jeres systemer spørger for medarbejderen, står navnet i borgerens log."),
    )  # fmt: skip
    return asked(request, form, ask, lambda: systems.set_known_as(
        actor=actor, employment_id=employment_id, **form.cleaned_data
    ))  # fmt: skip
