"""What the jobs write about invitations, and what comes from who has no login.

The database's own functions ask: the jobs' login for the one, the invitation's key for the other.
What they leave in the history they leave themselves, in the same statement.
"""

from datetime import datetime
from typing import Any

from django.db import connection

from landfast.access.action import action
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings.queries.inviting import Waiting, invited
from landfast.meetings.rules import Reply, inviting
from landfast.meetings.rules.inviting import Book, Through
from landfast.meetings.rules.pulse import QUESTIONS, check_faces


@action(asks=False, tells=False)
def settle() -> int:
    """Everybody with a login who is asked to a called meeting gets an invitation of their own."""
    return int(_ask("meetings_settle_invites"))


@action(asks=False, tells=False)
def remind() -> int:
    """Meetings of the next business day are reminded of, once for each time they have (C4)."""
    until = inviting.remind_until(now())
    return int(_ask("meetings_remind", until)) if until else 0


@action(asks=False, tells=False)
def told(*, waiting: Waiting, address: str, sequence: int) -> None:
    """The letter has left: what it said, to which address, as which version."""
    _ask(
        f"{waiting.book.value}_letter_told", waiting.invite_id, waiting.letter.value, address,
        sequence, waiting.starts_at, waiting.minutes_long, waiting.place,
    )  # fmt: skip


@action(asks=False, tells=False)
def failed(*, waiting: Waiting, why: str, again: datetime | None) -> bool:
    """It did not leave: tried again, or given up and shown to who leads. Was it given up?"""
    return bool(_ask(f"{waiting.book.value}_letter_failed", waiting.invite_id, why, again))


@action(asks=False, tells=False)
def later(*, waiting: Waiting, again: datetime) -> None:
    """Not now: they want no mail, or it is night."""
    _ask(f"{waiting.book.value}_letter_later", waiting.invite_id, again)


@action(asks=False, tells=False)
def answer_by_key(
    *, uid: str, book: Book, reply: Reply, through: Through, reason: str = "",
    written_word: str = "", instead: str = "", sequence: int | None = None,
    stamp: datetime | None = None,
) -> None:  # fmt: skip
    """An answer from who has the key of an invitation; by mail to one version of it."""
    inviting.check_link_reply(reply, _said(reply, through, reason), written_word, instead)
    done = _ask(
        f"{book.value}_answer_by_key", uid, sequence, stamp or now(), through.value, reply.value,
        reason.strip(), written_word.strip(), instead.strip(),
    )  # fmt: skip
    if not done:
        raise _closed(uid)


def _said(reply: Reply, through: Through, reason: str) -> str:
    """A calendar program has no place to say why: its no is heard all the same."""
    return reason or ("mail" if through is Through.MAIL and reply is Reply.DECLINED else "")


@action(asks=False, tells=False)
def propose_by_key(
    *, uid: str, book: Book, starts_at: datetime | None, through: Through,
    minutes_long: int | None = None,
    words: str = "", sequence: int | None = None, stamp: datetime | None = None,
) -> None:  # fmt: skip
    """Another time from who has the key. It moves nothing: the leader answers it."""
    wanted = inviting.check_proposal(starts_at, words, now())
    done = _ask(
        f"{book.value}_propose_by_key", uid, sequence, stamp or now(), through.value, wanted,
        minutes_long, words.strip(),
    )  # fmt: skip
    if not done:
        raise _closed(uid)


@action(asks=False, tells=False)
def pulse_by_key(*, uid: str, answers: dict[str, int | None]) -> None:
    """How the meeting was, from who was there and has the key of an invitation (C7)."""
    check_faces(answers)
    if not _ask("meetings_pulse_by_key", uid, *(answers[name] for name in QUESTIONS)):
        raise NotNow("not_asked_now", da("Der kan ikke svares mere. Ring til mødelederen."))


def _closed(uid: str) -> Exception:
    found = invited(uid)
    inviting.check_open(found.standing if found else None, now())
    return NotNow("changed_meanwhile", da("Mødet er ændret imens. Se den nye tid, og svar så."))


def _ask(function: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}({', '.join(['%s'] * len(values))})", values)
        (said,) = cursor.fetchone()
    return said
