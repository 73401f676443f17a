"""Why a meeting got no time, in words that say what could be changed."""

from landfast.meetings.scheduling.possible import Calendar
from landfast.meetings.scheduling.shapes import Meeting

CITIZEN = "Borgerens egne tider passer ikke med perioden. Spørg, om perioden kan være længere."
NOTICE = "Perioden er forbi, før varslet er givet."
ONE = "{who} har ingen tid, der passer, i perioden."
TOGETHER = "De, der skal være med, er aldrig fri på samme tid. Uden {who} kunne det lade sig gøre."
NEVER = "De, der skal være med, er aldrig fri på samme tid."
ROLE = "Ingen, der kan være {role}, er fri, når de andre er."
ROOM = "Der er ikke et lokale, der er stort nok og frit, når de andre er fri."
TAKEN = "Alle de tider, der var mulige, er taget af andre møder."


def why_not(calendar: Calendar, meeting: Meeting) -> str:
    """The first thing that stands in the way, from the citizen outwards."""
    if calendar.first_day(meeting) > meeting.window.last:
        return NOTICE
    if not calendar.shared(meeting, ()):
        return CITIZEN
    for person in meeting.must:
        if not calendar.shared(meeting, (person,)):
            return ONE.format(who=person)
    together = calendar.shared(meeting, meeting.must)
    if not together:
        return _who_is_in_the_way(calendar, meeting)
    for seat in meeting.seats:
        alone = [calendar.shared(meeting, (*meeting.must, person)) for person in seat.any_of]
        if not any(alone):
            return ROLE.format(role=seat.role)
    return TAKEN if calendar.options(meeting) else _room_or_roles(calendar, meeting)


def _who_is_in_the_way(calendar: Calendar, meeting: Meeting) -> str:
    for person in meeting.must:
        rest = tuple(other for other in meeting.must if other != person)
        if calendar.shared(meeting, rest):
            return TOGETHER.format(who=person)
    return NEVER


def _room_or_roles(calendar: Calendar, meeting: Meeting) -> str:
    if not calendar.starts(meeting):
        return ROLE.format(role=", ".join(seat.role for seat in meeting.seats))
    return ROOM
