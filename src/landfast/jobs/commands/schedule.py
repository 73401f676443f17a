"""`landfast schedule`: a quarter of meetings planned at once, and a plan looked over."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from landfast.jobs.refused import Refused

if TYPE_CHECKING:
    from landfast.meetings.scheduling import Plan, Problem

FILE = click.Path(path_type=Path)
SECONDS = click.FloatRange(1, 3600)
MOST_BYTES = 50_000_000


class PlansByItself(click.Group):
    """`landfast schedule FIL` plans; only what it does besides that has a name of its own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The name of the planning command is put in where none was said."""
        named = args and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named or not args else ["plan", *args])


@click.group("schedule", cls=PlansByItself)
def command() -> None:
    """Find tider til mange møder på én gang: landfast schedule FIL (se docs/scheduling.md)."""


@command.command("plan", hidden=True)
@click.argument("file", type=FILE, metavar="FIL")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
@click.option("--seconds", type=SECONDS, default=100.0, help="Så længe må der højst ledes.")
def plan(file: Path, style: str, seconds: float) -> int:
    """Læg en plan. Ender med 1, når et møde ikke fik en tid."""
    from landfast.meetings.scheduling import plan_data, solve

    problem, _ = _problem(file)
    found = solve(problem, seconds, _tell if style == "text" else None)
    if style == "json":
        click.echo(json.dumps(plan_data(problem, found), ensure_ascii=False, indent=1))
    else:
        _show(problem, found)
    return 1 if found.unplaced else 0


@command.command("check")
@click.argument("file", type=FILE, metavar="FIL")
@click.argument("answer", type=FILE, metavar="PLAN")
def check(file: Path, answer: Path) -> int:
    """Se efter, om en plan holder alle de faste regler. Ender med 1, når den ikke gør."""
    from landfast.meetings import scheduling

    _, problem = _problem(file)
    try:
        written = scheduling.read_plan(_text(answer))
    except scheduling.BadProblem as bad:
        raise Refused(_named(answer, bad.sentences)) from bad
    wrong = scheduling.check(problem, written)
    for sentence in wrong:
        click.echo(sentence)
    if not wrong:
        click.echo(f"Planen holder alle faste regler. {len(written['placed'])} møder har en tid.")
    return 1 if wrong else 0


def _problem(file: Path) -> "tuple[Problem, dict[str, Any]]":
    from landfast.meetings import scheduling

    try:
        return scheduling.read_problem(_text(file))
    except scheduling.BadProblem as bad:
        raise Refused(_named(file, bad.sentences)) from bad


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Refused(f"{file.name} er for stor: højst {MOST_BYTES // 1_000_000} MB.")
        return file.read_text("utf-8")
    except OSError as error:
        raise Refused(f"{file.name} kan ikke åbnes.") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{file.name} er ikke tekst i UTF-8.") from error


def _named(file: Path, sentences: list[str]) -> str:
    return "\n".join(f"{file.name}: {sentence}" for sentence in sentences)


def _tell(placed: int, wanted: int) -> None:
    click.echo(f"\r{placed} af {wanted} møder har en tid", nl=False, err=True)


def _show(problem: "Problem", found: "Plan") -> None:
    from landfast.meetings.scheduling.explaining import said

    click.echo(err=True)
    click.echo(f"{len(found.placed)} af {len(problem.meetings)} møder fik en tid.")
    for one in sorted(found.placed.values(), key=lambda one: (one.starts, one.meeting)):
        where = f"{one.place}, {one.room}" if one.room else one.place
        click.echo(f"  {one.starts:%Y-%m-%d %H:%M}  {one.meeting}  {where}")
    for meeting, why in found.unplaced.items():
        click.echo(f"  {meeting} fik ikke en tid. {said(why)}")
