"""A helper stops: the last day and who comes instead, said before it is there (B6)."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from landfast.journeys.announce_leaving import Leaver, see_leaver
from landfast.network.actions import leaving as actions
from landfast.web.doors import actor_of, offers
from landfast.web.forms import choose_among, form_page, thank
from landfast.web.network import present
from landfast.web.pages import to
from landfast.web.parts.shapes import Link

DAY = gettext_lazy("Skriv den sidste dag.")


class LeavingForm(forms.Form):
    """The last day, and who comes instead."""

    leaves_on = forms.DateField(
        label=gettext_lazy("Hvornår er sidste dag?"), widget=forms.DateInput,
        error_messages={"required": DAY, "invalid": DAY},
    )  # fmt: skip
    follower = forms.TypedChoiceField(
        label=gettext_lazy("Hvem kommer i stedet?"), coerce=UUID, empty_value=None, required=False,
        help_text=gettext_lazy("Den nye læser først noget, når borgeren har sagt ja."),
    )  # fmt: skip

    def __init__(self, seen: Leaver, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(row.person.id), row.person.name) for row in seen.colleagues]
        choose_among(
            self,
            "follower",
            [
                ("", _("Det ved vi ikke endnu")),
                *known,
            ],
        )


@require_http_methods(["GET", "HEAD", "POST"])
@offers(actions.announce_leaving)
def announce_leaving(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """Tell the citizen before it is there."""
    actor = actor_of(request)
    seen = see_leaver(actor, course_id, member_id)
    stands = {"leaves_on": seen.member.leaves_on, "follower": seen.follower_id or ""}
    form = LeavingForm(seen, request.POST or None, initial=stands)
    is_said = seen.member.leaves_on is not None
    return form_page(
        request, form,
        lambda: actions.announce_leaving(
            actor=actor, course_id=course_id, member_id=member_id, **form.cleaned_data
        ),
        then=lambda _none: thank(request, _("Borgeren får besked."), "network", course_id),
        template="network/form.html", submit=_("Fortæl det til borgeren"),
        heading=_("%(name)s stopper") % {"name": seen.member.name},
        lede=_("Borgeren får det at vide nu, og kan bede om et møde med dem begge."),
        end_url=to("take_back_leaving", course_id, member_id) if is_said else "",
        end_label=_("%(name)s bliver alligevel") % {"name": seen.member.name},
        readers=present.readers(seen.network),
        cancel=Link(_("Gå tilbage"), to("network", course_id)),
    )  # fmt: skip


@require_POST
def take_back_leaving(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """The helper stays after all."""
    actions.take_back_leaving(actor=actor_of(request), course_id=course_id, member_id=member_id)
    return thank(request, _("Borgeren får at vide, at personen bliver."), "network", course_id)
