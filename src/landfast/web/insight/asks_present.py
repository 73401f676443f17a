"""What courses ask of who holds them or is to hold them, as lines of the Monday page."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.insight.asks import Ask, Asks
from landfast.programmes.rules import NEED_NAMES
from landfast.web.insight.monday_present import WaitingLine
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
    Asks.ANEW: gettext_lazy("Den, der lovede det, er ikke med i teamet mere: %(words)s"),
    Asks.OFFER: gettext_lazy("%(words)s spørger, om du vil tage forløbet."),
}
_ACTS = {
    Asks.COVER_PAST: (gettext_lazy("Find en ny koordinator"), "hand_over"),
    Asks.ANOTHER: (gettext_lazy("Åbn forløbet"), "course"),
    Asks.CORRECTION: (gettext_lazy("Se det, og svar"), "corrections"),
    Asks.ANEW: (gettext_lazy("Aftal det på ny"), "propose_agreement"),
    Asks.SEAT: (gettext_lazy("Find en til pladsen"), "find_member"),
    Asks.OFFER: (gettext_lazy("Svar på spørgsmålet"), "answer_hand_over"),
}
_LETTER_FIRST = gettext_lazy("Tom plads: %(need)s. Borgeren vil gerne have et brev først.")
_EMPTY_SEAT = gettext_lazy("Tom plads: %(need)s. Borgeren har sagt ja til, at du finder en.")


def ask_lines(found: list[Ask]) -> list[WaitingLine]:
    """One line for each; what has waited too long says so first."""
    return [WaitingLine(_sentence(one), one.name, one.when, _act(one)) for one in found]


def _sentence(one: Ask) -> str:
    if one.what is Asks.SEAT:
        need = _(NEED_NAMES[one.need]) if one.need else ""
        return str(_LETTER_FIRST if one.writes_first else _EMPTY_SEAT) % {"need": need}
    return str(_SENTENCES[one.what]) % {"words": one.words}


def _act(one: Ask) -> Act:
    label, page = _ACTS[one.what]
    about = one.about if one.what is Asks.OFFER else one.course_id
    url = reverse(page, args=[about])
    if one.what is Asks.ANEW:
        url += "?" + urlencode({"i_stedet": str(one.about)})
    return Act(str(label), url)
