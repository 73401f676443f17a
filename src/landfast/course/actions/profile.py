"""The citizen's statement, strengths, energy and how large a meeting they can bear."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course import models
from landfast.course.actions.phases import locked
from landfast.course.rules import profile as rules
from landfast.course.rules.languages import check_language
from landfast.kernel.clock import now, today
from landfast.people.rules import check_meant_for


@action
def write_profile(
    *,
    actor: Actor,
    course_id: UUID,
    statement: str,
    strengths: str,
    largest_meeting: int | None,
    language: str | None = None,
    children: int | None = None,
    worked: str | None = None,
    seen: str | None = None,
) -> None:
    """The personal statement (personligt udsagn), strengths, the largest meeting (A3), language.

    Without a word about the language, the children or what has helped it stays what it was.
    `seen` is what the page showed (`profile.as_one`): what came meanwhile is never written over.
    """
    require(actor, Permission.PROFILE_WRITE, course=course_id)
    rules.check_profile(statement, strengths, largest_meeting)
    rules.check_strengths(strengths, worked or "")
    check_language(language or "")
    rules.check_children(children or 0)
    check_seen(course_id, seen, rules.HER_WORDS)
    told = {
        "language": language, "children": children,
        "worked": worked.strip() if worked is not None else None,
    }  # fmt: skip
    row = write(
        course_id, statement=statement.strip(), strengths=strengths.strip(),
        largest_meeting=largest_meeting,
        **{name: said for name, said in told.items() if said is not None},
    )  # fmt: skip
    record(actor, "profile.written", row)


def check_seen(course_id: UUID, seen: str | None, names: Collection[str]) -> None:
    """Do these fields still stand as the page showed them? Holds the course until it is written."""
    if seen is None:
        return
    locked(course_id)
    row = models.Profile.objects.filter(course_id=course_id).first()
    check_meant_for(seen, rules.as_one({name: getattr(row, name, "") for name in names}))


@action
def say_energy(*, actor: Actor, course_id: UUID, energy: int) -> None:
    """How much energy there is today, in one touch (product A3). The figure is in no event."""
    require(actor, Permission.PROFILE_WRITE, course=course_id)
    rules.check_energy(energy)
    write(course_id)  # what she has said of herself begins with it, if with nothing else
    row, _ = models.Energy.objects.update_or_create(
        course_id=course_id,
        defaults={"energy": energy, "said_on": today(), "by_another": not actor.is_citizen},
    )
    record(actor, "profile.energy_said", row)


def write(course_id: UUID, **fields: Any) -> models.Profile:
    """Some fields of her profile, which begins with the first of them. Who may was asked before.

    Two who begin it in the same second write in the same one.
    """
    said = {**fields, "updated_at": now()}
    row, is_new = models.Profile.objects.get_or_create(course_id=course_id, defaults=said)
    if not is_new:
        for name, value in said.items():
            setattr(row, name, value)
        row.save(update_fields=list(said))
    return row
