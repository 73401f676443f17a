"""Intake (visitation til forløb): criteria, the decision, two pairs of eyes, the waiting list.

There is no automatic answer (domain A4): criteria are answered by people with a reason, the
summary counts and concludes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from landfast.access.roles import CourseRole
from landfast.course.rules.reason import FOR_COLLEAGUES, check_reason
from landfast.course.rules.words import Answer, Outcome, State
from landfast.kernel.business_days import add_business_days
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.kernel.text import da

DECIDE_WITHIN = 10
"""Business days in which intake decides (domain A3 VISITATION, D)."""
LONGEST_WAIT = timedelta(days=365)
IN_THE_DECISION = da("Begrundelsen står i afgørelsen.")

ANSWER_NAMES: dict[Answer, str] = {
    Answer.YES: da("Ja"),
    Answer.NO: da("Nej"),
    Answer.UNCLEAR: da("Uafklaret"),
}
OUTCOME_NAMES: dict[Outcome, str] = {
    Outcome.OFFERED: da("Tilbyd et forløb"),
    Outcome.WAITING: da("Skriv på venteliste"),
    Outcome.DECLINED: da("Sig nej, og peg på noget andet"),
}
INTAKE_OUTCOMES = (Outcome.OFFERED, Outcome.WAITING, Outcome.DECLINED)
APPEAL = da(
    "Er du uenig, så ring til os inden fire uger. Så ser en anden på det igen, og du får et nyt "
    "svar. Du kan få hjælp til det af en, du har tillid til."
)
"""Standard words on how to have it looked at again. Whether the answer is a decision that can be
appealed by law is for the organisation to settle (domain A3 AFSLAG)."""


@dataclass(frozen=True)
class Answered:
    """One criterion as somebody answers it."""

    criterion_id: UUID
    answer: Answer
    reason: str


@dataclass(frozen=True)
class Proposal:
    """What intake proposes to the second pair of eyes."""

    outcome: Outcome
    reason: str
    instead: str = ""
    appeal: str = ""
    expected_on: date | None = None
    calls_meanwhile: PersonId | None = None


@dataclass(frozen=True)
class Summary:
    """How the criteria were answered: counts, no conclusion (domain A4)."""

    yes: int
    no: int
    unclear: int
    missing: int


def summary(answers: Sequence[Answer], criteria: int) -> Summary:
    """Count the answers."""
    counted = {kind: sum(answer is kind for answer in answers) for kind in Answer}
    return Summary(
        counted[Answer.YES], counted[Answer.NO], counted[Answer.UNCLEAR], criteria - len(answers)
    )


def decide_by(since: date) -> date:
    """Intake decides within ten business days (domain A3, D)."""
    return add_business_days(since, DECIDE_WITHIN)


def reason_field(criterion_id: UUID) -> str:
    """The name of the reason's field in a form, so that a refusal finds its place."""
    return f"reason_{criterion_id}"


def check_may_read(state: State, roles: frozenset[CourseRole], *, whole: bool) -> None:
    """Reasons are for her team, for intake, and for the lead of a no (product F1, D)."""
    looks_again = state is State.DECLINED and CourseRole.LEAD in roles
    if not (whole or looks_again or CourseRole.INTAKE in roles):
        raise NotAllowed(
            "not_intake",
            da("Vurderingen kan læses af borgeren, teamet og dem, der vurderer henvendelsen."),
        )


def may_reassess(roles: frozenset[CourseRole]) -> bool:
    """For buttons; the gate is `check_may_reassess`."""
    return CourseRole.LEAD in roles


def check_may_reassess(roles: frozenset[CourseRole]) -> None:
    """Another looks at a no again, not those of intake who said it (S004 §6.3)."""
    if not may_reassess(roles):
        raise NotAllowed(
            "not_yours_to_reassess", da("Den daglige leder ser på et nej igen. Spørg lederen.")
        )


def check_answers(answers: Sequence[Answered], known: frozenset[UUID]) -> None:
    """Each answer has a reason in words, and belongs to the programme's criteria (domain A4)."""
    if not answers:
        raise Wrong("nothing_answered", da("Svar på mindst ét af spørgsmålene, før du gemmer."))
    for answered in answers:
        if answered.criterion_id not in known:
            raise Wrong("no_such_criterion", da("Spørgsmålene er ændret. Åbn siden igen."))
        if not answered.reason.strip():
            raise Wrong(
                "reason_missing",
                da("Skriv, hvorfor du svarer sådan."),
                reason_field(answered.criterion_id),
            )


IN_INTAKE = frozenset({State.ASSESSMENT, State.WAITING})


def check_in_intake(state: State) -> None:
    """Criteria and decisions belong to the time before a coordinator is appointed."""
    if state not in IN_INTAKE:
        raise NotNow(
            "not_in_intake",
            da("Forløbet er gået videre i mellemtiden. Åbn siden igen, og se hvor det er nu."),
        )


def check_found_to_fit(state: State, *, fits: bool | None) -> None:
    """From intake a course begins when two have said that it fits (to par øjne, S004 §6.3).

    `fits` None: nobody referred her and no answer was proposed, so there is none to wait for.
    """
    if state is State.ASSESSMENT and fits is False:
        raise NotNow(
            "not_found_to_fit",
            da("Svar først på, om et forløb passer. To skal være enige, før I vælger koordinator."),
        )


def check_all_answered(missing: int) -> None:
    """A decision rests on every criterion, answered yes, no or unclear (product A2)."""
    if missing:
        raise NotNow(
            "criteria_missing",
            da("Svar først på alle spørgsmål om målgruppen. Uafklaret er også et svar."),
        )


