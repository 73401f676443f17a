"""The command line: `landfast`. Every message is a Danish sentence; wrong input ends with 2."""

import importlib
import pkgutil
import sys
from collections.abc import Sequence

import click
from click import exceptions as wrong

from landfast.jobs import commands
from landfast.kernel.postgres import EmbeddedFailed, PostgresError

WRONG_INPUT = 2


class LazyGroup(click.Group):
    """Finds its commands among the modules of `commands`, and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's)
        """Names of the modules, as they are typed."""
        return sorted(
            module.name.replace("_", "-")
            for module in pkgutil.iter_modules(commands.__path__)
            if not module.name.startswith("_")
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of the module of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="landfast", message="Landfast %(version)s")
def landfast() -> None:
    """Landfast: én koordinator, ét netværk, én fælles plan."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end the process with what came of it."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code. Refusals are printed as one sentence."""
    try:
        result = landfast.main(args=arguments, prog_name="landfast", standalone_mode=False)
    except click.ClickException as error:
        click.echo(sentence(error), err=True)
        return error.exit_code
    except PostgresError as error:
        click.echo(str(error), err=True)
        return 1 if isinstance(error, EmbeddedFailed) else WRONG_INPUT
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afbrudt.", err=True)
        return 130
    return result if isinstance(result, int) else 0


def sentence(error: click.ClickException) -> str:
    """What was wrong with the command line, in Danish; a command's own refusals as they are."""
    match error:
        case wrong.NoArgsIsHelpError():
            return error.message
        case wrong.NoSuchOption():
            text = f"Der er ikke et valg, der hedder {error.option_name}."
        case wrong.MissingParameter():
            text = f"Der mangler noget: {_name(error)}."
        case wrong.BadParameter():
            text = f"Det kan ikke bruges som {_name(error)}. {_wanted(error)}"
        case wrong.FileError():
            return f"Filen {error.ui_filename} kan ikke åbnes."
        case wrong.UsageError():
            text = _usage(error)
        case _:
            return error.message
    return f"{text} Se {_path(error)} --help."


def _usage(error: wrong.UsageError) -> str:
    name = getattr(error, "command_name", None)
    if name or error.message.startswith("No such command"):
        return f"Der er ikke en kommando, der hedder {name or error.message.split(' ')[3][:-1]}."
    if "unexpected extra argument" in error.message:
        return "Der står mere på linjen, end kommandoen kan bruge."
    if "requires an argument" in error.message:
        return f"Valget {getattr(error, 'option_name', '')} mangler en værdi."
    return error.message


def _name(error: wrong.BadParameter) -> str:
    if error.param is None:
        return error.param_hint if isinstance(error.param_hint, str) else ""
    return error.param.get_error_hint(error.ctx) if error.ctx else (error.param.name or "")


def _wanted(error: wrong.BadParameter) -> str:
    match error.param.type if error.param else None:
        case click.Choice() as choice:
            return f"Vælg en af: {', '.join(map(str, choice.choices))}."
        case click.IntRange() as numbers:
            return f"Det skal være et helt tal fra {numbers.min} til {numbers.max}."
        case click.types.IntParamType():
            return "Det skal være et helt tal."
        case click.Path() as path:
            thing = "fil" if path.file_okay else "mappe"
            return f"Vælg en {thing}, der findes." if path.exists else f"Vælg en {thing}."
        case click.DateTime():
            return "Det skal være en dato som 2026-03-31."
        case _:
            return error.message


def _path(error: wrong.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "landfast"


if __name__ == "__main__":
    main()
