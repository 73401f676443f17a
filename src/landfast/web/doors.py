"""Who may come in: public pages are marked, all others ask for a login."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse

from landfast.access.actor import Actor

View = TypeVar("View", bound=Callable[..., HttpResponse])

SESSION_PERSON = "person"
SESSION_KEY = "person_key"
SESSION_DESKS = "desks"


def public(view: View) -> View:
    """Mark a page that strangers may open."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def is_public(view: Callable[..., HttpResponse]) -> bool:
    """May strangers open this page?"""
    return getattr(view, "is_public", False)


def actor_of(request: HttpRequest) -> Actor:
    """The actor of a page that is not public."""
    actor = request.actor  # type: ignore[attr-defined]
    if not isinstance(actor, Actor):
        raise TypeError("a page that is not public was reached without an actor")
    return actor
