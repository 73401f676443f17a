"""Those who work with her: for what, since when, what they can decide, when they are there (B2)."""

from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from landfast.course.rules.holding import Holder
from landfast.journeys.see_my_people import MyPeople
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import PersonId
from landfast.network.queries import MemberRow
from landfast.people.rules import Hours
from landfast.web.directory.views import days_in_words
from landfast.web.mine.around import stands_in
from landfast.web.mine.present import beside_lines, coordinator_line
from landfast.web.pages import to
from landfast.web.parts.shapes import Person
from landfast.web.spoken import as_known, day, hour

EVERY_DAY = [*range(7)]
ROUND_THE_CLOCK = time(0), time(23, 59)
"""As hours are kept of somebody who is always there: a day ends before midnight."""


@dataclass(frozen=True)
class Helper:
    """Somebody as a line with a number, and what is good to know of them."""

    person: Person
    facts: list[str]


def holders(seen: MyPeople) -> list[Helper]:
    """The coordinator first, who covers, and the second."""
    held = seen.course.held
    lines = [*filter(None, [coordinator_line(held)]), *beside_lines(held)]
    found = [
        Helper(line, _of_holder(one, seen, is_first=one is held.holder))
        for line, one in zip(lines, held.chain, strict=True)
    ]
    return [*found, *(Helper(line, []) for line in stands_in(seen.course))]


def _of_holder(one: Holder, seen: MyPeople, *, is_first: bool) -> list[str]:
    since = [_since(date_in_denmark(one.since))] if one.since else []
    known = {row.person_id: row for row in team(seen)}.get(one.person_id)
    said = _said(known) if known else []
    held = seen.course.held
    beside = next((one for one in (held.deputy, held.second) if one and not one.is_away), None)
    instead = _("Ellers ring til %(name)s.") % {"name": beside.name} if is_first and beside else ""
    return [*since, *said, *there(seen, one.person_id), *filter(None, [instead])]


def team(seen: MyPeople) -> list[MemberRow]:
    """The professionals around her, the closest first."""
    return [one for row in seen.spheres for one in row.people if isinstance(one, MemberRow)]


def leaving(seen: MyPeople) -> list[MemberRow]:
    """Those who stop, the first to go first: on top of the page until the day, as it runs.

    While she waits for somebody new it stands after the day too: there she says that she will not
    wait any more.
    """
    rows = team(seen) if seen.course.runs else []
    found = [
        (row.leaves_on, row)
        for row in rows
        if row.leaves_on and (row.leaves_on >= today() or row.waits)
    ]
    return [row for _on, row in sorted(found, key=lambda one: one[0])]


def helpers(seen: MyPeople) -> list[Helper]:
    """The team beside the holders; nobody stands twice."""
    above = {one.person_id for one in seen.course.held.chain}
    return [_helper(row, seen) for row in team(seen) if row.person_id not in above]


def _helper(row: MemberRow, seen: MyPeople) -> Helper:
    apart = [
        *([] if row.may_read else [_("Kan ikke læse med.")]),
        *([_("Får ikke noget at vide.")] if row.is_untold else []),
    ]
    helps = " ".join([f"{row.helps_with.rstrip('.')}.", *apart]) if apart else row.helps_with
    face = to("face", row.person_id) if row.has_face else ""
    url = to("move_my_helper", seen.course.id, row.id)
    person = Person(row.name, helps, row.phone, face, url)
    now = [*_said(row), *there(seen, row.person_id)] if seen.course.runs else []
    facts = [_since(row.since), *_leaves(row), *now]
    return Helper(person, facts)


def _since(on: date) -> str:
    return _("Med siden %(day)s.") % {"day": as_known(on, "month")}


def _leaves(row: MemberRow) -> list[str]:
    if row.leaves_on is None:
        return []
    over = row.leaves_on < today()
    said = _("Skulle stoppe %(day)s.") if over else _("Stopper %(day)s.")
    last = said % {"day": day(row.leaves_on)}
    comes = _("Bagefter kommer %(name)s.") % {"name": row.follower}
    return [last, *([comes] if row.follower else [])]


def _said(row: MemberRow) -> list[str]:
    may = _("Kan selv sige ja til: %(what)s.") % {"what": row.mandate.rstrip(".")}
    call = _("Ring til mig: %(when)s.") % {"when": row.call_when.rstrip(".")}
    return [*([may] if row.mandate else []), *([call] if row.call_when else [])]


def there(seen: MyPeople, person: PersonId) -> list[str]:
    """When she is at work, in a sentence; until when she is away."""
    known = seen.times.get(person)
    if known is None:
        return []
    if known.away:
        last = known.away[0].last
        return [_("Er væk til og med %(day)s.") % {"day": day(last)} if last else _("Er væk nu.")]
    return [_("Er der %(hours)s.") % {"hours": hours_in_words(known.hours)}] if known.hours else []


def hours_in_words(hours: list[Hours]) -> str:
    """Days with the same hours together: "mandag til torsdag kl. 8 til 15, fredag …"."""
    same: dict[tuple[time, time], list[int]] = {}
    for one in sorted(set(hours), key=lambda one: one.weekday):
        same.setdefault((one.opens, one.closes), []).append(one.weekday)
    return ", ".join(_hours(days, *times) for times, days in same.items())


def _hours(days: list[int], opens: time, closes: time) -> str:
    if (opens, closes) == ROUND_THE_CLOCK:
        every = days == EVERY_DAY
        return (
            _("døgnet rundt")
            if every
            else _("%(days)s hele døgnet") % {"days": days_in_words(days)}
        )
    return _("%(days)s kl. %(opens)s til %(closes)s") % {
        "days": days_in_words(days), "opens": hour(opens), "closes": hour(closes),
    }  # fmt: skip
