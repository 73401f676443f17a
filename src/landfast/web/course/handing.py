"""Handing over, answering, and covering for one who is away."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from landfast.access.rules import Permission
from landfast.course.actions import handover as handover_actions
from landfast.course.queries.courses import offer_to
from landfast.course.rules.announcing import begins_later
from landfast.course.rules.handover import OVERLAP_DAYS
from landfast.journeys import cover_absence as absences
from landfast.journeys.come_back import come_back
from landfast.journeys.hand_over import accept_course, offer_course, refuse_course
from landfast.journeys.start_course import who_could
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.web.course import present
from landfast.web.course.forms import AnswerForm, HandOverForm
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.pages import page
from landfast.web.spoken import day, short_day


@offers(handover_actions.offer)
def hand_over(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Ask somebody to take the course over; the holder keeps it until the answer."""
    actor = actor_of(request)
    choice = who_could(actor=actor, course_id=course_id)
    form = HandOverForm(request.POST or None)
    present.offer(form.fields["person"], choice.others())
    holder = choice.view.held.holder
    if holder is None:
        raise NotNow(
            "nobody_holds", _("Ingen har forløbet endnu. Vælg den første på forløbets side.")
        )
    form.reads_on(
        holder.name, is_me=holder.person_id == actor.person_id,
        is_cover=choice.view.held.is_cover,
    )  # fmt: skip
    return form_page(
        request, form,
        lambda: offer_course(
            actor=actor, course_id=course_id, taker=PersonId(UUID(form.cleaned_data["person"])),
            reason=form.cleaned_data["reason"], override=form.cleaned_data["override"],
            overlap_days=form.cleaned_data.get("overlap_days", OVERLAP_DAYS),
            begins_on=form.cleaned_data["begins_on"],
        ),
        then=lambda _none: thank(
            request, _("Spørgsmålet er sendt. Forløbet skifter først ved et ja."),
            "course", course_id,
        ),
        template="course/hand_over.html", frame=choice.view.frame, held=choice.view.held,
        offer=choice.view.offer, may_withdraw=choice.view.may(Permission.COORDINATOR_HAND_OVER),
    )  # fmt: skip


def answer(request: HttpRequest, handover_id: UUID) -> HttpResponse:
    """Say yes or no to a course that one has been asked to take."""
    actor = actor_of(request)
    offer = offer_to(actor, handover_id)
    if offer is None:
        raise NotFound(
            "offer_gone", _("Spørgsmålet er besvaret eller trukket tilbage. Gå til forsiden.")
        )
    form = AnswerForm(request.POST or None)
    yes = request.POST.get("svar") == "ja"

    def answered() -> bool:
        if yes:
            return accept_course(actor=actor, handover_id=handover_id)
        refuse_course(actor=actor, handover_id=handover_id, answer=form.cleaned_data["answer"])
        return False

    def thanked(began: bool) -> HttpResponse:
        if yes and not began and offer.begins_on:
            said = _("Borgeren har fået besked. Forløbet bliver dit %(day)s.")
            return thank(request, said % {"day": day(offer.begins_on)}, "my_citizens")
        if yes:
            said = _("Du er nu koordinator for %(name)s.") % {"name": offer.citizen}
            return thank(request, said, "course", offer.course_id)
        said = _("Dit nej er givet videre. Tak, fordi du svarede.")
        return thank(request, said, "my_citizens")

    return form_page(
        request, form, answered, then=thanked, template="course/answer.html", offer=offer,
        is_later=begins_later(offer.begins_on, today()),
    )  # fmt: skip


@require_POST
def withdraw(request: HttpRequest, handover_id: UUID) -> HttpResponse:
    """Take an offer back before it was answered."""
    course_id = handover_actions.withdraw(actor=actor_of(request), handover_id=handover_id)
    return thank(request, _("Spørgsmålet er trukket tilbage."), "course", course_id)


def cover(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One is away: cover all her courses with one touch; it ends by itself (moment 8)."""
    actor = actor_of(request)
    seen = absences.absence(actor=actor, person_id=person_id)
    if request.method == "POST":
        count = absences.cover_absence(
            actor=actor, person_id=PersonId(person_id), until=_day(request.POST.get("until", ""))
        )
        said = ngettext("%(n)s forløb er dækket.", "%(n)s forløb er dækket.", count)
        said = said % {"n": count} + " " + _("Det hører op af sig selv.")
        return thank(request, said, "my_citizens")
    choices = [(day.isoformat(), short_day(day), day) for day in seen.until]
    return page(request, "course/cover.html", {"seen": seen, "choices": choices})


@require_POST
def back(request: HttpRequest) -> HttpResponse:
    """I am back before time: nobody covers for me any more."""
    come_back(actor=actor_of(request))
    return thank(request, _("Velkommen tilbage. Du har selv forløbene igen."), "my_citizens")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Wrong("no_such_day", _("Vælg en af dagene på siden."), "until") from error
