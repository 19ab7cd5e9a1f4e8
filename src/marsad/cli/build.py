"""``marsad build``: read reports into a record."""

import os
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from marsad.cli.own import own_layer
from marsad.cli.phrases import counted
from marsad.cli.progress import told
from marsad.cli.terminal import console, words, write_json
from marsad.ontology import load
from marsad.pipeline import PAGE, BuildSummary, build
from marsad.store import DATABASE, Store
from marsad.tables import FOLDER, OwnTables, kept

LISTED_ISSUES = 5
INTERRUPTED = 130
"""What shells give a program that Ctrl-C ended: 128 and the number of the signal."""

EXAMPLES = (
    "marsad build reports/ -o record",
    "marsad build monday.jsonl.gz tuesday/ -o record --jobs 4",
    "marsad build reports/ -o record --parties mine.csv --gazetteer project.db",
    "marsad build reports/ -o record --figures-rule acled",
    "marsad build reports/ -o record --json",
)


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _known_rule(code: str | None) -> str | None:
    rules = load().figure_rules
    if code is not None and code not in rules:
        raise typer.BadParameter(f"{code!r} is no rule for figures; known: {', '.join(rules)}")
    return code


def run(  # noqa: PLR0913, PLR0917 - one argument an option
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS...", help="Files and folders with reports.")],
    record: Annotated[Path, typer.Option("--output", "-o", metavar="RECORD", help="Folder of the record.")],
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read.  [default: one a processor]"),
    ] = None,
    parties: Annotated[
        Path | None,
        typer.Option("--parties", metavar="FILE", help="Your own table of parties (.jsonl or .csv), beside marsad's."),
    ] = None,
    gazetteer: Annotated[
        Path | None,
        typer.Option(
            "--gazetteer", metavar="LAYER", help="Your own places.  [default: what `marsad gazetteer add` keeps]"
        ),
    ] = None,
    figures_rule: Annotated[
        str | None,
        typer.Option(
            "--figures-rule",
            callback=_known_rule,
            metavar="RULE",
            help="Rule for low, best and high of events' figures: ucdp, acled or airwars.  [default: what the record "
            "keeps, else ucdp]",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as one JSON object.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Read reports into a record.

    Texts (.txt, .md), pages (.html, .mhtml), documents (.pdf, .docx, .odt), mails (.eml), and files of many reports
    (.jsonl, .json, .csv, .warc, feeds in .xml) are read, each with .gz too. A row or object holds a report under `text`
    or `html`, and may name its title, url, outlet, published and language.

    Reports that the record holds already are skipped, so a build that was stopped goes on where it was, and new reports
    are added by building again. What could not be read is listed in the record with the reason. Tables of your own are
    copied into a new record, which keeps them; `--gazetteer none` leaves your places out. A record keeps its rule for
    figures, too; building again with another one computes the events anew and reads nothing twice. What each rule does:
    marsad ontology figure_rules.
    """
    own = OwnTables(parties, _layer(gazetteer, record))
    try:
        with told(quiet=quiet or as_json) as tell:
            summary = build(
                paths, record, jobs=jobs or _processors(), on_progress=tell, own=own, figures_rule=figures_rule
            )
    except KeyboardInterrupt:
        typer.echo("marsad: stopped; run the same command again to continue", err=True)
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        write_json(msgspec.to_builtins(summary) | {"record": str(record), "report": str(record / PAGE)})
    elif not quiet:
        _tell(summary, record)


def _layer(given: Path | None, record: Path) -> Path | None:
    """Return the layer given, or the user's own for a record that begins."""
    if given is not None:
        return None if str(given) == "none" else given
    usual = own_layer()
    return usual if usual.exists() and not (record / DATABASE).exists() else None


def _tell(summary: BuildSummary, record: Path) -> None:
    out = console()
    found = counted(summary.found, "report", "reports")
    rate = f", {summary.new / summary.seconds:.1f}/s" if summary.new and summary.seconds > 0 else ""
    out.print(f"{found} found, {summary.new} new ({summary.seconds:.1f} s{rate})")
    claims, events = counted(summary.claims, "claim", "claims"), counted(summary.events, "event", "events")
    out.print(f"The record holds {claims} of {events}.")
    tables = kept(record)
    own = [name for name, table in (("parties", tables.parties), ("places", tables.gazetteer)) if table is not None]
    if own:
        out.print(f"It was read with {' and '.join(own)} of your own, kept in {record / FOLDER}")
    if summary.unreadable:
        _tell_unreadable(summary, record)
    out.print(words(f"Open in a browser: {record / PAGE}"))


def _tell_unreadable(summary: BuildSummary, record: Path) -> None:
    """Name the first reports that could not be read, each with its reason."""
    out = console()
    out.print(f"{summary.unreadable} could not be read:")
    with Store.open(record) as store:
        unreadable = [issue for issue in store.issues() if not store.document(issue.document).readable]
    for issue in unreadable[:LISTED_ISSUES]:
        out.print(words(f"  {issue.path}: {issue.message}"))
    if len(unreadable) > LISTED_ISSUES:
        out.print("  …")
