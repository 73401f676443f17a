"""The rules about signs in her life (ED). Off until there is a ground; then a question."""

from landfast.kernel.text import da
from landfast.redthread.rules import early
from landfast.redthread.rules.rule import OFFICER, Rule
from landfast.redthread.rules.words import Act, Category, Severity

ACUTE = da(
    "Er der fare nu, så ring 112. Ellers: ring til borgeren, egen læge eller akutmodtagelsen."
)
_ASKED = da("Vi vil gerne høre, hvordan du har det. Du bestemmer, om du vil tale om det.")
_UNKNOWN = da("Vi ved ikke, hvorfor, og om nogen allerede har spurgt.")

_SIGNS: tuple[tuple[str, str, str, str], ...] = (
    ("ED-01", da("Uddannelsesstop uden opfølgning"), "S002 §2.2.1",
     da("Bed ungevejlederen ringe, og spørg, hvordan det går.")),
    ("ED-02", da("Gentagne udeblivelser"), "S002 Bilag 3; D",
     da("Opsøg borgeren, og spørg hvorfor. Send ikke kun et brev.")),
    ("ED-03", da("Tab af forsørgelse"), "S002", da("Få økonomien afklaret inden tre hverdage.")),
    ("ED-04", da("Henvendelse fra nabo eller vicevært"), "S002",
     da("Tag hjem til borgeren, og spørg til det hele.")),
    ("ED-05", da("Kontakt mistet"), "S002 Bilag 3",
     da("Opsøg borgeren sammen med en, borgeren kender, og spørg egen læge.")),
    ("ED-06", da("Tegn på, at hverdagen er svær"), "S002",
     da("Spørg borgeren, hvad der ville hjælpe.")),
    ("ED-07", da("Medicinstop"), "S002; S001 boks 1.3",
     da("Spørg borgeren, om behandleren må få det at vide.")),
    ("ED-08", da("Nyt eller stigende rusmiddelbrug"), "S002; S001",
     da("Tal med borgeren om det, og tilbyd en rådgiver.")),
    ("ED-09", da("Langvarig sygemelding eller jobtab"), "S002 Jens Bilag 3; D",
     da("Tal med egen læge og jobcenter om, hvordan borgeren har det psykisk.")),
    ("ED-10", da("Boligtab eller hjemløshed"), "S001 §1.3",
     da("Lav en boligplan, og hold et akut møde.")),
    ("ED-11", da("Bekymring fra de nærmeste"), "S002",
     da("Lyt, skriv det ned, og ring til borgeren. Fortæl ikke noget tilbage uden et ja.")),
    ("ED-12", da("Tegn på psykose eller selvmordstanker"), "S002 §2.2.1", ACUTE),
    ("ED-13", da("Afvist akuthenvendelse"), "S002 Bilag 3 P4",
     da("Ring til borgeren inden et døgn.")),
    ("ED-14", da("Positiv undersøgelse uden opfølgning"), "S002 Jens",
     da("Henvis, eller aftal med borgeren, hvornår I taler om det igen.")),
    ("ED-15", da("Mindre samvær med børn"), "S002 Jens",
     da("Spørg borgeren, og tilbyd hjælp fra familieafdelingen. Er du bekymret for et barn nu, "
        "så underret i dag.")),
    ("ED-16", da("Kontakt med politi eller beredskab"), "S002; S001",
     da("Spørg borgeren, hvem der må vide det.")),
    ("ED-18", da("Tab af en, der bar hverdagen"), "S001 boks 1.3", da("Se på støtten igen.")),
)  # fmt: skip


def _rule(code: str, name: str, source: str, suggests: str) -> Rule:
    return Rule(
        code, name, Severity.QUESTION, early.SINGLE[code], suggests, _UNKNOWN, _ASKED, Act.CALL,
        OFFICER, source, Category.EARLY,
    )  # fmt: skip


RULES: tuple[Rule, ...] = (
    *(_rule(*sign) for sign in _SIGNS),
    Rule(
        "ED-90", da("Flere ting på én gang"), Severity.QUESTION, early.signs_gather,
        da("Lad et menneske se på det hele, og foreslå borgeren et netværksmøde."), _UNKNOWN,
        _ASKED, Act.MEET, OFFICER, "D", Category.EARLY,
    ),
)  # fmt: skip
