"""A form and the one write behind it: a refusal becomes a sentence at its field."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar, cast

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from landfast.kernel.clock import today
from landfast.kernel.refusals import NotNow, Refusal, TooMany, Wrong
from landfast.web import drafts
from landfast.web.pages import page

Result = TypeVar("Result")

YEARS_BACK, YEARS_AHEAD = 120, 10


def form_page(
    request: HttpRequest, form: forms.BaseForm, write: Callable[[], Result], *,
    then: Callable[[Result], HttpResponse], template: str = "form_page_work.html",
    **context: Any,
) -> HttpResponse:  # fmt: skip
    """Show a form; when it is sent and holds, write once, forget the draft, and go on.

    What was typed stays until then: in the form that was refused, and as a draft under the
    page's address while one writes. A stranger has no draft: nothing of theirs is kept.
    """
    if request.method == "POST":
        done, result = sent(request, form, write)
        if done:
            return then(result)  # type: ignore[arg-type]
    drafts.keep(request, form)
    return page(request, template, {"form": form, **context}, status=status_of(form))


def choose_among(form: forms.BaseForm, name: str, pairs: Iterable[Any]) -> None:
    """What a field lets one choose, where that is known only when the form is made.

    `pairs` are (value, label), or (heading, pairs) for a group of them.
    """
    cast("forms.ChoiceField", form.fields[name]).choices = list(pairs)


def thank(request: HttpRequest, sentence: str, to: str, *ids: object) -> HttpResponse:
    """A word of thanks, and on to the next page."""
    messages.success(request, sentence)
    return redirect(to, *ids)


def status_of(form: forms.BaseForm) -> int:
    """How a page with this form answers: 422 when something in it is to be mended."""
    return 422 if form.errors else 200


def sent(
    request: HttpRequest, form: forms.BaseForm, write: Callable[[], Result]
) -> tuple[bool, Result | None]:
    """As `did`; what has been written is no longer a draft."""
    done, result = did(form, write)
    if done:
        drafts.forget(request)
    return done, result


def did(form: forms.BaseForm, write: Callable[[], Result]) -> tuple[bool, Result | None]:
    """Run the write when the form is valid: (True, what it returned), or (False, None).

    A refusal that more or other words could mend is shown in the form, and nothing is
    half-saved; "not you" and "not found" go on to their own pages.
    """
    if not asks(form):
        return False, None
    try:
        with transaction.atomic():
            return True, write()
    except (Wrong, NotNow, TooMany) as refusal:
        show(form, refusal)
        return False, None


def asks(form: forms.BaseForm) -> bool:
    """Is a form valid, with days that an act or a search can be about? Else it is told in it."""
    return form.is_valid() and not _beyond(form)


def _beyond(form: forms.BaseForm) -> bool:
    """Is a day given that nothing here is about, as the year 1 or 9999? Said at its field.

    The net under the rooms' own rules, which say how near a day must lie.
    """
    given = form.cleaned_data.items()
    first, last = today().year - YEARS_BACK, today().year + YEARS_AHEAD
    days = [(name, value) for name, value in given if isinstance(value, date)]
    beyond = [name for name, day in days if not first <= day.year <= last]
    for name in beyond:
        form.add_error(name, gettext("Den dag ligger for langt væk. Se årstallet efter."))
    return bool(beyond)


def show(form: forms.BaseForm, refusal: Refusal) -> None:
    """Put a refusal's sentence at its field, or above the form when it belongs to none."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, refusal.said(gettext))
