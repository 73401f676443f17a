"""A form and the one write behind it: a refusal becomes a sentence at its field."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.db import transaction
from django.utils.translation import gettext

from landfast.kernel.refusals import NotNow, Refusal, TooMany, Wrong

Result = TypeVar("Result")


def did(form: forms.BaseForm, write: Callable[[], Result]) -> tuple[bool, Result | None]:
    """Run the write when the form is valid: (True, what it returned), or (False, None).

    A refusal that more or other words could mend is shown in the form, and nothing is
    half-saved; "not you" and "not found" go on to their own pages.
    """
    if not form.is_valid():
        return False, None
    try:
        with transaction.atomic():
            return True, write()
    except (Wrong, NotNow, TooMany) as refusal:
        show(form, refusal)
        return False, None


def show(form: forms.BaseForm, refusal: Refusal) -> None:
    """Put a refusal's sentence at its field, or above the form when it belongs to none."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, gettext(refusal.sentence))
