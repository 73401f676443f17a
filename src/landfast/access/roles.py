"""Who may do what: each role in a course and each post in a unit, as readable text.

The role page shows this module's data; there is no second list. A person may hold
several roles in one course; what they may do is the sum.
"""

from dataclasses import dataclass
from enum import StrEnum

from landfast.access.rules import Permission as P  # noqa: N817 - a table of them follows
from landfast.kernel.text import da


class CourseRole(StrEnum):
    """What somebody is to one course. Stands on the grant."""

    CITIZEN = "citizen"
    COORDINATOR = "coordinator"
    COVER = "cover"
    DEPUTY = "deputy"
    SECOND = "second"
    FORMER_COORDINATOR = "former_coordinator"
    TAKER = "taker"
    PROFESSIONAL = "professional"
    INTAKE = "intake"
    LEAD = "lead"
    RECIPIENT = "recipient"
    EMERGENCY = "emergency"
    PROXY = "proxy"
    GUEST = "guest"
    DECIDER = "decider"


HERS_AND_THREADS = frozenset(
    {CourseRole.CITIZEN, CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY,
     CourseRole.SECOND}
)  # fmt: skip
"""She herself, and those who hold the threads for her: nothing with one actor is hidden to them."""
OF_ONE_THING = frozenset({CourseRole.PROXY, CourseRole.GUEST, CourseRole.DECIDER})
"""Who is let in to a part of the course."""
OUTSIDE = OF_ONE_THING | {CourseRole.RECIPIENT}
"""Who is not of the team; that they are let in is not for those who see the frame only."""
NAMED_TO_HER = frozenset(
    {CourseRole.CITIZEN, CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY,
     CourseRole.SECOND, CourseRole.FORMER_COORDINATOR, CourseRole.PROFESSIONAL,
     CourseRole.GUEST}
)  # fmt: skip
"""Looks by people of her own team are shown to her by name; others by their unit (product F3)."""


@dataclass(frozen=True)
class RoleText:
    """A role as people read it, with its permissions."""

    name: str
    what: str
    may: frozenset[P]


_SEES = frozenset({P.COURSE_SEE_FRAME})
_READS = _SEES | {P.COURSE_READ}
_TAKES_PART = _READS | {
    P.AGREEMENT_PROPOSE, P.AGREEMENT_ANSWER, P.MEETING_ANSWER, P.OBSERVATION_RECORD,
    P.SIGNAL_RECORD, P.ASK_OTHERS,
    P.ENTRY_MOVE,
}  # fmt: skip
_HOLDS_THE_THREADS = _TAKES_PART | {
    P.COURSE_MOVE, P.COURSE_STOP, P.COURSE_PAUSE, P.COORDINATOR_HAND_OVER, P.COORDINATOR_COVER,
    P.WISH_WRITE, P.PROFILE_WRITE, P.AGREEMENT_FOLLOW_UP, P.NETWORK_EDIT,
    P.MEETING_PREPARE, P.MEETING_LEAD, P.GIVE_ACCESS, P.LAW_GRANT, P.KEEP_APART,
    P.RECORD_HAND_OUT, P.CORRECTION_ANSWER, P.PROXY_NAME, P.DECISION_ASK, P.MISTAKE_MEND,
    P.FINDING_SETTLE, P.WORDS_BESIDE,
}  # fmt: skip

