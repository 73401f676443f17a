"""Forms of systems that ask, and how a key's state is shown."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from landfast.kernel.ids import UnitId
from landfast.kernel.text import da
from landfast.login.rules.machines import KNOWN_AS_MAX, NAME_MAX, KeyState
from landfast.people.queries import UnitRow
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.parts.shapes import State, StateKind

STATES: dict[KeyState, tuple[StateKind, str]] = {
    KeyState.WAITS: ("waiting", da("Venter på et ja")),
    KeyState.HOLDS: ("kept", da("Virker")),
    KeyState.EXPIRED: ("ended", da("Udløbet")),
    KeyState.ENDED: ("ended", da("Lukket")),
}


def state_of(state: KeyState) -> State:
    """Word, shape and colour."""
    shape, word = STATES[state]
    return State(shape, _now(word))


class KeyForm(forms.Form):
    """Whose system, what it is called, and until when."""

    unit = forms.ChoiceField(
        label=_("Hvis system er det?"),
        help_text=_("Systemet kan spørge for dem, der arbejder i enheden og enhederne under den."),
    )
    name = forms.CharField(
        label=_("Hvad hedder systemet?"), max_length=NAME_MAX,
        error_messages={"required": _("Skriv, hvilket system nøglen er til.")},
    )  # fmt: skip
    last_day = forms.DateField(
        label=_("Sidste dag, nøglen virker"), widget=forms.DateInput,
        help_text=_("Højst et år. Lav en ny i god tid."),
    )  # fmt: skip

    def __init__(self, units: list[UnitRow], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(one.id): one for one in units}
        choose_among(
            self,
            "unit",
            [(key, f"{one.name}, {one.organisation}") for key, one in self.units.items()],
        )

    def told(self) -> dict[str, Any]:
        """What the journey takes."""
        unit: UnitId = self.units[self.cleaned_data["unit"]].id
        return {"unit_id": unit, "name": self.cleaned_data["name"],
                "last_day": self.cleaned_data["last_day"]}  # fmt: skip


class KnownAsForm(forms.Form):
    """An id, or none."""

    known_as = asked(forms.CharField(
        label=_("Medarbejderens id i jeres systemer"), max_length=KNOWN_AS_MAX, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off"}),
        help_text=_(
            "For eksempel et bruger-id. Lad feltet stå tomt, så kan ingen spørge i navnet."
        ),
    ))  # fmt: skip
