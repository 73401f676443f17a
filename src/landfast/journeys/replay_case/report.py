"""What was taken as what: a line for every event and every data field. Nothing is silent."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from landfast.kernel.text import da


class How(StrEnum):
    """What became of a piece of the story."""

    OBSERVED = "observed"
    ACT = "act"
    REFUSED = "refused"
    NOT_YET = "not_yet"
    LEFT_OUT = "left_out"


HOW_NAMES: dict[How, str] = {
    How.OBSERVED: da("gemt som iagttagelse"),
    How.ACT: da("gjort i Landfast (og gemt som iagttagelse)"),
    How.REFUSED: da("gemt som iagttagelse; en regel sagde nej til handlingen"),
    How.NOT_YET: da("gemt som iagttagelse; Landfast kan ikke bruge det endnu"),
    How.LEFT_OUT: da("ikke taget ind"),
}


_MOST = (How.ACT, How.REFUSED, How.NOT_YET, How.LEFT_OUT, How.OBSERVED)


@dataclass(frozen=True)
class Taken:
    """One event (no field) or one of its data fields, and what it was taken as."""

    line: int
    event: str
    field: str
    how: How
    sentence: str

    def __str__(self) -> str:
        name = f"{self.event}.{self.field}" if self.field else self.event
        return f"linje {self.line:>4}  {name}: {self.sentence} [{HOW_NAMES[self.how]}]"


@dataclass
class Report:
    """All lines of one replayed case."""

    case: str
    course_id: UUID | None = None
    citizen: str = ""
    coordinator: str = ""
    warnings: list[str] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)

    def add(self, line: int, event: str, name: str, how: How, sentence: str) -> None:
        """One more line."""
        self.taken.append(Taken(line, event, name, how, sentence))

    def counts(self) -> dict[str, dict[str, int]]:
        """How many events and fields became what: each is counted once, by the most it became."""
        most: dict[tuple[str, str], How] = {}
        for row in self.taken:
            key = (row.event, row.field)
            most[key] = min(most.get(key, row.how), row.how, key=_MOST.index)
        events = Counter(how.value for (_, name), how in most.items() if not name)
        fields = Counter(how.value for (_, name), how in most.items() if name)
        return {
            "events": {how.value: events[how.value] for how in How},
            "fields": {how.value: fields[how.value] for how in How},
        }

    def as_data(self) -> dict[str, Any]:
        """For `--format json`."""
        return {
            "case": self.case,
            "course_id": str(self.course_id) if self.course_id else None,
            "citizen": self.citizen,
            "coordinator": self.coordinator,
            "warnings": self.warnings,
            "counts": self.counts(),
            "taken": [asdict(row) for row in self.taken],
        }
