"""What a time costs: the citizen's wishes outrank the municipality's blocks (domain A8 d)."""

from landfast.meetings.scheduling.shapes import Cost, Meeting, Person

CITIZEN = "borger"
TEAM = "alle"

WEIGHTS = {
    "unplaced": 10_000,
    "moved": 80,
    "not_liked": 40,
    "other_place": 15,
    "not_coming_duty": 20,
    "not_coming": 12,
    "off_meeting_day": 6,
    "off_target": 1,
}
"""D: relative prices. `moved` is for a meeting that stood elsewhere in the earlier plan,
`other_place` for each step down the citizen's list, `off_target` for each day from the day
aimed at. One unplaced meeting is dearer than anything that its time could cost."""

KINDS = {
    "unplaced": "Mødet fik ikke en tid.",
    "moved": "Mødet flyttes fra den tid, det havde.",
    "not_liked": "Borgeren vil hellere på et andet tidspunkt.",
    "other_place": "Det er ikke det sted, borgeren helst vil.",
    "not_coming_duty": "Har mødepligt, men kan ikke.",
    "not_coming": "Kan ikke komme.",
    "off_meeting_day": "Ligger uden for enhedens faste mødetid.",
    "off_target": "Ligger væk fra den dag, I sigtede efter.",
}
"""What each cost is called."""


def fixed_costs(
    meeting: Meeting,
    *,
    days_off: int,
    place: str,
    is_liked: bool,
    off_block: tuple[str, ...],
    is_moved: bool,
) -> tuple[Cost, ...]:
    """What a time and a place cost before anybody else's choice: in order of weight."""
    found = []
    if is_moved:
        found.append(Cost("moved", TEAM, WEIGHTS["moved"]))
    if not is_liked:
        found.append(Cost("not_liked", CITIZEN, WEIGHTS["not_liked"]))
    rank = meeting.places.index(place)
    if rank:
        found.append(Cost("other_place", CITIZEN, rank * WEIGHTS["other_place"]))
    found += [Cost("off_meeting_day", who, WEIGHTS["off_meeting_day"]) for who in off_block]
    if days_off:
        found.append(Cost("off_target", TEAM, days_off * WEIGHTS["off_target"]))
    return tuple(found)


def absence(person: Person) -> Cost:
    """What it costs that somebody who could have come does not."""
    kind = "not_coming_duty" if person.has_duty else "not_coming"
    return Cost(kind, person.id, WEIGHTS[kind])
