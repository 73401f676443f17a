"""The one thing a course page asks for: by state, by what is missing, by what is ahead."""

from django.utils.translation import gettext as _

from landfast.access.rules import Permission
from landfast.course.queries.changing import ChangeRow
from landfast.course.queries.courses import CourseView
from landfast.course.rules.states import OVER
from landfast.course.rules.told import may_note_told
from landfast.course.rules.words import State
from landfast.journeys.see_course import CourseSeen
from landfast.kernel.clock import date_in_denmark, today
from landfast.meetings.queries import MeetingRow
from landfast.meetings.rules import MeetingState, MinutesState
from landfast.web.meetings.ahead import on_course
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, NextStep

UNFINISHED = frozenset({None, MinutesState.DRAFT, MinutesState.SEEN})


def next_step(seen: CourseSeen) -> NextStep | None:
    """The one thing this page asks for."""
    view = seen.page.view
    makers = {
        State.ASSESSMENT: _choose, State.WAITING: _choose, State.REOPENED: _choose,
        State.START: _in_start, State.ACTIVE: _in_meetings, State.PAUSED: _in_pause,
        State.CLOSING: _in_closing,
    }  # fmt: skip
    if view.held.is_cover and not view.offer and view.may(Permission.COORDINATOR_HAND_OVER):
        return NextStep(
            _("Find en ny koordinator til %(name)s") % {"name": view.frame.called},
            Act(_("Vælg, hvem du vil spørge"), to("hand_over", view.frame.id)),
            when=view.held.cover_until,
        )  # fmt: skip
    if view.wish:
        return _another(view, view.wish)
    if view.frame.state in OVER:
        return _come_back(view) if view.may_reopen else None
    runs = seen.meets is not None and seen.meets.state is MeetingState.RUNNING
    if not runs and (step := _tell(seen)):
        return step
    if seen.meets and view.may(Permission.MEETING_PREPARE):
        return _to_meeting(view, seen.meets)
    return makers[view.frame.state](seen) if view.frame.state in makers else None


def _another(view: CourseView, wish: ChangeRow) -> NextStep:
    """The citizen wishes for another coordinator: she is answered, whoever has been asked."""
    waits = (
        _("%(name)s er spurgt om at tage over.") % {"name": view.offer.taker} if view.offer else ""
    )
    return NextStep(
        _("%(name)s har bedt om en anden koordinator.") % {"name": view.frame.citizen},
        Act(_("Svar borgeren"), to("answer_change", view.frame.id)), waits, wish.answer_by,
    )  # fmt: skip


def _choose(seen: CourseSeen) -> NextStep | None:
    view = seen.page.view
    if not view.may(Permission.COORDINATOR_APPOINT):
        return None
    if seen.fits is False:
        return _assess(view)
    return NextStep(
        _("Vælg en koordinator til %(name)s") % {"name": view.frame.called},
        Act(_("Vælg koordinator og makker"), to("start_course", view.frame.id)),
        had_nobody_yet(view),
    )  # fmt: skip


def _assess(view: CourseView) -> NextStep | None:
    """Two say first that a course fits; who is not of intake waits for it."""
    if not view.may(Permission.COURSE_MOVE):
        return None
    return NextStep(
        _("Svar på, om et forløb passer til %(name)s") % {"name": view.frame.called},
        Act(_("Gå til svaret"), to("assess", view.frame.id)),
        _("To skal være enige, før I vælger en koordinator."),
    )  # fmt: skip


def had_nobody_yet(view: CourseView) -> str:
    """Opened again after a stop in the queue or before an answer: she skips what others wait for.

    The way back skips intake (domain A3 GENÅBNET), and no source says that it skips the queue: who
    chooses is told, and decides (principle 6).
    """
    if view.frame.state is not State.REOPENED:
        return ""
    if view.stopped_in is State.WAITING:
        return _("Stod i kø, da det stoppede. Se først, om andre har ventet længere.")
    if view.stopped_in in {State.DETECTED, State.ASSESSMENT}:
        return _("Det stoppede, før to havde sagt, at et forløb passer. Se på det først.")
    return ""


def _in_start(seen: CourseSeen) -> NextStep | None:
    view = seen.page.view
    if step := _find_second(view):
        return step
    if view.whole and (step := _uncover(seen)):
        return step
    if not view.may_move("activate"):
        return None
    return NextStep(
        _("Er I klar til det første netværksmøde?"),
        Act(_("Begynd netværksmøderne"), to("activate_course", view.frame.id), "post"),
    )  # fmt: skip


