"""A professional hands the book out on the citizen's behalf, after looking for others in it."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from landfast.access.rules import LeftOut, LookKind
from landfast.journeys.hand_out_record import hand_out_record, look_through_record
from landfast.paper.record_book import render
from landfast.web.doors import actor_of
from landfast.web.forms import choose_among, form_page
from landfast.web.labels import asked
from landfast.web.mine import handing_present as present
from landfast.web.mine.record_present import book, pages
from landfast.web.pages import pdf, to
from landfast.web.parts.shapes import Link


class LeaveOutForm(forms.Form):
    """What is to be left out of the book, and why."""

    private = forms.MultipleChoiceField(
        label=_("Nævner nærmeste: sæt hak ved det, der ikke skal med"),
        required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    staff = forms.MultipleChoiceField(
        label=_("Nævner fagpersoner: sæt hak ved det, der ikke skal med"),
        required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    reason = asked(forms.ChoiceField(label=_("Hvorfor skal det ikke med?"), required=False))

    def __init__(self, found: list[present.Mention], data: Any = None) -> None:
        super().__init__(data)
        for name, is_private in (("private", True), ("staff", False)):
            choices = [(one.key, one.words) for one in found if one.is_private is is_private]
            choose_among(self, name, choices)
            if not choices:
                del self.fields[name]
        choose_among(self, "reason", [
            ("", _("Alt skal med")),
            *((code.value, _(said)) for code, said in present.REASONS.items()),
        ])  # fmt: skip

    def left_out(self) -> frozenset[str]:
        """Keys of what is ticked."""
        said = self.cleaned_data
        return frozenset(said.get("private", [])) | frozenset(said.get("staff", []))

    def why(self) -> LeftOut | None:
        """The ground, when there is one."""
        return LeftOut(self.cleaned_data["reason"]) if self.cleaned_data["reason"] else None


@require_http_methods(["GET", "HEAD", "POST"])
def hand_out(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """First what names others, then the book as PDF."""
    actor = actor_of(request)
    sent = request.method == "POST"
    seen = look_through_record(actor, course_id, LookKind.PRINT if sent else LookKind.READ)
    form = LeaveOutForm(present.mentions(seen), request.POST if sent else None)

    def write() -> bytes:
        left_out, why = form.left_out(), form.why()
        hand_out_record(actor=actor, course_id=course_id, left_out=len(left_out), reason=why)
        kept = present.without(book(seen, whole=True), left_out)
        return render(pages(kept), seen.made_at, present.told(len(left_out), why))

    return form_page(
        request, form, write, then=lambda paper: pdf(paper, "alt-om-borgeren.pdf"),
        heading=_("Udlever alt om borgeren"), submit=_("Lav bogen (PDF)"),
        lede=_("Borgeren har ret til alt, også det, der nævner andre. "
               "Tag kun noget ud, når det går ud over en anden."),
        cancel=Link(str(_("Gå tilbage")), to("course", course_id)),
    )  # fmt: skip
