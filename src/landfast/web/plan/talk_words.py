"""The last screens of the talk: strengths, what has helped before, the personal statement."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.access.actor import Actor
from landfast.course.actions.talking import say_statement, say_strengths
from landfast.course.queries.profiles import ProfileRow
from landfast.course.rules.profile import HER_WORDS, STATEMENT_MAX, STRENGTHS_MAX, as_one
from landfast.journeys.see_plan import see_talk
from landfast.web.doors import actor_of
from landfast.web.forms import form_page
from landfast.web.plan.onward import onward
from landfast.web.plan.talk import STATEMENT, STRENGTHS
from landfast.web.plan.talking import around
from landfast.web.seen_words import SeenForm, in_words


def _words(label: Any, most: int) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class StrengthsForm(SeenForm):
    """What she is good at, and what has helped before."""

    strengths = _words(gettext_lazy("Det er jeg god til"), STRENGTHS_MAX)
    worked = _words(gettext_lazy("Det har hjulpet før"), STRENGTHS_MAX)


class StatementForm(SeenForm):
    """The personal statement."""

    statement = _words(gettext_lazy("Det vil jeg gerne have, at I ved om mig"), STATEMENT_MAX)


SCREENS: dict[str, Any] = {
    STRENGTHS: (
        StrengthsForm, say_strengths, "plan/pictures/strengths.html",
        gettext_lazy("Hvad er du glad for at kunne? Hvad har hjulpet, når det var svært?"),
    ),
    STATEMENT: (
        StatementForm, say_statement, "plan/pictures/statement.html",
        gettext_lazy("Hvad skal de andre vide, så de møder dig, som du gerne vil mødes?"),
    ),
}  # fmt: skip


def talk_words(request: HttpRequest, course_id: UUID, code: str) -> HttpResponse:
    """A screen of words about herself; what stands there can be mended."""
    if code not in SCREENS:
        raise Http404
    actor, (form_of, write, picture, question) = actor_of(request), SCREENS[code]
    seen = see_talk(actor=actor, course_id=course_id)
    known = _known(form_of, seen.profile)
    form = form_of(request.POST or None, initial=known)
    form.meet(as_one(known), in_words(form, known))
    return form_page(
        request, form, lambda: _save(write, actor, course_id, form),
        then=lambda _none: onward(request, "talk_words", course_id, code, said=_("Det er gemt.")),
        template="plan/talk_words.html", question=str(question), picture=picture,
        **around(seen, code, is_citizen=actor.is_citizen),
    )  # fmt: skip


def _known(form_of: type[SeenForm], profile: ProfileRow) -> dict[str, Any]:
    return {name: getattr(profile, name) for name in form_of.base_fields if name in HER_WORDS}


def _save(write: Any, actor: Actor, course_id: UUID, form: SeenForm) -> None:
    write(actor=actor, course_id=course_id, **form.cleaned_data)
