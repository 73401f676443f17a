"""A refusal by its code: the same call may be refused for another reason than the one meant."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from landfast.kernel.refusals import Refusal


@contextmanager
def refused(code: str, field: str | None = None) -> Iterator[None]:
    """What stands inside is refused, for this reason and at this field."""
    with pytest.raises(Refusal) as told:
        yield
    assert told.value.code == code
    if field:
        assert told.value.field == field


def refusal_of(check: Callable[..., object], *given: object, **named: object) -> str | None:
    """For tables: the code of the refusal, or nothing where the gate lets it through."""
    try:
        check(*given, **named)
    except Refusal as refusal:
        return refusal.code
    return None
