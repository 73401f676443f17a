"""A dialogue that was held without a screen, written down afterwards."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.journeys.hold_dialogue import Heard
from landfast.web.labels import asked
from landfast.web.meetings.forms import a_line, a_text


class HeardForm(forms.Form):
    """A dialogue written down afterwards: hers, each one's, her answer, what was agreed."""

    theme = a_line(
        _("Hvad ville borgeren tale om?"), 500, required=True, hint=_("I borgerens ord.")
    )
    citizen = asked(a_text(_("Det sagde borgeren"), 4000, hint=_("Kort, i borgerens ord.")))
    answer = a_text(_("Det svarede borgeren på refleksionen"), 4000, rows=2)
    solution = a_text(_("Det blev I enige om"), 4000, rows=2, hint=_("Kun hvis I blev enige."))
    order = ("theme", "citizen")

    def __init__(
        self, *args: Any, speakers: list[tuple[UUID, str]], reflectors: list[tuple[UUID, str]],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.seats = [seat for seat, _name in (*speakers, *reflectors)]
        for seat, name in speakers:
            said = _("Det sagde %(name)s") % {"name": name}
            self.fields[self.key(seat)] = a_text(said, 4000, rows=2)
        for seat, name in reflectors:
            heard = _("Det hørte %(name)s") % {"name": name}
            self.fields[self.key(seat)] = a_text(heard, 4000, rows=2)
        seats = [self.key(seat) for seat in self.seats]
        self.order_fields([*self.order, *seats, "answer", "solution"])

    @staticmethod
    def key(seat: UUID) -> str:
        """The name of a seat's field."""
        return f"seat_{seat}"

    def heard(self) -> Heard:
        """What was said, as the journey takes it."""
        said = self.cleaned_data
        seats = {seat: said[self.key(seat)].strip() for seat in self.seats}
        return Heard(said["theme"], said["citizen"], seats, said["answer"], said["solution"])
