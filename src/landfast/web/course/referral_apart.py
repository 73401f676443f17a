"""Keeping a referral apart before there is a course, and not any more."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from landfast.access.rules import APART_NAMES, Apart
from landfast.course.actions.referral import keep_apart
from landfast.journeys.see_referral import ToKeepApart, see_to_keep_apart
from landfast.kernel.ids import PersonId
from landfast.web.doors import actor_of
from landfast.web.forms import choose_among, form_page, thank
from landfast.web.parts.shapes import Link

NO_MORE = "no_more"


class ReferralApartForm(forms.Form):
    """Why, and who of the intake is to know beside the daily lead."""

    why = forms.ChoiceField(label=gettext_lazy("Hvorfor?"), widget=forms.RadioSelect)
    known_to = forms.ChoiceField(
        label=gettext_lazy("Hvem tager sig af den?"), required=False,
        help_text=gettext_lazy("Den daglige leder ser den altid."),
    )  # fmt: skip

    def __init__(self, seen: ToKeepApart, *args: Any) -> None:
        super().__init__(*args)
        ends = (
            [(NO_MORE, _("Ikke mere: alle, der tager imod, må se den"))] if seen.row.apart else []
        )
        choose_among(self, "why", [
            *((one.value, _(name)) for one, name in APART_NAMES.items()), *ends,
        ])  # fmt: skip
        choose_among(
            self,
            "known_to",
            [
                ("", _("Kun den daglige leder")),
                *((str(one.id), one.name) for one in seen.colleagues),
            ],
        )

    def kept(self) -> dict[str, Any]:
        """What the action takes."""
        why, named = self.cleaned_data["why"], self.cleaned_data["known_to"]
        return {
            "why": None if why == NO_MORE else Apart(why),
            "known_to": PersonId(UUID(named)) if named else None,
        }


@require_http_methods(["GET", "HEAD", "POST"])
def keep_referral_apart(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Hold henvendelsen adskilt: the rest of the intake sees nothing of it from now on."""
    actor = actor_of(request)
    seen = see_to_keep_apart(actor, referral_id)
    form = ReferralApartForm(seen, request.POST or None)
    return form_page(
        request, form,
        lambda: keep_apart(actor=actor, referral_id=referral_id, **form.kept()),
        then=lambda _none: thank(request, _("Gemt. Nu ser kun de få den."), "intake"),
        heading=_("Hold henvendelsen adskilt"), submit=_("Gem"),
        lede=_("Så er den væk for alle andre, der tager imod henvendelser."),
        cancel=Link(_("Tilbage til henvendelsen"), reverse("referral", args=[referral_id])),
    )  # fmt: skip
