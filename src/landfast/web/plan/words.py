"""The plan's states in words, with the shape and colour that go with them."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.paper.stands import STATES, stands
from landfast.plan.queries import AgreementRow
from landfast.plan.queries.outside import Asked
from landfast.plan.rules.deadlines import Nearness
from landfast.plan.rules.deciding import is_refused
from landfast.plan.rules.words import (
    STEP_NAMES,
    Act,
    AgreementKind,
    AgreementState,
    MandateState,
    Standing,
    StepState,
)
from landfast.programmes.rules import NeedArea
from landfast.web.parts.shapes import State, StateKind

_KINDS: dict[AgreementState, StateKind] = {
    AgreementState.NOTED: "ended",
    AgreementState.PROPOSED: "waiting",
    AgreementState.ACCEPTED: "open",
    AgreementState.STARTED: "open",
    AgreementState.KEPT: "kept",
    AgreementState.PARTLY: "due",
    AgreementState.BROKEN: "broken",
    AgreementState.REPLACED: "ended",
    AgreementState.DECLINED: "ended",
    AgreementState.LAPSED: "ended",
}
_NEAR: dict[Nearness, StateKind] = {
    Nearness.SOON: "due",
    Nearness.TODAY: "due",
    Nearness.LATE: "broken",
    Nearness.STATUS_MISSING: "broken",
    Nearness.LEADER: "broken",
}


def state_of(row: AgreementRow, today: date) -> State:
    """How an agreement stands today, in the words of its sheet, with shape and colour."""
    kind = "due" if row.is_refused else _NEAR.get(row.nearness(today), _KINDS[row.state])
    return State(kind, stands(row, today))


def outside_state(row: Asked) -> State:
    """How a promise stands, as the one outside reads it."""
    if is_refused(row.mandate, row.state):
        return State("due", _("En leder har sagt nej"))
    if row.state is AgreementState.PROPOSED and row.offered:
        return State("waiting", _("Dine ord er sendt. Vi vender tilbage."))
    asks = row.state is AgreementState.PROPOSED
    word = _("Venter på dit svar") if asks else state_word(row.state)
    return State(_KINDS[row.state], word)


def state_word(state: AgreementState) -> str:
    """A state in a word, without how near its date is."""
    return _(STATES[state])


def step_word(state: StepState) -> str:
    """How an own step goes, within a line."""
    return _(STEP_NAMES[state]).lower()


HER_STANDINGS = {
    Standing.WISH: gettext_lazy("Mit ønske"),
    Standing.GOAL: gettext_lazy("Mit mål"),
    Standing.ASIDE: gettext_lazy("Lagt væk"),
}
STANDINGS = {
    Standing.WISH: gettext_lazy("Ønske"),
    Standing.GOAL: gettext_lazy("Mål"),
    Standing.ASIDE: gettext_lazy("Lagt væk"),
}
KINDS = {
    AgreementKind.SUPPORT: gettext_lazy("Støtte"),
    AgreementKind.INTERVENTION: gettext_lazy("En indsats"),
    AgreementKind.APPLICATION: gettext_lazy("En ansøgning"),
    AgreementKind.INTERIM: gettext_lazy("Gælder, mens en leder afgør noget"),
}
MANDATES = {
    MandateState.CLEAR: gettext_lazy("Ja, det kan jeg eller den, jeg spørger, selv sige ja til"),
    MandateState.APPLICATION: gettext_lazy("Nej, der skal søges om det"),
    MandateState.AWAITS_LEADER: gettext_lazy("Nej, en leder skal sige ja først"),
}
ACTS = {
    Act.PROPOSE: gettext_lazy("foreslog aftalen"),
    Act.WITHDRAW: gettext_lazy("trak forslaget tilbage"),
    Act.NOTE: gettext_lazy("skrev ned, hvad der er fortalt udefra"),
    Act.ACCEPT: gettext_lazy("sagde ja"),
    Act.OFFER: gettext_lazy("foreslog andre ord eller en anden dato"),
    Act.DECLINE: gettext_lazy("sagde nej"),
    Act.START: gettext_lazy("gik i gang"),
    Act.KEEP: gettext_lazy("fortalte, at aftalen er holdt"),
    Act.KEEP_PARTLY: gettext_lazy("fortalte, at aftalen er delvist holdt"),
    Act.BREAK: gettext_lazy("fortalte, at aftalen ikke blev holdt"),
    Act.TAKE_BACK: gettext_lazy("sagde, at det ikke passede"),
    Act.TALK: gettext_lazy("har talt om aftalen"),
    Act.REPLACE: gettext_lazy("sagde ja til en ny aftale i stedet"),
    Act.LAPSE: gettext_lazy("fortalte, at aftalen ikke længere er ønsket"),
    Act.END: gettext_lazy("afsluttede spørgsmålet til en leder, og aftalen sluttede med det"),
    Act.LEAVE: gettext_lazy("lod aftalen slutte, da forløbet sluttede"),
    Act.OFFER_AGAIN: gettext_lazy("begyndte igen, så aftalen er spurgt om igen"),
    Act.GRANT: gettext_lazy("skrev lederens ja ind i aftalen"),
    Act.NAME: gettext_lazy("spurgte en fra enheden, om de vil holde aftalen"),
    Act.HERS_YES: gettext_lazy("sagde: Det skete"),
    Act.HERS_NO: gettext_lazy("sagde: Det skete ikke"),
    Act.HERS_OTHER: gettext_lazy("sagde: Det skete på en anden måde"),
    Act.HERS_BACK: gettext_lazy("tog sit ord om, hvordan det gik, tilbage"),
    Act.TAKE_OVER: gettext_lazy("sagde ja til at tage aftalen over"),
    Act.HAND_BACK: gettext_lazy("sagde nej til at tage aftalen over"),
}
WRITTEN_DOWN = {
    Act.HERS_YES: gettext_lazy("skrev ned, at borgeren sagde: Det skete"),
    Act.HERS_NO: gettext_lazy("skrev ned, at borgeren sagde: Det skete ikke"),
    Act.HERS_OTHER: gettext_lazy("skrev ned, at borgeren sagde: Det skete på en anden måde"),
    Act.HERS_BACK: gettext_lazy("slettede, hvad borgeren havde sagt, fordi borgeren bad om det"),
}
"""What is done beside her, as the history tells it."""
QUESTIONS = {
    NeedArea.HOUSING: gettext_lazy("Hvordan vil du gerne bo?"),
    NeedArea.ECONOMY: gettext_lazy("Hvad ville gøre det lettere med penge?"),
    NeedArea.WORK_EDU: gettext_lazy("Hvad vil du gerne bruge dine dage til?"),
    NeedArea.SUBSTANCE: gettext_lazy("Hvordan vil du gerne have det med alkohol og stoffer?"),
    NeedArea.PSYCHIATRY: gettext_lazy("Hvad ville hjælpe dig til at have det bedre?"),
    NeedArea.SOMATIC: gettext_lazy("Hvad ønsker du for din krop?"),
    NeedArea.FAMILY: gettext_lazy("Hvad drømmer du om med din familie?"),
    NeedArea.CRIME: gettext_lazy("Er der noget med politi eller straf, du gerne vil have styr på?"),
    NeedArea.DAILY_LIVING: gettext_lazy("Hvordan ser en god almindelig dag ud for dig?"),
    NeedArea.NETWORK: gettext_lazy("Hvem vil du gerne se mere til, og hvad vil du gerne lave?"),
}


def standing_word(standing: Standing, *, to_citizen: bool) -> str:
    """What a wish is, said by her own page as hers and to others without "mit"."""
    return str((HER_STANDINGS if to_citizen else STANDINGS)[standing])
