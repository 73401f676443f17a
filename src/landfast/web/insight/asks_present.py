"""What courses ask of who holds them or is to hold them, as lines of the Monday page."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.insight.asks import TO_HEAR, Asks
from landfast.insight.monday import Ask
from landfast.programmes.rules import NEED_NAMES
from landfast.web.insight.heard_present import heard_line
from landfast.web.insight.monday_present import WaitingLine
from landfast.web.pages import to
from landfast.web.parts.shapes import Act

_SENTENCES = {
    Asks.COVER_PAST: gettext_lazy(
        "For sent: dækningen skulle være slut. Borgeren mangler en koordinator."
    ),
    Asks.SECOND_EYES: gettext_lazy(
        "%(name)s har foreslået et svar på henvendelsen. En kollega skal se på det."
    ),
    Asks.ANOTHER: gettext_lazy(
        "Vil gerne tale om en anden koordinator. Det er borgerens ret og ikke en klage. "
        "Daglig leder svarer."
    ),
    Asks.CORRECTION: gettext_lazy("Borgeren siger, at noget i forløbet ikke passer."),
    Asks.ANEW: gettext_lazy("Den, der lovede det, er ikke med i teamet mere: %(what)s"),
    Asks.LEFT: gettext_lazy("%(name)s skulle være stoppet. Pladsen er tom. Tal med borgeren."),
    Asks.NO_SECOND: gettext_lazy("Har ingen makker mere. Find en sammen med borgeren."),
    Asks.PAPER: gettext_lazy("Referatet skal gives på papir til en, der ikke får mail."),
    Asks.OFFER: gettext_lazy("%(what)s spørger, om du vil tage forløbet."),
}
_ACTS = {
    Asks.COVER_PAST: (gettext_lazy("Find en ny koordinator"), "hand_over"),
    Asks.SECOND_EYES: (gettext_lazy("Se forslaget"), "assess"),
    Asks.ANOTHER: (gettext_lazy("Åbn forløbet"), "course"),
    Asks.CORRECTION: (gettext_lazy("Se det, og svar"), "corrections"),
    Asks.ANEW: (gettext_lazy("Aftal det på ny"), "propose_agreement"),
    Asks.PAPER: (gettext_lazy("Åbn referatet"), "minutes"),
    Asks.NO_SECOND: (gettext_lazy("Vælg makker"), "name_second"),
    Asks.LEFT: (gettext_lazy("Åbn, og afslut i teamet"), "change_member"),
    Asks.SEAT: (gettext_lazy("Find en til pladsen"), "find_member"),
    Asks.BESIDE: (gettext_lazy("Find en, der kan være med"), "find_member"),
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
_LETTER_BESIDE = gettext_lazy("En til: %(need)s. Borgeren vil gerne have et brev først.")
_ONE_MORE = gettext_lazy("En til: %(need)s. Borgeren har sagt ja til, at du finder en.")
_BEGINS_AGAIN = gettext_lazy("Er begyndt igen. Vil du have forløbet, som før?")
"""No employee has asked: she has."""
_RATHER_WAITS = gettext_lazy(
    "%(name)s skulle være stoppet. Borgeren vil hellere vente med en ny. Hjælp imens."
)
_TO_FIND = {
    (Asks.SEAT, True): _LETTER_FIRST, (Asks.SEAT, False): _EMPTY_SEAT,
    (Asks.BESIDE, True): _LETTER_BESIDE, (Asks.BESIDE, False): _ONE_MORE,
}  # fmt: skip
"""What she wants found, by whether they are to write to her first."""


def ask_line(one: Ask) -> WaitingLine:
    """One line; what has waited too long says so first."""
    if one.asked.what is Asks.FALLEN:
        return _fallen_line(one)
    if one.asked.what in TO_HEAR:
        return heard_line(one)
    return WaitingLine(_sentence(one), one.course.name, one.asked.when, _act(one))


def _fallen_line(one: Ask) -> WaitingLine:
    """A meeting that fell away with the course: her answer, in one touch."""
    keys, hers = [one.asked.course_id, one.asked.about], (("citizen_said_so", "on"),)
    return WaitingLine(
        _("Mødet faldt væk, da forløbet sluttede. Spørg borgeren, om det skal holdes."),
        one.course.name, one.asked.when,
        Act(_("Borgeren siger ja: hold mødet"), to("hold_meeting_again", *keys), "post", hers),
        Act(_("Borgeren siger nej"), to("let_meeting_go", *keys), "post", hers),
    )  # fmt: skip


def _sentence(one: Ask) -> str:
    asked = one.asked
    if asked.need:
        return str(_TO_FIND[asked.what, asked.writes_first]) % {"need": _(NEED_NAMES[asked.need])}
    follows = asked.what in FOLLOW_UP
    sentence = FOLLOW_UP[asked.what][0] if follows else _SENTENCES[asked.what]
    if asked.what is Asks.LEFT and asked.answer:
        sentence = _RATHER_WAITS
    if asked.what is Asks.OFFER and not asked.who:
        sentence = _BEGINS_AGAIN
    name = asked.who
    words = name if asked.what is Asks.OFFER else one.said.text if one.said else ""
    return str(sentence) % {"what": words, "name": name}


def _act(one: Ask) -> Act:
    asked = one.asked
    if asked.what in FOLLOW_UP:
        _said, label, page = FOLLOW_UP[asked.what]
        keys = [asked.course_id] if page == "plan" else [asked.course_id, asked.about]
        return Act(str(label), to(page, *keys))
    label, page = _ACTS[asked.what]
    if asked.what in {Asks.LEFT, Asks.PAPER}:
        return Act(str(label), to(page, asked.course_id, asked.about))
    about = asked.about if asked.what is Asks.OFFER else asked.course_id
    anew = "?" + urlencode({"i_stedet": str(asked.about)}) if asked.what is Asks.ANEW else ""
    return Act(str(label), to(page, about) + anew)
