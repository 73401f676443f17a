"""An organisation's rules as tables: what each looks for, from when, and who changed it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from landfast.journeys.keep_rules import KeptRules
from landfast.kernel.clock import date_in_denmark
from landfast.redthread.queries.choosing import SettingRow
from landfast.redthread.rules.choosing import FEW, LIVED, TOLD_FROM
from landfast.redthread.rules.groups import grouped
from landfast.redthread.rules.limits import SHIPPED
from landfast.redthread.rules.measures import MEASURES, uses
from landfast.redthread.rules.rule import Rule
from landfast.redthread.rules.words import SEVERITY_NAMES, Category
from landfast.web.pages import to
from landfast.web.parts.shapes import Cell, Empty, Table


@dataclass(frozen=True)
class Group:
    """Some of the rules: what they are about, how many of them look, and each of them."""

    name: str
    looks: str
    table: Table


def about_us(kept: KeptRules) -> list[Group]:
    """The rules that judge us, by what they are about."""
    return [
        Group(_(name), _looks(rules, kept), _table(_(name), rules, kept))
        for name, rules in grouped(rule for rule in LIVED if rule.category is not Category.EARLY)
    ]


def _looks(rules: list[Rule], kept: KeptRules) -> str:
    on = sum(kept.chosen.is_on(rule) for rule in rules)
    if on == len(rules):
        return _("%(all)s regler, alle ser efter") % {"all": on}
    return _("%(all)s regler, %(on)s ser efter") % {"all": len(rules), "on": on}


def forgets(signs: int) -> str:
    """What is lost with the ground, to who is about to take it back; few are not counted."""
    if not signs:
        return _("Der er ikke skrevet nogen tegn, som står nu.")
    if signs == FEW:
        lost = _("Færre end %(least)s tegn bliver glemt. De kan ikke hentes igen.")
        return lost % {"least": TOLD_FROM}
    return _("%(signs)s tegn bliver glemt. De kan ikke hentes igen.") % {"signs": signs}


def about_signs(kept: KeptRules) -> Table:
    """The rules that ask about signs in her life."""
    rules = [rule for rule in LIVED if rule.category is Category.EARLY]
    return _table(_("Regler om tegn i borgerens liv"), rules, kept)


def _table(caption: str, rules: list[Rule], kept: KeptRules) -> Table:
    heads = (_("Regel"), _("Ser efter"), _("Fra hvornår"), _("Ændret"))
    return Table(caption, heads, tuple(_row(rule, kept) for rule in rules), hide_caption=True)


def _row(rule: Rule, kept: KeptRules) -> tuple[Cell, ...]:
    newest = next(iter(kept.of(rule)), None)
    return (
        Cell(_(rule.name), to("change_rule", kept.organisation.id, rule.code)),
        Cell(_("Ja") if kept.chosen.is_on(rule) else _("Nej")),
        Cell("; ".join(_figures(rule, kept)) or _("Med det samme")),
        Cell(by(newest) if newest else _("Som sendt med Landfast")),
    )


def _figures(rule: Rule, kept: KeptRules) -> list[str]:
    return [
        f"{_(MEASURES[name].text)}: {getattr(kept.chosen.limits, name)}" for name in uses(rule.code)
    ]


def by(row: SettingRow) -> str:
    """When, and by whom."""
    day = date_in_denmark(row.at)
    return f"{day.day}.{day.month}.{day.year}, {row.by}"


def texts(rule: Rule) -> list[tuple[str, str]]:
    """What a rule says to whom, and who owns it."""
    weight = "" if rule.category is Category.EARLY else _(SEVERITY_NAMES[rule.severity])
    said = [
        (_("Forslag til jer"), _(rule.suggests)), (_("Det ved vi ikke"), _(rule.unknown)),
        (_("Det læser borgeren"), _(rule.to_citizen)), (_("Hvor meget det betyder"), weight),
        (_("Ejer"), _(rule.owner)),
    ]  # fmt: skip
    return [(name, words) for name, words in said if words]


def history(rule: Rule, kept: KeptRules) -> Table:
    """Every choice about the rule, the newest first."""
    rows = tuple((Cell(_said(row)), Cell(by(row))) for row in kept.of(rule))
    return Table(
        _("Sådan er reglen ændret"), (_("Valg"), _("Hvornår og hvem")), rows,
        empty=Empty(_("Reglen er, som den er sendt med Landfast.")),
    )  # fmt: skip


def _said(row: SettingRow) -> str:
    if row.name not in MEASURES:
        return _("Slået til") if row.value else _("Slået fra")
    usual = getattr(SHIPPED, row.name)
    words = f"{_(MEASURES[row.name].text)}: {row.value}"
    return words if row.value != usual else _("%(what)s (som sendt med)") % {"what": words}
