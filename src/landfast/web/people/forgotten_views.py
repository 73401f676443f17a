"""A forgotten password: asked for, and chosen anew by the link in the mail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.access.login import check_not_guessing, note_failed
from landfast.login.actions import resets
from landfast.web.doors import public
from landfast.web.forms import did
from landfast.web.pages import page
from landfast.web.people.forms import ForgottenForm, NewPasswordByLinkForm
from landfast.web.source import source_of

a_form = require_http_methods(["GET", "HEAD", "POST"])


@public
@a_form
def forgotten(request: HttpRequest) -> HttpResponse:
    """A name; the answer is the same whoever it is."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST":
        done, _none = did(form, lambda: _ask(request, form.cleaned_data["username"]))
        if done:
            return page(request, "people/forgotten_asked.html")
    status = 422 if form.errors else 200
    return page(request, "people/forgotten.html", {"form": form}, status=status)


def _ask(request: HttpRequest, username: str) -> None:
    """Each asking counts from where it comes, so that nobody fills another's mailbox."""
    source = source_of(request)
    asking = f"forgotten {source}"
    check_not_guessing(asking, source)
    note_failed(asking, source, "forgotten")
    resets.ask(username)


@public
@a_form
def new_password(request: HttpRequest, token: str) -> HttpResponse:
    """One's own new password. Opening the link changes nothing: mail programs open links too."""
    resets.check_good(token)
    form = NewPasswordByLinkForm(request.POST or None)
    if request.method == "POST":
        done, _none = did(form, lambda: resets.choose(token, form.cleaned_data["password"]))
        if done:
            messages.success(request, _("Din adgangskode er skiftet. Log ind med den nye."))
            return redirect("sign_in")
    status = 422 if form.errors else 200
    answer = page(request, "people/new_password.html", {"form": form}, status=status)
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
