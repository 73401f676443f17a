"""What was kept for the next meeting: whole themes, and words kept within one (domain A5)."""

from collections.abc import Mapping

from landfast.meetings.rules.marks import marks
from landfast.meetings.rules.words import ThemeEnd

WORDS_MAX = 500
"""As long as a theme may be."""


def kept_of(words: str, ended: str, told: Mapping[str, str], *, is_out: bool) -> list[str]:
    """What was kept of a theme; words within it wait for the minutes that she sees first (C6).

    A theme put away whole stood on the agenda already: it is kept at once. `told` is what the
    newest minutes that went out say of the theme, empty before. What they cover stays there.
    `is_out`: they are not recalled.
    """
    whole = [told.get("words", words)] if ended == ThemeEnd.PARKED else []
    within = told.get("parked", "").splitlines() if is_out else []
    found = (" ".join(line.split()) for line in (*whole, *within))
    return [line[:WORDS_MAX] for line in found if line and not marks([line])]
