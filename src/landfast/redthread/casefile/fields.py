"""The data fields of an event (FORMAT, table "Data fields") and what may stand in each.

A wrong kind of value is an error. A code that nobody knows is kept and warned of: the
story was told so. Null is allowed wherever a value is.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from landfast.course.rules.words import State
from landfast.people.rules import roles
from landfast.programmes.rules import NeedArea
from landfast.redthread.casefile.problems import Notes

Where = Callable[..., int]
Check = Callable[[Any, "Spot"], None]
FIRST, LAST = 1900, 2100
"""The years that a story can lie in: rules look days back and ahead from each."""

MOST = 100_000
"""No number of a story is larger: days, weeks and how many times."""
ID_MOST = 80
"""Signs in an id. What is made of an event or an agreement keeps it."""


class Spot:
    """A place in the file: which field of which event, on which line."""

    def __init__(self, notes: Notes, where: Where, label: str, path: tuple[str | int, ...]) -> None:
        self._notes, self._where, self.label, self.path = notes, where, label, path

    def inside(self, key: str | int) -> "Spot":
        """A field or an item of this place."""
        name = f"{self.label}[{key}]" if isinstance(key, int) else f"{self.label}.{key}"
        return Spot(self._notes, self._where, name.lstrip("."), (*self.path, key))

    def wrong(self, sentence: str) -> None:
        """What stands here cannot be read."""
        self._notes.wrong(self._where(*self.path), f"{self.label or 'Filen'} {sentence}")

    def odd(self, sentence: str) -> None:
        """What stands here is kept, but nobody knows it."""
        self._notes.odd(self._where(*self.path), f"{self.label} {sentence}")


def anything(value: Any, spot: Spot) -> None:
    """Whatever the story says; kept as it is."""


def plain(value: Any, spot: Spot) -> None:
    """A text, a number, yes or no."""
    if isinstance(value, list | dict):
        spot.wrong("skal være en tekst, et tal eller true/false.")


def text(value: Any, spot: Spot) -> None:
    """A text."""
    if not isinstance(value, str | None):
        spot.wrong("skal være en tekst.")


def text_of(most: int) -> Check:
    """A text of at most so many signs: what stands in a column, or is pointed to by."""

    def check(value: Any, spot: Spot) -> None:
        text(value, spot)
        if isinstance(value, str) and len(value) > most:
            spot.wrong(f"må højst være på {most} tegn.")

    return check


def flag(value: Any, spot: Spot) -> None:
    """Yes or no."""
    if not isinstance(value, bool | None):
        spot.wrong("skal være true eller false.")


def number(value: Any, spot: Spot) -> None:
    """A number that is not negative."""
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        spot.wrong("skal være et tal, der ikke er negativt.")
    elif value > MOST:
        spot.wrong(f"skal være et tal på højst {MOST}.")


def count(most: int) -> Check:
    """A whole number from 0 to this."""

    def check(value: Any, spot: Spot) -> None:
        whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most
        if value is not None and not whole:
            spot.wrong(f"skal være et helt tal fra 0 til {most}.")

    return check


def day(value: Any, spot: Spot) -> None:
    """A date, perhaps with a time."""
    if value is None:
        return
    if not is_day(value):
        spot.wrong("skal være en dato som 2026-03-31 (eller 2026-03-31T14:30).")
    elif not FIRST <= int(value[:4]) <= LAST:
        spot.wrong(f"skal ligge mellem {FIRST} og {LAST}: {value[:4]} er ikke et år i et forløb.")


def is_day(value: Any) -> bool:
    """Is it a date of the calendar, as the format writes it?"""
    if not isinstance(value, str):
        return False
    try:
        if "T" in value:
            datetime.strptime(value, "%Y-%m-%dT%H:%M")  # noqa: DTZ007 - a local time of the story
        else:
            date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) in (len("2026-03-31"), len("2026-03-31T14:30"))


def code(*known: str) -> Check:
    """One of these codes; another is kept and warned of."""

    def check(value: Any, spot: Spot) -> None:
        text(value, spot)
        if isinstance(value, str) and value not in known:
            spot.odd(f"kender vi ikke: {value}. Det er gemt, som det står.")

    return check


def role(value: Any, spot: Spot) -> None:
    """A role code; also one that is only told of."""
    text(value, spot)
    if isinstance(value, str) and value not in roles():
        spot.odd(f"er ikke en rolle, vi kender: {value}. Den er gemt, som den står.")


need = code(*NeedArea)


def list_of(check: Check) -> Check:
    """A list whose items are all of one kind."""

    def check_all(value: Any, spot: Spot) -> None:
        if value is None:
            return
        if not isinstance(value, list):
            spot.wrong("skal være en liste.")
            return
        for place, item in enumerate(value):
            check(item, spot.inside(place))

    return check_all


def record(fields: Mapping[str, Check], *must: str) -> Check:
    """An object with these fields; others are kept and warned of."""

    def check(value: Any, spot: Spot) -> None:
        if not isinstance(value, dict):
            spot.wrong("skal være et objekt i krøllede parenteser.")
            return
        for name in must:
            if value.get(name) in (None, ""):
                spot.wrong(f"mangler feltet {name}.")
        for name, inner in value.items():
            check_field(fields, name, inner, spot)

    return check


def check_field(fields: Mapping[str, Check], name: str, value: Any, spot: Spot) -> None:
    """One field by its name; an unknown one is warned of, never an error (FORMAT)."""
    inside = spot.inside(name)
    if name in fields:
        fields[name](value, inside)
    else:
        inside.odd("er et felt, vi ikke kender. Det er gemt, men ingen regel læser det.")


def by_role(value: Any, spot: Spot) -> None:
    """`{role: {who expects: [what]}}`."""
    each = list_of(text)
    if not isinstance(value, dict | None):
        spot.wrong("skal være et objekt med en rolle som felt.")
        return
    for name, expected in (value or {}).items():
        role(name, spot.inside(name))
        record(dict.fromkeys(expected, each) if isinstance(expected, dict) else {})(
            expected, spot.inside(name)
        )


def follow_up(value: Any, spot: Spot) -> None:
    """`{who, when, how}`, a text, or null."""
    if isinstance(value, dict):
        record({"who": text, "when": text, "how": text})(value, spot)
    else:
        text(value, spot)


_AGREEMENT = record(
    {
        "id": text_of(ID_MOST), "text_da": text,
        "owner_role": role, "due": day, "followup": follow_up,
        "status": text, "decision_by": role, "replaces": text, "goal": text,
        "needs": list_of(need),
    },
    "id",
)  # fmt: skip
_CONSENT = record(
    {"from": role, "to": role, "status": code("given", "refused", "withdrawn", "expired")},
    "to", "status",
)  # fmt: skip
_NO_SHOW = record(
    {"with": role, "count": number, "window_days": number, "consecutive": plain}, "with"
)
_DECISION = record(
    {"application": text, "outcome": text, "replacement": text, "wait_days": number,
     "replacement_covers_need": flag, "expected_wait_days": number, "interim": plain}
)  # fmt: skip

_KINDS: dict[Check, str] = {
    list_of(_AGREEMENT): "agreements",
    list_of(_CONSENT): "consents",
    list_of(_NO_SHOW): "no_shows",
    list_of(_DECISION): "decisions",
    list_of(record({"by": role, "tag": text}, "by", "tag")): "demands",
    list_of(role): "attendees absent invited coordinator_claims",
    list_of(need): "themes no_action_themes decision_needed unresolved",
    list_of(text): "agreement_updates mandates_present venue_excluded signals",
    by_role: "role_expectations",
    day: "started next_meeting no_show_date benefit_warning_for review_date",
    number: "max_size weeks los_days n days_without_contact contact_interval_days wait_days "
    "expected_wait_days relative_initiated_contacts",
    role: "reported_by with from absent_from deputy role",
    code("neighbour_complaint", "relative_concern", "possible_psychosis", "homelessness",
         "eviction_notice", "long_sick_leave", "loss_of_carer", "child_contact_decline",
         "emergency_contact"): "kind",
    code("new", "rising", "relapse", "ongoing"): "level",
    flag: "no_next_meeting_decided acute muni_informed consent_asked meeting_held ignore_time "
    "child_conversation_offered followup_within_14d joint_handover replacement_covers_need "
    "relative_objected relative_exhausted resume_complete answered eviction_warning",
    text: "format legal ward brought_by weekday response change reason substance result "
    "application outcome wish to",
    plain: "agreement legal_basis authority coordinator_authority citizen_statement "
    "representative venue home_neglect police_contact turned_home_without_plan referral plan "
    "between_offers plan_read way_back interim housing offer_expired eviction",
    anything: "demands_resolved open_agreements open_agreements_reviewed replacement",
}  # fmt: skip

DATA_FIELDS: dict[str, Check] = {
    name: check for check, names in _KINDS.items() for name in names.split()
}
"""Every data field of the format. Any event may carry any of them."""


@lru_cache(maxsize=1)
def states() -> frozenset[str]:
    """The codes a `state_change` may name in `to`."""
    return frozenset(State)
