"""A refusal speaks the reader's language, and leaves names alone."""

from landfast.kernel.refusals import NotNow, Wrong

ENGLISH = {"{name} har allerede ringet.": "{name} has already called."}


def test_the_words_are_translated_and_the_name_is_not():
    refusal = NotNow("called_already", "{name} har allerede ringet.", name="Åse {Ø}")
    assert refusal.sentence == "Åse {Ø} har allerede ringet."
    assert refusal.said(lambda words: ENGLISH[words]) == "Åse {Ø} has already called."
    assert str(refusal) == "called_already: Åse {Ø} har allerede ringet."


def test_braces_that_somebody_typed_are_only_braces():
    assert Wrong("no_such_unit", "Der er ingen enhed, der hedder {x}.").sentence.endswith("{x}.")
