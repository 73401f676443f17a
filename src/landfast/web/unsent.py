"""What was sent after its writer's session had wholly ended: kept for its writer alone.

A form that keeps drafts says, signed, whose page it lies on (`written`). Sent when nobody is signed
in, its words wait sealed in a session that names nobody; the browser has its key and no word of it.
Who comes in next either wrote them, and finds them as a draft on the page they were written on, or
did not, and they are thrown away (decisions/0096).
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from cryptography.fernet import InvalidToken
from django import forms
from django.contrib import messages
from django.contrib.sessions.backends.base import SessionBase
from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext

from landfast.access.actions import DraftFields, fits_a_draft
from landfast.access.actor import Actor
from landfast.kernel.sealed import opened, sealed
from landfast.login.actions import sittings
from landfast.web.pages import own_page
from landfast.web.typed import WRITTEN, is_given, typed
from landfast.web.uploads import had_file

UNSENT = "unsent"
AT_MOST = 8
"""Forms that wait in one browser; the one that was sent longest ago makes room."""
SALT = "landfast.written"


@dataclass(frozen=True)
class Form:
    """A form on a page that somebody has open. `prefix`: how its fields begin, or nothing."""

    whose: str
    key: str
    at: str
    prefix: str


def written(request: HttpRequest, actor: Actor, key: str, form: forms.BaseForm) -> str:
    """Whose page this form lies on: it goes along when the form is sent.

    A page that answers a form may have no address of its own to open: it was opened before it.
    """
    before = next(_forms(request, actor.person_id), None)
    at = before.at if before else request.path
    return signing.dumps([str(actor.person_id), key, at, form.prefix or ""], salt=SALT)


def _forms(request: HttpRequest, whose: UUID | None = None) -> Iterator[Form]:
    for one in request.POST.getlist(WRITTEN):
        try:
            found = Form(*signing.loads(one, salt=SALT))
        except signing.BadSignature:
            continue
        if whose is None or found.whose == str(whose):
            yield found


def keep(request: HttpRequest) -> bool:
    """Keep what is sent while nobody is signed in; False when no form of ours says whose it is."""
    sent = typed(request.POST)
    forms_sent = [one for one in _forms(request) if fits_a_draft(one.key, sent)]
    if not forms_sent:
        return False
    meant = [one for one in forms_sent if len(forms_sent) == 1 or _says_something(one, sent)]
    kept = [_kept(one, sent, had_file(request)) for one in meant]
    request.session[UNSENT] = [*request.session.get(UNSENT, []), *kept][-AT_MOST:]
    return True


def _fields(form: Form, sent: DraftFields) -> DraftFields:
    begins = f"{form.prefix}-" if form.prefix else ""
    return {name: value for name, value in sent.items() if name.startswith(begins)}


def _says_something(form: Form, sent: DraftFields) -> bool:
    """Of several that are sent as one, a form that nobody wrote in has no draft."""
    found = [value for name, value in _fields(form, sent).items() if not is_given(name)]
    return any(value.strip() if isinstance(value, str) else value for value in found)


def _kept(form: Form, sent: DraftFields, with_files: bool) -> str:
    fields = _fields(form, sent)
    return sealed(json.dumps({"form": asdict(form), "fields": fields, "files": with_files}))


def told(request: HttpRequest) -> None:
    """Say at the door what became of what was sent."""
    kept = gettext("Du var logget ud. Dine ord er gemt, men ikke sendt. Log ind, så står de der.")
    lost = gettext("Du var logget ud, så det blev ikke gjort. Log ind, og gør det igen.")
    messages.warning(request, kept if keep(request) else lost)


def emptied(session: SessionBase) -> None:
    """A session begins anew, with nothing but what waits for its writer."""
    waits = session.get(UNSENT)
    session.flush()
    if waits:
        session[UNSENT] = waits


def given_back(request: HttpRequest, actor: Actor) -> str:
    """Somebody has come in: their own words become drafts, those of others go.

    The page where the last of them was written; empty when none was theirs.
    """
    found = [_opened(one) for one in request.session.pop(UNSENT, [])]
    mine = [one for one in found if one and one["form"]["whose"] == str(actor.person_id)]
    sittings.bring_drafts(actor, {one["form"]["key"]: one["fields"] for one in mine})
    if not mine:
        return ""
    _say(request, mine)
    return own_page(request, mine[-1]["form"]["at"])


def _opened(kept: str) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads(opened(kept))
    except InvalidToken:  # its key is gone: it must be typed again
        return None
    return found


def _say(request: HttpRequest, mine: list[dict[str, Any]]) -> None:
    said = gettext("Det, du skrev, står her. Det er ikke sendt endnu.")
    if any(one["files"] for one in mine):
        said = f"{said} {gettext('En fil er ikke gemt. Vælg den igen.')}"
    messages.info(request, said)
