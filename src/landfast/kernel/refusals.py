"""Why something cannot be done. One middleware turns them into 403, 409 and 404.

A refusal carries a code for programs and a Danish sentence for people that says
what they can do instead (house rule: no dead end).
"""

from landfast.kernel.text import da

NOT_FOUND = da("Vi kan ikke finde det, du leder efter. Gå til forsiden og prøv derfra.")


class Refusal(Exception):
    """Something that the house will not do, and why."""

    status = 400

    def __init__(self, code: str, sentence: str, field: str | None = None) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence
        self.field = field


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
        sentence: str = NOT_FOUND,
    ) -> None:
        super().__init__(code, sentence)


class Wrong(Refusal):
    """Input that cannot be right: missing, too long, an impossible date."""

    status = 422


class TooMany(Refusal):
    """Too many tries in too short a time."""

    status = 429
