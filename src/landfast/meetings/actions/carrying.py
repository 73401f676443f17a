"""What was kept for the next meeting comes to it, once, in the words it had (domain A5)."""

from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.kernel.clock import now
from landfast.meetings import models
from landfast.meetings.queries.forms import form_of
from landfast.meetings.rules import Attends, MeetingState, preparing
from landfast.meetings.rules.words import ThemeEnd


def carry_into(actor: Actor, meeting: models.Meeting) -> None:
    """A meeting that begins to be prepared: it takes what is kept, unless another has it already.

    Another that lies ahead was given it when it was opened, or when the last meeting ended. What
    she took off there does not come back here.
    """
    others = models.Meeting.objects.filter(course_id=meeting.course_id, state__in=preparing.AHEAD)
    if not any(_is_next(one, meeting) for one in others.exclude(id=meeting.id)):
        _carry(actor, meeting)


def carry_onward(actor: Actor, ended: models.Meeting) -> None:
    """A meeting ended: the first that lies ahead already takes what was kept here."""
    ahead = models.Meeting.objects.filter(
        course_id=ended.course_id, state__in=preparing.OPEN
    ).order_by("starts_at", "created_at", "id")
    found = next((one for one in ahead if _is_next(one, ended)), None)
    if found is not None:
        _carry(actor, found)


def _is_next(one: models.Meeting, other: models.Meeting) -> bool:
    """Does it take themes beforehand? What was kept without her is not told with her."""
    return form_of(one.format).agenda_before and _alike(one, other)


def _alike(one: models.Meeting, other: models.Meeting) -> bool:
    return form_of(one.format).is_with_citizen == form_of(other.format).is_with_citizen


def _carry(actor: Actor, meeting: models.Meeting) -> None:
    if not form_of(meeting.format).agenda_before:
        return
    there = list(meeting.themes.order_by("position").values_list("words", "position"))
    words, last = {text for text, _at in there}, there[-1][1] if there else -1
    for kept in _kept(meeting):
        if kept.words in words:
            continue
        words.add(kept.words)
        last += 1
        theme = models.Theme(
            course_id=meeting.course_id, meeting=meeting, wish_id=kept.wish_id, words=kept.words,
            need=kept.need, position=last, is_agreed=meeting.attends != Attends.POINTS,
            created_at=now(),
        )  # fmt: skip
        theme.save(force_insert=True)
        record(actor, "meeting.theme_carried", theme, meeting=meeting.id, kept_at=kept.meeting_id)


def _kept(meeting: models.Meeting) -> list[models.Theme]:
    """Kept at the last meeting, and at those before it that no agenda has come after."""
    held = models.Meeting.objects.filter(course_id=meeting.course_id, state=MeetingState.HELD)
    found: list[models.Theme] = []
    for one in held.order_by("-held_at", "-id"):
        if not _alike(one, meeting):
            continue
        found += one.themes.filter(ended=ThemeEnd.PARKED).order_by("position", "id")
        if form_of(one.format).agenda_before:
            break
    return found
