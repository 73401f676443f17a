"""Asking somebody outside for a promise, and what they answer, without a login (lessons 18).

What they answer is theirs: the database's own functions ask for the link and write it down; of an
employee or the citizen they take no such word.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.login import check_not_guessing, note_failed
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.access.situations import meeting_now
from landfast.course.queries.holding import holders
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.kernel.text import da
from landfast.plan import models
from landfast.plan.actions.moving import locked_agreement, maker_key
from landfast.plan.queries.outside import Asked, Link, Mail, asked
from landfast.plan.rules import life, outside, promise
from landfast.plan.rules.outside import Reply, Whom
from landfast.plan.rules.words import AgreementState, MandateState

ALPHABET = "BCDFGHJKLMNPRSTVXZ23456789"
PLACE, SECRET = 3, 4
CODE_LASTS = timedelta(hours=2)
"""Said outside a meeting, on the telephone or at the door, a code is good for two hours (D)."""
CODE_TRIES = 5
PLACES_TRIED = 9


@action
def ask_outside(
    *, actor: Actor, agreement_id: UUID, whom: Whom, citizen_said_so: bool = False
) -> Link:
    """Somebody outside is asked for this promise, with the citizen's yes to showing its words.

    Who has an address gets the link by mail; otherwise whoever asked hands it on.

    The promise is theirs from now on: nobody in the team can say yes to it.
    """
    agreement = locked_agreement(agreement_id)
    require(actor, Permission.AGREEMENT_PROPOSE, course=agreement.course_id)
    outside.check_may_ask_outside(
        AgreementState(agreement.state), has_maker=maker_key(agreement) is not None
    )
    outside.check_whom(whom)
    outside.check_shown_with_a_yes(is_citizen=actor.is_citizen, citizen_said_so=citizen_said_so)
    agreement.outside_name, agreement.outside_relation = whom.name.strip(), whom.relation.strip()
    agreement.follow_up_by_id = agreement.follow_up_by_id or _follows(actor, agreement)
    agreement.follow_up_on = agreement.follow_up_on or agreement.due_on or today()
    agreement.version += 1
    agreement.save()
    row = models.OutsideAsk(
        course_id=agreement.course_id, agreement=agreement, asked_by_id=actor.person_id,
        ends_at=_ends(agreement), created_at=now(), address=whom.address.strip(),
    )  # fmt: skip
    _to_be_mailed(row)
    row.save(force_insert=True)
    record(actor, "plan.outside_asked", agreement, mail=bool(row.address))
    return Link(row.id, row.serial)


def _follows(actor: Actor, agreement: models.Agreement) -> UUID:
    return agreement.proposed_by_id if actor.is_citizen else actor.person_id


def _follow_up_on(actor: Actor, agreement: models.Agreement) -> None:
    """Somebody follows up when they say yes: who was to may have left with her stop."""
    if agreement.follow_up_by_id is None:
        agreement.follow_up_by_id = _holds(agreement.course_id) or _follows(actor, agreement)
        agreement.save(update_fields=["follow_up_by"])


def _holds(course_id: UUID) -> UUID | None:
    held = holders(course_id).holder
    return held.person_id if held else None


def _to_be_mailed(row: models.OutsideAsk) -> None:
    if row.address:
        row.mail_state, row.mail_tries, row.mail_next_at = "waiting", 0, now()
        row.mail_failure = ""


def _ends(agreement: models.Agreement) -> datetime:
    runs = agreement.accepted_at and agreement.due_on
    due = datetime.combine(agreement.due_on, time(), UTC) if runs and agreement.due_on else None
    return outside.link_ends(now(), due)


@action
def renew_link(*, actor: Actor, agreement_id: UUID, address: str | None = None) -> Link:
    """A new link for the same promise; those from before open nothing any more."""
    agreement, row = _locked(actor, agreement_id)
    if address is not None:
        outside.check_whom(Whom(agreement.outside_name, address=address.strip()))
        row.address = address.strip()
    _follow_up_on(actor, agreement)
    row.serial, row.revoked_at, row.ends_at = row.serial + 1, None, _ends(agreement)
    row.code_place = row.code_mark = ""
    _to_be_mailed(row)
    row.save()
    record(actor, "plan.outside_renewed", agreement, mail=bool(row.address))
    return Link(row.id, row.serial)


@action
def close_link(*, actor: Actor, agreement_id: UUID) -> None:
    """From this second the link and the code open nothing."""
    agreement, _row = _locked(actor, agreement_id)
    close_links({agreement.id})
    record(actor, "plan.outside_closed", agreement)


def close_links(agreements: Collection[UUID], *, for_good: bool = False) -> None:
    """Links and codes of these open nothing any more, and no mail leaves. Callers have asked.

    `for_good`: nor does the old link when a code is said later.
    """
    models.OutsideAsk.objects.filter(agreement_id__in=agreements).update(
        revoked_at=now(), code_place="", code_mark="", mail_state="",
        serial=F("serial") + int(for_good),
    )  # fmt: skip


@action
def say_code(*, actor: Actor, agreement_id: UUID) -> str:
    """A short code to say aloud at the table, for this one promise and its one maker.

    It is answered once, on the maker's own phone; no code is kept, only its mark. Said at a
    meeting, it ends with the meeting.
    """
    agreement, row = _locked(actor, agreement_id)
    life.check_step(AgreementState(agreement.state), outside.ACT_OF_REPLY[Reply.OTHER])
    _follow_up_on(actor, agreement)
    row.code_meeting = meeting_now(agreement.course_id)
    row.code_until, row.code_tries, row.revoked_at = now() + CODE_LASTS, 0, None
    row.ends_at = max(row.ends_at, row.code_until)
    code = _with_a_code(row)
    record(actor, "plan.outside_code", agreement)
    return f"{code[:PLACE]}-{code[PLACE:]}"


def _with_a_code(row: models.OutsideAsk, tries: int = PLACES_TRIED) -> str:
    """Places are shared by all courses, and only the database sees which of them are taken."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(PLACE + SECRET))
    row.code_place, row.code_mark = code[:PLACE], _mark(code)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        if tries == 1:
            raise
        return _with_a_code(row, tries - 1)
    return code


