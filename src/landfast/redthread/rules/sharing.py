"""Who is let in (RT-08): nobody comes or is told without her yes or the law's."""

from collections.abc import Iterator

from landfast.kernel.text import da
from landfast.redthread.rules.facts import NOT_COUNTED, Shared, Source, sector_of
from landfast.redthread.rules.found import Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot

SAID_NO = da("{who} er med, og borgeren har sagt nej til det.")
NOT_ASKED = da("{who} er med, og det er ikke skrevet ned, at borgeren har sagt ja.")


def no_consent(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-08: somebody is invited, let in or told without her yes and without a ground (S001 KE5).

    A no always counts; that nobody asked counts only where answers are written down.
    """
    return [
        found(f"{one.source.id}:{role}", [one.source, because], said, who=[role])
        for one in _shared(course)
        if not one.on_ground
        for role in sorted(one.to - NOT_COUNTED)
        if sector_of(role) != "meeting_role"
        for said, because in _lacking(course, one, role)
    ]


def _shared(course: Snapshot) -> Iterator[Shared]:
    """Where somebody sat at the table, and where somebody was told."""
    for met in course.last_met:
        yield Shared(met.source, met.asked - met.agreed_by_her, met.asked, on_ground=False)
    yield from course.shared


def _lacking(course: Snapshot, one: Shared, role: str) -> Iterator[tuple[str, Source | None]]:
    word = course.word_to(role, one.among)
    if word is None:
        if course.asks_consent or one.says_none:
            yield NOT_ASKED, None
    elif not word.is_yes:
        yield SAID_NO, word.source
