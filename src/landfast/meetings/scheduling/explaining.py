"""Why a meeting got no time, in words that say what could be changed."""

from landfast.kernel.text import da
from landfast.meetings.scheduling.possible import Calendar
from landfast.meetings.scheduling.shapes import Meeting, Reason, Why

SAID = {
    Reason.NOTICE: da("Perioden er forbi, før varslet er givet."),
    Reason.CITIZEN: da(
        "Borgerens egne tider passer ikke med perioden. Spørg, om perioden kan være længere."
    ),
    Reason.ONE: da("{who} har ingen tid, der passer, i perioden."),
    Reason.TOGETHER: da(
        "De, der skal være med, er aldrig fri på samme tid. Uden {who} kunne det lade sig gøre."
    ),
    Reason.NEVER: da("De, der skal være med, er aldrig fri på samme tid."),
    Reason.ROLE: da("Ingen, der kan være {who}, er fri, når de andre er."),
    Reason.ROOM: da("Der er ikke et lokale, der er stort nok og frit, når de andre er fri."),
    Reason.TAKEN: da("Alle de tider, der var mulige, er taget af andre møder."),
}


def said(why: Why) -> str:
    """The sentence in Danish, with the ids of the file."""
    return SAID[why.reason].format(who=", ".join(why.whom))


def why_not(calendar: Calendar, meeting: Meeting) -> Why:
    """The first thing that stands in the way, from the citizen outwards."""
    if calendar.first_day(meeting) > meeting.window.last:
        return Why(Reason.NOTICE)
    if not calendar.shared(meeting, ()):
        return Why(Reason.CITIZEN)
    for person in meeting.must:
        if not calendar.shared(meeting, (person,)):
            return Why(Reason.ONE, (person,))
    together = calendar.shared(meeting, meeting.must)
    if not together:
        return _who_is_in_the_way(calendar, meeting)
    for seat in meeting.seats:
        alone = [calendar.shared(meeting, (*meeting.must, person)) for person in seat.any_of]
        if not any(alone):
            return Why(Reason.ROLE, (seat.role,))
    return Why(Reason.TAKEN) if calendar.options(meeting) else _room_or_roles(calendar, meeting)


def _who_is_in_the_way(calendar: Calendar, meeting: Meeting) -> Why:
    for person in meeting.must:
        rest = tuple(other for other in meeting.must if other != person)
        if calendar.shared(meeting, rest):
            return Why(Reason.TOGETHER, (person,))
    return Why(Reason.NEVER)


def _room_or_roles(calendar: Calendar, meeting: Meeting) -> Why:
    if not calendar.starts(meeting):
        return Why(Reason.ROLE, tuple(seat.role for seat in meeting.seats))
    return Why(Reason.ROOM)
