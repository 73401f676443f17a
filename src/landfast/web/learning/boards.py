"""A group at its table: in by the code, marks on the line, words for the whole. No account."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.kernel.refusals import NotFound
from landfast.learning.actions import boards as actions
from landfast.learning.queries import boards as queries
from landfast.learning.queries.boards import Board
from landfast.learning.rules.workshop import Colour
from landfast.web.doors import public
from landfast.web.forms import did, status_of
from landfast.web.learning.forms import DoorForm, MarkForm, SayForm
from landfast.web.learning.present import board_shown
from landfast.web.pages import page
from landfast.web.plan.strangers import unseen
from landfast.web.source import source_of


@public
@csrf_exempt  # a stranger has no rights that another site could borrow: the code is asked for here
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    """The code that was said aloud, and a name for the group."""
    form = DoorForm(request.POST or None)
    if request.method == "POST":
        done, token = did(
            form, lambda: actions.join(**form.cleaned_data, source=source_of(request))
        )
        if done and token:
            return unseen(HttpResponseRedirect(reverse("workshop_board", args=[token])))
        if done:
            form.add_error("code", _("Koden passer ikke, eller workshoppen er slut. Se efter."))
    return unseen(page(request, "learning/door.html", {"form": form}, status=status_of(form)))


def _board(token: str) -> Board:
    found = queries.board(token)
    if found is None:
        raise NotFound
    return found


@public
@require_GET
def board(request: HttpRequest, token: str) -> HttpResponse:
    """The copy with the group's own marks."""
    there = _board(token)
    return _shown(request, token, there, SayForm(None, board=there))


def _shown(request: HttpRequest, token: str, there: Board, form: SayForm) -> HttpResponse:
    context = {**board_shown(there), "token": token, "form": form}
    return unseen(page(request, "learning/board.html", context, status=status_of(form)))


@public
@csrf_exempt  # the link is the ground
@require_POST
def mark(request: HttpRequest, token: str) -> HttpResponse:
    """Put a mark at a line, or take one back; and on to the line again."""
    form = MarkForm(request.POST)
    if not form.is_valid():
        raise NotFound
    given = form.cleaned_data
    if given["gone"]:
        actions.take_mark(token=token, mark_id=given["gone"])
    elif given["line"] and given["colour"]:
        actions.put_mark(
            token=token, line=given["line"], colour=Colour(given["colour"]), words=given["words"]
        )
    else:
        raise NotFound
    where = reverse("workshop_board", args=[token])
    return unseen(HttpResponseRedirect(f"{where}#l-{given['line'] or 1}", status=303))


@public
@csrf_exempt  # the link is the ground
@require_POST
def say(request: HttpRequest, token: str) -> HttpResponse:
    """The group's words for the whole; what was typed stays when it is refused."""
    there = _board(token)
    form = SayForm(request.POST, board=there)
    done, _none = did(form, lambda: actions.say(token=token, **form.given()))
    if not done:
        return _shown(request, token, there, form)
    where = reverse("workshop_board", args=[token])
    return unseen(HttpResponseRedirect(f"{where}?gemt=1#siger", status=303))
