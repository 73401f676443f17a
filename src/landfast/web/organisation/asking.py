"""A form page of the organisation: what it says, and where it leads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.web.forms import form_page, thank
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Ask:
    """What a form page says, and where it leads."""

    heading: str
    submit: str
    thanks: str
    back: str
    lede: str = ""


def asked(
    request: HttpRequest, form: forms.Form, ask: Ask, write: Callable[[], object],
    then: Callable[[Any], HttpResponse] | None = None,
) -> HttpResponse:  # fmt: skip
    """Show the form, write when it is sent, and go back with thanks, or on with `then`."""
    return form_page(
        request,
        form,
        write,
        then=then or (lambda _none: thank(request, ask.thanks, ask.back)),
        **words(ask),
    )


def words(ask: Ask) -> dict[str, Any]:
    """The context of a form page."""
    return {
        "heading": ask.heading, "submit": ask.submit, "lede": ask.lede,
        "cancel": Link(_("Gå tilbage"), ask.back),
    }  # fmt: skip
