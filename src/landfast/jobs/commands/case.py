"""`landfast case`: case files (cases/FORMAT.md) replayed at their dates, or run through rules."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from landfast.jobs.refused import Refused
from landfast.jobs.start import django_ready

if TYPE_CHECKING:
    from landfast.journeys.replay_case import Report
    from landfast.redthread.casefile import Case

FILE = click.Path(path_type=Path)


@click.group("case")
def command() -> None:
    """Sagsfiler: en borgers historie som daterede hændelser."""


@command.command("load")
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FIL…")
@click.option("--unit", help="Enheden, der koordinerer. Ellers den første, der gør det.")
@click.option(
    "--ends", type=click.DateTime(["%Y-%m-%d"]), help="Flyt sagen, så den slutter senest den dag."
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def load(files: tuple[Path, ...], unit: str | None, ends: datetime | None, style: str) -> int:
    """Afspil sagsfiler, og vis linje for linje, hvad der blev taget som hvad."""
    cases = [_read(path, ends) for path in files]
    django_ready("jobs")
    reports = _replay(cases, unit)
    if style == "json":
        click.echo(json.dumps(reports_data(reports), ensure_ascii=False, indent=1))
    else:
        for case, report in zip(cases, reports, strict=True):
            _show(case, report)
    return 0


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FIL…")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def check(files: tuple[Path, ...], style: str) -> int:
    """Se, hvad den røde tråd finder i sagsfiler, og hvornår. Intet gemmes."""
    from landfast.jobs.case_told import as_data, as_lines
    from landfast.redthread import checking

    cases = [_read(path, None) for path in files]
    for case in cases:
        for warning in case.warnings:
            click.echo(f"bemærk  {case.file}, {warning}", err=True)
    found = [(case, checking.check(case)) for case in cases]
    if style == "json":
        rows = [row for case, seen in found for row in as_data(case, seen)]
        click.echo(json.dumps({"findings": rows}, ensure_ascii=False, indent=1))
    else:
        for case, seen in found:
            for line in as_lines(case, seen):
                click.echo(line)
    return 0


@command.command("draw")
@click.argument("file", type=FILE, metavar="FIL")
@click.option("-o", "--output", "to", required=True, type=FILE, help="Ender på .svg eller .pdf.")
@click.option("--time", default="", help="Et år eller en måned: 2013, 2013-09. Ellers det hele.")
def draw(file: Path, to: Path, time: str) -> int:
    """Tegn sagsfilens forløb som ét billede, med det, den røde tråd finder. Intet gemmes."""
    case = _read(file, None)
    django_ready(any_tables=True)
    from landfast.jobs import case_drawn

    if to.suffix not in case_drawn.FORMATS:
        raise Refused("Filen, der skal skrives, ender på .svg eller .pdf.")
    if not case_drawn.is_there(case, time):
        raise Refused(f"{time} er ikke et år eller en måned i sagen. Skriv fx 2013 eller 2013-09.")
    try:
        to.write_bytes(case_drawn.drawn(case, time, to))
    except OSError as bad:
        raise Refused(f"Kan ikke skrive {to}: {bad.strerror}.") from bad
    click.echo(f"Tegnet: {to}")
    return 0


def _read(path: Path, ends: datetime | None) -> "Case":
    from landfast.redthread import casefile

    try:
        case = casefile.read_file(path)
        return casefile.ending_on(case, ends.date()) if ends else case
    except casefile.BadCase as bad:
        raise Refused(bad.sentence) from bad
    except OverflowError as far:
        raise Refused(f"{path.name} kan ikke flyttes så langt. Vælg en anden dag.") from far


def _replay(cases: "list[Case]", unit: str | None) -> "list[Report]":
    """Replay all of the files or none: one that is refused leaves nothing of the others."""
    from landfast.access.actor import SYSTEM
    from landfast.jobs import shipped
    from landfast.jobs.stage import on_stage
    from landfast.kernel.clock import now

    with on_stage(SYSTEM, now()):
        shipped.load()
    with on_stage(SYSTEM, now()):
        return [_replay_one(case, unit) for case in cases]


def _replay_one(case: "Case", unit: str | None) -> "Report":
    from landfast.jobs.stage import on_stage
    from landfast.journeys.replay_case import replay
    from landfast.kernel.refusals import Refusal

    try:
        return replay(case=case, acting=on_stage, unit=unit)
    except Refusal as refusal:
        raise Refused(f"{case.file}: {refusal.sentence}") from refusal


def reports_data(reports: "list[Report]") -> list[dict[str, Any]]:
    """The reports as data, in the order of the files."""
    return [report.as_data() for report in reports]


def _show(case: "Case", report: "Report") -> None:
    from landfast.journeys.replay_case.report import HOW_NAMES, How

    click.echo(f"\n{case.file}: {report.citizen}, koordinator {report.coordinator}")
    for warning in report.warnings:
        click.echo(f"bemærk     {warning}")
    for row in report.taken:
        click.echo(str(row))
    counts = report.counts()
    events, fields = counts["events"], counts["fields"]
    click.echo(f"\n{'':62}hændelser  oplysninger")
    for how in How:
        click.echo(f"{HOW_NAMES[how]:62}{events[how.value]:9}{fields[how.value]:13}")
    click.echo(
        f"{'Gjort rede for (i filen)':62}{_of(sum(events.values()), len(case.events)):>9}"
        f"{_of(sum(fields.values()), case.fields):>13}"
    )


def _of(told: int, there: int) -> str:
    return f"{told} ({there})"
