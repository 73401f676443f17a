"""An answer from who has no login: the page behind the link in an invitation (C4, moment 3).

No session, no script. A look changes nothing, since programs open links in mail before people do.
The page says when, where and who leads; never whose meeting it is.
"""

from functools import wraps

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from landfast.access.links import parts_of
from landfast.access.login import check_not_guessing, note_failed
from landfast.kernel.clock import now
from landfast.meetings.actions import letters
from landfast.meetings.queries.inviting import Invited, invited
from landfast.meetings.queries.pulse import pulse_of_key
from landfast.meetings.rules import Reply, inviting
from landfast.meetings.rules.inviting import Through
from landfast.web.doors import View, public
from landfast.web.forms import did
from landfast.web.labels import asked
from landfast.web.meetings.forms import TIMES
from landfast.web.meetings.present import REPLIES, state
from landfast.web.meetings.pulse import PulseForm
from landfast.web.pages import page
from landfast.web.parts.shapes import Person
from landfast.web.source import source_of


class LinkReplyForm(forms.Form):
    """Yes, by telephone, two lines, or no."""

    reply = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Reply if one is not Reply.ASKED]
    )
    written_word = asked(forms.CharField(
        label=_("Dine linjer"), required=False, max_length=inviting.WORDS_MAX,
        help_text=_("De læses op på mødet."), widget=forms.Textarea(attrs={"rows": 3}),
    ))  # fmt: skip
    reply_reason = asked(forms.CharField(
        label=_("Hvorfor ikke?"), required=False, max_length=inviting.REASON_MAX,
        help_text=_("Kort. De andre på mødet kan se det."),
    ))  # fmt: skip
    instead = forms.CharField(
        label=_("Kommer der en anden i stedet? Skriv hvem"), required=False,
        max_length=inviting.NAME_MAX,
    )  # fmt: skip


class OtherTimeForm(forms.Form):
    """Another time, as a wish."""

    starts_at = asked(forms.DateTimeField(
        label=_("Hvornår kan du?"), required=False, input_formats=TIMES,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    ))  # fmt: skip
    words = forms.CharField(
        label=_("Vil du skrive noget til?"), required=False, max_length=inviting.REASON_MAX
    )


def _count(request: HttpRequest) -> None:
    """A link that fits opens whoever has guessed beside it; one that does not counts from here."""
    source = source_of(request)
    here = f"{inviting.LINK} {source}"
    check_not_guessing(here, source)
    note_failed(here, source)


def by_key(view: View) -> View:
    """A page for who has the link: its key instead of the token, or a page that says no."""

    @public
    @csrf_exempt  # a stranger has no rights that another site could borrow; the link is the key
    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        parts = parts_of(inviting.LINK, token, within=inviting.LINK_LASTS)
        found = invited(parts[0]) if parts else None
        if parts is None or found is None:
            _count(request)
            return page(request, "meetings/link_unknown.html", status=404)
        response = view(request, token, parts[0], found)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return opened  # type: ignore[return-value]


@by_key
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str, key: str, found: Invited) -> HttpResponse:
    """The invitation, and my answer."""
    form = LinkReplyForm(request.POST or None, initial=_given(found), auto_id="svar_%s")
    if request.method != "POST":
        asked_now = pulse_of_key(key)
        if asked_now is not None:
            return _ask_how(request, token, found, PulseForm(initial=asked_now))
        return _show(request, token, found, form=form)
    done, _none = did(
        form,
        lambda: letters.answer_by_key(
            uid=key, book=found.book, reply=Reply(form.cleaned_data["reply"]), through=Through.LINK,
            reason=form.cleaned_data["reply_reason"], instead=form.cleaned_data["instead"],
            written_word=form.cleaned_data["written_word"],
        ),
    )  # fmt: skip
    return redirect("answer_by_link", token) if done else _show(request, token, found, form=form)


@by_key
@require_POST
def propose(request: HttpRequest, token: str, key: str, found: Invited) -> HttpResponse:
    """Another time that I could."""
    form = OtherTimeForm(request.POST, auto_id="tid_%s")
    done, _none = did(
        form,
        lambda: letters.propose_by_key(
            uid=key, book=found.book, through=Through.LINK, **form.cleaned_data
        ),
    )
    if done:
        return redirect("answer_by_link", token)
    return _show(request, token, found, time_form=form)


@by_key
@require_POST
def pulse(request: HttpRequest, token: str, key: str, found: Invited) -> HttpResponse:
    """How the meeting was, when it is over."""
    form = PulseForm(request.POST)
    done, _none = did(form, lambda: letters.pulse_by_key(uid=key, answers=dict(form.cleaned_data)))
    return redirect("answer_by_link", token) if done else _ask_how(request, token, found, form)


def _ask_how(request: HttpRequest, token: str, found: Invited, form: PulseForm) -> HttpResponse:
    context = {
        "token": token, "form": form, "starts_at": found.standing.starts_at,
        "leader": Person(found.leader, phone=found.phone),
        "answered": any(form.initial.values()) and not form.errors,
    }  # fmt: skip
    status = 422 if form.errors else 200
    return page(request, "meetings/link_pulse.html", context, status=status)


def _given(found: Invited) -> dict[str, str]:
    return {
        "written_word": found.written_word, "reply_reason": found.reply_reason,
        "instead": found.substitute_name,
    }  # fmt: skip


def _show(request: HttpRequest, token: str, found: Invited, **sent: forms.Form) -> HttpResponse:
    given = {
        "form": LinkReplyForm(initial=_given(found), auto_id="svar_%s"),
        "time_form": OtherTimeForm(auto_id="tid_%s"), **sent,
    }  # fmt: skip
    context = {
        "token": token, "invited": found, "is_of_course": found.book is inviting.Book.MEETINGS,
        "starts_at": found.standing.starts_at,
        "is_open": inviting.may_answer(found.standing, now()),
        "is_cancelled": found.standing.state == "cancelled" or not found.standing.is_at_the_table,
        "answered": found.reply is not Reply.ASKED, "state": state(REPLIES[found.reply]),
        "leader": Person(found.leader, phone=found.phone),
        **given,
    }  # fmt: skip
    wrong = any(one.errors for one in given.values())
    return page(request, "meetings/link.html", context, status=422 if wrong else 200)
