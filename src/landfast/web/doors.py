"""Who may come in: public pages are marked, all others ask for a login."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from landfast.access.actions import save_draft
from landfast.access.actor import Actor
from landfast.access.asking import ask
from landfast.kernel.refusals import Wrong
from landfast.login.queries import Resumed
from landfast.web.typed import typed

View = TypeVar("View", bound=Callable[..., HttpResponse])

SESSION_PERSON = "person"
SESSION_KEY = "person_key"
SESSION_DESKS = "desks"
SESSION_SITTING = "sitting"
SESSION_EMERGENCY = "emergency"
"""That a course was opened in an emergency here: the database says whether it still is."""
_NOT_SAVED = _("Det er ikke gemt endnu. Vis, at det er dig, og tryk så igen.")
OF_WHAT = frozenset({"course_id", "employment_id"})


def public(view: View) -> View:
    """Mark a page that strangers may open."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def is_public(view: Callable[..., HttpResponse]) -> bool:
    """May strangers open this page?"""
    return getattr(view, "is_public", False)


def for_machines(view: View) -> View:
    """Mark what programs call and no person: without TLS it is refused, never sent on."""
    view.is_for_machines = True  # type: ignore[attr-defined]
    return view


def is_for_machines(view: Callable[..., HttpResponse]) -> bool:
    """Do programs call this?"""
    return getattr(view, "is_for_machines", False)


def actor_of(request: HttpRequest) -> Actor:
    """The actor of a page that is not public."""
    actor = visitor_of(request)
    if actor is None:
        raise TypeError("a page that is not public was reached without an actor")
    return actor


def visitor_of(request: HttpRequest) -> Actor | None:
    """Who opens a public page: somebody who is signed in, or a stranger (None)."""
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    return actor


def sitting_of(request: HttpRequest) -> Resumed:
    """The session of a page that is not public: how its owner came in, and when they proved it."""
    sitting = request.sitting  # type: ignore[attr-defined]
    if not isinstance(sitting, Resumed):
        raise TypeError("a page that is not public was reached without a session")
    return sitting


def before_second_step(view: View) -> View:
    """Mark a page that staff may open while their second step is still to be chosen."""
    view.is_before_second_step = True  # type: ignore[attr-defined]
    return view


def before_new_password(view: View) -> View:
    """Mark a page that may be opened while a start password is still to be changed."""
    view.is_before_new_password = True  # type: ignore[attr-defined]
    return view


def waits_for_new_password(request: HttpRequest, view: Callable[..., HttpResponse]) -> bool:
    """Is one's own password to be chosen before this page?"""
    early = getattr(view, "is_before_new_password", False)
    return sitting_of(request).needs_new_password and not early


def waits_for_second_step(request: HttpRequest, view: Callable[..., HttpResponse]) -> bool:
    """Is the second step to be chosen before this page?"""
    early = getattr(view, "is_before_second_step", False)
    return sitting_of(request).needs_second_step and not early


def require_step_up(
    back: str, *, of: frozenset[str] = OF_WHAT, when: Callable[..., object] | None = None,
    keeps: bool = False,
) -> Callable[[View], View]:  # fmt: skip
    """An act for which one shows again who one is: signing, changing how one comes in (F5).

    Under a form that was sent too late lies the page named `back`, of the same course or employee
    (`of`) if the form was about one; a page asked for comes again. `when` says of what it is asked.
    `keeps`: what was typed is kept as a draft, and the form itself comes again with it. Not for
    what is a secret, or names somebody whom the writer may not know of.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if sitting_of(request).is_fresh or (
                when and not when(actor=actor_of(request), **kwargs)
            ):
                return view(request, *args, **kwargs)
            if request.method == "POST":
                messages.warning(request, _NOT_SAVED)
            if request.method == "POST" and keeps:
                _keep_typed(request)
            same: dict[str, Any] = {key: kwargs[key] for key in of if key in kwargs}
            again = keeps or request.method == "GET"
            onward = request.get_full_path() if again else reverse(back, kwargs=same)
            query = urlencode({"naeste": onward})
            return HttpResponseRedirect(f"{reverse('prove_again')}?{query}")

        asked.steps_back_to = back, of  # type: ignore[attr-defined]
        return asked  # type: ignore[return-value]

    return guard


def _keep_typed(request: HttpRequest) -> None:
    """Also what was sent before the page could keep it; what is too long for a draft is not."""
    with suppress(Wrong):
        save_draft(actor=actor_of(request), key=request.path, fields=typed(request.POST))


def offers(act: Callable[..., object]) -> Callable[[View], View]:
    """A page that only offers this act: whoever the act would refuse does not get its form either.

    It is the act's own question that is asked, of what stands in the address; the act asks again.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            ask(act, actor=actor_of(request), **kwargs)
            return view(request, *args, **kwargs)

        asked.offers = act  # type: ignore[attr-defined]
        return asked  # type: ignore[return-value]

    return guard
