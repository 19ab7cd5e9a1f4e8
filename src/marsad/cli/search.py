"""``marsad search``: find the reports and claims that hold words."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from marsad.cli.opening import opened
from marsad.cli.terminal import console, marked, words, write_json
from marsad.store import Hit

EXAMPLES = (
    "marsad search record livestock market",
    "marsad search record \"air strike\" 'hospital*'",
    "marsad search record --json drone | jq -r .event",
)


def run(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="Folder of the record.")],
    terms: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words, all of which must occur.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="How many hits to show.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a hit.")] = False,
) -> None:
    """Find the reports and claims that hold words, the best first.

    Words in quotes are looked for together; a word that ends in * stands for all that begin so. Names of private
    victims are not found.
    """
    with opened(record) as store:
        hits = store.search(terms, limit)
    for hit in hits:
        if as_json:
            write_json(hit)
        else:
            _tell(hit)
    if not hits and not as_json:
        console().print("nothing found")


def _tell(hit: Hit) -> None:
    outlet = words(hit.outlet or hit.path, "bold")
    path = words("" if hit.outlet is None else f"  {hit.path}", "dim")
    head = Text.assemble(outlet, path, (f"  {hit.event or hit.id}", "cyan"))
    out = console()
    out.print(head)
    out.print(Text.assemble("  ", marked(hit.snippet, hit.matches, "bold yellow")))
