"""A case file as a story line: told in advance, so there is nothing to look up (FORMAT)."""

from collections.abc import Iterator

from landfast.insight.storyline.kinds import OWN, kind_of
from landfast.insight.storyline.lanes import lanes_of
from landfast.insight.storyline.shapes import End, Event, Flag, Span, Story, Thread
from landfast.insight.storyline.stays import stays
from landfast.people.rules import role_name
from landfast.redthread.casefile import Case, CaseEvent
from landfast.redthread.checking import check
from landfast.redthread.rules.ledger import Action


def story_of(case: Case) -> Story:
    """The whole file as a picture, with what the red thread found in it when it was found."""
    events = tuple(_event(one) for one in case.events)
    return Story(
        events, phases=tuple(_phases(case)), stays=tuple(stays(events)),
        threads=tuple(_threads(case)), flags=tuple(_flags(case)),
    )  # fmt: skip


def _event(one: CaseEvent) -> Event:
    there = one.roles("attendees") or one.involved
    away = [role for role in one.roles("absent") if role not in OWN]
    present, missing = tuple(map(role_name, there)), tuple(map(role_name, away))
    return Event(
        one.id, one.when.day, kind_of(one.type), one.type, lanes_of(one.sectors, one.involved),
        one.words, one.when.precision, present, missing, (present, missing),
    )  # fmt: skip


def _phases(case: Case) -> Iterator[Span]:
    moves = [one for one in case.events if one.type == "state_change" and one.data.get("to")]
    for number, one in enumerate(moves):
        until = moves[number + 1].when.day if number + 1 < len(moves) else None
        yield Span(f"phase:{number}", str(one.data["to"]), one.when.day, until)


def _threads(case: Case) -> Iterator[Thread]:
    """What was agreed, from where it is told first to where it is told last.

    A file tells seldom how a promise ended: then its thread stays open.
    """
    told = [(one.when.day, agreed) for one in case.events for agreed in one.agreements]
    for key in dict.fromkeys(agreed.id for _day, agreed in told):
        days = [(day, agreed) for day, agreed in told if agreed.id == key]
        (since, first), (_until, last) = days[0], days[-1]
        done = last.status in {"kept", "done"}
        broken = last.status in {"broken", "not_kept"}
        end = End.KEPT if done else End.BROKEN if broken else End.OPEN
        who = role_name(last.owner_role) if last.owner_role else ""
        until = days[-1][0] if done or broken else None
        yield Thread(f"agreed:{key}", first.text or last.text, who, since, until, end, last.due)


def _flags(case: Case) -> Iterator[Flag]:
    days = {one.id: one.when.day for one in case.events}
    for number, seen in enumerate(check(case)):
        if seen.moved.action is Action.RAISE:
            found = seen.moved.finding
            values = {name: list(said) for name, said in found.found.values.items()}
            yield Flag(
                f"found:{number}", days[seen.event], found.found.says, found.rule.to_citizen, values
            )
