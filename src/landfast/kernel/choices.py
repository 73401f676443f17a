"""Enums of the rules as choices of a model field."""

from enum import StrEnum


def choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """Each member's value as its own label: the doors have the words."""
    return [(member.value, member.value) for member in enum]
