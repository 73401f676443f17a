"""The rules about who is missing (MA). The citizen decides who comes (domain F1)."""

from landfast.kernel.text import da
from landfast.redthread.rules import seats
from landfast.redthread.rules.rule import TEAM, Rule
from landfast.redthread.rules.words import Act, Category, Severity

RULES: tuple[Rule, ...] = (
    Rule(
        "MA-NEED", da("Manglende aktør for behov"), Severity.MEDIUM, seats.seat_empty,
        da("Foreslå borgeren, hvem der kunne være med. Borgeren vælger."),
        da("Vi ved ikke, om borgeren har valgt det sådan."),
        da("Der er et tomt sæde ved bordet. Vil du have en med, som kan hjælpe med det?"),
        Act.INVITE, TEAM, "S002 Bilag 3; S004 §5.2", Category.MISSING_ACTOR,
    ),
    Rule(
        "MA-MANDATE", da("Beslutningsmandat mangler"), Severity.HIGH, seats.mandate_missing,
        da("Inviter en, der kan bevilge, eller få svar på telefon."),
        da("Vi ved ikke, om nogen har fået svar siden."),
        da("Ingen på mødet kunne sige ja til det, du har brug for. Vi finder en, der kan."),
        Act.ASK_LEADER, TEAM, "S002 Bilag 3; S004 §6.3", Category.MISSING_ACTOR,
    ),
    Rule(
        "MA-RELATIVE", da("Pårørende ikke inddraget"), Severity.MEDIUM, seats.relative_left_out,
        da("Spørg borgeren, om den nærmeste må være med, og tilbyd en samtale."),
        da("Vi ved ikke, om den nærmeste er spurgt på anden måde."),
        da("En af dine nærmeste hjælper meget. Vil du have personen med til mødet?"),
        Act.INVITE, TEAM, "S002 Bilag 3", Category.MISSING_ACTOR,
    ),
)  # fmt: skip
