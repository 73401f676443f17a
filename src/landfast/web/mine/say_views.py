"""Mit valg: who may see what, who has looked, how I am, a pause, and the way out."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.looks import overseeing
from landfast.consent import actions as consent
from landfast.consent.rules import How
from landfast.course.actions import handover, profile
from landfast.course.rules.ending import PauseGround, proposed_review
from landfast.course.rules.profile import as_one
from landfast.journeys import see_own_course as own
from landfast.journeys.not_again import not_again
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.resume_course import resume_course
from landfast.journeys.stop_course import before_my_stop, stop_course
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.web.doors import actor_of, require_step_up
from landfast.web.forms import form_page, thank
from landfast.web.mine import say_present as present
from landfast.web.mine.forms import PauseForm, StatementForm
from landfast.web.mine.people_present import readers
from landfast.web.mine.views import no_course, wanted
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link
from landfast.web.seen_words import in_words
from landfast.web.typed import kept


@require_GET
def my_say(request: HttpRequest) -> HttpResponse:
    """Mit valg on one page."""
    seen = own.see_my_say(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    return page(request, "mine/my_say.html", present.say(seen))


@require_POST
def ask_look_name(request: HttpRequest, course_id: UUID, look_id: UUID) -> HttpResponse:
    """Bed om navn: who it was that looked, in one touch; the controller answers."""
    overseeing.ask_name(actor=actor_of(request), course_id=course_id, look_id=look_id)
    return thank(request, _("Du har bedt om navnet. Du får svar her på siden."), "my_say")


@require_http_methods(["GET", "HEAD", "POST"])
def write_statement(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What I want others to know about me."""
    actor = actor_of(request)
    seen = own.see_my_way(actor, course_id, "Om mig")
    known = present.statement_now(seen.profile)
    form = StatementForm(request.POST or None, initial=known)
    form.meet(as_one(known), in_words(form, known))
    return form_page(
        request, form,
        lambda: profile.write_profile(actor=actor, course_id=course_id, **form.cleaned_data),
        then=lambda _none: thank(request, _("Det er gemt."), "my_say"),
        template="form_page.html", heading=_("Det vil jeg gerne sige om mig"),
        submit=_("Gem mine ord"),
        readers=readers(seen.readers, Link(_("Vælg hvem"), to("my_say"))),
        cancel=Link(_("Gå tilbage"), to("my_say")),
    )  # fmt: skip


@require_POST
def withdraw(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """Take a yes back in one touch; it works at once."""
    consent.withdraw(actor=actor_of(request), course_id=course_id, recipient=PersonId(person_id))
    return thank(request, _("Nu kan personen ikke læse om dig mere."), "my_say")


@require_POST
def close_for_former(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """Who was coordinator before reads no more, in one touch."""
    handover.close_for_former(
        actor=actor_of(request), course_id=course_id, person_id=PersonId(person_id)
    )
    return thank(request, _("Nu kan personen ikke læse om dig mere."), "my_say")


@require_step_up("sharing")
@require_POST
def allow(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """Say yes again to somebody who is among my people."""
    consent.allow(
        actor=actor_of(request), course_id=course_id, recipient=PersonId(person_id),
        purpose=kept(request.POST.get("purpose", "")), how=How.SELF,
    )  # fmt: skip
    return thank(request, _("Nu kan personen læse med."), "my_say")


@require_POST
def not_let_in(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """Begun again: not this one. What they were asked for falls away."""
    not_again(actor=actor_of(request), course_id=course_id, person_id=PersonId(person_id))
    return thank(request, _("Det er skrevet ned. Personen læser ikke om dig."), "my_say")


@require_POST
def ask_no_more(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """Do not ask me about this person again."""
    consent.ask_no_more(actor=actor_of(request), course_id=course_id, recipient=PersonId(person_id))
    return thank(request, _("Tak. Ingen spørger dig om det igen."), "my_say")


@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """A pause, because I ask for it."""
    actor = actor_of(request)
    own.see_my_way(actor, course_id, "Pause")
    form = PauseForm(
        request.POST if request.method == "POST" else None,
        initial={"review_on": proposed_review(today())},
    )
    said = _("Du holder pause nu. Vi er her stadig.")
    return form_page(
        request, form,
        lambda: pause_course(
            actor=actor, course_id=course_id, ground=PauseGround.ASKED,
            review_on=form.cleaned_data["review_on"],
        ),
        then=lambda _none: thank(request, said, "my_say"),
        template="form_page.html", heading=_("Hold en pause"), submit=_("Hold pause"),
        lede=_("Der sker ikke noget nyt, mens du holder pause. Du beholder din koordinator."),
        cancel=Link(_("Gå tilbage"), to("my_say")),
    )  # fmt: skip


@require_POST
def resume(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Go on after a pause."""
    resume_course(actor=actor_of(request), course_id=course_id)
    return thank(request, _("Så er vi i gang igen."), "my_course")


@require_POST
def reopen(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Come back: where I stopped, when that was lately; within half a year without intake."""
    went_on = reopen_course(actor=actor_of(request), course_id=course_id)
    said = _("Godt, du er her. Vi finder en koordinator til dig.")
    if went_on:
        said = _("Godt, du er her. Dine ønsker og din plan er her stadig.")
    return thank(request, said, "my_course")


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Jeg vil stoppe: one page says what happens, one touch does it; no reason is asked."""
    actor = actor_of(request)
    if request.method == "POST":
        stop_course(actor=actor, course_id=course_id)
        said = _("Dit forløb er stoppet. Tak, fordi du var med.")
        return thank(request, said, "my_course")
    course, ends = before_my_stop(actor, course_id)
    if course.is_over:
        return thank(request, _("Dit forløb er slut allerede."), "my_course")
    return page(request, "mine/stop.html", {"course": course, **present.ends(ends)})
