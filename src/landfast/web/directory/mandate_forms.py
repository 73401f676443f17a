"""Forms of mandates and of who decides."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from landfast.directory.queries.mandates import MandateRow, deciders_as_seen
from landfast.directory.rules.mandates import (
    AMOUNT_MAX,
    ANSWER_WITHIN,
    HOURS_MAX,
    SERVICE_NAMES,
    WEEKS_MAX,
    Decider,
    Mandate,
    Service,
)
from landfast.kernel.clock import today
from landfast.people.queries import EmploymentRow
from landfast.people.rules import employed_as, role_name
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.spoken import named

PLACES = range(3)
WHO = (_("Hvem afgør det først?"), _("Hvem går det videre til?"), _("Og derefter?"))


class MandateForm(forms.Form):
    """What a role in the unit may promise without asking."""

    role = forms.ChoiceField(label=_("Hvem gælder det for?"))
    service = forms.ChoiceField(
        label=_("Hvad må de love?"),
        choices=[(one.value, _(name)) for one, name in SERVICE_NAMES.items()],
    )
    amount = forms.IntegerField(
        label=_("Højst hvor mange kroner i alt?"), required=False, min_value=0,
        max_value=AMOUNT_MAX, help_text=_("Tomt betyder, at der ikke er et loft."),
    )  # fmt: skip
    weeks = forms.IntegerField(
        label=_("Højst hvor mange uger?"), required=False, min_value=1, max_value=WEEKS_MAX,
        help_text=_("Tomt betyder, at der ikke er et loft."),
    )  # fmt: skip
    first = forms.DateField(label=_("Gælder fra"))
    last = forms.DateField(label=_("Gælder til og med"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def __init__(
        self,
        *args: Any,
        staff: Sequence[EmploymentRow],
        row: MandateRow | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial = _stands(row)
        here = sorted({one.role for one in staff} | ({row.said.role} if row else set()))
        every = employed_as()
        chosen = {code: named(role_name(code)) for code in here}
        rest = {code: named(name) for code, name in every.items() if code not in chosen}
        choose_among(
            self,
            "role",
            [
                ("", said("Vælg en rolle")),
                (said("Ansat i enheden"), list(chosen.items())),
                (said("Andre"), list(rest.items())),
            ],
        )

    def mandate(self, unit: UUID) -> Mandate:
        """The mandate as it was written."""
        values = self.cleaned_data
        return Mandate(
            unit, values["role"], Service(values["service"]), values["amount"], values["weeks"],
            values["first"], values["last"],
        )  # fmt: skip


def _stands(row: MandateRow | None) -> dict[str, Any]:
    if row is None:
        return {"first": today()}
    return {**vars(row.said), "seen": row.seen}


class DecidersForm(forms.Form):
    """Who decides, with a deputy each, in the order in which a question climbs."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def __init__(
        self, *args: Any, staff: Sequence[EmploymentRow], stands: Sequence[Decider], **kwargs: Any
    ) -> None:
        begin: dict[str, Any] = {"seen": deciders_as_seen(stands)}
        for place, one in enumerate(stands):
            begin |= {f"person_{place}": one.person, f"deputy_{place}": one.deputy or "",
                      f"hours_{place}": one.hours}  # fmt: skip
        super().__init__(*args, **kwargs)
        self.initial = begin
        staffed = {
            str(row.person.id): f"{row.person.name}, {named(row.role_name)}" for row in staff
        }
        for place in PLACES:
            self._add(place, [("", said("Ingen")), *staffed.items()])

    def _add(self, place: int, people: list[tuple[str, str]]) -> None:
        self.fields[f"person_{place}"] = forms.ChoiceField(
            label=WHO[place], choices=people, required=False
        )
        self.fields[f"deputy_{place}"] = forms.ChoiceField(
            label=_("Afløser ved fravær"), choices=people, required=False
        )
        hours = forms.IntegerField(
            label=_("Svar inden for hvor mange arbejdstimer?"), required=False, min_value=1,
            max_value=HOURS_MAX, help_text=_("8 er en arbejdsdag. Tomt betyder 16."),
        )  # fmt: skip
        self.fields[f"hours_{place}"] = asked(hours)

    def deciders(self) -> list[Decider]:
        """Those who were named, in order; an empty place is left out."""
        values = self.cleaned_data
        return [
            Decider(
                UUID(values[f"person_{place}"]),
                UUID(deputy) if (deputy := values[f"deputy_{place}"]) else None,
                values[f"hours_{place}"] or ANSWER_WITHIN,
            )
            for place in PLACES
            if values[f"person_{place}"]
        ]
