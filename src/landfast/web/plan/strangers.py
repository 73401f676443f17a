"""Answering a promise from outside: by a signed link or a spoken code, without login or script."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from landfast.kernel.refusals import NotFound
from landfast.paper.own_record import of_outside
from landfast.plan.actions.outside import answer_outside, use_code
from landfast.plan.queries.outside import Asked, Link, asked, link_of
from landfast.plan.rules import life
from landfast.plan.rules.deciding import is_refused
from landfast.plan.rules.outside import Reply
from landfast.plan.rules.words import AgreementState
from landfast.web.doors import public, visitor_of
from landfast.web.forms import did, status_of
from landfast.web.pages import page
from landfast.web.plan.outside_forms import CodeForm, ReplyForm
from landfast.web.plan.words import outside_state
from landfast.web.source import source_of

WAITING: tuple[tuple[Reply, ...], ...] = ((Reply.YES,), (Reply.OTHER,), (Reply.NO,))
RUNNING: tuple[tuple[Reply, ...], ...] = ((Reply.DONE,), (Reply.PARTLY, Reply.NOT_DONE))


@public
@csrf_exempt  # a stranger has no rights that another site could borrow: the link is the ground
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The promise's words, who asks, and the answers that are open. Opening it answers nothing."""
    link = link_of(token)
    row = asked(link)
    if row is None:
        return unseen(page(request, "plan/outside_closed.html", status=410))
    forms = _forms(row)
    if request.method == "POST" and visitor_of(request) is None:
        sent = _sent(request, row, link)
        if sent is None:
            return unseen(HttpResponseRedirect(request.path, status=303))
        key = sent.replies[0].value
        if key in forms:
            return _shown(request, token, row, forms | {key: sent}, sent)
        # it was answered from another window since: what is refused is said, and nothing is open
        return _shown(request, token, row, forms, sent)
    return _shown(request, token, row, forms)


def _forms(row: Asked) -> dict[str, ReplyForm]:
    """The answers that its life leaves open."""
    kinds: tuple[tuple[Reply, ...], ...] = ()
    if row.state is AgreementState.PROPOSED and not row.offered:
        kinds = WAITING[1:] if is_refused(row.mandate, row.state) else WAITING
    elif row.state in life.RUNNING:
        kinds = RUNNING
    return {replies[0].value: ReplyForm(row=row, replies=replies) for replies in kinds}


def _sent(request: HttpRequest, row: Asked, link: Link) -> ReplyForm | None:
    """The form with what is to be mended; None when it was written down."""
    try:
        reply = Reply(request.POST.get("reply", ""))
    except ValueError:
        raise NotFound from None
    replies = next(one for one in (*WAITING, *RUNNING) if reply in one)
    form = ReplyForm(request.POST, row=row, replies=replies)
    done, _none = did(
        form, lambda: answer_outside(link=link, said=form.said(reply), source=source_of(request))
    )
    return None if done else form


def _shown(
    request: HttpRequest, token: str, row: Asked, forms: dict[str, ReplyForm],
    wrong: ReplyForm | None = None,
) -> HttpResponse:  # fmt: skip
    link = request.build_absolute_uri(reverse("outside_answer", args=[token]))
    context = {
        "row": row,
        "state": outside_state(row),
        "forms": forms,
        "form": wrong,
        "is_signed_in": visitor_of(request) is not None,
        "copy": of_outside(row, link),
    }
    return unseen(
        page(
            request, "plan/outside_answer.html", context, status=status_of(wrong) if wrong else 200
        )
    )


@public
@csrf_exempt  # the code is the ground, and it is asked for here
@require_http_methods(["GET", "HEAD", "POST"])
def by_code(request: HttpRequest) -> HttpResponse:
    """The code that was said at the table leads on to the promise it was said for, once."""
    form = CodeForm(request.POST or None)
    if request.method == "POST":
        done, link = did(
            form, lambda: use_code(code=form.cleaned_data["code"], source=source_of(request))
        )
        if done and link and link.ask_id:
            return unseen(HttpResponseRedirect(reverse("outside_answer", args=[link.token])))
        if done:
            form.add_error("code", _("Koden passer ikke. Bed om at få den sagt igen."))
    return unseen(page(request, "plan/outside_code.html", {"form": form}, status=status_of(form)))


def unseen(response: HttpResponse) -> HttpResponse:
    """Kept by no browser, found by no search, and its address told to no other site."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
