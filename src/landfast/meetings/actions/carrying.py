"""What was kept for the next meeting comes to it, once, in the words it had (domain A5).

Kept is a theme that was put away whole, and what was said within a theme to be kept for later. The
first comes when the meeting ends; the second when the minutes that tell it go out, and it follows
them: what they cover, correct or recall is taken back (decisions/0061).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.kernel.clock import now
from landfast.meetings import models
from landfast.meetings.queries.forms import form_of
from landfast.meetings.rules import Attends, Ended, MeetingState, preparing
from landfast.meetings.rules.kept import kept_of
from landfast.meetings.rules.words import MinutesState


@dataclass(frozen=True)
class Kept:
    """What was kept at one meeting."""

    meeting: models.Meeting
    words: str
    need: str = ""
    wish_id: UUID | None = None


def carry_into(actor: Actor, meeting: models.Meeting) -> None:
    """A meeting that begins to be prepared: it takes what is kept, unless another has it already.

    Another that lies ahead was given it when it was opened, or when the last meeting ended. What
    she took off there does not come back here.
    """
    others = models.Meeting.objects.filter(course_id=meeting.course_id, state__in=preparing.AHEAD)
    if not any(_is_next(one, meeting) for one in others.exclude(id=meeting.id)):
        _carry(actor, meeting)


def as_last_time(meeting: models.Meeting) -> None:
    """How she likes to meet is as it was at the last meeting of its format, until she changes it.

    Only what is about the meeting's shape: where, when, what not to talk of and which places to
    avoid are said anew each time, as they may be nobody's business any more (S004 §5.2).
    """
    alike = models.Meeting.objects.filter(
        course_id=meeting.course_id, state=MeetingState.HELD, format__code=meeting.format.code
    )
    last = alike.order_by("-held_at", "-id").first()
    if last is None:
        return
    for name in preparing.STAYS:
        setattr(meeting, name, getattr(last, name))
    if meeting.largest is None:
        meeting.largest = last.largest
    form = form_of(meeting.format)
    if form.shortest <= last.minutes_long <= form.longest:
        meeting.minutes_long = last.minutes_long


def carry_onward(actor: Actor, ended: models.Meeting) -> None:
    """A meeting ended: the first that lies ahead already takes what was kept here, once."""
    if ended.carried_at is not None:
        return
    found = _next_after(ended)
    if found is not None:
        _carry(actor, found)


def carry_late(actor: Actor, meeting: models.Meeting) -> None:
    """It is called, or begins: what was kept at one that nobody ended comes now, if it has not.

    The clock that closed it writes in nobody's course, so the next who acts takes it along.
    """
    held = models.Meeting.objects.filter(course_id=meeting.course_id, state=MeetingState.HELD)
    last = next((one for one in held.order_by("-held_at", "-id") if _alike(one, meeting)), None)
    if last and last.ended == Ended.ITSELF and last.carried_at is None:
        _carry(actor, meeting)


def kept_words(meeting: models.Meeting) -> frozenset[str]:
    """What is kept at a meeting now: asked before its minutes change."""
    return frozenset(one.words for one in _kept_at(meeting))


def carry_told(actor: Actor, meeting: models.Meeting, before: frozenset[str]) -> None:
    """Its minutes say more or less than before: the next meeting has the same, once.

    What stands there, or what she took off, is left as it is.
    """
    carry_onward(actor, meeting)
    kept = list(_kept_at(meeting))
    _take_back(actor, meeting, before.difference(one.words for one in kept))
    fresh = [one for one in kept if one.words not in before]
    found = _next_after(meeting)
    if fresh and found and meeting in _sources(found):
        _put(actor, found, fresh)


def _take_back(actor: Actor, kept_at: models.Meeting, gone: Collection[str]) -> None:
    """It leaves every meeting where nobody has talked about it yet; a meeting held is history."""
    carried = models.Theme.objects.filter(
        ~Exists(models.Turn.objects.filter(theme=OuterRef("pk"))),
        ~Exists(models.MeetingAgreement.objects.filter(theme=OuterRef("pk"))),
        course_id=kept_at.course_id, is_kept=True, ended="", words__in=gone,
    )  # fmt: skip
    there = carried.exclude(meeting__state=MeetingState.HELD).exclude(meeting=kept_at)
    for theme in there.select_related("meeting").order_by("id") if gone else ():
        record(actor, "meeting.theme_removed", theme.meeting, theme=theme.id)
        theme.delete()


def _next_after(meeting: models.Meeting) -> models.Meeting | None:
    ahead = models.Meeting.objects.filter(
        course_id=meeting.course_id, state__in=preparing.OPEN
    ).order_by("starts_at", "created_at", "id")
    return next((one for one in ahead if _is_next(one, meeting)), None)


def _is_next(one: models.Meeting, other: models.Meeting) -> bool:
    """Does it take themes beforehand? What was kept without her is not told with her."""
    return form_of(one.format).agenda_before and _alike(one, other)


def _alike(one: models.Meeting, other: models.Meeting) -> bool:
    return form_of(one.format).is_with_citizen == form_of(other.format).is_with_citizen


def _carry(actor: Actor, meeting: models.Meeting) -> None:
    """All that is kept comes; its meetings are marked, also where there is nothing to carry."""
    if not form_of(meeting.format).agenda_before:
        return
    sources = _sources(meeting)
    for one in sources:
        if one.carried_at is None:
            one.carried_at = now()
            one.save(update_fields=["carried_at"])
    _put(actor, meeting, [kept for one in sources for kept in _kept_at(one)])


def _put(actor: Actor, meeting: models.Meeting, kept: Iterable[Kept]) -> None:
    there = list(meeting.themes.order_by("position").values_list("words", "position"))
    words, last = {text for text, _at in there}, there[-1][1] if there else -1
    for one in kept:
        if one.words in words:
            continue
        words.add(one.words)
        last += 1
        theme = models.Theme(
            course_id=meeting.course_id, meeting=meeting, wish_id=one.wish_id, words=one.words,
            need=one.need, position=last, is_agreed=meeting.attends != Attends.POINTS,
            is_kept=True, created_at=now(),
        )  # fmt: skip
        theme.save(force_insert=True)
        record(actor, "meeting.theme_carried", theme, meeting=meeting.id, kept_at=one.meeting.id)


def _sources(meeting: models.Meeting) -> list[models.Meeting]:
    """The last meeting, and those before it that no agenda has come after."""
    held = models.Meeting.objects.filter(course_id=meeting.course_id, state=MeetingState.HELD)
    found: list[models.Meeting] = []
    for one in held.order_by("-held_at", "-id"):
        if not _alike(one, meeting):
            continue
        found.append(one)
        if form_of(one.format).agenda_before:
            break
    return found


def _kept_at(meeting: models.Meeting) -> Iterator[Kept]:
    """Theme by theme: the whole of it, and what was kept of it."""
    out = meeting.minutes.exclude(published_at=None).order_by("-version").first()
    told = {one["theme"]: one for one in out.content.get("themes", [])} if out else {}
    is_out = out is not None and out.state != MinutesState.RECALLED
    for theme in meeting.themes.order_by("position", "id"):
        of_it = told.get(str(theme.id), {})
        for words in kept_of(theme.words, theme.ended, of_it, is_out=is_out):
            yield Kept(meeting, words, theme.need, theme.wish_id)
