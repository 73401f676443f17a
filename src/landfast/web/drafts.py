"""What is being typed is kept: one draft for each person and form, under the form's address.

A draft is read here, saved by `people.views.keep_draft` as one types, and forgotten when the
form has done its work or its writer discards it. Strangers have none.
"""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from landfast.access import actions
from landfast.access.actor import Actor
from landfast.access.queries import draft


def draft_of(request: HttpRequest, form: forms.BaseForm, address: str = "") -> dict[str, Any]:
    """What a template needs to keep what is typed; a form that has not been sent is filled in.

    `draft` is the key (empty for a stranger), `is_draft` whether something kept was put back.
    """
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if actor is None:
        return {"draft": "", "is_draft": False}
    key = address or request.path
    return {"draft": key, "is_draft": not form.is_bound and put_back(form, draft(actor, key))}


def forget_draft(request: HttpRequest, address: str = "") -> None:
    """The form has done its work."""
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if actor is not None:
        actions.forget_draft(actor=actor, key=address or request.path)


def put_back(form: forms.BaseForm, kept: dict[str, Any]) -> bool:
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
