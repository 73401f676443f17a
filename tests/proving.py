"""Long proofs in parts: each part has a seed and a transaction of its own.

One test over a thousand histories keeps one core busy while the other waits, and loses all of it
when it is stopped. Parts run beside each other, and `make prove` goes on where it was. The same
seed draws the same histories.
"""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

EACH = 50


def in_parts(histories: int, each: int = EACH) -> Callable[[Any], Any]:
    """A proof over this many histories: one test a seed, `each` histories a test."""

    def mark(test: Any) -> Any:
        seeds = pytest.mark.parametrize("seed", range(histories // each))
        return pytest.mark.prove(seeds(test))

    return mark


def drawn(histories: int = EACH, **more: Any) -> settings:
    """Random histories that are drawn from the seed alone; a slow machine is no failure."""
    return settings(
        max_examples=histories, deadline=None, derandomize=True,
        suppress_health_check=list(HealthCheck), **more,
    )  # fmt: skip
