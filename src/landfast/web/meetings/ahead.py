"""The next thing about a meeting, wherever it is shown: held on its day, and seen to before."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landfast.kernel.clock import date_in_denmark, now, today
from landfast.meetings.queries import MeetingRow, MeetingView
from landfast.meetings.rules import Attends, MeetingState, Reply
from landfast.meetings.rules.ahead import Ahead, ahead, waits_for_her_yes
from landfast.meetings.rules.formats import Citizen
from landfast.web.meetings.frame_form import seen_now
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Link, NextStep


def next_act(row: MeetingRow, course_id: UUID, may_lead: bool) -> Link:
    """The page of a meeting that fits where it is."""
    here = (course_id, row.id)
    if row.state is MeetingState.HELD:
        return Link(_("Læs referatet"), to("minutes", *here))
    if row.state is MeetingState.RUNNING:
        return Link(_("Gå ind i mødet"), to("hold_meeting", *here))
    asks = _asks(row.attends, row.starts_at) if row.state is MeetingState.CALLED else None
    if may_lead and asks is Ahead.HOLD:
        return Link(_("Åbn mødet"), to("hold_meeting", *here))
    if may_lead and asks is Ahead.NEW_DAY:
        return Link(_("Find en ny dag"), to("find_time", *here))
    return Link(_("Se mødet"), to("prepare_meeting", *here))


def on_course(row: MeetingRow, name: str) -> NextStep:
    """A called meeting as the next step of its course; `name` is what she is called."""
    here, asks = (row.course_id, row.id), _asks(row.attends, row.starts_at)
    if asks is Ahead.NEW_DAY:
        return _new_day(here, name, row.starts_at)
    hold = Act(_("Hold mødet"), to("hold_meeting", *here))
    see = Act(_("Se mødet"), to("prepare_meeting", *here))
    met = _("I skal mødes med %(name)s")
    if row.citizen is Citizen.ABSENT:
        met = _("I skal mødes uden %(name)s")
    return NextStep(
        met % {"name": name}, hold if asks is Ahead.HOLD else see,
        when=row.starts_at,
    )  # fmt: skip


def on_its_page(meeting: MeetingView, name: str) -> NextStep:
    """A called meeting on the page where it is prepared, for who leads it."""
    here = (meeting.course_id, meeting.id)
    unanswered = sum(guest.reply is Reply.ASKED for guest in meeting.guests)
    asks = _asks(meeting.attends, meeting.starts_at, unanswered)
    if asks is Ahead.NEW_DAY:
        gone = [guest.name for guest in meeting.guests if guest.reply is Reply.DECLINED]
        return _new_day(here, name, meeting.starts_at, gone)
    if asks is Ahead.HOLD:
        return NextStep(_("Hold mødet"), Act(_("Åbn mødet"), to("hold_meeting", *here)))
    if asks is Ahead.ANSWERS:
        sentence = ngettext(
            "%(number)d er spurgt og har ikke svaret.", "%(number)d er spurgt og har ikke svaret.",
            unanswered,
        )  # fmt: skip
        return NextStep(
            sentence % {"number": unanswered}, Act(_("Se svarene"), "#deltagere"),
            when=meeting.starts_at,
        )  # fmt: skip
    talk = _("Tal mødet igennem med %(name)s")
    if not meeting.form.is_with_citizen:
        talk = _("Fortæl %(name)s om mødet, før I mødes")
    return NextStep(
        talk % {"name": name}, Act(_("Se temaerne"), "#temaer"),
        when=meeting.starts_at,
    )  # fmt: skip


def step_to_agree(meeting: MeetingView, name: str, *, is_citizen: bool) -> NextStep | None:
    """A meeting that was called and then changed: her yes lets the others know; None otherwise."""
    if meeting.attends is Attends.NOT_TODAY or not awaits_her(meeting):
        return None
    url = to("agree_frame", meeting.course_id, meeting.id)
    if is_citizen:
        said = _("Mødet er ændret. Siger du ja, får de andre en ny tid eller et nyt sted at vide.")
        label = _("Sig ja til rammen")
    else:
        said = _(
            "Mødet er ændret. Er tid eller sted nyt, får de andre først besked, "
            "når %(name)s har sagt ja."
        )
        said %= {"name": name}
        label = _("Notér borgerens ja")
    return NextStep(said, Act(label, url, "post", seen_now(meeting)), when=meeting.starts_at)


def awaits_her(meeting: MeetingView) -> bool:
    """Was it changed after it was called, and has she not said yes yet?"""
    agreed = meeting.frame_agreed_at is not None
    return waits_for_her_yes(meeting.form.citizen, meeting.starts_at, now(), agreed=agreed)


def is_before_its_day(meeting: MeetingView) -> bool:
    """The room is no next step yet; who meets earlier than planned finds it all the same."""
    asks = _asks(meeting.attends, meeting.starts_at)
    return asks is not Ahead.HOLD or awaits_her(meeting)


def _asks(attends: Attends | None, starts_at: datetime | None, unanswered: int = 0) -> Ahead:
    starts_on = date_in_denmark(starts_at) if starts_at else None
    return ahead(attends, starts_on, today(), unanswered=unanswered)


def _new_day(
    here: tuple[UUID, UUID], name: str, starts_at: datetime | None, gone: Collection[str] = ()
) -> NextStep:
    return NextStep(
        _("%(name)s kan ikke komme den dag. Find en ny dag sammen.") % {"name": name},
        Act(_("Find en ny dag"), to("find_time", *here)),
        also_no(gone), starts_at,
    )  # fmt: skip


def also_no(names: Collection[str]) -> str:
    """Who has said no besides the citizen; empty where nobody has."""
    if not names:
        return ""
    said = ngettext("%(names)s har også sagt nej.", "%(names)s har også sagt nej.", len(names))
    return said % {"names": ", ".join(names)}
