"""What a measurement found: tables for a person, figures for a program, cases that went wrong."""

import json
from collections.abc import Mapping
from typing import TextIO

from msgspec import Struct
from rich import box
from rich.console import Console
from rich.table import Table as RichTable

from evaluation.scores import Tally, rounded

Cell = str | int | float | None

WIDTH = 110
"""Columns of the printed table, whether or not it goes to a terminal."""
PRF = ("", "precision", "recall", "F1", "given", "wanted")
"""Head of a table of tallies."""


class Table(Struct, frozen=True):
    """Rows under a head; shares are printed in per cent."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Report(Struct, frozen=True):
    """The outcome of a measurement. ``errors`` are lines on single cases that went wrong."""

    measurement: str
    tables: tuple[Table, ...]
    figures: Mapping[str, Cell]
    errors: tuple[str, ...] = ()


def tally_table(title: str, tallies: Mapping[str, Tally]) -> Table:
    """Return one row a tally."""
    rows = tuple(
        (label, tally.precision, tally.recall, tally.f1, tally.given, tally.wanted) for label, tally in tallies.items()
    )
    return Table(title, PRF, rows)


def tally_figures(name: str, tally: Tally) -> dict[str, Cell]:
    """Return precision, recall and F1 as figures whose names begin with the one given."""
    return {
        f"{name}_precision": rounded(tally.precision),
        f"{name}_recall": rounded(tally.recall),
        f"{name}_f1": rounded(tally.f1),
    }


def write_report(report: Report, out: TextIO, *, most_errors: int) -> None:
    """Write the tables, as many of the errors as asked for, and last the figures as one line of JSON."""
    console = Console(file=out, width=WIDTH, highlight=False, markup=False, emoji=False)
    for table in report.tables:
        console.print(_drawn(table))
    out.writelines(line + "\n" for line in report.errors[:most_errors])
    if len(report.errors) > most_errors:
        out.write(f"... and {len(report.errors) - most_errors} more (--errors N shows them)\n")
    out.write(json.dumps({"measurement": report.measurement, **report.figures}, ensure_ascii=False) + "\n")


def _drawn(table: Table) -> RichTable:
    drawn = RichTable(title=table.title, title_justify="left", box=box.SIMPLE_HEAD)
    for number, name in enumerate(table.head):
        drawn.add_column(name, justify="left" if number == 0 else "right")
    for row in table.rows:
        drawn.add_row(*(_cell(cell) for cell in row))
    return drawn


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return "–"
        case float():
            return f"{100 * cell:.1f} %"
        case _:
            return str(cell)