COURSE_ROLES: dict[CourseRole, RoleText] = {
    CourseRole.CITIZEN: RoleText(
        da("Borger"),
        da("Forløbet er dit. Du bestemmer ønsker, mål, møder og hvem der er med."),
        _READS
        | {
            P.COURSE_STOP, P.COURSE_PAUSE, P.COURSE_REOPEN, P.WISH_WRITE, P.PROFILE_WRITE,
            P.NETWORK_EDIT, P.MEETING_PREPARE,
            P.MEETING_ANSWER, P.MINUTES_CORRECT, P.AGREEMENT_PROPOSE, P.GIVE_ACCESS,
            P.COORDINATOR_ASK_OTHER, P.SEAT_ANSWER, P.OWN_WORDS, P.CORRECTION_ASK, P.PROXY_NAME,
            P.FINDING_CONTEST,
        },
    ),
    CourseRole.COORDINATOR: RoleText(
        da("Koordinator"), da("Holder trådene sammen med borgeren."), _HOLDS_THE_THREADS
    ),
    CourseRole.COVER: RoleText(
        da("Dækker, til der er en ny koordinator"),
        da("Daglig leder med et forløb, hvis koordinator er væk uden varsel."),
        _HOLDS_THE_THREADS | {P.COORDINATOR_APPOINT},
    ),
    CourseRole.DEPUTY: RoleText(
        da("Dækker for koordinatoren"), da("I en aftalt tid."), _HOLDS_THE_THREADS
    ),
    CourseRole.SECOND: RoleText(
        da("Makker"), da("Den anden, som borgeren har mødt. Dækker uden videre."),
        _HOLDS_THE_THREADS,
    ),
    CourseRole.FORMER_COORDINATOR: RoleText(
        da("Tidligere koordinator"), da("Kan læse i en kort tid efter overdragelsen."), _READS
    ),
    CourseRole.TAKER: RoleText(
        da("Er spurgt om at blive koordinator"),
        da("Ser, hvem det drejer sig om, til der er svaret."),
        _SEES | {P.GIVE_ACCESS},
    ),
    CourseRole.PROFESSIONAL: RoleText(
        da("Fagperson i borgerens team"), da("Er med, fordi borgeren har valgt det."), _TAKES_PART
    ),
    CourseRole.RECIPIENT: RoleText(
        da("Må læse om udvalgte emner"), da("Er uden for teamet. Borgeren har delt noget."),
        frozenset({P.SHARED_READ, P.SIGNAL_TELL}),
    ),
    CourseRole.EMERGENCY: RoleText(
        da("Læser i en nødsituation"),
        da("Har en grund i loven, i nogle timer. Kan ikke skrive noget."), _READS,
    ),
    CourseRole.PROXY: RoleText(
        da("Læser for borgeren"),
        da("Er valgt af borgeren eller er værge. Ser det, der er aftalt, i en aftalt tid."),
        frozenset({P.READ_FOR}),
    ),
    CourseRole.GUEST: RoleText(
        da("Gæst på et møde"), da("Er spurgt med til ét møde og ser kun det."),
        frozenset({P.MEETING_VISIT, P.MEETING_ANSWER, P.SIGNAL_TELL}),
    ),
    CourseRole.DECIDER: RoleText(
        da("Er bedt om at afgøre én ting"), da("Ser spørgsmålet, til der er svaret."),
        frozenset({P.DECISION_ANSWER}),
    ),
    CourseRole.INTAKE: RoleText(
        da("Visitation til forløb"), da("Vurderer henvendelsen, til borgeren har fået svar."),
        _SEES | {P.COURSE_MOVE, P.COURSE_STOP, P.COORDINATOR_APPOINT, P.GIVE_ACCESS,
                  P.KEEP_APART, P.MISTAKE_MEND, P.SIGNAL_TELL},
    ),
    CourseRole.LEAD: RoleText(
        da("Leder af enheden"), da("Ser, at der er et forløb, og hvem der har det."),
        _SEES
        | {
            P.COORDINATOR_APPOINT, P.COORDINATOR_HAND_OVER, P.COORDINATOR_COVER, P.COURSE_REOPEN,
            P.GIVE_ACCESS, P.MISTAKE_MEND,
        },
    ),
}  # fmt: skip

_HELD = frozenset({
    CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY, CourseRole.SECOND,
    CourseRole.FORMER_COORDINATOR, CourseRole.TAKER,
})  # fmt: skip

GIVES: dict[CourseRole, frozenset[CourseRole]] = {
    CourseRole.CITIZEN: frozenset(
        {CourseRole.PROFESSIONAL, CourseRole.RECIPIENT, CourseRole.PROXY, CourseRole.GUEST}
    ),
    **dict.fromkeys(
        (CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY, CourseRole.SECOND),
        _HELD | {CourseRole.PROFESSIONAL, CourseRole.RECIPIENT} | OF_ONE_THING,
    ),
    # the course to themselves, and a while of reading to the one who held it
    CourseRole.TAKER: frozenset({CourseRole.COORDINATOR, CourseRole.FORMER_COORDINATOR}),
    CourseRole.INTAKE: frozenset({CourseRole.COORDINATOR, CourseRole.INTAKE, CourseRole.SECOND}),
    CourseRole.LEAD: _HELD | {CourseRole.INTAKE},
}
"""Which role may make somebody what. The database holds to it (`access_may_give`)."""

POSTS: dict[str, frozenset[P]] = {
    "coordinator": frozenset({P.INTAKE_READ, P.INTAKE_DECIDE}),
    "daily_leader": frozenset(
        {
            P.INTAKE_READ,
            P.INTAKE_DECIDE,
            P.COURSES_OVERSEE,
            P.FORUM_KEEP,
            P.FORMATS_KEEP,
            P.CIRCLE_KEEP,
        }
    ),
    "leader": frozenset({P.COURSES_OVERSEE, P.PRECEDENCE_DECIDE, P.FORUM_KEEP, P.CIRCLE_KEEP}),
    "system_admin": frozenset({P.SYSTEM_RUN}),
    "org_admin": frozenset({P.ORGANISATION_RUN, P.FORMATS_KEEP, P.RULES_KEEP}),
    "dpo": frozenset({P.LOOKS_OVERSEE, P.RECORDS_KEEP}),
    "records_officer": frozenset({P.RECORDS_KEEP}),
}
"""What an employment with this role gives in its own unit and the units below it."""


def may_in_course(roles: frozenset[CourseRole], permission: P) -> bool:
    """Does one of these roles in the course give the permission?"""
    return any(permission in COURSE_ROLES[role].may for role in roles)
