"""An answer to a standing meeting, and what became of an invitation, in words."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.circles.queries.inviting import AskedRow
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import REASON_MAX, Told
from landfast.messages.rules import FAILURE_NAMES, Failure
from landfast.web.labels import asked
from landfast.web.meetings.present import REPLIES, state
from landfast.web.parts.shapes import State


class AnswerForm(forms.Form):
    """Yes, by telephone, or no with why."""

    reply = forms.ChoiceField(choices=[(one.value, one.value) for one in Reply])
    reply_reason = asked(forms.CharField(
        label=gettext_lazy("Hvorfor ikke?"), required=False, max_length=REASON_MAX,
        help_text=gettext_lazy("Kort. Den, der leder mødet, kan se det."),
    ))  # fmt: skip


@dataclass(frozen=True)
class AskedLine:
    """Somebody who was asked."""

    row: AskedRow
    reply: State
    letter: str
    failure: str


def asked_line(row: AskedRow) -> AskedLine:
    """The answer as a chip, the letter in a word."""
    failed = _(FAILURE_NAMES[Failure(row.failure)]) if row.given_up_at else ""
    letter = _("Indkaldelsen er sendt") if row.told is Told.ASKED else ""
    if row.failure:
        letter = _("Er ikke kommet frem endnu. Sendes igen")
    return AskedLine(row, state(REPLIES[row.reply]), "" if failed else letter, failed)
