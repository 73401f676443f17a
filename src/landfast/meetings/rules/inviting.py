"""Invitations by mail (C4): what is sent when, and which answer counts.

An answer is believed because it names an invitation's secret key and the one it was sent to, never
because of who seems to have sent the mail.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from landfast.kernel.addresses import can_be_an_address
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import DENMARK
from landfast.kernel.refusals import NotFound, NotNow, TooMany, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.preparing import LONGEST, SHORTEST, check_reply, check_time
from landfast.meetings.rules.words import MeetingState, Reply

ANSWERS_MAX = 50
CLOCKS_DIFFER = timedelta(days=1)
REASON_MAX = 300
WORDS_MAX = 2000
NAME_MAX = 120
KEY_BYTES = 32
LINK = "invitation"
LINK_LASTS = timedelta(days=400)
"""The link in a mail. It opens nothing once the meeting has begun, so it need not end before."""
ADDRESS_MAX = 254
REMIND_FROM = time(8)
"""No reminder leaves before people are up."""


class Book(StrEnum):
    """Where an invitation is kept: the word that the database's own functions of it begin with.

    Somebody is asked to something at a time; what it is, and whom it is about, the letter never
    knows. Each kind of meeting keeps a table and these functions: letters, letter_take,
    letter_told, letter_failed, letter_later, invite_of, answer_by_key, propose_by_key.
    """

    MEETINGS = "meetings"
    CIRCLES = "circles"


class Told(StrEnum):
    """What somebody was last told by mail about a meeting."""

    NOTHING = "nothing"
    ASKED = "asked"
    CANCELLED = "cancelled"


class Letter(StrEnum):
    """What waits to be said by mail."""

    ASK = "ask"
    CHANGE = "change"
    CANCEL = "cancel"
    OFF = "off"
    """The meeting is held, and this person is asked no more."""
    KEEP = "keep"
    REMIND = "remind"
    PULSE = "pulse"


class Through(StrEnum):
    """How an answer came: on the page, noted by the leader, by mail, by a signed link, by duty."""

    PAGE = "page"
    NOTED = "noted"
    MAIL = "mail"
    LINK = "link"
    DUTY = "duty"


class Verdict(StrEnum):
    """What becomes of an answer that came by mail."""

    COUNTS = "counts"
    UNKNOWN = "unknown"
    SOMEBODY_ELSE = "somebody_else"
    OLD = "old"
    OVERTAKEN = "overtaken"
    CLOSED = "closed"
    BAD_TIME = "bad_time"
    TOO_OFTEN = "too_often"


def may_hand_link(state: MeetingState, address: str, *, is_settled: bool) -> bool:
    """For the button; the gate is `check_hands_link`."""
    return state is MeetingState.CALLED and is_settled and not address


def check_hands_link(state: MeetingState, address: str, *, is_settled: bool) -> None:
    """A link is handed over as a mail is sent: when the meeting is called, and she agrees (C4).

    Who has an address gets theirs by mail; a second key would close it.
    """
    if state is not MeetingState.CALLED or not is_settled:
        raise NotNow(
            "no_link_yet", da("Linket kan gives, når mødet er indkaldt, og borgeren har sagt ja.")
        )
    if address:
        raise NotNow(
            "link_is_mailed", da("Linket sendes på mail. Ret adressen, hvis den er forkert.")
        )


@dataclass(frozen=True)
class Standing:
    """An invitation as it stands when an answer comes."""

    address: str
    sequence: int
    state: MeetingState
    starts_at: datetime
    is_at_the_table: bool = True
    heard_stamp: datetime | None = None
    answers: int = 0


@dataclass(frozen=True)
class Said:
    """What an answer says of itself: to whom, to which version, when, and perhaps another time."""

    attendee: str
    sequence: int
    stamp: datetime
    proposes: tuple[datetime, int] | None = None


def judge(standing: Standing | None, said: Said, now: datetime) -> Verdict:
    """Does it count? Only from the one invited, to the newest version, in the order it was sent.

    RFC 5546 §2.1.5 and §3.2.3. A reply never moves a meeting; only a counter-proposal names a time,
    and that is shown to the leader (D).
    """
    if standing is None:
        return Verdict.UNKNOWN
    against = _against(standing, said, now)
    return next((verdict for verdict, holds in against if holds), Verdict.COUNTS)


def _against(standing: Standing, said: Said, now: datetime) -> tuple[tuple[Verdict, bool], ...]:
    """What speaks against it, the gravest first."""
    other = said.attendee.casefold() != standing.address.casefold() or not standing.address
    heard = standing.heard_stamp is not None and said.stamp <= standing.heard_stamp
    ahead = said.stamp > now + CLOCKS_DIFFER  # believed, it would silence every answer until then
    bad = said.proposes is not None and not _can_be_held(*said.proposes, now)
    return (
        (Verdict.SOMEBODY_ELSE, other),
        (Verdict.OLD, said.sequence != standing.sequence),
        (Verdict.OVERTAKEN, heard),
        (Verdict.CLOSED, not may_answer(standing, now)),
        (Verdict.BAD_TIME, ahead or bad),
        (Verdict.TOO_OFTEN, standing.answers >= ANSWERS_MAX),
    )


def may_answer(standing: Standing, now: datetime) -> bool:
    """An invitation is open while the meeting is called, ahead, and one is on the list."""
    called = standing.state is MeetingState.CALLED and standing.starts_at > now
    return called and standing.is_at_the_table


def _can_be_held(starts_at: datetime, minutes_long: int, now: datetime) -> bool:
    return starts_at > now and SHORTEST <= minutes_long <= LONGEST


def check_open(standing: Standing | None, now: datetime) -> Standing:
    """The page behind a link: as long as the invitation is open, and not without end."""
    if standing is None:
        raise NotFound
    if not may_answer(standing, now):
        raise NotNow("not_open", da("Mødet er ikke længere åbent for svar."))
    if standing.answers >= ANSWERS_MAX:
        raise TooMany("answered_often", da("Der er svaret mange gange. Ring til mødelederen."))
    return standing


def check_link_reply(reply: Reply, reason: str, written_word: str, instead: str) -> None:
    """From outside: yes, by telephone, two lines, or no with why or who comes instead (C4)."""
    check_reply(MeetingState.CALLED, reply, reason or instead, written_word)
    if len(reason) > REASON_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 300 tegn."), "reply_reason")
    if len(written_word) > WORDS_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 2.000 tegn."), "written_word")
    if len(instead) > NAME_MAX:
        raise Wrong("too_long", da("Navnet er for langt. Skriv højst 120 tegn."), "instead")


def check_proposal(starts_at: datetime | None, words: str, now: datetime) -> datetime:
    """Another time is a wish: it lies ahead, and the leader answers it."""
    if starts_at is None:
        raise Wrong("no_time", da("Skriv, hvornår du kan."), "starts_at")
    check_time(starts_at, now)
    if len(words) > REASON_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 300 tegn."), "words")
    return starts_at


def check_proposed(shown: str | None, stands: datetime) -> None:
    """The time that is taken is the one that was read: who proposed it may have thought again.

    `shown` is the time of the page (ISO); None where no page stood between.
    """
    if shown is not None and shown != stands.isoformat():
        raise NotNow(
            "proposal_changed", da("Der er foreslået en anden tid imens. Se den, og tryk så igen.")
        )


def new_key() -> str:
    """The secret of an invitation: who has it may answer for the one invited."""
    return secrets.token_hex(KEY_BYTES)


def check_address(address: str) -> str:
    """A mail address that can be one; empty takes it away."""
    address = address.strip()
    if address and not can_be_an_address(address):
        raise Wrong("no_address", da("Skriv en mailadresse, fx navn@eksempel.dk."), "address")
    if len(address) > ADDRESS_MAX:
        raise Wrong("address_too_long", da("Adressen er for lang."), "address")
    return address


def hears_nothing(address: str) -> bool:
    """Who has no login, and no mail address either, is told by a person or not at all (C4)."""
    return not address


@dataclass(frozen=True)
class Post:
    """A place of work and a role in it: what somebody may promise follows from the two."""

    unit: UUID
    role: str


def can_stand_in(theirs: set[Post], mine: set[Post]) -> bool:
    """A substitute has the same mandate: the same role in the same unit (C3, D4)."""
    return bool(theirs & mine)


def comes_by_duty(*, is_own: bool, is_away: bool) -> bool:
    """Own staff have a duty to attend: they count as coming until they say no (mødepligt, C3).

    Nobody is counted on who is on leave that day. A professional from elsewhere is asked.
    """
    return is_own and not is_away


def check_own_no(reason: str, substitute: UUID | None, could: set[UUID], *, is_own: bool) -> None:
    """Own staff have a duty to come: a no has a reason and somebody with the same mandate (C3).

    Nobody is asked for a colleague who does not exist. A professional from elsewhere is free.
    """
    if substitute is not None and substitute not in could:
        raise Wrong(
            "other_mandate", da("Vælg en kollega, der har den samme rolle i enheden."), "substitute"
        )
    if not is_own:
        return
    if not reason.strip():
        raise Wrong("why_not", da("Skriv kort hvorfor, så borgeren ved det."), "reply_reason")
    if could and substitute is None:
        raise Wrong("who_instead", da("Vælg den kollega, der kommer i stedet."), "substitute")


def owes_substitute(
    reply: Reply, substitute: UUID | None, could: set[UUID], *, is_own: bool
) -> bool:
    """A no that came by mail is heard at once; who comes instead is still owed (C3)."""
    return is_own and reply is Reply.DECLINED and substitute is None and bool(could)


def remind_until(now: datetime) -> datetime | None:
    """Meetings up to the end of the next business day are reminded of; before eight, none (C4)."""
    here = now.astimezone(DENMARK)
    if here.time() < REMIND_FROM:
        return None
    return _end_of(add_business_days(here.date(), 1))


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, tzinfo=DENMARK)
