"""What courses ask of who holds them or is to hold them, as lines of the Monday page."""

FIXED = {
    Asks.COVER_PAST: gettext_lazy(
        "For sent: dækningen skulle være slut. Borgeren mangler en koordinator."
    ),
    Asks.ANOTHER: gettext_lazy(
        "Vil gerne tale om en anden koordinator. Det er borgerens ret og ikke en klage. "
        "Daglig leder svarer."
    ),
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

from urllib.parse import urlencode

from django.urls import reverse
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
    if one.what in FIXED:
        return str(FIXED[one.what])
    if one.what is Asks.ANEW:
        return _("Den, der lovede det, er ikke med i teamet mere: %(what)s") % {"what": one.words}
    if one.what is Asks.OFFER:
        return _("%(name)s spørger, om du vil tage forløbet.") % {"name": one.words}
    if one.what in FOLLOW_UP:
        return str(FOLLOW_UP[one.what][0]) % {"what": one.words, "name": one.named}
    need = _(NEED_NAMES[one.need]) if one.need else ""
    if one.writes_first:
        return _("Tom plads: %(need)s. Borgeren vil gerne have et brev først.") % {"need": need}
    return _("Tom plads: %(need)s. Borgeren har sagt ja til, at du finder en.") % {"need": need}


def _act(one: Ask) -> Act:
    label, page = _ACTS[one.what]
    about = one.about if one.what is Asks.OFFER else one.course_id
    url = reverse(page, args=[about])
    course = one.course_id
    if one.what in FOLLOW_UP:
        _said, label, name = FOLLOW_UP[one.what]
        return Act(str(label), to(name, course, *([] if name == "plan" else [one.about])))
    if one.what is Asks.OFFER:
        return Act(_("Svar på spørgsmålet"), reverse("answer_hand_over", args=[one.about]))
    if one.what is Asks.COVER_PAST:
        return Act(_("Find en ny koordinator"), reverse("hand_over", args=[course]))
    if one.what is Asks.ANOTHER:
        return Act(_("Åbn forløbet"), reverse("course", args=[course]))
    if one.what is Asks.ANEW:
        url += "?" + urlencode({"i_stedet": str(one.about)})
    return Act(str(label), url)
