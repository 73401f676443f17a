"""The rules about us by what they are about: how an administrator finds one of them."""

from collections.abc import Iterable

from landfast.kernel.text import da
from landfast.redthread.rules.rule import Rule

GROUPS: dict[str, tuple[str, ...]] = {
    da("Hvem der koordinerer"): ("RT-01", "RT-02", "RT-03", "RT-04", "RT-05"),
    da("Aftaler og ventetid"): ("RT-06", "RT-07", "RT-10", "RT-11", "RT-12", "RT-19"),
    da("Møder"): ("RT-13", "RT-15", "RT-20", "MA-NEED", "MA-MANDATE"),
    da("Borgerens valg og de nærmeste"): ("RT-08", "RT-09", "RT-23", "MA-RELATIVE"),
    da("Skift og indlæggelse"): ("RT-14", "RT-21", "RT-24", "RT-25"),
    da("På tværs af sektorer"): ("RT-16", "RT-17", "RT-18", "RT-22"),
}


def grouped(rules: Iterable[Rule]) -> list[tuple[str, list[Rule]]]:
    """Rules by group, both in the order of the table; a group that none is of is left out."""
    by_code = {rule.code: rule for rule in rules}
    found = [
        (name, [by_code[code] for code in codes if code in by_code])
        for name, codes in GROUPS.items()
    ]
    return [(name, theirs) for name, theirs in found if theirs]
