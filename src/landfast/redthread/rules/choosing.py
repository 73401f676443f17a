"""What an organisation chooses: which rules look, from when; and its ground for seeking signs."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.redthread.rules.catalogue import BY_CODE, RULES
from landfast.redthread.rules.limits import SHIPPED, Limits
from landfast.redthread.rules.measures import MEASURES
from landfast.redthread.rules.rule import Rule
from landfast.redthread.rules.words import Category

GROUND_MAX, DOCUMENT_MAX, WHO_MAX = 500, 300, 200
FEW, TOLD_FROM = -1, 5
"""A count of signs from one to four is told as few: somebody could be known by it (GDPR art. 5)."""
TOLD_ONLY = frozenset({"ED-02", "ED-04"})
"""In case files only: absences with one are shown to no other, neighbours are not heard (0.5)."""
LIVED: tuple[Rule, ...] = tuple(
    rule for rule in RULES if rule.category is not Category.SCREENING and rule.code not in TOLD_ONLY
)
"""Rules that can look at a course. Hospital stays belong to the region's own contacts (0.11)."""


@dataclass(frozen=True)
class Chosen:
    """How an organisation's rules look: figures, which are off, and whether signs are sought."""

    limits: Limits = SHIPPED
    off: frozenset[str] = frozenset()
    signs: bool = False

    def is_on(self, rule: Rule) -> bool:
        """Rules about us unless turned off; rules about her with a ground besides (domain 0.5)."""
        return rule.code not in self.off and (rule.is_on or self.signs)

    @property
    def rules(self) -> list[Rule]:
        """All that look."""
        return [rule for rule in LIVED if self.is_on(rule)]


def chosen(values: Mapping[str, int], *, signs: bool) -> Chosen:
    """From the newest value of each name: a rule's code is 1 or 0, a figure is itself."""
    known = {field.name for field in fields(Limits)}
    figures = {name: value for name, value in values.items() if name in known}
    off = frozenset(name for name, value in values.items() if name in BY_CODE and not value)
    return Chosen(replace(SHIPPED, **figures), off, signs)


def check_figure(name: str, value: int) -> int:
    """A figure of a rule stays where it still means what its words say (D)."""
    measure = MEASURES[name]
    if not measure.least <= value <= measure.most:
        raise Wrong(
            "figure_out_of_range",
            da("Skriv et tal fra {least} til {most}."), name,
            least=measure.least, most=measure.most,
        )  # fmt: skip
    return value


def check_ground(ground: str, document: str, who: str, on: date | None, today: date) -> date:
    """A ground in law and an impact assessment, with its day and who made it (GDPR art. 35)."""
    for field, words, most in (
        ("ground", ground, GROUND_MAX), ("document", document, DOCUMENT_MAX),
        ("assessed_by", who, WHO_MAX),
    ):  # fmt: skip
        if not words.strip():
            raise Wrong("not_told", da("Skriv det. Uden det kan reglerne ikke slås til."), field)
        if len(words) > most:
            raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), field)
    if on is None or on > today:
        raise Wrong("no_day", da("Skriv den dag, vurderingen er lavet."), "assessed_on")
    return on
