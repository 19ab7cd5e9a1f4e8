"""``marsad ontology``: list and explain the codes that a record uses."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any

import msgspec
import typer
from rich.text import Text

from marsad.cli.terminal import console, write_json
from marsad.ontology import Entry, load

VOCABULARIES = (
    "event_types",
    "measures",
    "modalities",
    "victim_classes",
    "actor_kinds",
    "source_kinds",
    "place_precisions",
    "time_precisions",
    "wordings",
    "grades",
    "figure_rules",
    "relations",
)

COLUMN = 28
"""Width of the column of codes."""

EXAMPLES = (
    "marsad ontology",
    "marsad ontology air_strike",
    "marsad ontology measures",
    "marsad ontology --json | jq -r .code",
)


def run(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="A code, or the name of a vocabulary.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object an entry.")] = False,
) -> None:
    """List the codes that a record uses, or explain one, with its codes in ACLED, UCDP and PLOVER."""
    found = list(_entries(code))
    if code is not None and not found:
        raise typer.BadParameter(_unknown(code))
    if as_json:
        for vocabulary, entry in found:
            write_json({"vocabulary": vocabulary} | msgspec.to_builtins(entry) | _crosswalks(vocabulary, entry.code))
    elif code is None or code in VOCABULARIES:
        _list(found)
    else:
        for vocabulary, entry in found:
            _explain(vocabulary, entry)


def _unknown(code: str) -> str:
    near = get_close_matches(code, [*VOCABULARIES, *(entry.code for _, entry in _entries(None))])
    meant = f"; did you mean {' or '.join(dict.fromkeys(near))}?" if near else "; `marsad ontology` lists all codes"
    return f"{code!r} is no code and no vocabulary{meant}"


def _entries(code: str | None) -> Iterator[tuple[str, Entry]]:
    """Give everything of that code or in that vocabulary, or everything."""
    for vocabulary in VOCABULARIES:
        entries: Mapping[str, Entry] = getattr(load(), vocabulary)
        for entry in entries.values():
            if code in (None, vocabulary, entry.code):
                yield vocabulary, entry


def _list(found: list[tuple[str, Entry]]) -> None:
    out = console()
    for vocabulary in dict.fromkeys(vocabulary for vocabulary, _ in found):
        out.print(Text(vocabulary.replace("_", " ").capitalize(), style="bold"))
        for depth, entry in _tree([entry for of, entry in found if of == vocabulary], None):
            code = f"{'  ' * depth}{entry.code}"
            out.print(Text.assemble((f"  {code:<{COLUMN}}  ", "cyan"), entry.label))


def _tree(entries: list[Entry], parent: str | None, depth: int = 0) -> Iterator[tuple[int, Entry]]:
    """Give the entries, each one's own below it, with how deep they stand."""
    for entry in entries:
        if entry.parent == parent:
            yield depth, entry
            yield from _tree(entries, entry.code, depth + 1)


def _explain(vocabulary: str, entry: Entry) -> None:
    out = console()
    out.print(Text.assemble((entry.code, "bold cyan"), f"  {entry.label} ({vocabulary.replace('_', ' ')})"))
    out.print(Text(f"  {entry.definition}"))
    lines = {
        "under": entry.parent or "",
        "is one": f"“{entry.example}”",
        "is none": f"“{entry.counter_example}”",
        "after": getattr(entry, "source", ""),
        **{name: _in_words(rows) for name, rows in _crosswalks(vocabulary, entry.code).items()},
    }
    for label, line in lines.items():
        if line:
            out.print(Text.assemble((f"  {label:<9}", "dim"), line))


def _crosswalks(vocabulary: str, code: str) -> dict[str, list[dict[str, Any]]]:
    """Return the type's codes in other datasets, the usual ones first; nothing for a heading or another vocabulary."""
    ontology = load()
    if vocabulary != "event_types" or code not in ontology.acled_codes:
        return {}
    acled, ucdp, plover = ontology.acled(code), ontology.ucdp(code), ontology.plover(code)
    return {
        "acled": [_codes(row) for row in (acled.default, *acled.cases.values())],
        "ucdp": [{"type_of_violence": ucdp.type_of_violence, "rule": ucdp.rule}],
        "plover": [_codes(plover)],
    }


def _codes(row: msgspec.Struct) -> dict[str, Any]:
    return {name: value for name, value in msgspec.to_builtins(row).items() if name != "type"}


def _in_words(rows: list[dict[str, Any]]) -> str:
    return "; or ".join(map(_row_in_words, rows))


def _row_in_words(row: dict[str, Any]) -> str:
    case = f" ({row['case'].replace('_', ' ')})" if row.get("case") else ""
    codes = [
        f"{name.replace('_', ' ')} {value}" for name, value in row.items() if value and name not in ("case", "rule")
    ]
    return (", ".join(codes) or "not coded") + case
