"""What was kept for the next meeting comes to it, once, in the words it had (domain A5).

Kept is a theme that was put away whole, and what was said within a theme to be kept for later. The
notes of the turns are gone when the minutes are out: then the minutes tell what was kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.kernel.clock import now
from landfast.meetings import models
from landfast.meetings.queries.forms import form_of
from landfast.meetings.rules import Attends, Ended, MeetingState, TurnKind, preparing
from landfast.meetings.rules.marks import marks
from landfast.meetings.rules.words import MinutesState, ThemeEnd

WORDS_MAX = 500


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


def carry_onward(actor: Actor, ended: models.Meeting) -> None:
    """A meeting ended: the first that lies ahead already takes what was kept here, once."""
    if ended.carried_at is not None:
        return
    ahead = models.Meeting.objects.filter(
        course_id=ended.course_id, state__in=preparing.OPEN
    ).order_by("starts_at", "created_at", "id")
    found = next((one for one in ahead if _is_next(one, ended)), None)
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
    within = _within(meeting)
    for theme in meeting.themes.order_by("position", "id"):
        whole = [theme.words] if theme.ended == ThemeEnd.PARKED else []
        for words in (*whole, *within.get(str(theme.id), ())):
            yield Kept(meeting, words, theme.need, theme.wish_id)


def _within(meeting: models.Meeting) -> dict[str, list[str]]:
    """Words kept within a theme, by its id; what is covered in the minutes stays there."""
    found: dict[str, list[str]] = {}
    turns = meeting.turns.filter(kind=TurnKind.PARKED).order_by("seq")
    said = [(str(theme), text) for theme, text in turns.values_list("theme_id", "text")]
    out = meeting.minutes.filter(state=MinutesState.PUBLISHED).order_by("-version").first()
    if not said and out:
        told = ((one["theme"], one.get("parked", "")) for one in out.content.get("themes", []))
        said = [(theme, line) for theme, text in told for line in text.splitlines()]
    for theme, text in said:
        if text.strip() and not marks([text]):
            found.setdefault(theme, []).append(" ".join(text.split())[:WORDS_MAX])
    return found
