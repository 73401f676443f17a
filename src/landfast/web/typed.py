"""What was typed into a form, as it is kept until the form has done its work."""

from collections.abc import Mapping

from django.http import QueryDict

from landfast.access.actions import DraftFields
from landfast.kernel.sealed import sealed

SEALED = frozenset({"cpr"})
"""What lies sealed also while it is only a draft."""
WRITTEN = "skrevet"
SEEN = "seen"
"""The words that a page showed, sent back with those that were typed (`web.seen_words`)."""
"""Whose page a form lies on, and which form it is (`web.unsent`)."""
_NOT_KEPT = frozenset({"csrfmiddlewaretoken", "kladde", "password", WRITTEN})


GIVEN = ("-seat", "-about", "-wish", "-version")


def is_given(name: str) -> bool:
    """Filled in by the page itself: no word of the writer's."""
    return name.endswith(GIVEN)


def kept(text: str) -> str:
    """What came with or beside a form, without the one character the database takes nowhere."""
    return text.replace("\x00", "")


def typed(sent: QueryDict) -> DraftFields:
    """The fields of a form that was sent, ready to be kept; several ticked boxes are a list."""
    every = {kept(name): [kept(one) for one in sent.getlist(name)] for name in sent}
    return as_kept(
        {
            name: values[0] if len(values) == 1 else values
            for name, values in every.items()
            if name not in _NOT_KEPT
        }
    )


def words_of(sent: QueryDict) -> list[str]:
    """What was typed in words, to be shown to its writer where the page takes it no more.

    Which values are words is told by looking at them, since no form is there to ask: keys, days
    and choices have no space in them.
    """
    hidden = _NOT_KEPT | SEALED | {SEEN}
    return [
        text
        for name in sent
        if name.rpartition("-")[2] not in hidden
        for text in map(kept, sent.getlist(name))
        if " " in text.strip()
    ]


def as_kept(fields: Mapping[str, str | list[str]]) -> DraftFields:
    """What is typed, as it is kept."""
    return {
        name: sealed(value) if name in SEALED and isinstance(value, str) else value
        for name, value in fields.items()
    }
