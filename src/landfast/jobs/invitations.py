"""Invitations leave by mail, and the answers of calendar programs come back (C4)."""

import logging
import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from landfast.access.links import signed
from landfast.interop.ical.replies import Heard, Odd, Word, read
from landfast.jobs import post
from landfast.kernel.clock import now
from landfast.kernel.refusals import Refusal
from landfast.meetings.actions import letters
from landfast.meetings.actions.owing import ask_who_instead
from landfast.meetings.queries import inviting as queries
from landfast.meetings.queries.inviting import Waiting
from landfast.meetings.rules import Reply, inviting
from landfast.meetings.rules.inviting import Book, Letter, Said, Through, Verdict
from landfast.messages.queries import mail_of
from landfast.messages.rules import DeliveryState, Failure, is_for_good, next_try
from landfast.paper import notices
from landfast.paper.calendar import Entry, Method, Parties, invitation

log = logging.getLogger("landfast.invitations")

WANTS_NO_MAIL = timedelta(hours=6)
QUIET = timedelta(minutes=15)
METHODS = {
    Letter.ASK: Method.REQUEST, Letter.CHANGE: Method.REQUEST, Letter.CANCEL: Method.CANCEL,
    Letter.OFF: Method.CANCEL,
    Letter.KEEP: Method.DECLINE_COUNTER,
}  # fmt: skip
"""A reminder carries no calendar file: the entry is there already."""
ENDS = frozenset({Letter.CANCEL, Letter.OFF})
"""What takes the entry out of the calendar again."""
COUNTED_UP = ENDS | {Letter.CHANGE}
REPLIES = {
    Word.ACCEPTED: Reply.COMES, Word.TENTATIVE: Reply.MAYBE, Word.DECLINED: Reply.DECLINED,
}  # fmt: skip


def send() -> dict[DeliveryState, int]:
    """Remind, see who is to be asked, and send what waits; how many by what came of it.

    One transaction for each, held while the mail leaves: a process that is killed in between
    sends it again, with the same number, and a calendar takes it once.
    """
    letters.remind()
    letters.settle()
    ask_who_instead()
    counted: dict[DeliveryState, int] = {}
    for book, invite_id in [(kept, one) for kept in Book for one in queries.due(kept)]:
        state = _one(book, invite_id)
        if state:
            counted[state] = counted.get(state, 0) + 1
    return counted


def _one(book: Book, invite_id: UUID) -> DeliveryState | None:
    """One letter; one that cannot be made keeps nobody else's back, and is given up in the end."""
    try:
        with transaction.atomic():
            waiting = queries.take(book, invite_id)
            return _send(waiting) if waiting else None
    except Exception as error:
        log.error(
            "an invitation could not be made: %s", type(error).__name__
        )  # no words of anybody
    with transaction.atomic():
        waiting = queries.take(book, invite_id)
        return _failed(waiting, Failure.OTHER) if waiting else None


def _send(waiting: Waiting) -> DeliveryState | None:
    address = waiting.address
    if waiting.person_id:
        channel = mail_of(waiting.person_id)
        if channel is None:
            letters.later(waiting=waiting, again=now() + WANTS_NO_MAIL)
            return None
        address, hours = channel
        if hours.are_quiet(now()):
            letters.later(waiting=waiting, again=now() + QUIET)
            return None
    sequence = waiting.sequence + (waiting.letter in COUNTED_UP)
    failure = post.send_letter(_words(waiting), address, _file(waiting, address, sequence))
    if failure is None:
        letters.told(waiting=waiting, address=address, sequence=sequence)
        return DeliveryState.SENT
    return _failed(waiting, failure)


def _failed(waiting: Waiting, why: Failure) -> DeliveryState:
    again = None if is_for_good(why) else next_try(waiting.tries + 1, now())
    dead = letters.failed(waiting=waiting, why=why.value, again=again)
    return DeliveryState.DEAD if dead else DeliveryState.WAITING


def _words(waiting: Waiting) -> notices.Letter:
    return notices.invitation(
        waiting.letter.value, waiting.starts_at, waiting.minutes_long, link_of(waiting.uid)
    )


def _file(waiting: Waiting, address: str, sequence: int) -> post.CalendarFile | None:
    method = METHODS.get(waiting.letter)
    if method is None:
        return None
    page = settings.LANDFAST_PUBLIC_URL + reverse("invitations") if waiting.person_id else ""
    entry = Entry(
        f"{waiting.uid}@{_host()}", waiting.starts_at, waiting.minutes_long, page, sequence,
        is_cancelled=waiting.letter in ENDS,
    )  # fmt: skip
    parties = Parties(post.answers_go_to(), address)
    return post.CalendarFile(method.value, invitation(entry, parties, method, now()).decode())


def link_of(uid: str) -> str:
    """Where the one invited answers without a login."""
    token = signed(inviting.LINK, uid)
    return settings.LANDFAST_PUBLIC_URL + reverse("answer_by_link", args=[token])


def _host() -> str:
    return urlsplit(settings.LANDFAST_PUBLIC_URL).hostname or "landfast"


def take_mail(mail: bytes) -> Verdict | Odd:
    """One mail: an answer that counts is written; all else changes nothing. What became of it."""
    heard = read(mail)
    if not isinstance(heard, Heard):
        return heard
    uid, _at, host = heard.uid.partition("@")
    found = queries.invited(uid) if _is_key(uid) and host == _host() else None
    proposes = (
        (heard.starts_at, heard.minutes_long)
        if heard.word is Word.PROPOSES and heard.starts_at and heard.minutes_long is not None
        else None
    )
    said = Said(heard.attendee, heard.sequence, heard.stamp, proposes)
    verdict = inviting.judge(found.standing if found else None, said, now())
    if found is None or verdict is not Verdict.COUNTS:
        return verdict
    try:
        _write(uid, found.book, heard)
    except Refusal:  # the meeting was moved or ended while we read
        return Verdict.CLOSED
    return verdict


def _is_key(uid: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{64}", uid) is not None


def _write(uid: str, book: Book, heard: Heard) -> None:
    if heard.word is Word.PROPOSES:
        letters.propose_by_key(
            uid=uid, book=book, starts_at=heard.starts_at, minutes_long=heard.minutes_long,
            words=heard.comment, through=Through.MAIL, sequence=heard.sequence, stamp=heard.stamp,
        )  # fmt: skip
        return
    letters.answer_by_key(
        uid=uid, book=book, reply=REPLIES[heard.word], reason=heard.comment, through=Through.MAIL,
        sequence=heard.sequence, stamp=heard.stamp,
    )  # fmt: skip


def take_folder() -> dict[str, int]:
    """Read the mail that lies in the folder of answers, if the operator has set one."""
    if not settings.LANDFAST_MAIL_ANSWERS:
        return {}
    return read_folder(Path(settings.LANDFAST_MAIL_ANSWERS))


def read_folder(folder: Path) -> dict[str, int]:
    """Read the new mails of a Maildir, and delete each when it is read: it names people.

    One that breaks something stays, and is looked at again; the log names its file and no address.
    """
    counted: dict[str, int] = {}
    for file in sorted((folder / "new").iterdir()):
        try:
            with transaction.atomic():
                said = take_mail(file.read_bytes()).value
        except Exception:
            log.exception("mail %s could not be taken", file.name)
            continue
        file.unlink()
        counted[said] = counted.get(said, 0) + 1
    if counted:
        log.info("answers by mail: %s", counted)
    return counted