def _tell(seen: CourseSeen) -> NextStep | None:
    """She has not heard that she is offered a course; who referred her waits for it (decision 66).

    Intake sees the course no more, so it is for those who hold it.
    """
    view = seen.page.view
    if not (seen.unheard and may_note_told(view.roles)):
        return None
    return NextStep(
        _("Ring til %(name)s, og sig svaret.") % {"name": view.frame.called},
        Act(_("Skriv, at borgeren har hørt svaret"), to("tell_answer", view.frame.id)),
        _("Ingen har skrevet, at borgeren har hørt det. "
          "Først derefter kan den, der henviste, læse svaret."),
    )  # fmt: skip


def _find_second(view: CourseView) -> NextStep | None:
    """Nobody is the second: not named yet, or the one who was has left (domain 0.8)."""
    if view.held.second or not view.may(Permission.COORDINATOR_COVER):
        return None
    return NextStep(
        _("Find en makker, som %(name)s kan møde") % {"name": view.frame.called},
        Act(_("Vælg makker"), to("name_second", view.frame.id)),
        _("Makkeren svarer, når koordinatoren ikke er der."),
    )  # fmt: skip


def _uncover(seen: CourseSeen) -> NextStep | None:
    """Opstart, in this order: her own words, wishes, people (A3). Each can be left empty later."""
    view, name = seen.page.view, {"name": seen.page.view.frame.called}
    steps = (
        (
            seen.page.profile.statement, Permission.PROFILE_WRITE,
            _("Tal med %(name)s om, hvad de andre skal vide"),
            _("Skriv det med borgerens ord"), "course_profile",
        ),
        (
            seen.has_wishes, Permission.WISH_WRITE,
            _("Hvad ønsker %(name)s sig? Tag ét område ad gangen."),
            _("Skriv ønskerne ned"), "wishes",
        ),
        (
            seen.has_team, Permission.NETWORK_EDIT,
            _("Hvem vil %(name)s have med?"), _("Find dem, der skal med"), "network",
        ),
    )  # fmt: skip
    for done, permission, sentence, label, page in steps:
        if not done and view.may(permission):
            return NextStep(sentence % name, Act(label, to(page, view.frame.id)))
    return None


def _to_meeting(view: CourseView, meets: MeetingRow) -> NextStep:
    name = {"name": view.frame.called}
    room = to("hold_meeting", view.frame.id, meets.id)
    if meets.state is MeetingState.RUNNING:
        return NextStep(_("Mødet med %(name)s er i gang") % name, Act(_("Gå ind i mødet"), room))
    return on_course(meets, view.frame.called)


def _in_meetings(seen: CourseSeen) -> NextStep | None:
    view = seen.page.view
    prepares = view.may(Permission.MEETING_PREPARE)
    if prepares and seen.met and seen.met.minutes_state in UNFINISHED:
        url = to("minutes", view.frame.id, seen.met.id)
        if seen.met.minutes_state is MinutesState.SEEN:
            sentence = _("%(name)s har set referatet. Send det til dem, der var med.")
            return NextStep(
                sentence % {"name": view.frame.called}, Act(_("Send referatet"), url)
            )  # fmt: skip
        return NextStep(_("Referatet fra mødet mangler"), Act(_("Gør referatet færdigt"), url))
    step = _find_second(view)
    if step or not prepares:
        return step
    sentence = _("Forbered det næste møde med %(name)s") % {"name": view.frame.called}
    agreed = seen.met.next_on if seen.met and seen.met.next_on else None
    ahead = agreed if agreed and date_in_denmark(agreed) >= today() else None
    return NextStep(sentence, Act(_("Gå til møderne"), to("meetings", view.frame.id)), when=ahead)


def _in_pause(seen: CourseSeen) -> NextStep | None:
    view = seen.page.view
    if not view.may_move("resume"):
        return None
    return NextStep(
        _("Spørg %(name)s, om I skal begynde igen") % {"name": view.frame.called},
        Act(_("Begynd igen"), to("resume_course", view.frame.id), "post"),
        when=view.frame.review_on,
    )  # fmt: skip


def _in_closing(seen: CourseSeen) -> NextStep | None:
    view = seen.page.view
    if not view.may_move("close"):
        return None
    return NextStep(
        _("Saml op med %(name)s, og skriv, hvem der går videre") % {"name": view.frame.called},
        Act(_("Skriv afslutningen"), to("close_course", view.frame.id)),
    )  # fmt: skip


def _come_back(view: CourseView) -> NextStep:
    return NextStep(
        _("Vil %(name)s i gang igen?") % {"name": view.frame.called},
        Act(_("Åbn forløbet igen"), to("reopen_course", view.frame.id)),
        _("Inden for et halvt år er der ingen ny visitation."),
    )  # fmt: skip
