"""The verbs by name, and the group that loads a verb's module when it is called."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup

from marsad import __version__

VERBS = {
    "build": "Read reports into a record.",
    "show": "Show a record's events by date, or one event with everything said of it.",
    "search": "Find the reports and claims that hold words.",
    "diff": "Say what changed from one record to another, and why.",
    "export": "Write a record as JSON lines, tables or GeoJSON.",
    "gazetteer": "Look names of places up, or add places of your own.",
    "parties": "Look names of parties up.",
    "ontology": "List and explain the codes that a record uses.",
    "doctor": "Check that this installation works.",
}
"""What ``marsad --help`` says of each verb; its module in this package has the same name."""

_PLAIN: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}

HELP = """Read news reports about armed conflict into one sourced record.

\b
Examples:
  marsad build reports/ -o record
  marsad show record --place Kharkiv --since 2024-03-01
  marsad show record e-5f2a
  marsad export record --format csv -o tables

\b
Exit codes:
  0    everything is fine
  1    the run failed; one line on standard error says why
  2    wrong usage
  130  stopped by Ctrl-C; a build goes on where it was when run again
"""


class LazyGroup(TyperGroup):
    """Lists the verbs without loading their modules; loads the one that is called."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:  # noqa: ANN401
        """Return the name, the command of the verb's module, and the verb's own arguments."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, None if name is None else _command(name), rest


class Command(NamedTuple):
    """What a verb runs on one of its words (``marsad gazetteer find``), with a line and examples for its help."""

    run: Callable[..., None]
    line: str
    examples: tuple[str, ...]


def _command(verb: str) -> Any:  # noqa: ANN401 - Typer keeps the type of its commands to itself
    """Return the command that the verb's module runs, or the group of those that it has."""
    module = import_module(f"marsad.cli.{verb}")
    group = typer.Typer(**_PLAIN, help=VERBS[verb], epilog=_epilog(module.EXAMPLES))
    if not hasattr(module, "COMMANDS"):
        group.command(verb, epilog=_epilog(module.EXAMPLES))(module.run)
    else:
        group.callback()(_not_loaded)
        for name, command in module.COMMANDS.items():
            group.command(name, short_help=command.line, epilog=_epilog(command.examples))(command.run)
    return typer.main.get_command(group)


def _epilog(examples: Sequence[str]) -> str:
    return "\n".join(["\b", "Examples:", *(f"  {example}" for example in examples)])


app = typer.Typer(cls=LazyGroup, help=HELP, **_PLAIN)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"marsad {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Tell the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="On an error print the traceback, too.")] = False,
) -> None:
    """Tell how it is used when no verb is given."""
    del version, debug
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def _not_loaded() -> None:
    """Stand in for a verb in the list of verbs."""


for _verb, _line in VERBS.items():
    app.command(_verb, help=_line)(_not_loaded)