def check_no_open_proposal(proposed_by: str | None) -> None:
    """One proposal at a time."""
    if proposed_by is not None:
        raise NotNow(
            "proposed_already",
            da("{name} har allerede foreslået en afgørelse. Bekræft den, eller send den tilbage."),
            name=proposed_by,
        )


def check_proposal(proposal: Proposal, today: date) -> None:
    """A decision is reasoned: waiting says until when and who calls, a no says what instead."""
    if not proposal.reason.strip():
        raise Wrong("reason_missing", da("Skriv, hvad afgørelsen bygger på."), "reason")
    if proposal.outcome is Outcome.WAITING:
        _check_waiting(proposal, today)
    if proposal.outcome is Outcome.DECLINED:
        _check_declined(proposal)


def _check_waiting(proposal: Proposal, today: date) -> None:
    if proposal.expected_on is None:
        raise Wrong("expected_missing", da("Skriv, hvornår du tror, der er plads."), "expected_on")
    if proposal.expected_on <= today:
        raise Wrong("expected_past", da("Vælg en dag, der ligger efter i dag."), "expected_on")
    if proposal.expected_on > today + LONGEST_WAIT:
        raise Wrong("expected_far", da("Vælg en dag inden for et år."), "expected_on")
    if proposal.calls_meanwhile is None:
        raise Wrong("who_calls", da("Vælg, hvem der ringer til borgeren imens."), "calls_meanwhile")


def check_caller(*, is_there: bool) -> None:
    """Who is to ring her while she waits is there today (principle 2)."""
    if not is_there:
        raise Wrong(
            "caller_away", da("Vælg en anden til at ringe. Personen er væk lige nu."),
            "calls_meanwhile",
        )  # fmt: skip


def _check_declined(proposal: Proposal) -> None:
    if not proposal.instead.strip():
        raise Wrong("instead_missing", da("Skriv, hvad borgeren kan gøre i stedet."), "instead")
    if not proposal.appeal.strip():
        raise Wrong(
            "appeal_missing", da("Skriv, hvordan borgeren siger, at det er forkert."), "appeal"
        )


def check_second_pair_of_eyes(proposed_by: UUID, confirmer: UUID) -> None:
    """The one who proposed does not confirm (S004 §6.3; domain A3 VISITATION)."""
    if proposed_by == confirmer:
        raise NotNow(
            "two_pairs_of_eyes",
            da("Du har selv foreslået afgørelsen. Bed en kollega om at se på den og bekræfte."),
        )


def may_confirm(proposed_by: UUID, confirmer: UUID) -> bool:
    """May the button be shown?"""
    return proposed_by != confirmer


def check_still_open(open_id: UUID | None, wanted: UUID) -> None:
    """The proposal one looks at is the one that waits; a stale page confirms nothing."""
    if open_id != wanted:
        raise NotNow(
            "proposal_gone",
            da("Forslaget er bekræftet eller ændret i mellemtiden. Åbn siden igen."),
        )


def check_nobody_answered_since(others: str | None) -> None:
    """What a colleague has answered since the page was opened is not written over."""
    if others is not None:
        raise NotNow(
            "answered_meanwhile",
            da("{name} har svaret i mellemtiden. Dit er ikke gemt. Åbn siden igen, og se svarene."),
            name=others,
        )


def check_can_be_reassessed(state: State) -> None:
    """Only a no can be looked at again (domain A3 AFSLAG)."""
    if state is not State.DECLINED:
        raise NotNow(
            "not_declined", da("Der er ikke sagt nej, så der er ikke noget at vurdere igen.")
        )


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the answer: our sentence with its values, said in her language by a door."""

    text: str
    values: dict[str, str | int | date] = field(default_factory=dict)
    is_ours: bool = True
    """False: what somebody of intake has written, as it was written."""


def _theirs(words: str) -> Paragraph:
    return Paragraph(words, is_ours=False)


def letter(
    outcome: Outcome,
    *,
    reason: str,
    instead: str = "",
    appeal: str = "",
    expected_on: date | None = None,
    position: int | None = None,
    caller: str = "",
    instead_of: str = "",
) -> list[Paragraph]:
    """The answer to the citizen, paragraph by paragraph, in plain words (product A2)."""
    if outcome is Outcome.OFFERED:
        return [
            Paragraph(da("Vi vil gerne tilbyde dig et forløb.")), _theirs(reason),
            Paragraph(da(
                "Du får én koordinator, som holder trådene sammen med dig. "
                "Koordinatoren ringer til dig. Du kan altid sige nej tak."
            )),
        ]  # fmt: skip
    if outcome is Outcome.WAITING:
        told = [
            Paragraph(da("Du kan få et forløb, men der er ikke en ledig koordinator endnu.")),
            _theirs(reason),
        ]
        if position:
            told.append(Paragraph(da("Du er nummer {n} på ventelisten."), {"n": position}))
        if expected_on:
            told.append(Paragraph(da("Vi tror, der er plads {day}."), {"day": expected_on}))
        if caller and instead_of:
            away = Paragraph(da("{away} er væk."), {"away": instead_of})
            told.append(away)
        if caller:
            told.append(Paragraph(da("{name} ringer til dig imens."), {"name": caller}))
        return told
    said = [reason, instead, appeal]
    return [Paragraph(da("Vi kan ikke tilbyde dig et forløb lige nu.")), *map(_theirs, said)]


def check_because(because: str, field: str = "because") -> None:
    """A step back is explained to colleagues, in a line."""
    check_reason(because.strip(), field=field, missing=FOR_COLLEAGUES)
