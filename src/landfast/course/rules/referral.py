"""A referral (henvendelse): who refers whom, what the citizen says to it, and the clock."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from landfast.course.rules.words import ReferralState, Says, Urgency
from landfast.kernel.business_days import add_business_days
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong, refused_by
from landfast.kernel.text import da
from landfast.programmes.rules import NeedArea

TAKE_WITHIN = 5
"""Business days in which intake takes a referral (domain A3 OPSPORET, D)."""
YES_WITHIN = 30
"""Days in which somebody asks the citizen; then the referral is emptied (D)."""
ALPHABET = "BCDFGHJKLMNPRSTVXZ23456789"
"""No vowels, so no words; no 0 and O, no 1 and I."""

OPENED_BECAUSE = da("En henvendelse, som borgeren har sagt ja til")

URGENCY_NAMES: dict[Urgency, str] = {
    Urgency.TODAY: da("Ring i dag"),
    Urgency.THIS_WEEK: da("Ring i denne uge"),
    Urgency.CAN_WAIT: da("Det kan vente lidt"),
}
HURRY_NAMES: dict[Urgency, str] = {
    Urgency.TODAY: da("Haster mest"),
    Urgency.THIS_WEEK: da("Haster"),
    Urgency.CAN_WAIT: da("Kan vente"),
}
"""How much it hurries once the call has been made: nobody is to be rung "today" for weeks."""
URGENCY_ORDER = {Urgency.TODAY: 0, Urgency.THIS_WEEK: 1, Urgency.CAN_WAIT: 2}
SAYS_NAMES: dict[Says, str] = {
    Says.YES: da("Ja, borgeren vil gerne kontaktes"),
    Says.NOT_ASKED: da("Borgeren er ikke spurgt endnu"),
    Says.NO: da("Nej, borgeren vil ikke"),
}
STATE_NAMES: dict[ReferralState, str] = {
    ReferralState.WAITS_FOR_YES: da("Venter på borgerens svar"),
    ReferralState.NEW: da("Modtaget"),
    ReferralState.TAKEN: da("Under visitation"),
    ReferralState.ANSWERED: da("Afgjort. Borgeren hører svaret først"),
    ReferralState.WITHDRAWN: da("Trukket tilbage"),
    ReferralState.EXPIRED: da("Udløbet og tømt"),
}


@dataclass(frozen=True)
class Whom:
    """Who is referred: how to reach them, nothing more."""

    name: str
    phone: str = ""
    cpr: str = ""


def new_receipt() -> str:
    """A receipt code that can be read aloud: "BK7-M4P2"."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(7))
    return f"{code[:3]}-{code[3:]}"


def check_citizen_has_not_said_no(says: Says) -> None:
    """The citizen's no stops a referral before anything is written (domain A3 OPSPORET, 0.2)."""
    if says is Says.NO:
        raise Wrong("citizen_said_no", da("Borgeren har sagt nej. Så stopper det her."), "says")


def first_state(says: Says) -> ReferralState:
    """Without the citizen's yes a referral waits apart (product A1)."""
    return ReferralState.NEW if says is Says.YES else ReferralState.WAITS_FOR_YES


def check_somebody_asks(says: Says, who_asks: PersonId | None) -> None:
    """When the citizen was not asked, one named person will do it (product A1)."""
    if says is Says.NOT_ASKED and who_asks is None:
        raise Wrong("who_asks", da("Vælg, hvem der spørger borgeren."), "who_asks")


def check_is_citizen(is_citizen: bool) -> None:
    """Asking for a course for oneself is the citizen's; employees refer others."""
    if not is_citizen:
        raise NotAllowed("citizens_only", da("Den side er til borgere. Du kan henvise en borger."))


def check_name(name: str) -> None:
    """A referral says who it is about."""
    if not name.strip():
        raise Wrong("name_missing", da("Skriv navnet på den, det handler om."), "name")


def check_words(name: str, seen: str) -> None:
    """A referral says who, and what is seen."""
    check_name(name)
    if not seen.strip():
        raise Wrong("seen_missing", da("Skriv kort, hvad du ser. Et par linjer er nok."), "seen")


def answer_by(received: date) -> date:
    """Intake takes a referral within five business days (domain A3, D)."""
    return add_business_days(received, TAKE_WITHIN)


def expires_on(received: date, says: Says) -> date | None:
    """A referral that the citizen does not know of is emptied after 30 days (product A1, D)."""
    return None if says is Says.YES else received + timedelta(days=YES_WITHIN)


def check_can_be_taken(state: ReferralState, taken_by: str) -> None:
    """Only a referral that is new and has the citizen's yes can be taken, and only once."""
    if state is ReferralState.WAITS_FOR_YES:
        raise NotNow(
            "waits_for_yes",
            da(
                "Borgeren er ikke spurgt endnu. Henvendelsen kan først "
                "tages, når borgeren har sagt ja."
            ),
        )
    if state is not ReferralState.NEW:
        raise NotNow(
            "taken_already",
            da("{name} har allerede taget henvendelsen. Åbn listen igen."),
            name=taken_by or da("En kollega"),
        )


def is_to_be_rung(urgency: Urgency, state: ReferralState, *, reached: bool | None) -> bool:
    """ "Ring i dag" is an open step until somebody has reached her, also when it is taken (A1)."""
    return urgency is Urgency.TODAY and may_be_rung(state, reached=reached)


def check_can_be_rung(state: ReferralState, *, reached: bool | None, by: str) -> None:
    """A call is written at a referral that she has said yes to and that is not answered yet.

    Once she was reached, by whom it says stays: an older page takes nothing back.
    """
    if state not in {ReferralState.NEW, ReferralState.TAKEN}:
        raise NotNow("not_to_be_rung", da("Henvendelsen er ikke åben mere. Åbn listen igen."))
    if reached:
        raise NotNow(
            "already_reached",
            da("{name} har talt med borgeren. Det står allerede på henvendelsen."),
            name=by,
        )


def may_be_rung(state: ReferralState, *, reached: bool | None) -> bool:
    """The same rule for a button."""
    return refused_by(lambda: check_can_be_rung(state, reached=reached, by="")) is None


def check_waits_for_yes(state: ReferralState) -> None:
    """The citizen's answer is noted once, while the referral waits for it."""
    if state is not ReferralState.WAITS_FOR_YES:
        raise NotNow(
            "answered_already",
            da("Svaret er allerede skrevet ned, eller henvendelsen er udløbet."),
        )


def check_no_other_way_in(running: bool, waiting: bool) -> None:
    """Who has a course, or has already written, need not write again."""
    if running:
        raise NotNow("has_a_course", da("Du har allerede et forløb. Ring, hvis du mangler noget."))
    if waiting:
        raise NotNow("has_written", da("Vi har fået din henvendelse. Du behøver ikke skrive igen."))


def known_needs(needs: list[str]) -> list[str]:
    """The need areas of the list, each once, in its order; anything else is left out."""
    return [area.value for area in NeedArea if area.value in needs]
