"""The form of an organisation's own format: each field is one of the room's rules."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from landfast.kernel.text import da
from landfast.meetings.rules import Part, Reflects
from landfast.meetings.rules.copying import NAME_MAX, OUTPUT_MAX
from landfast.meetings.rules.formats import (
    EVERYBODY,
    PROFESSIONAL,
    AgendaBy,
    AgendaWhen,
    Citizen,
    Form,
    May,
    Must,
    PartRule,
)
from landfast.people.rules import employed_as, role_name
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.spoken import named

ALL, LISTED, NOBODY = "all", "listed", "nobody"
OWN = ("private_network", "relative")
MARKED = frozenset({Part.LEADER, Part.REFLECTOR, Part.MINUTE_TAKER})


def _number(label: Any, *, hint: Any = "", required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=hint, required=required)


def _yes(label: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


def _choice(label: Any, choices: list[tuple[str, Any]], *, hint: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, help_text=hint)


class CopyForm(forms.Form):
    """What our own is called, and which of my organisations it is for."""

    name = forms.CharField(label=_("Hvad hedder jeres mødeform?"), max_length=NAME_MAX)
    organisation = forms.ChoiceField(label=_("For hvilken organisation?"))

    def __init__(self, *args: Any, houses: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "organisation", houses)
        if len(houses) == 1:
            del self.fields["organisation"]


class FormatForm(forms.Form):
    """Name, agenda, table, turns, time and what it ends with."""

    name = forms.CharField(label=_("Navn"), max_length=NAME_MAX)
    output = forms.CharField(
        label=_("Hvad er det for et møde?"), max_length=OUTPUT_MAX,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=_("Korte sætninger til borgeren."),
    )  # fmt: skip
    citizen = _choice(
        _("Er borgeren med?"),
        [
            (Citizen.LEADS.value, _("Ja, det er borgerens møde")),
            (Citizen.INVITED.value, _("Borgeren inviteres og kan sige nej")),
            (Citizen.ABSENT.value, _("Nej. Der skal være samtykke eller lov")),
        ],
    )
    agenda_by = _choice(
        _("Hvem sætter dagsordenen?"),
        [(AgendaBy.CITIZEN.value, _("Borgeren")), (AgendaBy.LEADER.value, _("Mødelederen"))],
        hint=_("Mødelederens faste punkter kan kun borgeren tage af."),
    )
    agenda_when = _choice(
        _("Hvornår laves dagsordenen?"),
        [
            (AgendaWhen.BEFORE.value, _("Før mødet")),
            (AgendaWhen.AT_START.value, _("Ved starten af mødet")),
            (AgendaWhen.FIXED.value, _("Den er fast")),
        ],
    )
    points = forms.CharField(
        label=_("Faste punkter"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Et på hver linje. Kun når dagsordenen er fast."),
    )  # fmt: skip
    leader = forms.ChoiceField(label=_("Hvem leder mødet?"))
    minute_taker = _yes(_("En skriver referat"))
    reflects = _choice(
        _("Reflekterer nogen højt for hinanden?"),
        [
            ("", _("Nej, alle taler på skift")),
            (Reflects.REFLECTORS.value, _("Ja, dem der er valgt til det")),
            (Reflects.PROFESSIONALS.value, _("Ja, alle fagpersoner")),
        ],
    )
    reflectors = _number(_("Mindst så mange reflekterer"))
    more_role = forms.ChoiceField(label=_("En rolle mere, der skal være med"), required=False)
    more_count = _number(_("Hvor mange af dem?"), required=False)
    others = _choice(
        _("Hvem må ellers være med?"),
        [
            (ALL, _("Alle, borgeren vælger")),
            (LISTED, _("Kun de roller, der er krydset af")),
            (NOBODY, _("Ingen andre")),
        ],
        hint=_("Andre kan komme, når der står hvorfor."),
    )
    roles = forms.MultipleChoiceField(
        label=_("Roller, der må være med"), required=False, widget=forms.CheckboxSelectMultiple
    )
    most = _number(_("Højst så mange af dem"), required=False)
    minutes_long = _number(_("Sædvanlig længde i minutter"))
    shortest = _number(_("Korteste længde"))
    longest = _number(_("Længste længde"))
    notice_days = _number(_("Varsel i hverdage"), hint=_("0 er intet varsel."))
    within_days = _number(_("Senest om så mange hverdage"), required=False)
    makes_agreements = _yes(_("Der laves aftaler"))
    needs_next_date = _yes(_("Mødet slutter med en dato for det næste"))
    speaks_responsibility = _yes(_("Ansvaret tales igennem til sidst"))
    off_screen = _yes(_("Helst uden skærm"))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, base: Form, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.base = base
        asked(self.fields["reflects"]).required = False
        staff = [(code, named(name)) for code, name in employed_as().items()]
        anybody = [(EVERYBODY, _t("Hvem som helst ved bordet"))]
        choose_among(self, "leader", [*anybody, *staff])
        choose_among(self, "more_role", [("", _t("Ingen")), *staff])
        own = [(code, named(role_name(code))) for code in OWN]
        own.append((PROFESSIONAL, _t("Alle fagpersoner")))
        choose_among(self, "roles", [*own, *staff])
        for number, must in enumerate(base.must):
            if "citizen" not in must.roles:
                label = _t("%(who)s: hvor mange?") % {"who": named(must.text)}
                self.fields[f"must_{number}"] = _number(label, hint=_("0 tager dem af."))
        self.order_fields([*self._first(), *(n for n in self.fields if n.startswith("must_"))])

    def _first(self) -> list[str]:
        names = list(type(self).base_fields)
        return names[: names.index("more_role")]

    def clean(self) -> dict[str, Any]:
        """Only those who are ticked, and nobody is: that would be nobody, unseen."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("others") == LISTED and not said.get("roles"):
            self.add_error("roles", _t("Sæt kryds ved mindst én rolle, eller vælg »Ingen andre«."))
        return said

    def form(self) -> Form:
        """The format as the room takes it."""
        said = self.cleaned_data
        points = tuple(line.strip() for line in said["points"].splitlines() if line.strip())
        kept = {
            name: said[name]
            for name in (
                "name", "output", "minutes_long", "shortest", "longest", "notice_days",
                "within_days", "reflects", "makes_agreements", "needs_next_date",
                "speaks_responsibility", "off_screen",
            )
        }  # fmt: skip
        return replace(
            self.base, **kept, citizen=Citizen(said["citizen"]), agenda_points=points,
            agenda_by=AgendaBy(said["agenda_by"]), agenda_when=AgendaWhen(said["agenda_when"]),
            must=self._must(), may=self._may(), parts=self._parts(),
        )  # fmt: skip

    def _must(self) -> tuple[Must, ...]:
        said = self.cleaned_data
        kept = [
            replace(must, count=said.get(f"must_{number}", must.count))
            for number, must in enumerate(self.base.must)
        ]
        if said["more_role"]:
            role, count = said["more_role"], said["more_count"] or 1
            kept.append(Must(frozenset({role}), count, role_name(role)))
        return tuple(must for must in kept if must.count)

    def _may(self) -> tuple[May, ...]:
        said = self.cleaned_data
        if said["others"] == ALL:
            return (May(frozenset({EVERYBODY})),)
        if said["others"] == NOBODY:
            return ()
        return (May(frozenset(said["roles"]), said["most"]),)

    def _parts(self) -> tuple[PartRule, ...]:
        """Kept in Danish whoever writes: each reader gets them in their own language."""
        said = self.cleaned_data
        is_asked = said["reflects"] == Reflects.REFLECTORS
        kept = [
            one
            for one in self.base.parts
            if one.part not in MARKED and (is_asked or one.part is not Part.FACILITATOR)
        ]
        who = da("Mødelederen") if said["leader"] == EVERYBODY else role_name(said["leader"])
        kept.insert(0, PartRule(Part.LEADER, frozenset({said["leader"]}), 1, 1, who))
        if is_asked:
            heard = (Part.REFLECTOR, frozenset({PROFESSIONAL}), said["reflectors"], None)
            kept.append(PartRule(*heard, da("En eller flere, der lytter og reflekterer")))
        if said["minute_taker"]:
            writes = (Part.MINUTE_TAKER, frozenset({PROFESSIONAL}), 1, 1)
            kept.append(PartRule(*writes, da("En, der skriver referat")))
        return tuple(kept)


def as_said(form: Form, version: int) -> dict[str, Any]:
    """A format as the form shows it."""
    by_part = {one.part: one for one in form.parts}
    leads = by_part.get(Part.LEADER)
    roles = {role for may in form.may for role in may.roles}
    others = NOBODY if not roles else ALL if EVERYBODY in roles else LISTED
    same = (
        "name", "output", "minutes_long", "shortest", "longest", "notice_days", "within_days",
        "reflects", "makes_agreements", "needs_next_date", "speaks_responsibility", "off_screen",
    )  # fmt: skip
    return {
        **{name: getattr(form, name) for name in same},
        **{f"must_{number}": must.count for number, must in enumerate(form.must)},
        "citizen": form.citizen.value, "agenda_by": form.agenda_by.value,
        "agenda_when": form.agenda_when.value, "points": "\n".join(form.agenda_points),
        "leader": min(leads.roles) if leads else "coordinator",
        "minute_taker": Part.MINUTE_TAKER in by_part,
        "reflectors": by_part[Part.REFLECTOR].least if Part.REFLECTOR in by_part else 1,
        "others": others, "roles": sorted(roles - {EVERYBODY}),
        "most": next((may.most for may in form.may if may.most is not None), None),
        "seen": version,
    }  # fmt: skip
