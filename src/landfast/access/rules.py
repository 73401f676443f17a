"""What a grant can reach, and what each permission means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from landfast.kernel.refusals import TooMany, Wrong
from landfast.kernel.text import da


class Topic(StrEnum):
    """How much of a course a grant reaches.

    FRAME is that there is a course: who, which phase, which coordinator, since when.
    WHOLE is the course as the citizen's team knows it. The others are areas of her life:
    what is written about that area, for somebody outside the team (F1). PLAN and MEETINGS are
    what a proxy reads for her; ONE is the one meeting or question that the grant is about.
    """

    FRAME = "frame"
    WHOLE = "whole"
    HEALTH = "health"
    PSYCHIATRY = "psychiatry"
    SUBSTANCE = "substance"
    ECONOMY = "economy"
    HOUSING = "housing"
    WORK = "work"
    FAMILY = "family"
    CRIME = "crime"
    LIVING = "living"
    NETWORK = "network"
    PLAN = "plan"
    MEETINGS = "meetings"
    ONE = "one"


TOPIC_NAMES: dict[Topic, str] = {
    Topic.HOUSING: da("Bolig"),
    Topic.ECONOMY: da("Penge"),
    Topic.WORK: da("Job og uddannelse"),
    Topic.SUBSTANCE: da("Alkohol og stoffer"),
    Topic.PSYCHIATRY: da("Hvordan jeg har det"),
    Topic.HEALTH: da("Min krop og mit helbred"),
    Topic.FAMILY: da("Børn og familie"),
    Topic.CRIME: da("Politi og straf"),
    Topic.LIVING: da("Min hverdag"),
    Topic.NETWORK: da("Venner og fritid"),
}
"""What a citizen can let somebody read about, as she reads it."""


class Situation(StrEnum):
    """When a grant by topic reaches: always, or only while something is so."""

    ALWAYS = "always"
    ADMITTED = "admitted"
    UNREACHABLE = "unreachable"
    MEETING = "meeting"


@dataclass(frozen=True)
class When:
    """The situation that a grant hangs on: for how many days, or which meeting."""

    situation: Situation
    days: int | None = None
    about: UUID | None = None


ALWAYS = When(Situation.ALWAYS)

EVERYBODY = "any"
"""The post that everybody who works in a unit holds (`access_my_posts`)."""


class Apart(StrEnum):
    """Why a citizen is kept apart: only people who are named know of the course."""

    PROTECTED = "protected"
    COLLEAGUE = "colleague"
    KNOWN = "known"


APART_NAMES: dict[Apart, str] = {
    Apart.PROTECTED: da("Har beskyttet navn og adresse"),
    Apart.COLLEAGUE: da("Arbejder selv her, eller er i familie med en, der gør"),
    Apart.KNOWN: da("Er kendt af mange"),
}


class Level(StrEnum):
    """Reading, or reading and writing."""

    READ = "read"
    WRITE = "write"


class Permission(StrEnum):
    """What somebody may do. `roles.py` says who."""

    # in one course
    COURSE_READ = "read the course as its team does"
    COURSE_SEE_FRAME = "see that there is a course, its phase and its coordinator"
    GIVE_ACCESS = "give and end access to the course, as far as one's role may"
    SHARED_READ = "read the topics that the citizen has shared"
    LAW_GRANT = "let a named employee read topics on a ground in law, without a consent"
    KEEP_APART = "keep the course apart: only people who are named know of it"
    COURSE_MOVE = "move the course to another phase"
    COURSE_STOP = "stop the course on the citizen's word"
    COURSE_PAUSE = "pause the course when the citizen asks, and take it up again"
    COURSE_REOPEN = "open a closed course again"
    COORDINATOR_APPOINT = "appoint the coordinator"
    COORDINATOR_HAND_OVER = "offer the course to another coordinator"
    COORDINATOR_ASK_OTHER = "ask for another coordinator, and owe no reason"
    COORDINATOR_COVER = "name a deputy or the second"
    OBSERVATION_RECORD = "record what happened outside Landfast"
    ASK_OTHERS = "ask another sector or a standing meeting about the course, without a name"
    SIGNAL_RECORD = "record a sign in the citizen's life, where the organisation may keep signs"
    SIGNAL_TELL = "record a sign about what one is let in to, where signs may be kept"
    WISH_WRITE = "write the citizen's wishes, goals and own steps"
    PROFILE_WRITE = "write the citizen's statement, energy and frame"
    AGREEMENT_PROPOSE = "propose an agreement"
    AGREEMENT_ANSWER = "answer for an agreement that one is to make oneself"
    AGREEMENT_FOLLOW_UP = "follow up on others' agreements with the citizen"
    NETWORK_EDIT = "draw the network and choose the team"
    OWN_WORDS = (
        "write what is the citizen's alone to write: her page for bad days, her own notes, "
        "the code on her card"
    )
    WORDS_BESIDE = (
        "write what the citizen says beside her, marked as such: bad days, empty seats, mistakes"
    )
    SEAT_ANSWER = "say whether somebody should sit in an empty seat"
    MEETING_PREPARE = "prepare a meeting: themes, frame, participants"
    MEETING_LEAD = "lead a meeting and write its minutes"
    MEETING_ANSWER = "answer an invitation"
    MINUTES_CORRECT = "see the minutes first and correct them"
    PROXY_NAME = "name somebody who may read or answer for the citizen"
    READ_FOR = "read for the citizen what she has let a proxy read"
    MEETING_VISIT = "read the one meeting that one is asked to as a guest"
    DECISION_ASK = "ask a named leader to decide one thing"
    DECISION_ANSWER = "answer the one question that one is asked to decide"
    CORRECTION_ASK = "ask to have something about oneself corrected"
    CORRECTION_ANSWER = "answer what the citizen wants corrected"
    MISTAKE_MEND = "mend mistakes: two records of one citizen, what is on the wrong citizen"
    ENTRY_MOVE = "move what one wrote oneself on the wrong citizen"
    FINDING_SETTLE = "put what is worth a look off, or away with a reason"
    FINDING_CONTEST = "say that what is worth a look is not so"
    RECORD_HAND_OUT = "hand out everything about the citizen on her behalf"
    # in a unit, or anywhere
    INTAKE_READ = "read referrals to the unit"
    INTAKE_DECIDE = "assess and decide on referrals to the unit"
    COURSES_OVERSEE = "oversee the unit's courses"
    PRECEDENCE_DECIDE = "decide which functions hand their coordination to a course"
    FORUM_KEEP = "keep the forum where other sectors ask the unit without a name"
    CIRCLE_KEEP = "hold standing meetings with other units; no citizen"
    FORMATS_KEEP = "keep the organisation's own ways to meet; no citizen"
    RULES_KEEP = "keep which rules look at courses, and from when; no citizen"
    LOOKS_OVERSEE = "read the look log of the organisation and judge unusual looks; no record"
    RECORDS_KEEP = "hold, take back, deliver and delete what is past its years; no record"
    SYSTEM_RUN = "begin organisations, and see how people log in; no staff, no citizen"
    ORGANISATION_RUN = "keep the units and the staff of the organisation; no citizen"


class Ground(StrEnum):
    """Why somebody may look. The citizen reads these in the look log."""

    CITIZEN = "citizen"
    TEAM = "team"
    UNIT = "unit"
    REFERRAL = "referral"
    CONSENT = "consent"
    OVERSIGHT = "oversight"
    EMERGENCY = "emergency"
    LAW = "law"
    PROXY = "proxy"
    MEETING = "meeting"
    DECISION = "decision"


ONE_LOOK = timedelta(minutes=30)
"""The same person's looks at the same thing so close together are told as one (D)."""


