"""The course as parts of a page: ribbon, who holds it, the next step."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext as _

from landfast.access.rules import Permission
from landfast.course.queries.coordinators import Candidate
from landfast.course.queries.courses import CourseFrame, CourseView
from landfast.course.queries.history import Stay
from landfast.course.rules.holding import Holders
from landfast.course.rules.states import NAMES, OVER
from landfast.course.rules.words import Ending, State
from landfast.kernel.clock import date_in_denmark
from landfast.web.course.ended_present import ENDS
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Card, Empty, NextStep, Person, Ribbon, Station
from landfast.web.spoken import short_day
from landfast.web.templatetags.landfast import dial

PLACES: dict[State, int] = {
    State.DETECTED: 0, State.ASSESSMENT: 0, State.WAITING: 0, State.REOPENED: 1,
    State.START: 1, State.ACTIVE: 2, State.CLOSING: 3,
    State.CLOSED: 4, State.STOPPED: 4, State.DECLINED: 4,
}  # fmt: skip
AT_ONCE = frozenset({"keep_going", "activate_course"})  # one touch, no page between


def ribbon(frame: CourseFrame, stays: Collection[Stay]) -> Ribbon | None:
    """The four phases (S004 §3.2.3) and where the course is; no line over a death.

    A course has reached the phases that it has been in, and no others, also when it closes early.
    A pause stands in the phase in which it was begun, and that phase goes on after it.
    """
    if frame.ending is Ending.DEATH:
        return None
    places = list(_places(stays))
    here, been = places[-1][0] if places else PLACES.get(frame.state, 1), {n for n, _ in places}
    names = (_("Visitation"), _("Opstart"), _("Netværksmøder"), _("Afslutning"))
    if frame.state in OVER:
        ended = [Station(name, "done" if n in been else "never") for n, name in enumerate(names)]
        return Ribbon(tuple(ended), ended=frame.since)
    stations = tuple(Station(name, _standing(n, here, been)) for n, name in enumerate(names))
    return Ribbon(stations, places[-1][1] if places else frame.since)


def _standing(n: int, here: int, been: set[int]) -> Literal["done", "now", "later", "never"]:
    if n == here:
        return "now"
    return "later" if n > here else "done" if n in been else "never"


def _places(stays: Collection[Stay]) -> Iterator[tuple[int, date]]:
    """The phases in their order, each with the day on which it began; a pause begins none."""
    before = None
    for stay in stays:
        if stay.state is State.PAUSED:
            continue
        if stay.state is not before:
            yield PLACES[stay.state], date_in_denmark(stay.since)
        before = stay.state


def holder_people(held: Holders) -> list[Person]:
    """The one with the arc, who covers now, the second."""
    rows = []
    if held.holder and not held.is_cover:
        rows.append(_person(held.holder, _("Koordinator"), arc=True))
    if held.deputy:
        until = short_day(held.deputy.until) if held.deputy.until else ""
        role = _("Dækker for koordinatoren til og med %(day)s") % {"day": until}
        rows.append(_person(held.deputy, role))
    if held.beside:
        rows.append(_person(held.beside, _("Makker: svarer, når koordinatoren ikke er der")))
    return rows


def no_second(view: CourseView, step: NextStep | None) -> Act | None:
    """Nobody is the second (domain 0.8), whatever comes first today; None when the step asks it."""
    url = to("name_second", view.frame.id)
    runs = view.held.holder is not None
    if not runs or view.held.second or (step and step.act.url == url):
        return None
    return Act(_("Vælg makker"), url if view.may(Permission.COORDINATOR_COVER) else "")


def vacancy(held: Holders) -> Empty | None:
    """A course without a coordinator: the arc is missing."""
    if not held.is_cover or held.holder is None:
        return None
    until = short_day(held.cover_until) if held.cover_until else ""
    name, number = held.holder.name, dial(held.holder.phone)
    return Empty(
        _("%(name)s dækker, til der er en ny. Senest %(day)s.") % {"name": name, "day": until},
        Act(_("Ring til %(name)s") % {"name": name}, f"tel:{number}") if number else None,
        "no_arc", _("Ledig: der er ingen koordinator lige nu"),
    )  # fmt: skip


def _person(holder: object, role: str, *, arc: bool = False) -> Person:
    name, phone = getattr(holder, "name", ""), getattr(holder, "phone", "")
    return Person(name, role, phone, is_coordinator=arc)


@dataclass(frozen=True)
class CandidateLine:
    """A candidate on the form: the name and plain reasons for and against."""

    name: str
    unit: str
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    cannot: bool = False
    """Nobody can choose this one today: the name stands there with its why, and no dot to set."""

    def __str__(self) -> str:
        return self.name


def candidate_choices(rows: list[Candidate]) -> list[tuple[str, CandidateLine]]:
    """Candidates by name. The reasons stand beside; there is no score."""
    return [(str(row.person.id), _line(row)) for row in rows]


def second_choices(rows: list[Candidate]) -> list[tuple[str, CandidateLine]]:
    """Who could be the second: not how many courses they hold, but whether they are there."""
    return [
        (str(row.person.id), replace(_line(row), reasons=_known(row), against=_gone(row)))
        for row in rows
    ]  # fmt: skip


def _known(row: Candidate) -> tuple[str, ...]:
    return _line(row).reasons[:1] if row.is_former or row.known_since else ()


def _gone(row: Candidate) -> tuple[str, ...]:
    return (_("Er væk lige nu"),) if row.standing.is_away else ()


def offer(field: Any, rows: list[Candidate]) -> None:
    """Fill a field with candidates. What is true of all of them is said once."""
    decide = any(row.standing.decides for row in rows)
    field.choices = candidate_choices(rows)
    field.help_text = (
        _("De andre end dem, det står ved, træffer ikke afgørelser om borgeren.") if decide
        else _("Ingen af dem træffer afgørelser om borgeren.") if rows
        else _("Ingen kan vælges lige nu. Spørg daglig leder.")
    )  # fmt: skip


def _line(row: Candidate) -> CandidateLine:
    load = row.standing.load
    known = _("Har været koordinator for borgeren før") if row.is_former else ""
    if row.known_since and not row.is_former:
        known = _("Kender borgeren siden %(day)s") % {"day": short_day(row.known_since)}
    held = _("Har %(held)s forløb ud af %(cap)s") % {"held": load.held, "cap": load.cap}
    asked = _("Er spurgt om %(n)s mere") % {"n": load.asked} if load.asked else ""
    new = _("Er ny, og skal have færre") if load.is_new else ""
    against = [
        _("Træffer afgørelser om borgeren") if row.standing.decides else "",
        _("Er væk lige nu") if row.standing.is_away else "",
        _("Har ikke plads til flere") if load.is_full else "",
    ]
    return CandidateLine(
        row.person.name, row.unit, tuple(filter(None, (known, held, asked, new))),
        tuple(filter(None, against)), row.standing.is_away,
    )  # fmt: skip


def sections(view: CourseView) -> list[Card]:
    """Where the content lives: plan, meetings, network. Not for a frame-only viewer."""
    if not view.whole:
        return []
    pages = (
        ("plan", _("Planen"), _("Ønsker, mål og aftaler")),
        ("other_plans", _("Andre planer"), _("Hvem der ellers har en plan, og hvad den kræver")),
        ("meetings", _("Møderne"), _("Forbered, hold og følg op")),
        ("network", _("Netværket"), _("Dem, der er omkring borgeren")),
    )
    return [Card(head, text, url=to(name, view.frame.id)) for name, head, text in pages]


def acts(view: CourseView) -> list[Act]:
    """What else the viewer may do from here; each button asks the same table as its gate."""
    course = view.frame.id
    runs = view.held.holder is not None
    found = [
        (view.frame.state is State.START and view.whole and view.may(Permission.COURSE_MOVE),
         _("Svaret fra visitationen"), "assess"),
        (view.may_move("activate"), _("Begynd netværksmøderne"), "activate_course"),
        (view.may_move("pause"), _("Hold pause"), "pause_course"),
        (view.may_move("go_on"), _("Fortsæt forløbet"), "keep_going"),
        (view.wish is not None, _("Svar borgeren"), "answer_change"),
        (runs and view.may(Permission.COORDINATOR_COVER),
         _("Skift makker") if view.held.second else _("Vælg makker"), "name_second"),
        (runs and not view.offer and view.may(Permission.COORDINATOR_HAND_OVER),
         _("Overdrag forløbet"), "hand_over"),
        (view.may_move("wind_up"), _("Begynd afslutningen"), "begin_closing"),
        (view.may_move("stop"), _("Borgeren vil stoppe"), "stop_course"),
        (view.may(Permission.COURSE_MOVE) and view.frame.state not in OVER,
         _("Borgeren flytter"), "move_away"),
        (view.may(Permission.COURSE_MOVE) and view.frame.state not in OVER,
         _("Borgeren er død"), "note_death"),
        (view.may(Permission.CORRECTION_ANSWER), _("Det, borgeren vil have rettet"), "corrections"),
        (view.may(Permission.RECORD_HAND_OUT), _("Udlever alt om borgeren"), "hand_out_record"),
    ]  # fmt: skip
    return [
        Act(label, to(name, course), "post" if name in AT_ONCE else "get")
        for may, label, name in found if may
    ]  # fmt: skip


def state_line(frame: CourseFrame) -> str:
    """How the course stands, when the ribbon alone does not say it."""
    if frame.ending and frame.state in OVER:
        return str(ENDS[frame.ending])
    if frame.state is State.PAUSED:
        until = short_day(frame.review_on) if frame.review_on else ""
        return _("På pause. I ser på det igen %(day)s.") % {"day": until}
    return "" if PLACES[frame.state] in range(1, 4) else _(NAMES[frame.state])
