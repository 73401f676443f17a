"""The mailbox of a unit's record: who keeps the unit says where."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.directory.actions.record_box import set_record_box
from landfast.directory.queries.record_box import RecordBoxRow, record_box
from landfast.directory.rules.record_box import ADDRESS_MAX
from landfast.journeys.run_organisation import see_unit
from landfast.kernel.ids import UnitId
from landfast.people.rules import as_seen
from landfast.web.doors import actor_of
from landfast.web.labels import asked as not_optional
from landfast.web.organisation.asking import Ask, a_form, asked


class RecordBoxForm(forms.Form):
    """An address, or none."""

    address = not_optional(
        forms.CharField(
            label=gettext_lazy("Journalens mailadresse"),
            max_length=ADDRESS_MAX,
            required=False,
            widget=forms.TextInput(attrs={"type": "email", "autocomplete": "off"}),
            help_text=gettext_lazy("Lad feltet stå tomt, hvis I ikke vil have mails."),
        )
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)


@a_form
def set_box(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Where the unit's record hears that there is something new, and whether the mails arrive."""
    actor = actor_of(request)
    known, _staff = see_unit(actor, UnitId(unit_id))
    stands = record_box(unit_id)
    form = RecordBoxForm(
        request.POST or None,
        initial={"address": stands.address, "seen": as_seen(stands.address)},
    )
    ask = Ask(
        _("Journalens postkasse: %(name)s") % {"name": known.name}, _("Gem adressen"),
        _("Det er gemt."), reverse("kept_unit", args=[unit_id]), _lede(stands),
    )  # fmt: skip
    return asked(
        request, form, ask,
        lambda: set_record_box(actor=actor, unit_id=known.id, **form.cleaned_data),
    )  # fmt: skip


def _lede(stands: RecordBoxRow) -> str:
    if stands.is_given_up:
        return _("Den sidste mail kom ikke frem. Ret adressen, eller gem den igen for at prøve.")
    if stands.failure:
        return _("En mail kunne ikke sendes. Vi prøver igen af os selv.")
    return _(
        "Når nogen i enheden får et referat eller siger ja til en aftale, får postkassen en mail,"
        " højst én om dagen. Der står kun, at der er nyt. Det læses efter login under »Til min"
        " journal«."
    )
