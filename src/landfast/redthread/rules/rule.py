"""What a rule is: its code, what it finds, what could be done, in words for both sides."""

from collections.abc import Callable
from dataclasses import dataclass

from landfast.kernel.text import da
from landfast.redthread.rules.found import Found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot
from landfast.redthread.rules.words import Act, Category, Severity

LEADERS = da("Ledergruppen")
TEAM = da("Koordinatorteamet")
OFFICER = da("Databeskyttelsesrådgiveren og ledergruppen")
HOSPITAL = da("Regionens psykiatri")


@dataclass(frozen=True)
class Rule:
    """One rule of the catalogue (domain F2). Pure: the same course gives the same findings."""

    code: str
    name: str
    severity: Severity
    find: Callable[[Snapshot, Limits], list[Found]]
    suggests: str
    unknown: str
    """What Landfast does not know: a person looks before anything is done (domain E5)."""
    to_citizen: str
    act: Act
    owner: str
    source: str
    category: Category = Category.RED_THREAD

    @property
    def is_on(self) -> bool:
        """Rules about us are on; rules about her are off until there is a ground (domain 0.5)."""
        return self.category in {Category.RED_THREAD, Category.MISSING_ACTOR}

    def code_of(self, one: Found) -> str:
        """The code of a finding: with its need where the rule is one of many (MA-<BEHOV>)."""
        return f"MA-{one.code.upper()}" if one.code else self.code
