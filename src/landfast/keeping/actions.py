"""The only writers: the clock takes what is past its day, officers say why.

Each calls one function of the database, which asks again whose case it is, in which state and from
which day, and leaves the event. What it refuses has changed since the page was shown.
"""

from datetime import date
from uuid import UUID

from django.db import connection

from landfast.access.action import action, note_told
from landfast.access.actor import Actor
from landfast.keeping import queries, rules
from landfast.keeping.queries import require_keeper
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da

_Value = UUID | str | int | date | bool | None


def _asked(function: str, *values: _Value) -> _Value:
    places = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}({places})", values)
        (answer,) = cursor.fetchone()
    note_told()
    return answer  # type: ignore[no-any-return]


def _number(answer: _Value) -> int:
    return answer if isinstance(answer, int) else 0


def _turn(function: str, *values: _Value) -> None:
    if not _asked(function, *values):
        raise NotNow(
            "turned_meanwhile", da("Det kan ikke gøres, som det står nu. Åbn siden igen, og se.")
        )


@action(asks=False)
def begin(*, most: int) -> int:
    """Courses that are over begin to be kept, those opened again are not. The clock calls it."""
    return _number(_asked("keeping_begin", most))


@action(asks=False)
def block(*, case_id: UUID) -> bool:
    """Block a course past its years: nobody but the citizen has a grant. The clock calls it."""
    return bool(_asked("keeping_block", case_id))


@action(asks=False)
def end_hold(*, hold_id: UUID) -> bool:
    """A hold whose last day is over ends as one that is lifted. The clock calls it."""
    return bool(_asked("keeping_end_hold", hold_id, _ahead(hold_id)))


@action(asks=False)
def release(*, case_id: UUID) -> bool:
    """What goes to no archive is as good as delivered; she is told the day. The clock calls it."""
    return bool(_asked("keeping_release", case_id, _ahead(case_id)))


def _ahead(case_or_hold: UUID) -> date:
    """The day of deletion when its days begin today, by the key of a case or of its hold."""
    return rules.delete_on(today(), _number(_asked("keeping_waits", case_or_hold)))


@action(asks=False)
def erase(*, case_id: UUID) -> bool:
    """Delete a course past its day: every row that points at it, or none. The clock calls it."""
    return _asked("keeping_erase", case_id) is not None


@action(asks=False, tells=False)
def expire() -> int:
    """Keys of rows of the look log that are older than the log itself are forgotten. No event."""
    return _number(_asked("keeping_expire_erasures"))


@action(asks=False)
def begin_packing(*, case_id: UUID) -> tuple[UUID, str]:
    """The look of an archive's package is logged before it; the course, and whose it is.

    The system calls it, and nobody else is answered.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from keeping_begin_packing(%s)", [case_id])
        row = cursor.fetchone()
    note_told()
    if row is None:
        raise NotNow("not_to_pack", da("Kun et blokeret forløb, der skal afleveres, kan pakkes."))
    return row[0], row[1]


@action(asks=False)
def end_packing(*, case_id: UUID, checksum: str) -> None:
    """The package lies there: its checksum stands by the case, so that it can be delivered."""
    _turn("keeping_packed", case_id, checksum)


@action
def take_back(*, actor: Actor, case_id: UUID, why: str, until: date | None = None) -> None:
    """One state back, with a reason: from delivered to blocked, from blocked till a day ahead."""
    row = queries.case(actor, case_id)
    rules.check_reason(why)
    rules.check_back(row.state, until, today())
    _turn("keeping_back", case_id, why.strip(), until)


@action
def postpone(*, actor: Actor, case_id: UUID, why: str, until: date) -> None:
    """A closed course is blocked later than the rule says; why stands as what holds it."""
    row = queries.case(actor, case_id)
    rules.check_reason(why)
    rules.check_postpone(row.state, until, today())
    _turn("keeping_back", case_id, why.strip(), until)


@action
def hold(
    *, actor: Actor, case_id: UUID, kind: rules.HoldKind, why: str, until: date | None
) -> None:
    """Nothing is blocked or deleted yet (må ikke slettes endnu): a complaint, an insight."""
    queries.case(actor, case_id)
    rules.check_reason(why)
    rules.check_until(until, today())
    _turn("keeping_hold_on", case_id, kind.value, why.strip(), until)


@action
def lift(*, actor: Actor, hold_id: UUID) -> None:
    """It no longer holds; the days she was told of begin anew."""
    require_keeper(actor)
    _turn("keeping_end_hold", hold_id, _ahead(hold_id))


@action
def note_delivery(*, actor: Actor, case_id: UUID, receipt: str) -> None:
    """The archive has taken the package and answered with a number: the first pair of eyes."""
    queries.case(actor, case_id)
    rules.check_receipt(receipt)
    _turn("keeping_sent", case_id, receipt.strip())


@action
def confirm_delivery(*, actor: Actor, case_id: UUID, receipt: str) -> None:
    """Somebody else reads the number on their own: delivered, and the waiting time begins."""
    row = queries.case(actor, case_id)
    rules.check_receipt(receipt)
    rules.check_second_eyes(row.sent_by, actor.person_id, row.receipt, receipt)
    goes_on = rules.delete_on(today(), row.wait_days)
    _turn("keeping_confirm", case_id, receipt.strip(), goes_on)


@action
def note_day_told(*, actor: Actor, case_id: UUID, how: rules.ToldHow, on: date) -> None:
    """Who has no login has been told of the day, by a letter or by a person."""
    queries.case(actor, case_id)
    rules.check_told(on, today())
    _turn("keeping_told", case_id, how.value, on)


@action
def set_years(*, actor: Actor, organisation_id: UUID, kind: rules.Kind, rule: rules.Rule) -> None:
    """An organisation's own years for a kind of record, and where they are written."""
    require_keeper(actor)
    rules.check_rule(rule.years, rule.wait_days, rule.source)
    _turn(
        "keeping_set_years", organisation_id, kind.value, rule.years, rule.delivers,
        rule.wait_days, rule.source.strip(),
    )  # fmt: skip
