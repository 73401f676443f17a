"""What Django says of a field that is missing or wrong, in the house's own words: what to do."""

from django.core import validators as v
from django.forms import fields as f
from django.utils.translation import gettext_lazy as _

_CHOICE = _("Det kan ikke vælges. Vælg noget af det, der står her.")
_ADDRESS = _("Skriv en adresse på nettet, fx https://eksempel.dk.")
_NO_FILE = _("Der kom ingen fil med. Vælg den igen.")
OF_FIELDS: tuple[tuple[type[f.Field], dict[str, object]], ...] = (
    (f.Field, {"required": _("Her mangler et svar.")}),
    (f.DateField, {"invalid": _("Skriv en dato, der findes.")}),
    (f.TimeField, {"invalid": _("Skriv et klokkeslæt, fx 14.30.")}),
    (f.DateTimeField, {"invalid": _("Skriv en dato og et klokkeslæt.")}),
    (f.IntegerField, {"invalid": _("Skriv et helt tal.")}),
    (f.FloatField, {"invalid": _("Skriv et tal.")}),
    (f.DecimalField, {"invalid": _("Skriv et tal.")}),
    (f.ChoiceField, {"invalid_choice": _CHOICE}),
    (f.MultipleChoiceField, {"invalid_choice": _CHOICE, "invalid_list": _CHOICE}),
    (f.UUIDField, {"invalid": _CHOICE}),
    (f.URLField, {"invalid": _ADDRESS}),
    (
        f.FileField,
        {
            "invalid": _NO_FILE, "missing": _NO_FILE,
            "empty": _("Filen er tom. Vælg en anden."),
            "max_length": _("Filens navn er for langt. Der er plads til %(max)d tegn."),
        },
    ),
)  # fmt: skip
OF_VALUES: tuple[tuple[type[object], object], ...] = (
    (v.MinValueValidator, _("Skriv et tal på mindst %(limit_value)s.")),
    (v.MaxValueValidator, _("Skriv et tal på højst %(limit_value)s.")),
    (v.MinLengthValidator, _("Det er for kort. Skriv mindst %(limit_value)d tegn.")),
    (
        v.MaxLengthValidator,
        _("Det er for langt: %(show_value)d tegn. Der er plads til %(limit_value)d."),
    ),
    (v.EmailValidator, _("Skriv en mailadresse, fx navn@eksempel.dk.")),
    (v.URLValidator, _ADDRESS),
    (
        v.ProhibitNullCharactersValidator,
        _("Der er et tegn, som ikke kan gemmes. Skriv det igen."),
    ),
)


def say_it_plainly() -> None:
    """Once, before any form is made: Django's fields and validators speak as we do."""
    for field, said in OF_FIELDS:
        field.default_error_messages = {**field.default_error_messages, **said}  # type: ignore[dict-item]
    for validator, sentence in OF_VALUES:
        validator.message = sentence  # type: ignore[attr-defined]