def is_one_look(later: datetime, earlier: datetime) -> bool:
    """Is it the same look going on? Told once, with how many; the log keeps every one (F3)."""
    return later - earlier <= ONE_LOOK


TRIES_WITHIN = timedelta(minutes=15)
TRIES_HERE = 10
"""Passwords that did not fit for one name from one place."""
TRIES_SOURCE = 60
"""From one place for any name: a town hall has one address."""
TRIES_NAME = 60
"""For one name from anywhere: guessing that is spread out."""


def check_tries(*, here: int, source: int, name: int) -> None:
    """Who has guessed many times waits; a stranger far away does not lock its owner out early (D).

    Asked before the password is looked at, and of unknown names alike.
    """
    if here >= TRIES_HERE or source >= TRIES_SOURCE or name >= TRIES_NAME:
        raise TooMany(
            "too_many_tries",
            da("Der er prøvet for mange gange. Vent et kvarter, og prøv så igen."),
            "password",
        )


READ_WITHIN = timedelta(minutes=10)
READ_MOST = 60
"""Different citizens whose records one person opens to read in that time (D; ASVS 2.4.1)."""
TOO_MANY_STATE = "LF429"
"""The error by which the database's own count says so (SQLSTATE)."""


def too_many_records() -> TooMany:
    """One citizen after the other without end is a copy being made, not work (D)."""
    return TooMany(
        "too_many_records",
        da(
            "Du har åbnet rigtig mange borgere på kort tid. Vent ti minutter. Skal du bruge mange "
            "på én gang, så tal med jeres databeskyttelsesrådgiver."
        ),
    )


BY_CARD = "card"
"""The role of a look that nobody signed in for: whoever held the citizen's card (B3)."""


