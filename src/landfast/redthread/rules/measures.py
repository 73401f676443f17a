"""The figures of the rules that an organisation can set: what each is called, and how far it goes.

What ships stands in `limits.SHIPPED`. Days unless the words say otherwise (all D, domain F2).
"""

from dataclasses import dataclass

from landfast.kernel.text import da


@dataclass(frozen=True)
class Measure:
    """A figure in words, its least and its most."""

    text: str
    least: int = 1
    most: int = 365


MEASURES: dict[str, Measure] = {
    "grace": Measure(da("Dage uden koordinator, før det vises"), 0, 90),
    "active": Measure(da("Dage efter sidste kontakt, hvor en fagperson tæller med"), 7),
    "alone": Measure(da("Dage uden de andre, før én sektor er alene"), 7),
    "vacancy_business": Measure(da("Hverdage uden en, der dækker, før det vises"), 0, 20),
    "wait": Measure(da("Dage med ventetid, før der skal være noget imens"), 7, 180),
    "refused": Measure(da("Dage efter et nej, før der skal være en ny plan"), 1, 90),
    "need": Measure(da("Dage med et behov uden aftale, før det vises"), 7, 180),
    "changes": Measure(da("Skift af kontaktperson, før det vises"), 2, 20),
    "changes_within": Measure(da("Dage tilbage, hvor skift tælles med"), 30, 730),
    "sick": Measure(da("Dage før og efter en indlæggelse, der tæller som sygdom"), 7, 90),
    "child": Measure(da("Dage til at tale om børnene"), 1, 60),
    "child_remembered": Measure(da("Dage, det vises, når ingen har talt om børnene"), 30, 730),
    "relative_agreements": Measure(da("Aftaler hos de nærmeste, før det vises"), 1, 10),
    "relative_percent": Measure(da("Procent af aftalerne hos de nærmeste, før det vises"), 10, 100),
    "relative_contacts": Measure(da("Gange, de nærmeste samler folk, før det vises"), 1, 10),
    "follow_up": Measure(da("Dage, før der skal være fulgt op"), 1, 90),
    "interval_times": Measure(da("Så mange gange den aftalte tid, før kontakten er mistet"), 1, 10),
    "interval_usual": Measure(da("Dage mellem kontakter, når intet er aftalt"), 1, 60),
    "sign": Measure(da("Dage, et tegn bliver spurgt om"), 14, 180),
    "signs": Measure(da("Forskellige tegn, før nogen ser på det hele"), 2, 10),
}  # fmt: skip

USES: dict[str, tuple[str, ...]] = {
    "RT-01": ("grace", "active"),
    "RT-03": ("relative_agreements", "relative_percent", "relative_contacts"),
    "RT-05": ("vacancy_business",),
    "RT-11": ("wait",),
    "RT-12": ("refused",),
    "RT-18": ("alone",),
    "RT-19": ("need", "active"),
    "RT-21": ("changes", "changes_within"),
    "RT-22": ("sick",),
    "RT-23": ("child", "child_remembered", "active"),
    "MA-NEED": ("need", "active"),
    "ED-01": ("sign", "follow_up"),
    "ED-05": ("sign", "interval_times", "interval_usual"),
    "ED-14": ("sign", "follow_up"),
    "ED-90": ("sign", "signs", "follow_up", "interval_times", "interval_usual"),
}
"""Which figures a rule asks. A sign without a line of its own asks how long it is new."""


def uses(code: str) -> tuple[str, ...]:
    """The figures of a rule."""
    return USES.get(code, ("sign",) if code.startswith("ED-") else ())
