"""Who one can be in the demonstration, in the order to try them."""

from landfast.access.actor import Actor
from landfast.jobs.demo.scenes import Scenes
from landfast.jobs.demo.shown import Shown
from landfast.jobs.demo.town import drawn
from landfast.people.rules import PersonKind, role_name

STAFF: tuple[tuple[str, str], ...] = (
    ("agnes", "Åbn Mandag: hvem skal du ringe til først? Hold så mødet med Jens."),
    ("bjarke", "Du er makker. Dæk for Agnes, når hun er væk."),
    ("freja", "Du er ny. Svar på det forløb, Agnes har tilbudt dig."),
    (
        "lone",
        "Se, hvem der er uden koordinator. Rosa står her to gange: se på det under Fejl.",
    ),
    ("henrik", "Se Overblik: hvem venter, og hvilke aftaler er gået over tiden?"),
    ("susanne", "Svar på et forslag til en aftale."),
    ("bente", "Du er bagud med én aftale. Fortæl det med to tryk. Du er også med til Jens' møde."),
    ("lis", "Agnes spørger dig om mere støtte til Ellen. Svar ja, nej eller noget andet."),
    (
        "anja",
        "Svar på det forslag, der ligger. Find så Ellens koordinator: Hvem er koordinator? "
        "nederst på siden, med hendes opdigtede CPR-nummer {ellens_cpr}.",
    ),
    ("per", "Se, hvilke borgere du er med hos, og hvad du har lovet dem."),
    ("jens_peter", "Henvis en borger, og se dine egne aftaler."),
    (
        "jytte",
        "Åbn Delt med mig, før du sender et brev om penge. Se, hvad du må vide, og hvad ikke.",
    ),
    ("tove", "Opret en enhed, ansæt en sygeplejerske, og skriv, hvornår hun arbejder."),
    ("dagmar", "Se, hvem der har kigget, en nødadgang og et navn, som en borger har bedt om."),
)
CITIZENS: tuple[tuple[str, str], ...] = (
    ("jeanette", "Læs referatet, før de andre får det. Ret det, hvis det er forkert."),
    ("jens", "Mødet er i dag. Se, hvem der kommer, og hvorfor."),
    ("tomorrow", "Mødet er i morgen. Orker du det ikke, så se, hvad du kan gøre."),
    ("kept", "Dit forløb sluttede for år siden. Se, hvad der stadig står, og hvor længe."),
    ("just_started", "Skriv dit første ønske med dine egne ord."),
)
CLOSE = "Se, hvad din søster Ellen deler med dig, og hvor du selv kan få en pause."
"""To who is no citizen of a course, and does not work here."""


def personas(scenes: Scenes) -> list[Shown]:
    """Employees, citizens and who is close to one, with one line each on what to try."""
    citizens = [
        _shown(scenes.lives[key].citizen, role_name("citizen"), "", line) for key, line in CITIZENS
    ]
    return [*employees(scenes), *citizens, *relatives(scenes)]


def relatives(scenes: Scenes) -> list[Shown]:
    """Who is let in by a citizen, to read for her."""
    return [_shown(one, role_name("relative"), "", CLOSE) for one in scenes.close]


def employees(scenes: Scenes) -> list[Shown]:
    """Those at work; a line may name the invented number of a citizen to look up."""
    units = {row["key"]: row["name"] for row in drawn()["units"]}
    titles = {row[0]: (row[4], units[row[3]]) for row in drawn()["staff"]}
    cpr = scenes.who["tomorrow"].cpr
    told = {"ellens_cpr": f"{cpr[:6]}-{cpr[6:]}"}
    return [
        _shown(scenes.town.staff[key], *titles[key], line.format(**told)) for key, line in STAFF
    ]


def _shown(who: Actor, role: str, unit: str, line: str) -> Shown:
    return Shown(str(who.person_id), who.name, role, unit, line, PersonKind(who.kind).value)
