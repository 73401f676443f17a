"""The citizen names somebody who may read or answer for her, and ends it in one touch."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.consent import actions
from landfast.consent.proxies import ProxyRow
from landfast.journeys import read_for as journey
from landfast.journeys.let_in import let_in, see_again, see_naming
from landfast.login.rules import INVITED_FOR
from landfast.web.doors import actor_of, require_step_up
from landfast.web.forms import form_page, thank
from landfast.web.pages import page
from landfast.web.parts.shapes import Link
from landfast.web.people.coming_in import link_of
from landfast.web.proxy import present
from landfast.web.proxy.forms import BesideForm, ProxyForm


@require_GET
def proxies(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Who may, and who might before."""
    actor = actor_of(request)
    seen = journey.see_proxies(actor, course_id)
    return page(request, "proxy/proxies.html", present.proxies(seen, actor))


@require_step_up("proxies", keeps=True)
@require_http_methods(["GET", "HEAD", "POST"])
def name_proxy(
    request: HttpRequest, course_id: UUID, relation_id: UUID | None = None,
    proxy_id: UUID | None = None,
) -> HttpResponse:  # fmt: skip
    """Who, what, why and how long; beside the citizen also how she said it.

    With a place on her map the form begins with whom she came from; with somebody who was let in
    before it begins as it was then, and it is the same person.
    """
    actor = actor_of(request)
    then = see_again(actor, course_id, proxy_id) if proxy_id else None
    known = _as_then(then) if then else {"name": see_naming(actor, course_id, relation_id)}
    mine = actor.is_citizen
    form = (ProxyForm if mine else BesideForm)(request.POST or None, initial=known)
    form.fields["name"].disabled = then is not None  # another name would be another person
    return form_page(
        request, form,
        lambda: let_in(
            actor=actor, course_id=course_id, said=form.said(), relation_id=relation_id,
            before=proxy_id,
        ),
        then=lambda _id: thank(
            request, _("Det er skrevet ned og gælder nu."), "proxies", course_id
        ),
        template="form_page.html" if mine else "form_page_work.html",
        heading=_("Vælg en, der må læse for dig") if mine
        else _("Skriv, hvem der må læse for borgeren"),
        lede=_lede(mine=mine, is_again=then is not None),
        submit=_("Ja, det må de"), readers=present.team(),
        cancel=Link(_("Gå tilbage"), reverse("proxies", args=[course_id])),
    )  # fmt: skip


def _as_then(row: ProxyRow) -> dict[str, Any]:
    return {
        "name": row.name, "limits": [one.value for one in row.limits], "reason": row.reason,
        "kind": row.kind.value,
    }  # fmt: skip


def _lede(*, mine: bool, is_again: bool) -> str:
    if is_again:
        return _("Det er den samme person. De kommer ind med det login, de har.")
    if mine:
        return _("Du kan stoppe det, når du vil. Det virker med det samme.")
    return _("Borgeren bestemmer. En værge skrives ned efter papiret.")


@require_POST
def end_proxy(request: HttpRequest, course_id: UUID, proxy_id: UUID) -> HttpResponse:
    """Take it back in one touch."""
    actions.end_proxy(actor=actor_of(request), course_id=course_id, proxy_id=proxy_id)
    return thank(request, _("Det er stoppet. De kan ikke læse mere."), "proxies", course_id)


@require_step_up("proxies")
@require_POST
def confirm_proxy(request: HttpRequest, course_id: UUID, proxy_id: UUID) -> HttpResponse:
    """What was written down for me is what I said."""
    actions.confirm_proxy(actor=actor_of(request), course_id=course_id, proxy_id=proxy_id)
    return thank(request, _("Tak. Så står det fast."), "proxies", course_id)


@require_step_up("proxies")
@require_POST
def invite_proxy(request: HttpRequest, course_id: UUID, proxy_id: UUID) -> HttpResponse:
    """A code with which the proxy comes in; shown once."""
    actor = actor_of(request)
    row, code = journey.invite_proxy(actor=actor, course_id=course_id, proxy_id=proxy_id)
    context = {
        "name": row.name, "code": code, "days": INVITED_FOR.days,
        "link": request.build_absolute_uri(link_of(code)),
        "back": reverse("proxies", args=[course_id]),
    }  # fmt: skip
    return page(request, "proxy/code.html", context)
