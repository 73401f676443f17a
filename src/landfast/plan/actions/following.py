"""Following up: begun, kept or not, talked about, no longer wanted, left to the professionals."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_self
from landfast.access.rules import Permission
from landfast.course.queries.holding import holders
from landfast.course.queries.names import whose_one
from landfast.kernel import danish
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da, listed
from landfast.plan import models
from landfast.plan.actions.deciding import withdraw_all
from landfast.plan.actions.moving import locked_agreement, locked_agreements, maker_key, move
from landfast.plan.rules import answering, hers, life, promise
from landfast.plan.rules.answering import Report
from landfast.plan.rules.words import Act, AgreementState, Went


@action
def start_agreement(*, actor: Actor, agreement_id: UUID, version: int | None = None) -> None:
    """The maker has begun (gå i gang)."""
    agreement = locked_agreement(agreement_id)
    require(actor, Permission.AGREEMENT_ANSWER, course=agreement.course_id)
    life.check_step(AgreementState(agreement.state), Act.START)
    answering.check_is_maker(maker_key(agreement), actor.person_id)
    life.check_fresh(agreement.version, version)
    move(actor, agreement, Act.START)


@action(tells=False)
def report_agreement(
    *,
    actor: Actor,
    agreement_id: UUID,
    report: Report,
    because: str = "",
    version: int | None = None,
) -> None:
    """Kept, partly, or not kept because: two touches (moment 6). It speaks of the promise.

    Who follows up writes it down on the maker's word, and the maker can take it back.
    What comes twice, from a telephone that lost its net, is saved once: the second leaves no event.
    """
    agreement = locked_agreement(agreement_id)
    maker = maker_key(agreement)
    require(
        actor, Permission.AGREEMENT_ANSWER, course=agreement.course_id,
        also=lambda held: answering.check_may_report(maker, actor.person_id, held),
    )  # fmt: skip
    act = answering.ACT_OF_REPORT[report]
    if _has_come(actor, agreement, act, because, version):
        return
    life.check_step(AgreementState(agreement.state), act)
    life.check_fresh(agreement.version, version)
    _check_told(report, because)
    agreement.report, agreement.reported_at = because.strip(), now()
    agreement.told_at = now() if answering.is_for_another(maker, actor.person_id) else None
    move(actor, agreement, act, note=because, maker=agreement.maker_id)


def _has_come(
    actor: Actor, agreement: models.Agreement, act: Act, because: str, version: int | None
) -> bool:
    """Was exactly this told before, by the same person, to the words of the same page?"""
    if version is None or agreement.version != version + 1:
        return False
    made = models.AgreementChange.objects.filter(agreement=agreement).exclude(act__in=hers.HERS)
    last = made.order_by("-at", "-id").first()  # how it went to her is no answer of the maker's
    said = (actor.person_id, act, because.strip())
    return last is not None and (last.actor_id, last.act, last.note) == said


def _check_told(report: Report, because: str) -> None:
    answering.check_because(report, because)
    promise.check_words(because or "-", promise.NOTE_MAX, "because", "")


@action
def note_told(
    *,
    actor: Actor,
    agreement_id: UUID,
    report: Report,
    present: Collection[UUID],
    because: str = "",
    version: int | None = None,
) -> None:
    """How it went, as its maker told it aloud at the table: "sagt af X på mødet" (domain A7).

    `present` are those at the table; the journey has found them. The maker can take it back.
    """
    agreement = locked_agreement(agreement_id)
    roles = require(actor, Permission.AGREEMENT_FOLLOW_UP, course=agreement.course_id)
    act = answering.ACT_OF_REPORT[report]
    life.check_step(AgreementState(agreement.state), act)
    answering.check_note_told(agreement.maker_id, present, roles)
    life.check_fresh(agreement.version, version)
    _check_told(report, because)
    agreement.report, agreement.reported_at = because.strip(), now()
    agreement.told_at = now()
    move(actor, agreement, act, note=because, told_aloud=True, maker=agreement.maker_id)


@action
def take_back(*, actor: Actor, agreement_id: UUID, version: int | None = None) -> None:
    """ "Det passer ikke": what was written down for me at a meeting; then I tell it myself."""
    agreement = locked_agreement(agreement_id)
    require(actor, Permission.AGREEMENT_ANSWER, course=agreement.course_id)
    life.check_step(AgreementState(agreement.state), Act.TAKE_BACK)
    answering.check_take_back(agreement.told_at, agreement.maker_id, actor.person_id)
    life.check_fresh(agreement.version, version)
    agreement.report, agreement.reported_at, agreement.told_at = "", None, None
    move(actor, agreement, Act.TAKE_BACK)


@action
def note_talk(
    *,
    actor: Actor,
    agreement_id: UUID,
    said: str = "",
    citizen_said_yes: bool = False,
    version: int | None = None,
) -> None:
    """The coordinator has talked with the maker, with the citizen's yes (S004 §5.3, domain A7)."""
    agreement = locked_agreement(agreement_id)
    require(actor, Permission.AGREEMENT_FOLLOW_UP, course=agreement.course_id)
    state, went = AgreementState(agreement.state), Went(agreement.hers) if agreement.hers else None
    hers.check_may_talk(state, went)
    life.check_fresh(agreement.version, version)
    answering.check_citizen_yes(state, citizen_said_yes, otherwise=hers.is_otherwise(went))
    promise.check_words(said or "-", promise.NOTE_MAX, "said", "")
    agreement.talked_on = today()
    move(actor, agreement, Act.TALK, note=said)


