"""How many parts a text is (3GPP TS 23.038): each part is paid for, and may come by itself."""

from math import ceil

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWICE = frozenset("\f^{}\\[~]|€")
"""Signs that take the room of two."""
ONE, MANY = 160, 153
WIDE_ONE, WIDE_MANY = 70, 67


def parts(text: str) -> int:
    """The parts that a text is sent in: seven bits a sign, or sixteen when one of them needs it."""
    if set(text) <= GSM | TWICE:
        size, one, many = sum(2 if sign in TWICE else 1 for sign in text), ONE, MANY
    else:
        size, one, many = len(text.encode("utf-16-be")) // 2, WIDE_ONE, WIDE_MANY
    return 1 if size <= one else ceil(size / many)
