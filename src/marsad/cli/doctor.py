"""``marsad doctor``: check that this installation works."""

import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct

from marsad import __version__
from marsad.cli.terminal import console, words, write_json
from marsad.extract import default_extractor
from marsad.facts import parties, places, sources
from marsad.ontology import load
from marsad.resolve import Resolver
from marsad.store import Store, database_version

OLDEST_PYTHON = (3, 11)


class Checked(Struct, frozen=True):
    """What a check found: whether all is well, and a line that says what there is or what is wrong."""

    name: str
    ok: bool
    found: str


EXAMPLES = (
    "marsad doctor",
    "marsad doctor --json",
)


def run(as_json: Annotated[bool, typer.Option("--json", help="Print the checks as one JSON object.")] = False) -> None:
    """Check Python, database, ontology, tables of facts, gazetteer, extractor and terminal; exit 1 if one fails."""
    checks = [_check(name, look) for name, look in CHECKS.items()]
    ok = all(check.ok for check in checks)
    if as_json:
        write_json({"version": __version__, "ok": ok, "checks": checks})
    else:
        for check in checks:
            out = console()
            out.print(words("ok     " if check.ok else "WRONG  ", "green" if check.ok else "bold red"), end="")
            out.print(words(f"{check.name:<12}{check.found}"))
    if not ok:
        raise typer.Exit(1)


def _check(name: str, look: Callable[[], str]) -> Checked:
    try:
        return Checked(name, True, look())
    except Exception as error:  # noqa: BLE001 - whatever is wrong is what is asked for
        return Checked(name, False, f"{error or type(error).__name__}")


def _python() -> str:
    if sys.version_info < OLDEST_PYTHON:
        raise RuntimeError(
            f"{platform.python_version()} is too old; install Python {'.'.join(map(str, OLDEST_PYTHON))}"
        )
    return f"{platform.python_version()} on {platform.platform(terse=True)}"


def _database() -> str:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder), create=True) as store:
        store.search(["word"], 1)
    return f"SQLite {database_version()} with full-text search"


def _ontology() -> str:
    return f"{len(load().leaves())} types of event"


def _facts() -> str:
    return f"{len(parties())} parties, {len(sources())} sources, {len(places())} places"


def _extractor() -> str:
    return default_extractor().name


def _gazetteer() -> str:
    Resolver.default()
    return "readable"


def _terminal() -> str:
    encoding = sys.stdout.encoding or "unknown"
    try:
        "مرصد → ≠ “Харків”".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        raise RuntimeError(f"{encoding} cannot show every name; set LANG to a UTF-8 locale such as C.UTF-8") from None
    return encoding


CHECKS: dict[str, Callable[[], str]] = {
    "python": _python,
    "database": _database,
    "ontology": _ontology,
    "facts": _facts,
    "gazetteer": _gazetteer,
    "extractor": _extractor,
    "terminal": _terminal,
}
