"""What is written about the look log: a question for a name, its answer, a verdict, a setting."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.access import models
from landfast.access.action import action, note_asked
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.looks.oversight import require_oversight
from landfast.access.rules import Named, Unusual, Verdict
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da


@dataclass(frozen=True)
class Finding:
    """Which unusual look is judged."""

    looker: UUID
    day: date
    course: UUID | None
    reason: Unusual


@action
def ask_name(*, actor: Actor, course_id: UUID, look_id: UUID) -> None:
    """Ask who it was that looked (bed om navn): once a look; the controller answers."""
    note_asked()  # the database's function asks whether the course is hers
    with connection.cursor() as cursor:
        cursor.execute("select access_ask_name(%s)", [look_id])
        (asked,) = cursor.fetchone()
    known = models.NameAsk.objects.filter(look=look_id, asked_by_id=actor.person_id).exists()
    if not asked and not known:
        raise NotFound
    record(actor, "looks.name_asked", course=course_id, look=look_id)


@action
def answer_name(*, actor: Actor, question_id: UUID, gives: bool, words: str) -> None:
    """Answer a citizen's question for a name: the name, or why not."""
    require_oversight(actor)
    row = models.NameAsk.objects.select_related("looker").filter(id=question_id).first()
    if row is None:
        raise NotFound
    if not gives and not words.strip():
        raise Wrong("why_no_name", da("Skriv til borgeren, hvorfor navnet ikke gives."), "words")
    models.NameAsk.objects.filter(id=question_id).update(
        answered_at=now(), answered_by_id=actor.person_id,
        name=row.looker.name if gives else "", words=words.strip(),
    )  # fmt: skip
    record(
        actor, "looks.name_answered", question=question_id, gives=gives, asked_by=row.asked_by_id
    )


@action
def judge(*, actor: Actor, finding: Finding, verdict: Verdict, words: str) -> None:
    """Decide about an unusual look: fine, or to be followed up, in words that can be read later."""
    require_oversight(actor)
    if verdict is Verdict.FOLLOW_UP and not words.strip():
        raise Wrong("why_follow_up", da("Skriv, hvad der skal følges op på."), "words")
    with connection.cursor() as cursor:
        cursor.execute("select access_oversees()")
        (organisations,) = cursor.fetchone()
    about: dict[str, Any] = {
        "looker_id": finding.looker, "day": finding.day, "scope_id": finding.course,
        "reason": finding.reason,
    }  # fmt: skip
    for organisation in organisations:
        models.LookVerdict.objects.update_or_create(
            organisation_id=organisation, **about,
            defaults={"verdict": verdict, "words": words.strip(), "judged_by_id": actor.person_id},
        )  # fmt: skip
    record(actor, "looks.judged", reason=finding.reason, verdict=verdict, looker=finding.looker)


@action
def show_names(*, actor: Actor, named: Named) -> None:
    """Set whose names the organisation shows to citizens in the look log."""
    require_oversight(actor)
    with connection.cursor() as cursor:
        cursor.execute("select access_oversees()")
        (organisations,) = cursor.fetchone()
    for organisation in organisations:
        models.LookNames.objects.update_or_create(
            organisation_id=organisation, defaults={"named": named}
        )
    record(actor, "looks.names_set", named=named)