class LookKind(StrEnum):
    """What a look at a citizen's record was (product F3). A row from before has none."""

    READ = "read"
    LIST = "list"
    SEARCH = "search"
    EXPORT = "export"
    PRINT = "print"
    REFUSED = "refused"
    CHANGE = "change"


class Named(StrEnum):
    """Whose names an organisation shows to citizens in the look log."""

    NETWORK = "network"
    ALL = "all"
    NOBODY = "nobody"


class Unusual(StrEnum):
    """Why a look stands on the officer's list. A reason to ask, never a verdict."""

    MANY = "many"
    NO_WORK = "no_work"
    SAME_NAME = "same_name"
    NIGHT = "night"
    BROWSED = "browsed"


class Verdict(StrEnum):
    """What the data protection officer decided about an unusual look."""

    FINE = "fine"
    FOLLOW_UP = "follow_up"


MANY_A_DAY = 25
"""Records that one person opens in a day before somebody asks why; lists are not counted."""
BROWSED_A_DAY = 5
"""Referrals that one person opens in a day, and does nothing with, before somebody asks why."""


@dataclass(frozen=True)
class DayOfLooks:
    """One person's looks at one course on one day."""

    person: UUID
    day: date
    course: UUID
    times: int
    at_night: int
    works: bool
    """Has the person done anything in it two weeks before or after?"""
    is_referral: bool = False
    """Nobody has taken it: to read one is intake's work, to browse many is not."""


@dataclass(frozen=True)
class UnusualLook:
    """A look to ask about: who, when, at whom (None: at many, or at referrals), and why."""

    person: UUID
    day: date
    course: UUID | None
    reason: Unusual
    figure: int


def is_many(citizens: int) -> bool:
    """More records than anybody's work asks for in a day (standards §8, Logning)."""
    return citizens > MANY_A_DAY


def is_browsing(referrals: int) -> bool:
    """More referrals in a day than one looks into without doing anything with them (D)."""
    return referrals > BROWSED_A_DAY


def share_a_surname(one: str, other: str) -> bool:
    """Do two people share a last name? Perhaps family: somebody asks."""
    last, others = one.casefold().split()[-1:], other.casefold().split()[-1:]
    return bool(last) and len(one.split()) > 1 and last == others


def unusual_looks(days: Iterable[DayOfLooks], names: Mapping[UUID, str]) -> list[UnusualLook]:
    """Looks to ask about, newest first: many in a day, no work around it, own surname, at night,
    referrals that were only browsed.

    Each is a reason to ask and no verdict: a person judges (F3; standards §8, Logning).
    """
    found: list[UnusualLook] = []
    opened: dict[tuple[UUID, date], int] = defaultdict(int)
    referrals: dict[tuple[UUID, date, Unusual], int] = defaultdict(int)
    for row in days:
        opened[row.person, row.day] += 1
        for why, figure in _why(row, names):
            if row.is_referral:  # no course to be named by: the day stands for them all
                referrals[row.person, row.day, why] += figure
            else:
                found.append(UnusualLook(row.person, row.day, row.course, why, figure))
    found += [
        UnusualLook(person, day, None, why, figure)
        for (person, day, why), figure in referrals.items()
        if why is not Unusual.BROWSED or is_browsing(figure)
    ]
    found += [
        UnusualLook(person, day, None, Unusual.MANY, citizens)
        for (person, day), citizens in opened.items()
        if is_many(citizens)
    ]
    order = list(Unusual)
    return sorted(found, key=lambda one: (-one.day.toordinal(), order.index(one.reason)))


def _why(row: DayOfLooks, names: Mapping[UUID, str]) -> Iterable[tuple[Unusual, int]]:
    if share_a_surname(names.get(row.person, ""), names.get(row.course, "")):
        yield Unusual.SAME_NAME, row.times
    if not row.works:
        yield (Unusual.BROWSED, 1) if row.is_referral else (Unusual.NO_WORK, row.times)
    if row.at_night:
        yield Unusual.NIGHT, row.at_night


def shows_name(named: Named, *, in_network: bool) -> bool:
    """Is a look told by name? Her own network's is, unless the organisation set otherwise (F3)."""
    return in_network if named is Named.NETWORK else named is Named.ALL


class LeftOut(StrEnum):
    """Why something is left out of what a citizen gets to see about herself."""

    ANOTHERS_RIGHTS = "anothers_rights"
    HEAVIER_INTEREST = "heavier_interest"


def check_left_out(count: int, reason: LeftOut | None) -> None:
    """Nothing is left out of an insight without a ground in law (GDPR art. 15(4), DBL § 22)."""
    if count and reason is None:
        raise Wrong("left_out_without_reason", da("Skriv, hvorfor det ikke skal med."), "reason")
    if reason and not count:
        raise Wrong("nothing_left_out", da("Sæt hak ved det, der ikke skal med."), "reason")