def _locked(actor: Actor, agreement_id: UUID) -> tuple[models.Agreement, models.OutsideAsk]:
    agreement = locked_agreement(agreement_id)
    require(actor, Permission.AGREEMENT_PROPOSE, course=agreement.course_id)
    row = models.OutsideAsk.objects.select_for_update().filter(agreement=agreement).first()
    if row is None:
        raise NotFound
    return agreement, row


def _mark(code: str) -> str:
    return hmac.new(
        settings.SECRET_KEY.encode(), f"code {code}".encode(), hashlib.sha256
    ).hexdigest()


def keep_link_open(agreement: models.Agreement) -> None:
    """Who has promised can tell how it went: the link stays until two weeks after the date."""
    if agreement.outside_name:
        models.OutsideAsk.objects.filter(agreement=agreement).update(ends_at=_ends(agreement))


@action(asks=False, tells=False)
def use_code(*, code: str, source: str) -> Link:
    """The code from the table opens the promise once. Wrong ones are counted: here, and at it."""
    here = f"code {source}"  # wrong ones from elsewhere stop nobody here
    check_not_guessing(here, source)
    plain = "".join(one for one in code.upper() if one in ALPHABET)
    with connection.cursor() as cursor:
        cursor.execute(
            "select ask_id, number from plan_outside_by_code(%s, %s, %s)",
            [plain[:PLACE], _mark(plain), CODE_TRIES],
        )
        found = cursor.fetchone()
    if found is None:
        note_failed(here, source)
        return Link(None, 0)
    return Link(*found)


@action(asks=False, tells=False)
def mailed(*, mail: Mail, state: str, tries: int, again: datetime | None, failure: str) -> None:
    """What came of a mail. For the clock's jobs; the database takes it from nobody else."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select plan_outside_mailed(%s, %s, %s, %s, %s)",
            [mail.link.ask_id, state, tries, again, failure],
        )


@dataclass(frozen=True)
class Said:
    """What somebody outside says to a promise, to the words they saw."""

    reply: Reply
    version: int
    note: str = ""
    text: str = ""
    due_on: date | None = None


@action(asks=False, tells=False)
def answer_outside(*, link: Link, said: Said, source: str) -> None:
    """The one outside says yes, no or something else, or how it went. The link is the ground.

    The database's function asks for the link, writes, and leaves the event: no actor stands there.
    Each answer is counted as a try: nobody changes their mind ten times in a quarter of an hour.
    """
    check_not_guessing(f"promise {link.ask_id}", source)
    row = asked(link)
    outside.check_link_opens(opens=row is not None)
    assert row is not None  # noqa: S101 - just checked
    _check(row, said)
    with connection.cursor() as cursor:
        cursor.execute(
            "select plan_outside_answer(%s, %s, %s, %s, %s, %s, %s)",
            [link.ask_id, link.serial, outside.ACT_OF_REPLY[said.reply], said.version,
             said.note.strip(), _words(row, said), said.due_on],
        )  # fmt: skip
        (refused,) = cursor.fetchone()
    if refused:
        raise _REFUSED[refused]
    note_failed(f"promise {link.ask_id}", source)


_REFUSED = {
    "closed": NotNow("link_is_closed", da("Linket virker ikke længere. Bed om et nyt.")),
    "changed": NotNow("agreement_changed", da("Ordene er ændret imens. Læs dem, og svar så.")),
    "moved": NotNow("agreement_moved_on", da("Aftalen er gået videre. Se, hvor den er nu.")),
    "no_day": Wrong("no_due", da("Vælg, hvornår det senest er gjort."), "due_on"),
    "before_start": promise.due_before_start(),
}


def _words(row: Asked, said: Said) -> str:
    return promise.locked_text(said.text, MandateState(row.mandate)) if said.text.strip() else ""


def _check(row: Asked, said: Said) -> None:
    life.check_step(row.state, outside.ACT_OF_REPLY[said.reply])
    life.check_fresh(row.version, said.version)
    outside.check_note(said.reply, said.note)
    if said.reply is Reply.OTHER:
        outside.check_other_words(_words(row, said))
    if said.reply is Reply.YES:
        outside.check_not_offered(row.offered)
    if said.reply in {Reply.YES, Reply.OTHER}:
        due = said.due_on if said.reply is Reply.OTHER else row.due_on or said.due_on
        if due is None:
            raise Wrong("no_due", da("Vælg, hvornår det senest er gjort."), "due_on")
        promise.check_ahead(due, today(), "due_on")
