"""A plan and a problem as data for a file (`plan.schema.json`, `problem.schema.json`)."""

from datetime import timedelta
from typing import Any

from landfast.meetings.scheduling.explaining import said
from landfast.meetings.scheduling.shapes import (
    Days,
    Meeting,
    Person,
    Placed,
    Plan,
    Problem,
    Room,
    Span,
    Weekly,
)
from landfast.meetings.scheduling.weighing import KINDS

MINUTE = "%Y-%m-%dT%H:%M"


def plan_data(problem: Problem, plan: Plan) -> dict[str, Any]:
    """The plan, meetings in the order of the day."""
    placed = sorted(plan.placed.values(), key=lambda one: (one.starts, one.meeting))
    return {
        "placed": [placed_data(problem.meetings[one.meeting], one) for one in placed],
        "unplaced": [
            {"meeting": who, "why": why.reason.value, "whom": list(why.whom), "says": said(why)}
            for who, why in plan.unplaced.items()
        ],
        "figures": plan.figures,
    }


def placed_data(meeting: Meeting, placed: Placed) -> dict[str, Any]:
    """One meeting with its time, and what it cost."""
    ends = placed.starts + timedelta(minutes=meeting.minutes)
    return {
        "meeting": meeting.id,
        "starts": placed.starts.strftime(MINUTE), "ends": ends.strftime(MINUTE),
        "place": placed.place, "room": placed.room,
        "seats": {role: list(people) for role, people in placed.seats.items()},
        "coming": list(placed.coming),
        "costs": [
            {"kind": cost.kind, "whom": cost.whom, "weight": cost.weight, "says": KINDS[cost.kind]}
            for cost in placed.costs
        ],
    }  # fmt: skip


def problem_data(problem: Problem) -> dict[str, Any]:
    """The problem as a file has it."""
    return {
        "days": _days(problem.days), "planned_on": problem.planned_on.isoformat(),
        "step_minutes": problem.step,
        "closed": sorted(day.isoformat() for day in problem.free_days),
        "people": [_person(person) for person in problem.people.values()],
        "rooms": [_room(room) for room in problem.rooms.values()],
        "travel": [
            {"from": one, "to": other, "minutes": minutes}
            for (one, other), minutes in problem.travel.items()
        ],
        "meetings": [_meeting(meeting) for meeting in problem.meetings.values()],
    }  # fmt: skip


def _days(days: Days) -> dict[str, str]:
    return {"first": days.first.isoformat(), "last": days.last.isoformat()}


def _weekly(times: tuple[Weekly, ...]) -> list[dict[str, Any]]:
    return [
        {"weekday": one.weekday, "starts": f"{one.starts:%H:%M}", "ends": f"{one.ends:%H:%M}"}
        for one in times
    ]


def _spans(spans: tuple[Span, ...]) -> list[dict[str, str]]:
    return [
        {"starts": one.starts.strftime(MINUTE), "ends": one.ends.strftime(MINUTE)} for one in spans
    ]


def _person(person: Person) -> dict[str, Any]:
    found = {
        "id": person.id, "hours": _weekly(person.hours),
        "away": [_days(one) for one in person.away],
        "busy": _spans(person.busy), "base": person.base, "most_a_day": person.most_a_day,
        "has_duty": person.has_duty, "meeting_days": _weekly(person.meeting_days),
    }  # fmt: skip
    return {key: value for key, value in found.items() if value is not None}


def _room(room: Room) -> dict[str, Any]:
    return {"id": room.id, "place": room.place, "seats": room.seats, "busy": _spans(room.busy)}


def _meeting(meeting: Meeting) -> dict[str, Any]:
    stands = meeting.stands
    found = {
        "id": meeting.id, "course": meeting.course, "minutes": meeting.minutes,
        "size": meeting.size,
        "window": _days(meeting.window), "target": meeting.target.isoformat(),
        "places": list(meeting.places), "must": list(meeting.must), "may": list(meeting.may),
        "seats": [
            {"role": seat.role, "count": seat.count, "any_of": list(seat.any_of)}
            for seat in meeting.seats
        ],
        "can": _weekly(meeting.can), "likes": _weekly(meeting.likes),
        "away": [_days(one) for one in meeting.away], "notice": meeting.notice,
        "after": meeting.after, "gap": meeting.gap,
        "stands": stands and {
            "starts": stands.starts.strftime(MINUTE), "place": stands.place,
            **({"room": stands.room} if stands.room else {}), "locked": stands.is_locked,
        },
    }  # fmt: skip
    return {key: value for key, value in found.items() if value is not None}
