"""Can this be a mail address? A server knows more; this finds what was mistyped."""


def can_be_an_address(text: str) -> bool:
    """One name, one place with a dot, nothing that a mail program would read as more."""
    name, at, place = text.partition("@")
    plain = text.isascii() and text.isprintable() and not set(text) & set(' ,;<>"()\\')
    return bool(plain and name and at and "." in place.strip(".") and "@" not in place)
