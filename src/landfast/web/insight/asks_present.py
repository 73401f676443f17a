"""What courses ask of who holds them or is to hold them, as lines of the Monday page."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.insight.asks import Ask, Asks
from landfast.programmes.rules import NEED_NAMES
from landfast.web.insight.monday_present import WaitingLine
from landfast.web.pages import to
from landfast.web.parts.shapes import Act

_SENTENCES = {
    Asks.COVER_PAST: gettext_lazy(
        "For sent: dækningen skulle være slut. Borgeren mangler en koordinator."
    ),
    Asks.ANOTHER: gettext_lazy(
        "Vil gerne tale om en anden koordinator. Det er borgerens ret og ikke en klage. "
        "Daglig leder svarer."
    ),
    Asks.CORRECTION: gettext_lazy("Borgeren siger, at noget i forløbet ikke passer."),
    Asks.ANEW: gettext_lazy("Den, der lovede det, er ikke med i teamet mere: %(what)s"),
    Asks.OFFER: gettext_lazy("%(what)s spørger, om du vil tage forløbet."),
}
_ACTS = {
    Asks.COVER_PAST: (gettext_lazy("Find en ny koordinator"), "hand_over"),
    Asks.ANOTHER: (gettext_lazy("Åbn forløbet"), "course"),
    Asks.CORRECTION: (gettext_lazy("Se det, og svar"), "corrections"),
    Asks.ANEW: (gettext_lazy("Aftal det på ny"), "propose_agreement"),
    Asks.SEAT: (gettext_lazy("Find en til pladsen"), "find_member"),
    Asks.OFFER: (gettext_lazy("Svar på spørgsmålet"), "answer_hand_over"),
}
FOLLOW_UP = {
    Asks.REFUSED: (
        gettext_lazy("Lederen har ikke sagt ja: %(what)s. Tal med borgeren om en anden vej."),
        gettext_lazy("Læs svaret"), "agreement",
    ),
    Asks.UNDECIDED: (
        gettext_lazy("%(name)s har ikke svaret til tiden: %(what)s. Ring."),
        gettext_lazy("Se spørgsmålet"), "agreement",
    ),
    Asks.GRANTED: (
        gettext_lazy("Lederen har sagt ja: %(what)s"),
        gettext_lazy("Skriv det ind i aftalen"), "agreement",
    ),
    Asks.AWAY: (
        gettext_lazy("%(name)s er væk, når det skal være gjort: %(what)s"),
        gettext_lazy("Åbn aftalen"), "agreement",
    ),
    Asks.STILL: (
        gettext_lazy("Planen har ikke flyttet sig i fire uger."),
        gettext_lazy("Åbn planen"), "plan",
    ),
}  # fmt: skip
_LETTER_FIRST = gettext_lazy("Tom plads: %(need)s. Borgeren vil gerne have et brev først.")
_EMPTY_SEAT = gettext_lazy("Tom plads: %(need)s. Borgeren har sagt ja til, at du finder en.")


def ask_lines(found: list[Ask]) -> list[WaitingLine]:
    """One line for each; what has waited too long says so first."""
    return [WaitingLine(_sentence(one), one.name, one.when, _act(one)) for one in found]


def _sentence(one: Ask) -> str:
    if one.what is Asks.SEAT:
        need = _(NEED_NAMES[one.need]) if one.need else ""
        return str(_LETTER_FIRST if one.writes_first else _EMPTY_SEAT) % {"need": need}
    sentence = FOLLOW_UP[one.what][0] if one.what in FOLLOW_UP else _SENTENCES[one.what]
    return str(sentence) % {"what": one.words, "name": one.named}


def _act(one: Ask) -> Act:
    if one.what in FOLLOW_UP:
        _said, label, page = FOLLOW_UP[one.what]
        return Act(str(label), to(page, one.course_id, *([] if page == "plan" else [one.about])))
    label, page = _ACTS[one.what]
    about = one.about if one.what is Asks.OFFER else one.course_id
    anew = "?" + urlencode({"i_stedet": str(one.about)}) if one.what is Asks.ANEW else ""
    return Act(str(label), to(page, about) + anew)
