"""What a citizen has done, as lines of the Monday page: each is put away with one touch."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.course.queries.ended import EndedMine
from landfast.insight.asks import Asked, Asks
from landfast.insight.monday import Ask
from landfast.kernel.clock import date_in_denmark
from landfast.meetings.rules import Attends
from landfast.network.rules import SeatAnswer
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
    Asks.LEFT_OUT: gettext_lazy("Har sagt nej til, at %(name)s er med og læser."),
    Asks.NO_GUEST: gettext_lazy("Vil ikke have %(name)s med til mødet."),
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
_ACTS = {
    Asks.CANNOT_COME: (gettext_lazy("Find en ny dag"), "find_time"),
    Asks.CANCELLED: (gettext_lazy("Gå til møderne"), "meetings"),
    Asks.OTHERWISE: (gettext_lazy("Se mødet"), "prepare_meeting"),
    Asks.NO_GUEST: (gettext_lazy("Se mødet"), "prepare_meeting"),
    Asks.NO_SEAT: (gettext_lazy("Se netværket"), "network"),
    Asks.LEFT_OUT: (gettext_lazy("Se netværket"), "network"),
    Asks.SAID_NO: (gettext_lazy("Åbn aftalen"), "agreement"),
    Asks.NOT_HAPPENED: (gettext_lazy("Åbn aftalen"), "agreement"),
}
_ABOUT = frozenset({"find_time", "prepare_meeting", "agreement"})


def heard_line(one: Ask) -> WaitingLine:
    """One line: what was done, where to act, and "Jeg har set det"."""
    asked = one.asked
    seen = Act(_("Jeg har set det"), to("note_heard", asked.course_id, asked.event), "post")
    when = None if asked.what is Asks.PAUSED else asked.when
    return WaitingLine(_sentence(one), one.course.name, when, _act(asked), seen)


def ended_line(one: EndedMine) -> WaitingLine:
    """A course that somebody else has ended: my access is over, and whom to ask stands behind."""
    seen = Act(_("Jeg har set det"), to("note_heard", one.course_id, one.course_id), "post")
    sentence = _("%(how)s Din adgang er slut.") % {"how": ENDS[one.ending]}
    act = Act(_("Se, hvem du kan spørge"), to("course", one.course_id))
    return WaitingLine(sentence, one.citizen, date_in_denmark(one.ended_at), act, seen)


def _sentence(one: Ask) -> str:
    asked = one.asked
    if asked.what is Asks.CANNOT_COME:
        return _cannot(asked)
    if asked.what is Asks.OTHERWISE:
        return str(_OTHERWISE[Attends(asked.answer)])
    if asked.what is Asks.SAID_NO:
        return _said_no(one)
    if asked.what is Asks.NOT_HAPPENED:
        what = one.said.text if one.said else ""
        return _("Siger, at det ikke skete: %(what)s") % {"what": what}
    if asked.what is Asks.NO_SEAT and asked.need:
        return str(_SEAT[SeatAnswer(asked.answer)]) % {"need": _(NEED_NAMES[asked.need])}
    until = day(asked.when) if asked.when else ""
    return str(_SENTENCES[asked.what]) % {"name": asked.who, "day": until}


def _cannot(asked: Asked) -> str:
    return " ".join(filter(None, (_("Kan ikke komme til mødet."), also_no(asked.others))))


def _said_no(one: Ask) -> str:
    what = one.said.text if one.said else ""
    if one.asked.who:
        return _("%(name)s har sagt nej til aftalen: %(what)s") % {
            "name": one.asked.who, "what": what,
        }  # fmt: skip
    return _("Der er sagt nej til aftalen: %(what)s") % {"what": what}


def _act(asked: Asked) -> Act:
    label, page = _ACTS.get(asked.what, (_("Åbn forløbet"), "course"))
    keys = [asked.course_id, asked.about] if page in _ABOUT else [asked.course_id]
    return Act(str(label), to(page, *keys))
