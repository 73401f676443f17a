"""What a citizen has done, as lines of the Monday page: each is put away with one touch."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.course.queries.ended import EndedMine
from landfast.insight.asks import Asked, Asks
from landfast.insight.monday import Ask
from landfast.kernel.clock import date_in_denmark
from landfast.meetings.rules import Attends
from landfast.network.rules import SeatAnswer
from landfast.plan.rules.words import Standing
from landfast.programmes.rules import NEED_NAMES
from landfast.web.course.ended_present import ENDS
from landfast.web.insight.monday_present import WaitingLine
from landfast.web.meetings.ahead import also_no
from landfast.web.pages import to
from landfast.web.parts.shapes import Act
from landfast.web.spoken import day

_SENTENCES = {
    Asks.CANCELLED: gettext_lazy("Har aflyst jeres møde."),
    Asks.PAUSED: gettext_lazy("Har sat forløbet på pause til %(day)s."),
    Asks.RESUMED: gettext_lazy("Er i gang igen efter pausen."),
    Asks.APPOINTED: gettext_lazy("Du er valgt som koordinator. Ring, og sig velkommen."),
    Asks.COVERING: gettext_lazy(
        "Du dækker til %(day)s, fordi %(name)s ikke kan mere. Ring, og sig det til borgeren."
    ),
    Asks.CORRECTED: gettext_lazy("Har skrevet en rettelse til referatet."),
    Asks.UNSHARED: gettext_lazy("Deler ikke mere med %(name)s."),
    Asks.LEFT_OUT: gettext_lazy("Har sagt nej til, at %(name)s er med og læser."),
}
_OTHERWISE = {
    Attends.BY_PHONE: gettext_lazy("Vil være med på telefon, når I mødes."),
    Attends.OWN_WORD: gettext_lazy("Kommer ikke selv til mødet, men har sendt sit ord."),
    Attends.REPRESENTED: gettext_lazy("Kommer ikke selv til mødet. En anden taler for borgeren."),
    Attends.POINTS: gettext_lazy("Kommer ikke selv til mødet. Tag kun det, I har aftalt."),
}
_SEAT = {
    SeatAnswer.NOT_NOW: gettext_lazy("Vil ikke have nogen på den tomme plads nu: %(need)s."),
    SeatAnswer.NEVER: gettext_lazy("Vil ikke spørges mere om den tomme plads: %(need)s."),
}
_WISH = {
    "new": gettext_lazy("Har skrevet et nyt ønske."),
    Standing.GOAL.value: gettext_lazy("Har gjort et ønske til sit mål."),
    Standing.ASIDE.value: gettext_lazy("Har lagt et ønske væk."),
}
_OTHER_WISH = gettext_lazy("Har ændret et ønske.")
_ACTS = {
    Asks.CORRECTED: (gettext_lazy("Læs referatet"), "minutes"),
    Asks.UNSHARED: (gettext_lazy("Se, hvem der læser"), "sharing"),
    Asks.WISH: (gettext_lazy("Åbn planen"), "plan"),
    Asks.CANNOT_COME: (gettext_lazy("Find en ny dag"), "find_time"),
    Asks.CANCELLED: (gettext_lazy("Gå til møderne"), "meetings"),
    Asks.OTHERWISE: (gettext_lazy("Se mødet"), "prepare_meeting"),
    Asks.NO_GUEST: (gettext_lazy("Se mødet"), "prepare_meeting"),
    Asks.NO_SEAT: (gettext_lazy("Se netværket"), "network"),
    Asks.LEFT_OUT: (gettext_lazy("Se netværket"), "network"),
    Asks.SAID_NO: (gettext_lazy("Åbn aftalen"), "agreement"),
    Asks.NOT_HAPPENED: (gettext_lazy("Åbn aftalen"), "agreement"),
}
_ABOUT = frozenset({"minutes", "find_time", "prepare_meeting", "agreement"})


def heard_line(one: Ask) -> WaitingLine:
    """One line: what was done, where to act, and "Jeg har set det"."""
    asked = one.asked
    seen = Act(_("Jeg har set det"), to("note_heard", asked.course_id, asked.event), "post")
    when = None if asked.what in {Asks.PAUSED, Asks.COVERING, Asks.HANDED} else asked.when
    return WaitingLine(_sentence(one), one.course.name, when, _act(asked), seen)


def ended_line(one: EndedMine) -> WaitingLine:
    """A course that somebody else has ended: my access is over, and whom to ask stands behind."""
    seen = Act(_("Jeg har set det"), to("note_heard", one.course_id, one.course_id), "post")
    sentence = _("%(how)s Din adgang er slut.") % {"how": ENDS[one.ending]}
    act = Act(_("Se, hvem du kan spørge"), to("course", one.course_id))
    return WaitingLine(sentence, one.citizen, date_in_denmark(one.ended_at), act, seen)


def _sentence(one: Ask) -> str:
    asked = one.asked
    if asked.what in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[asked.what](one)
    until = day(asked.when) if asked.when else ""
    return str(_SENTENCES[asked.what]) % {"name": asked.who or asked.answer, "day": until}


def _otherwise(one: Ask) -> str:
    return str(_OTHERWISE[Attends(one.asked.answer)])


def _not_happened(one: Ask) -> str:
    what = one.said.text if one.said else ""
    return _("Siger, at det ikke skete: %(what)s") % {"what": what}


def _asked_over(one: Ask) -> str:
    said = _("%(lead)s har spurgt %(name)s om at tage forløbet. Det er dit, til svaret er ja.")
    return said % {"lead": one.asked.answer, "name": one.asked.who}


def _handed(one: Ask) -> str:
    """To who held it, with the last day of reading; to the second, who goes on being it."""
    name, last = one.asked.who, one.asked.when
    if last is None:
        return _("%(name)s er koordinator nu. Du er stadig makker.") % {"name": name}
    said = _("%(name)s er koordinator nu. Du kan læse med til og med %(day)s.")
    return said % {"name": name, "day": day(last)}


def _wish(one: Ask) -> str:
    return str(_WISH.get(one.asked.answer, _OTHER_WISH))


def _no_seat(one: Ask) -> str:
    need = _(NEED_NAMES[one.asked.need]) if one.asked.need else ""
    return str(_SEAT[SeatAnswer(one.asked.answer)]) % {"need": need}


def _cannot(one: Ask) -> str:
    return " ".join(filter(None, (_("Kan ikke komme til mødet."), also_no(one.asked.others))))


def _said_no(one: Ask) -> str:
    what = one.said.text if one.said else ""
    if one.asked.who:
        return _("%(name)s har sagt nej til aftalen: %(what)s") % {
            "name": one.asked.who, "what": what,
        }  # fmt: skip
    return _("Der er sagt nej til aftalen: %(what)s") % {"what": what}


def _no_guest(one: Ask) -> str:
    """Somebody close is not named on a page of many citizens."""
    if one.asked.who:
        return _("Vil ikke have %(name)s med til mødet.") % {"name": one.asked.who}
    return _("Har taget en af sine nærmeste af listen til mødet.")


def _act(asked: Asked) -> Act:
    label, page = _ACTS.get(asked.what, (_("Åbn forløbet"), "course"))
    keys = [asked.course_id, asked.about] if page in _ABOUT else [asked.course_id]
    return Act(str(label), to(page, *keys))


_OF_THEIR_OWN: dict[Asks, Callable[[Ask], str]] = {
    Asks.CANNOT_COME: _cannot, Asks.OTHERWISE: _otherwise, Asks.SAID_NO: _said_no,
    Asks.NOT_HAPPENED: _not_happened, Asks.WISH: _wish, Asks.NO_SEAT: _no_seat,
    Asks.NO_GUEST: _no_guest, Asks.ASKED_OVER: _asked_over,
    Asks.HANDED: _handed,
}  # fmt: skip
"""Whose sentence says more than a name and a day."""
