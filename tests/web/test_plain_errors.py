"""What Django itself says of a field is said as plainly as what we say."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

CHOICE = "Det kan ikke vælges. Vælg noget af det, der står her."
TELLS = [
    (forms.CharField(), "", "Her mangler et svar."),
    (forms.CharField(max_length=4), "for langt", "Det er for langt: 9 tegn. Der er plads til 4."),
    (forms.CharField(min_length=4), "nej", "Det er for kort. Skriv mindst 4 tegn."),
    (forms.CharField(), "a\0", "Der er et tegn, som ikke kan gemmes. Skriv det igen."),
    (forms.EmailField(), "bo", "Skriv en mailadresse, fx navn@eksempel.dk."),
    (forms.URLField(assume_scheme="https"), "x y", "Skriv en adresse på nettet, fx https://eksempel.dk."),
    (forms.DateField(), "31. juni", "Skriv en dato, der findes."),
    (forms.TimeField(), "middag", "Skriv et klokkeslæt, fx 14.30."),
    (forms.DateTimeField(), "i morgen", "Skriv en dato og et klokkeslæt."),
    (forms.IntegerField(), "mange", "Skriv et helt tal."),
    (forms.DecimalField(), "mange", "Skriv et tal."),
    (forms.IntegerField(max_value=31), "32", "Skriv et tal på højst 31."),
    (forms.ChoiceField(choices=[("ja", "Ja")]), "nej", CHOICE),
    (forms.MultipleChoiceField(choices=[("ja", "Ja")]), ["nej"], CHOICE),
    (forms.MultipleChoiceField(choices=[("ja", "Ja")]), "nej", CHOICE),
    (forms.UUIDField(), "nej", CHOICE),
    (forms.FileField(), SimpleUploadedFile("a.pdf", b""), "Filen er tom. Vælg en anden."),
]  # fmt: skip


@pytest.mark.parametrize(("field", "given", "said"), TELLS)
def test_a_wrong_answer_is_told_in_plain_danish(
    field: forms.Field, given: object, said: str
) -> None:
    with translation.override("da"), pytest.raises(forms.ValidationError) as refused:
        field.clean(given)
    assert refused.value.messages == [said]
