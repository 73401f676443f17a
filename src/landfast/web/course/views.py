"""The course page, and the courses in which I am in the team."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.access.apart_rows import is_apart
from landfast.access.rules import Permission
from landfast.course.queries.courses import Offer
from landfast.course.queries.ended import ended_mine
from landfast.course.rules.announcing import begins_later
from landfast.course.rules.states import OVER
from landfast.journeys.my_citizens import MyCitizens, my_citizens
from landfast.journeys.see_course import CourseSeen, see_course
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from landfast.web.course import listing, present
from landfast.web.course.ended_present import ENDS, mine_table, opens_again, who_opens
from landfast.web.course.next_step import next_step
from landfast.web.doors import actor_of, require_step_up
from landfast.web.emergency.present import line as emergency_line
from landfast.web.notices.by_word import just_said, said_before, say_line, was_said
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Act, Card
from landfast.web.redthread import present as worth
from landfast.web.spoken import day

ENDED = "sluttede"


@require_GET
def course(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """One course: where it is, who holds it, the next step, and what else can be done."""
    actor = actor_of(request)
    try:
        seen = see_course(actor, course_id, noted=just_said(request.GET.get("sagt", "")))
    except NotFound:
        return _ended(request, course_id)
    return _course(request, seen)


def _ended(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Who held it until it ended reads what happened and whom to ask; to others there is none."""
    found = ended_mine(actor_of(request), "Sluttet forløb", [course_id])
    if not found:
        raise NotFound
    context = {
        "one": found[0], "how": ENDS[found[0].ending], "people": who_opens(found[0]),
        "opens": opens_again(found[0]),
    }  # fmt: skip
    return page(request, "course/ended.html", context)


@require_step_up("course", when=is_apart)
@require_POST
def show_cpr(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The same page with the whole CPR number: asked for, and logged. It stands in no address.

    It leads to where she lives: of one who is kept apart it wants a fresh proof of who asks.
    """
    return _course(request, see_course(actor_of(request), course_id, whole_number=True))


def _course(request: HttpRequest, seen: CourseSeen) -> HttpResponse:
    shown = seen.page
    view, step = shown.view, next_step(seen)
    called, back = view.frame.called, to("course", view.frame.id)
    context = {
        "shown": shown,
        "view": view,
        "frame": view.frame,
        "ribbon": present.ribbon(view.frame, view.stays),
        "state_line": present.state_line(view.frame),
        "step": step,
        "to_say": [say_line(one, called, view.frame.phone, back) for one in seen.to_say],
        "was_said": seen.was_said and was_said(view.frame.id, seen.was_said, back),
        "said_before": said_before(view.frame, seen.noted, seen.was_said),
        "emergencies": [emergency_line(row) for row in seen.emergencies],
        "people": present.holder_people(view.held),
        "vacant": present.vacancy(view.held),
        "no_second": present.no_second(view, step),
        "waits": seen.waits,
        "cards": present.sections(view),
        "findings": worth.lines(
            worth.active(seen.findings), seen.said, may_settle=view.may(Permission.FINDING_SETTLE)
        ),
        "resting": sum(row.rests for row in seen.findings),
        "acts": [act for act in present.acts(view) if not step or act.label != step.act.label],
        "may_observe": view.whole and view.may(Permission.OBSERVATION_RECORD),
        "may_note_role": view.whole and view.may(Permission.NETWORK_EDIT),
        "may_ask_others": view.may(Permission.ASK_OTHERS),
        "may_withdraw": view.offer and view.may(Permission.COORDINATOR_HAND_OVER),
        "may_keep_apart": view.whole and view.may(Permission.KEEP_APART),
        "may_mend": view.may(Permission.MISTAKE_MEND) or view.may(Permission.ENTRY_MOVE),
        "may_profile": view.whole and view.may(Permission.PROFILE_WRITE),
        "cpr": shown.cpr,
        "show_cpr": Act(_("Vis hele nummeret"), to("show_cpr", view.frame.id), "post"),
        "is_over": view.frame.state in OVER,
    }
    return page(request, "course/course.html", context)


@require_GET
def citizens(request: HttpRequest) -> HttpResponse:
    """Mine borgere: courses in which I am in the team, and what I have been asked."""
    opened, words = request.GET.get("vis") == ENDED, request.GET.get("q", "")[:100]
    mine = my_citizens(actor_of(request), with_ended=opened)
    context = {
        "mine": mine, "folds": listing.folded(mine.courses, words), "q": words,
        "is_long": listing.is_long(mine.courses), "absent": _absent(mine), "answers": mine.answers,
        "offers": _offers(mine), "covered": _covered(mine),
        "gone_to": listing.gone_to(mine.gone_to),
        "ended": mine_table(mine.ended) if mine.ended else None,
        "show_ended": f"{to('my_citizens')}?vis={ENDED}#sluttede",
        "back": Act(_("Jeg er tilbage"), reverse("come_back"), "post"),
    }  # fmt: skip
    return page(request, "course/my_citizens.html", context)


def _absent(mine: MyCitizens) -> list[Act]:
    return [
        Act(_("Er %(name)s væk? Dæk alle forløbene") % {"name": name},
            reverse("cover_absence", args=[person_id]))
        for person_id, name in mine.to_cover
    ]  # fmt: skip


def _covered(mine: MyCitizens) -> tuple[str, ...]:
    """Who covers in my own courses, each once, by name."""
    return tuple(sorted({row.deputy for row in mine.courses if row.mine and row.deputy}))


def _offers(mine: MyCitizens) -> list[Card]:
    return [_offered(offer) for offer in mine.offers]


def _offered(offer: Offer) -> Card:
    """Who has said yes to a day that is not there yet is not asked until then."""
    who, act = _("%(name)s spørger dig") % {"name": offer.offered_by}, _("Svar på spørgsmålet")
    if offer.is_promised and offer.begins_on and begins_later(offer.begins_on, today()):
        who, act = (
            _("Du har sagt ja, fra %(day)s") % {"day": day(offer.begins_on)},
            _("Se dit svar"),
        )
    url = reverse("answer_hand_over", args=[offer.id])
    return Card(offer.citizen, offer.reason, who, acts=(Act(act, url),))
