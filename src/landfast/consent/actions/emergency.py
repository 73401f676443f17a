"""Emergency access: opened, ended early, reviewed. The database writes what opens and ends it."""

from uuid import UUID

from django.conf import settings
from django.db import connection

from landfast.access.action import action, note_asked, note_told
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_staff
from landfast.access.rules import Topic
from landfast.consent import models, rules
from landfast.consent.rules import Basis, Decision, Told
from landfast.course.rules.contact import cpr_number
from landfast.kernel.clock import now, today
from landfast.kernel.ids import CourseId
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.kernel.sealed import marks
from landfast.kernel.text import da


@action
def open_emergency(*, actor: Actor, cpr: str, basis: Basis, reason: str) -> CourseId | None:
    """Read a course for some hours on a ground in law; None when the number opens nothing (F4).

    Why it opens nothing is told to nobody: no such citizen, no running course, or one who is kept
    apart. The try is written down all the same.
    """
    require_staff(actor)
    digits = cpr_number(cpr, today())
    if not digits:
        raise Wrong("cpr_ten_digits", da("Skriv borgerens CPR-nummer med ti tal."), "cpr")
    ground = rules.check_basis(basis)
    rules.check_reason(reason)
    hours = rules.hours(basis, settings.LANDFAST_EMERGENCY_HOURS)
    with connection.cursor() as cursor:
        cursor.execute(
            "select said, scope from consent_open_emergency(%s::text[], %s, %s, %s, %s)",
            [marks(digits), basis.value, reason.strip(), hours, ground.told is Told.AT_ONCE],
        )
        said, scope = cursor.fetchone()
    if said == "wait":
        raise rules.too_many_tries()
    if said == "reads":
        raise NotNow("reads_already", da("Du kan læse forløbet i forvejen. Find det i din liste."))
    if said == "nobody":
        record(actor, "emergency.not_opened", basis=basis)
        return None
    note_told()  # the database wrote the event with the rest
    return CourseId(scope)


@action
def end_emergency(*, actor: Actor, emergency_id: UUID) -> None:
    """Whoever reads in an emergency closes it before its time, when there is no need any more."""
    require_staff(actor)
    with connection.cursor() as cursor:
        cursor.execute("select consent_end_emergency(%s)", [emergency_id])
        (course,) = cursor.fetchone()
    if course is None:
        raise NotFound
    record(actor, "emergency.ended", course=course, topic=Topic.FRAME, emergency=emergency_id)


@action
def review_emergency(*, actor: Actor, emergency_id: UUID, decision: Decision, words: str) -> None:
    """The data protection officer, or a leader of the course's unit, says whether it was right."""
    note_asked()
    row = models.Emergency.objects.filter(id=emergency_id, course__isnull=False).first()
    if row is None:
        raise NotFound
    with connection.cursor() as cursor:
        cursor.execute(
            "select consent_may_review_emergency(%s, %s)", [row.unit_id, row.course_unit_id]
        )
        (may,) = cursor.fetchone()
    if not may:
        raise NotAllowed(
            "not_your_review", da("Det ser databeskyttelsesrådgiveren og lederen på, ikke du.")
        )
    rules.check_may_review(decided=bool(row.decision), own=row.person_id == actor.person_id)
    rules.check_words(words)
    changed = models.Emergency.objects.filter(id=emergency_id, decision="").update(
        decision=decision, words=words.strip(), decided_by_id=actor.person_id, decided_at=now()
    )
    if not changed:
        rules.check_may_review(decided=True, own=False)
    record(
        actor, "emergency.reviewed", row, topic=Topic.FRAME, decision=decision,
        person=row.person_id,
    )  # fmt: skip


@action(asks=False, tells=False)
def tell_afterwards() -> int:
    """Tell citizens of what is over, where the law has them told afterwards. The clock calls it.

    The database's own function leaves the event for each.
    """
    with connection.cursor() as cursor:
        cursor.execute("select consent_tell_of_emergencies()")
        (told,) = cursor.fetchone()
    return int(told)
