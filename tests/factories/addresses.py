"""Mail addresses of a wanted length: a name and labels are never longer than mail allows."""

LABEL = 60


def address_of(length: int) -> str:
    """An address of exactly so many letters."""
    full, rest = divmod(length - len("x@") - len(".dk"), LABEL + 1)
    place = ".".join([*(["b" * LABEL] * full), "b" * rest]) if rest else ""
    made = f"x@{place}.dk"
    assert len(made) == length
    return made
