"""Why something cannot be done. One middleware turns them into 403, 409 and 404.

A refusal carries a code for programs and a Danish sentence for people that says
what they can do instead (house rule: no dead end).
"""

from collections.abc import Callable

from landfast.kernel.text import da

NOT_FOUND = da("Vi kan ikke finde det, du leder efter. Gå til forsiden og prøv derfra.")


class Refusal(Exception):
    """Something that the house will not do, and why."""

    status = 400

    def __init__(self, code: str, words: str, field: str | None = None, **values: object) -> None:
        self.code, self.words, self.field, self.values = code, words, field, values
        super().__init__(f"{code}: {self.sentence}")

    @property
    def sentence(self) -> str:
        """The Danish sentence."""
        return self.said(str)

    def said(self, translated: Callable[[str], str]) -> str:
        """The sentence in the reader's language: the words are translated, names stay names."""
        words = translated(self.words)
        return words.format(**self.values) if self.values else words


def refused_by(check: Callable[[], object]) -> Refusal | None:
    """What a check says, where several are told at once."""
    try:
        check()
    except Refusal as refusal:
        return refusal
    return None


class NotAllowed(Refusal):
    """Not you."""

    status = 403


class NotNow(Refusal):
    """You, but not in this state."""

    status = 409


class NotFound(Refusal):
    """Hidden or absent: the asker cannot tell which."""

    status = 404

    def __init__(
        self,
        code: str = "not_found",
        words: str = NOT_FOUND,
    ) -> None:
        super().__init__(code, words)


class Wrong(Refusal):
    """Input that cannot be right: missing, too long, an impossible date."""

    status = 422


class TooMany(Refusal):
    """Too many tries in too short a time."""

    status = 429