@action
def lapse_agreement(
    *,
    actor: Actor,
    agreement_id: UUID,
    citizen_said_so: bool = False,
    version: int | None = None,
) -> None:
    """No longer wanted by the citizen (ikke længere ønsket). No reason is asked."""
    agreement = locked_agreement(agreement_id)
    state, proposer = AgreementState(agreement.state), agreement.proposed_by_id
    roles = require(
        actor, Permission.AGREEMENT_PROPOSE, course=agreement.course_id,
        also=lambda held: answering.check_may_lapse(
            proposer, actor.person_id, held, state, citizen_said_so=True
        ),
    )  # fmt: skip
    life.check_step(state, Act.LAPSE)
    answering.check_may_lapse(
        proposer, actor.person_id, roles, state, citizen_said_so=citizen_said_so
    )
    life.check_fresh(agreement.version, version)
    move(actor, agreement, Act.LAPSE)


@action
def hand_to_professionals(*, actor: Actor, course_id: UUID, after_death: bool = False) -> int:
    """The citizen has stopped: agreements lapse towards her and become their makers' tasks (0.1).

    `after_death`: their makers are told so, and that nothing is to be finished.

    Answers how many tasks were made. Called by the journey that stops, before grants end.
    """
    require(actor, Permission.COURSE_STOP, course=course_id)
    citizen = whose_one(course_id)
    tasks = []
    # the newest first: what holds while a leader decides goes before what the leader is asked about
    for agreement in reversed(locked_agreements(course_id, life.OPEN)):
        if agreement.maker_id and AgreementState(agreement.state) in life.RUNNING:
            tasks.append(
                models.Task(
                    course_id=course_id, maker_id=agreement.maker_id, about=citizen.name,
                    agreement=agreement, text=agreement.text, due_on=agreement.due_on,
                    after_death=after_death, created_at=now(),
                )
            )  # fmt: skip
        move(actor, agreement, Act.LEAVE)
    withdraw_all(actor, course_id)
    models.Task.objects.bulk_create(tasks)  # only their makers can read them
    record(actor, "plan.handed_to_professionals", course=course_id, tasks=len(tasks))
    return len(tasks)


@action(tells=False)
def end_proposals(*, actor: Actor, course_id: UUID) -> int:
    """Intake has said no: what she, or another for her, had proposed waits for nobody (A3).

    Answers how many ended. Intake does not read the plan: the database's own function ends them,
    of a course with that state only, with a line of history and an event each.
    """
    require(actor, Permission.COURSE_MOVE, course=course_id)
    with connection.cursor() as cursor:
        cursor.execute("select plan_end_proposals(%s)", [course_id])
        return int(cursor.fetchone()[0])


@dataclass(frozen=True)
class Off:
    """A meeting that will not be, and whom nothing is written to, by name."""

    names: tuple[str, ...]
    day: date


@dataclass(frozen=True)
class ToSay:
    """What somebody must say aloud when a course has ended, since nobody writes it."""

    off: Sequence[Off]
    read_for_her: Sequence[str]
    """By name: who read for her, and reads nothing now."""
    after_death: bool = False

    def __bool__(self) -> bool:
        """Is there anything to say?"""
        return bool(self.off or self.read_for_her)


@action
def leave_to_tell(*, actor: Actor, course_id: UUID, place: str, words: str) -> None:
    """What a citizen who moves has said yes to, is passed on by whoever ended the course (A3).

    A task like the others that are left: read by the one whose it is, until it is done.
    """
    require(actor, Permission.COURSE_MOVE, course=course_id)
    task = models.Task(
        course_id=course_id, maker_id=actor.person_id, about=whose_one(course_id).name,
        text=f"Fortæl det til {place}: {words}", created_at=now(),
    )  # fmt: skip
    models.Task.objects.bulk_create([task])  # only its maker can read it
    record(actor, "plan.left_to_tell", course=course_id)


@action
def leave_to_say(*, actor: Actor, course_id: UUID, to_say: ToSay) -> int:
    """Whom nobody writes to that a meeting is off, or that all is over, somebody tells (0.1, C4).

    Who wrote the end down does, since the page asked them to; who held the course, when the
    citizen ended it herself. Called before the team's access ends. Answers how many were left.
    """
    require(actor, Permission.COURSE_STOP, course=course_id)
    maker, course = _who_says_it(actor, course_id), whose_one(course_id)
    said: list[tuple[str, date | None]] = [
        (_say(one.names, f"mødet {danish.day(one.day)} er aflyst"), one.day) for one in to_say.off
    ]
    if to_say.read_for_her:
        who = f", der læste for {course.called}"
        said.append((_say(to_say.read_for_her, "forløbet er slut", who), None))
    tasks = [
        models.Task(
            course_id=course_id, maker_id=maker, about=course.name, created_at=now(), text=text,
            due_on=day, after_death=to_say.after_death,
        )
        for text, day in said if maker
    ]  # fmt: skip
    models.Task.objects.bulk_create(tasks)  # only their makers can read them
    record(actor, "plan.left_to_say", course=course_id, tasks=len(tasks))
    return len(tasks)


def _say(names: Sequence[str], what: str, who: str = "") -> str:
    return f"Sig det til {listed(names, ' og ')}{who}: {what}."


def _who_says_it(actor: Actor, course_id: UUID) -> UUID | None:
    if not actor.is_citizen:
        return actor.person_id
    holder = holders(course_id).acts
    return holder.person_id if holder else None


@action
def finish_task(*, actor: Actor, task_id: UUID) -> None:
    """What was left after a stopped course has been wound up."""
    task = models.Task.objects.select_for_update().filter(id=task_id).first()
    if task is None:
        raise NotFound
    require_self(actor, task.maker_id)
    if task.done_at:
        raise NotNow("task_done", da("Opgaven er allerede afsluttet."))
    task.done_at = now()
    task.save(update_fields=["done_at"])
    record(actor, "plan.task_done", None, task=task.id)
