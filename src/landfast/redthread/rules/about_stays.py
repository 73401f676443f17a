"""The rules about hospital stays (SC). Off here: they come with the hospital's own contacts."""

from landfast.kernel.text import da
from landfast.redthread.rules import screening
from landfast.redthread.rules.rule import HOSPITAL, Rule
from landfast.redthread.rules.words import Act, Category, Severity

_UNKNOWN = da("Vi ved ikke, om indlæggelsen kunne være undgået. Den kan have været det rigtige.")
_TOLD = da("Vi ser på, hvordan næste gang kan blive lettere for dig.")
_AFTER = da("Ring til borgeren næste hverdag.")
INFO, MEDIUM = Severity.INFO, Severity.MEDIUM

RULES: tuple[Rule, ...] = tuple(
    Rule(code, name, weight, find, suggests, _UNKNOWN, _TOLD, Act.CALL, HOSPITAL, source,
         Category.SCREENING)
    for code, name, weight, find, suggests, source in (
        ("SC-01", da("Akut genindlæggelse"), INFO, screening.readmitted, _AFTER, "S001 def.boks"),
        ("SC-02", da("Indlagt mange gange"), INFO, screening.often_admitted,
         da("Spørg borgeren, om det skal tages op på et analysemøde."), "S001 fodnote 1"),
        ("SC-03", da("Kort indlæggelse"), INFO, screening.short_stay, _AFTER, "S001 boks 1.1, 1.4"),
        ("SC-04", da("Udskrevet uden for dagtid"), INFO, screening.discharged_out_of_hours, _AFTER,
         "S001 boks 1.4; D"),
        ("SC-05", da("Genindlæggelse inden tre dage"), MEDIUM, screening.readmitted_soon,
         da("Gå udskrivningen igennem sammen med borgeren."), "S001 boks 1.1"),
        ("SC-06", da("Mellem to tilbud"), MEDIUM, screening.between_offers,
         da("Lav en boligplan sammen med borgeren."), "S001 boks 1.3-1.4"),
    )
)  # fmt: skip
