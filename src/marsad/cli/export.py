"""``marsad export``: write a record as files for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.opening import opened
from marsad.cli.terminal import console, words
from marsad.export import FORMATS, export

EXAMPLES = (
    "marsad export record --format jsonl -o files",
    "marsad export record --format csv -o tables",
    "marsad export record --format geojson -o map",
)


def _known_format(format: str) -> str:
    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is no format; known: {', '.join(FORMATS)}")
    return format


def run(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="Folder of the record.")],
    format: Annotated[
        str, typer.Option("--format", "-f", callback=_known_format, metavar="FORMAT", help=f"{', '.join(FORMATS)}.")
    ],
    out: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the files.")],
    with_names: Annotated[
        bool, typer.Option("--with-names", help="Name private victims, who are withheld otherwise.")
    ] = False,
) -> None:
    """Write a record as JSON lines (everything), CSV (events and claims for a spreadsheet) or GeoJSON (a map).

    The names of private victims are withheld from events and claims unless --with-names is given; the texts of the
    reports, which only JSON lines hold, stay as they were published.
    """
    with opened(record) as store:
        written = export(store, format, out, with_names=with_names)
    for path in written:
        console().print(words(str(path)))
