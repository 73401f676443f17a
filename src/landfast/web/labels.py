"""What a label says about a field: needed, free to leave, or asked for in some cases."""

from typing import TypeVar

from django.forms import Field

Some = TypeVar("Some", bound=Field)


def asked(field: Some) -> Some:
    """A field that may be empty, but not always: its label never calls it optional.

    An action says when it is needed; the hint or the label says so beforehand.
    """
    field.is_asked = True  # type: ignore[attr-defined]
    return field


def is_optional(field: Field) -> bool:
    """Can it always be left empty?"""
    return not field.required and not getattr(field, "is_asked", False)
