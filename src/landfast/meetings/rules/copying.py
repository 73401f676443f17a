"""An organisation's own format: what may stand in it (principle 5, product C1)."""

from collections.abc import Collection

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import alike, da
from landfast.meetings.rules.formats import AgendaBy, AgendaWhen, Citizen, Form
from landfast.meetings.rules.preparing import LONGEST, SHORTEST, THEMES_MAX
from landfast.meetings.rules.words import Part, Reflects

NAME_MAX, OUTPUT_MAX, POINT_MAX = 120, 300, 500
NOTICE_MAX, WITHIN_MAX, COUNT_MAX = 30, 60, 20


def check_name(name: str) -> None:
    """A format is known by its name."""
    if not name.strip():
        raise Wrong("no_name", da("Giv mødeformen et navn."), "name")
    if len(name) > NAME_MAX:
        raise Wrong("long_name", da("Navnet er for langt. Skriv højst 120 tegn."), "name")


def check_name_is_free(name: str, taken: Collection[str]) -> None:
    """Two formats in one list are told apart by their names: capitals and spaces do not count."""
    if alike(name) in {alike(one) for one in taken}:
        raise Wrong("name_taken", da("Der er allerede en mødeform med det navn."), "name")


def check_form(form: Form) -> None:
    """A format that a meeting can be held by: nothing in it contradicts anything else in it."""
    check_name(form.name)
    if not form.output.strip():
        raise Wrong("no_output", da("Skriv, hvad mødet er, så borgeren forstår det."), "output")
    if len(form.output) > OUTPUT_MAX:
        raise Wrong("long_output", da("Teksten er for lang. Skriv højst 300 tegn."), "output")
    _check_length(form)
    _check_days(form)
    _check_agenda(form)
    _check_table(form)


def _check_length(form: Form) -> None:
    for minutes, name in ((form.shortest, "shortest"), (form.longest, "longest")):
        if not SHORTEST <= minutes <= LONGEST:
            raise Wrong("length", da("Skriv et antal minutter mellem 10 og 240."), name)
    if form.shortest > form.longest:
        raise Wrong("lengths_cross", da("Det korteste er længere end det længste."), "longest")
    if not form.shortest <= form.minutes_long <= form.longest:
        raise Wrong(
            "usual_outside",
            da("Den sædvanlige længde skal ligge mellem den korteste og den længste."),
            "minutes_long",
        )


def _check_days(form: Form) -> None:
    if not 0 <= form.notice_days <= NOTICE_MAX:
        raise Wrong("notice", da("Skriv et antal hverdage mellem 0 og 30."), "notice_days")
    if form.within_days is None:
        return
    if not 0 <= form.within_days <= WITHIN_MAX:
        raise Wrong("within", da("Skriv et antal hverdage mellem 0 og 60."), "within_days")
    if form.within_days < form.notice_days:
        raise Wrong(
            "days_cross",
            da("Den seneste dag ligger før varslet er gået. Ret et af de to tal."),
            "within_days",
        )


def _check_agenda(form: Form) -> None:
    if form.agenda_when is AgendaWhen.FIXED and not form.agenda_points:
        raise Wrong("no_points", da("Skriv mindst ét fast punkt, et på hver linje."), "points")
    if form.agenda_when is not AgendaWhen.FIXED and form.agenda_points:
        raise Wrong(
            "points_unused",
            da("Faste punkter bruges kun, når dagsordenen er fast. Vælg det, eller slet dem."),
            "points",
        )
    if len(form.agenda_points) >= THEMES_MAX:
        raise Wrong(
            "many_points", da("Skriv højst 11 punkter, så der er plads til flere."), "points"
        )
    if any(len(point) > POINT_MAX for point in form.agenda_points):
        raise Wrong("long_point", da("Et punkt er for langt. Skriv højst 500 tegn."), "points")
    if form.citizen is Citizen.ABSENT and form.agenda_by is AgendaBy.CITIZEN:
        raise Wrong(
            "absent_sets_agenda",
            da("Er borgeren ikke med, kan borgeren ikke sætte dagsordenen."), "agenda_by",
        )  # fmt: skip


def _check_table(form: Form) -> None:
    if any(not 0 <= must.count <= COUNT_MAX for must in form.must):
        raise Wrong("many_must", da("Skriv et antal mellem 0 og 20."), "more_count")
    listens = next((one for one in form.parts if one.part is Part.REFLECTOR), None)
    if form.reflects == Reflects.REFLECTORS and (listens is None or listens.least < 1):
        raise Wrong(
            "nobody_reflects",
            da("Når nogle vælges til at reflektere, skal der være mindst én."), "reflectors",
        )  # fmt: skip


def check_is_ours(is_shipped: bool) -> None:
    """What ships is not changed: it is copied first, so that everybody's stays what it was."""
    if is_shipped:
        raise NotNow("shipped", da("Den er sendt med Landfast. Lav jeres egen, og ret den."))


def check_unchanged(seen: int, version: int) -> None:
    """Of two who change the same format the second is told."""
    if seen != version:
        raise NotNow(
            "changed_meanwhile",
            da("En anden har rettet mødeformen imens. Se den nye, og ret igen."),
        )
