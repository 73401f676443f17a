"""What a person is to say, since no channel leads to who it is for: lines, and one touch each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.course.queries.courses import CourseFrame
from landfast.kernel.clock import today
from landfast.messages.queries import News, Noted, ToSay
from landfast.web.mine.record_events import HAPPENED, SOMETHING
from landfast.web.pages import to
from landfast.web.parts.shapes import Act
from landfast.web.spoken import clock, day, near

_AS_SAID = {
    "consent.share_ends_soon": gettext_lazy("Noget, du deler, stopper snart"),
    "emergency.told": gettext_lazy("En har læst dit forløb i en nødsituation"),
    "handover.promised": gettext_lazy("Du får en ny koordinator"),
    "meeting.frame_set": gettext_lazy("Mødet har fået en ny tid eller et nyt sted"),
    "meeting.near": gettext_lazy("Husk mødet"),
    "minutes.shown": gettext_lazy("Referatet er klar, så I kan læse det sammen"),
    "network.member_leaves": gettext_lazy("En på dit hold stopper"),
    "plan.remind_step": gettext_lazy("Husk dit eget skridt"),
}
"""Where her record says that she heard of it, or an act is known to her by another name."""


@dataclass(frozen=True)
class SayLine:
    """One person: what to say, why nobody else does, and the touch that notes it."""

    heading: str
    words: tuple[str, ...]
    """As it can be said to them, the oldest first."""
    why: str
    phone: str
    called: str
    said: Act
    again: Act | None
    """Try what was sent once more."""


@dataclass(frozen=True)
class WasSaid:
    """What was just noted, while it can be taken back."""

    sentence: str
    undo: Act


def say_line(one: ToSay, called: str, phone: str, back: str) -> SayLine:
    """`back` is the address that the touch leads back to."""
    name = _("%(name)s, der læser for %(her)s") % {"name": one.name, "her": called}
    whom = name if one.name else called
    fields = (("until", one.until.isoformat()), ("next", back))
    again = _("Prøv beskeden til %(name)s igen") % {"name": called}
    return SayLine(
        _("Sig det til %(name)s") % {"name": whom}, tuple(map(_word, one.news)),
        _why(one, called),
        "" if one.name else phone, called,
        Act(_("Sagt"), to("note_said", one.course_id, one.person_id), "post", fields),
        Act(again, to("retry_course_mail", one.course_id), "post") if one.failed_at else None,
    )  # fmt: skip


def was_said(course_id: UUID, batch: UUID, back: str) -> WasSaid:
    """It is noted; a touch takes it back."""
    undo = Act(
        _("Fortryd"), to("take_back_said", course_id, batch), "post", (("next", back),)
    )  # fmt: skip
    return WasSaid(_("Det er noteret, at det er sagt."), undo)


def said_before(frame: CourseFrame, rows: Iterable[Noted], just: UUID | None) -> list[WasSaid]:
    """What was said lately, each with a touch that takes it back; not what was noted just now."""
    return [
        WasSaid(_was_told(frame, row), was_said(frame.id, row.batch, to("course", frame.id)).undo)
        for row in rows
        if row.batch != just
    ]  # fmt: skip


def _was_told(frame: CourseFrame, row: Noted) -> str:
    said = {"by": row.by, "name": frame.called, "day": day(row.at), "hour": clock(row.at)}
    if row.person_id == frame.citizen_person:
        return _("%(by)s sagde det til %(name)s %(day)s %(hour)s.") % said
    return _("%(by)s sagde det til en, der læser for %(name)s, %(day)s %(hour)s.") % said


def _word(news: News) -> str:
    said = str(_AS_SAID.get(news.kind) or _(HAPPENED.get(news.kind, SOMETHING)))
    if news.starts_at is None:
        return said
    return f"{said}: {day(news.starts_at)} {clock(news.starts_at)}"


def _why(one: ToSay, called: str) -> str:
    if one.failed_at:
        return _("En besked om nyt kom ikke frem (%(day)s).") % {
            "day": near(one.failed_at, today())
        }
    since = {"name": one.name or called, "day": near(one.since, today())}
    return _("%(name)s får ikke beskeder på anden måde. Det første kom %(day)s.") % since


def noted(text: str) -> datetime | None:
    """When the newest of what was shown came, as the form sends it; else nothing."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def just_said(text: str) -> tuple[UUID, UUID] | None:
    """The course and the batch in the address of the page after the touch."""
    course, _dot, batch = text.partition(".")
    try:
        return UUID(course), UUID(batch)
    except ValueError:
        return None
