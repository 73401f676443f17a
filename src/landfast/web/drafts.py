"""What is being typed is kept: one draft for each person and form, under the form's address.

A page keeps it as one types (`people.views.keep_draft`). It is put back when the page is opened
again, and forgotten when the form has done its work or its writer throws it away. Strangers
have none: nothing of theirs is kept. A CPR number lies sealed here too.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from cryptography.fernet import InvalidToken
from django import forms
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from landfast.access import actions
from landfast.access.queries import drafts
from landfast.kernel.refusals import Wrong
from landfast.kernel.sealed import opened
from landfast.web import unsent
from landfast.web.doors import visitor_of
from landfast.web.typed import SEALED, as_kept, is_given


def _as_typed(kept: Mapping[str, Any]) -> dict[str, Any]:
    """What was kept, as it was typed; what no key opens any more must be typed again."""
    found = dict(kept)
    for name in SEALED & found.keys():
        try:
            found[name] = opened(found[name])
        except InvalidToken:
            del found[name]
    return found


def keep(request: HttpRequest, form: forms.BaseForm) -> None:
    """The form of this page keeps what is typed."""
    keep_all(request, {request.path: form})


def keep_all(request: HttpRequest, found: Mapping[str, forms.BaseForm]) -> None:
    """Forms by the address they are sent to; each learns its `draft` (the key) and more."""
    actor = visitor_of(request)
    kept = drafts(actor, list(found)) if actor else {}
    for address, form in found.items():
        form.draft = address if actor else ""  # type: ignore[attr-defined]
        form.written = unsent.written(request, actor, address, form) if actor else ""  # type: ignore[attr-defined]
        form.is_draft = not form.is_bound and _put_back(form, _as_typed(kept.get(address, {})))  # type: ignore[attr-defined]


def keep_beside(request: HttpRequest, found: Mapping[str, str]) -> None:
    """Several forms are sent as one: those not meant now keep their words as drafts.

    `found`: how the names of a form's fields begin, by the address that the form is sent to.
    A form with nothing in it has no draft; which of them is meant, the address of the request says.
    """
    actor = visitor_of(request)
    for address, begin in found.items():
        names = [name for name in request.POST if name.startswith(begin)]
        if actor is None or address == request.path or not names:
            continue
        typed = {name: request.POST.getlist(name) for name in names}
        if any(one.strip() for name in names for one in typed[name] if not is_given(name)):
            fields = {name: one[0] if len(one) == 1 else one for name, one in typed.items()}
            with suppress(Wrong):
                actions.save_draft(actor=actor, key=address, fields=as_kept(fields))
        else:
            actions.forget_draft(actor=actor, key=address)


def forget(request: HttpRequest, address: str = "") -> None:
    """The form that is sent to this address has done its work."""
    actor = visitor_of(request)
    if actor:
        actions.forget_draft(actor=actor, key=address or request.path)


def _put_back(form: forms.BaseForm, kept: Mapping[str, Any]) -> bool:
    """Fill in what was kept, each field by its own widget.

    Hidden fields are left alone: which version was read, and which sending it is, belong to
    the page and not to the words.
    """
    sent = MultiValueDict(
        {name: value if isinstance(value, list) else [value] for name, value in kept.items()}
    )
    for name, field in form.fields.items():
        prefixed, widget = form.add_prefix(name), field.widget
        if kept and not widget.is_hidden and not widget.value_omitted_from_data(sent, {}, prefixed):
            form.initial[name] = widget.value_from_datadict(sent, {}, prefixed)
    return bool(kept)
