"""Forms of asking somebody outside, and of what they answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.plan.actions.outside import Said
from landfast.plan.queries.outside import Asked
from landfast.plan.rules.outside import ASK_FIRST, NAME_MAX, RELATION_MAX, Reply, Whom
from landfast.plan.rules.promise import NOTE_MAX, TEXT_MAX


class AskOutsideForm(forms.Form):
    """Whom the citizen knows outside, and where a mail without words can reach them."""

    name = forms.CharField(
        label=_("Hvem spørger I?"),
        max_length=NAME_MAX,
        help_text=_("For eksempel: Lægehuset Torvet, eller Inge."),
        error_messages={"required": _("Skriv, hvem du spørger. Et navn er nok.")},
    )
    relation = forms.CharField(
        label=_("Hvem er det for borgeren?"),
        max_length=RELATION_MAX,
        required=False,
        help_text=_("For eksempel: egen læge, udlejer, moster."),
    )
    address = forms.CharField(
        label=_("Mailadresse"),
        max_length=254,
        required=False,
        help_text=_("I mailen står kun et link. Uden adresse får du linket her."),
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "off"}),
    )
    citizen_said_so = forms.BooleanField(
        label=_("Borgeren har sagt ja til, at de ser aftalens ord"),
        error_messages={"required": _(ASK_FIRST)},
    )

    def __init__(self, *args: Any, is_citizen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_citizen:
            del self.fields["citizen_said_so"]
            self.fields["relation"].label = _("Hvem er det for dig?")
            self.fields["name"].label = _("Hvem spørger du?")

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        return {
            "whom": Whom(data["name"], data["relation"], data["address"]),
            "citizen_said_so": data.get("citizen_said_so", False),
        }


class CodeForm(forms.Form):
    """The code that was said aloud."""

    code = forms.CharField(
        label=_("Koden"),
        max_length=20,
        help_text=_("Syv tegn, som du fik sagt på mødet."),
        error_messages={"required": _("Skriv koden, som du fik sagt.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class ReplyForm(forms.Form):
    """One answer from outside; which fields it has follows from what is said."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Det kan jeg love"),
        max_length=TEXT_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due_on = forms.DateField(
        label=_("Senest"),
        required=False,
        error_messages={
            "invalid": _("Skriv datoen som dag, måned og år, for eksempel 24-12-2026.")
        },
    )
    note = forms.CharField(
        label=_("En linje til den, der spørger"), max_length=NOTE_MAX, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, row: Asked, replies: tuple[Reply, ...]) -> None:
        first = replies[0]
        super().__init__(
            data, auto_id=f"{first.value}_%s",
            initial={"version": row.version, "text": row.text, "due_on": row.due_on},
        )  # fmt: skip
        self.replies = replies
        if first is not Reply.OTHER:
            del self.fields["text"]
            if first is not Reply.YES or row.due_on:
                del self.fields["due_on"]
        if first is Reply.NO:
            self.fields["note"].label = _("Hvorfor ikke? En linje er nok.")
        if first is Reply.PARTLY:
            self.fields["note"].label = _("Hvad kom i vejen? En linje er nok.")
        if first is Reply.DONE:
            del self.fields["note"]

    def said(self, reply: Reply) -> Said:
        """What the action is told."""
        data = self.cleaned_data
        return Said(
            reply, data["version"], data.get("note", ""), data.get("text", ""), data.get("due_on")
        )
