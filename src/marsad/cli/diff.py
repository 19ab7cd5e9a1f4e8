"""``marsad diff``: what changed from one record to another, event by event, and why."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from marsad.changes import Change, Changed, ClaimRef, Comparison, Events, ReportRef, compare
from marsad.cli.opening import opened
from marsad.cli.phrases import UNKNOWN, counted
from marsad.cli.terminal import console, words, write_json
from marsad.export import Withholding
from marsad.model import Event, Span
from marsad.store import Store

INDENT = 3
QUOTED = 5
"""Claims of an event that are quoted as having come in or gone; of further ones the number is told."""
LISTED = 5
FORMATS = ("text", "json")
STYLES = {"new": "bold green", "gone": "bold red", "changed": "bold yellow"}

EXAMPLES = (
    "cp -r record record-monday && marsad build tuesday/ -o record && marsad diff record-monday record",
    "marsad diff by-ucdp by-acled",
    "marsad diff record-monday record --format json | jq '.changed[] | select(.kind == \"joined\")'",
)


def _known_format(format: str) -> str:
    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is no format; known: {', '.join(FORMATS)}")
    return format


def run(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of the record as it was.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of the record as it is now.")],
    format: Annotated[
        str, typer.Option("--format", "-f", callback=_known_format, metavar="FORMAT", help="text or json.")
    ] = "text",
    with_names: Annotated[bool, typer.Option("--with-names", help="Name private victims.")] = False,
) -> None:
    """Say which events are new, gone, joined or split, which of their fields changed, and by which reports.

    A record keeps its events of now only: copy its folder before a build in order to compare with it afterwards.
    Events are matched by the claims that they share; claims by the report's bytes and the place of the words in it, so
    that two records of the same reports compare wherever these lay.
    """
    with opened(old) as before, opened(new) as after:
        veil = {id(record): _withholding(record, with_names=with_names) for record in (before, after)}

        def show(record: Events, event: Event) -> Event:
            return veil[id(record)].event(event, map(record.claim, event.claims))

        found = compare(before, after, show)
        if format == "json":
            write_json(found)
        else:
            _Telling((before, veil[id(before)]), (after, veil[id(after)])).tell(console(), found)


def _withholding(record: Store, *, with_names: bool) -> Withholding:
    return Withholding.nothing() if with_names else Withholding.of(record.claims())


class _Telling:
    """Writes a comparison for a person to read."""

    def __init__(self, before: tuple[Store, Withholding], after: tuple[Store, Withholding]) -> None:
        self._before, self._after = before, after

    def tell(self, out: Console, found: Comparison) -> None:
        """Print all that changed, or that nothing did."""
        out.print(_summary(found))
        for label, reports in (("came in", found.reports_in), ("went", found.reports_out)):
            for line in _listed(label, reports):
                out.print(line)
        for changed in found.changed:
            out.print()
            self._tell_changed(out, changed)

    def _tell_changed(self, out: Console, changed: Changed) -> None:
        style = STYLES.get(changed.kind, "bold cyan")
        out.print(Text(" ").join([words(changed.kind, style), words(changed.gist, "bold"), _ids(changed)]))
        lines = [*map(_change, changed.changes), *(words(f"joined because {reason}") for reason in changed.reasons)]
        lines += self._quotes("came in", self._after, changed.claims_in)
        lines += self._quotes("went", self._before, changed.claims_out)
        for line in lines:
            out.print(Padding(line, (0, 0, 0, INDENT), expand=False))

    def _quotes(self, label: str, side: tuple[Store, Withholding], refs: tuple[ClaimRef, ...]) -> Iterator[Text]:
        for ref in refs[:QUOTED]:
            yield words(f"{label}  {_report(ref.report)}: “{_sentence(*side, ref.id)}”", "dim")
        if len(refs) > QUOTED:
            yield words(f"{label}  … and {counted(len(refs) - QUOTED, 'more claim', 'more claims')}", "dim")


def _sentence(record: Store, withholding: Withholding, id: str) -> str:
    claim = record.claim(id)
    start, end = min(claim.sentence.start, claim.trigger.start), max(claim.sentence.end, claim.trigger.end)
    return " ".join(withholding.quote(record.document(claim.document), Span(start, end)).split())


def _summary(found: Comparison) -> Text:
    kinds = [one.kind for one in found.changed]
    told = [f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)]
    reports = f"{counted(len(found.reports_in), 'report', 'reports')} came in, {len(found.reports_out)} went"
    events = f"{found.events_before} → {counted(found.events_after, 'event', 'events')}"
    return words(f"{reports}; {events}: {', '.join([*told, f'{found.unchanged} the same'])}")


def _listed(label: str, reports: tuple[ReportRef, ...]) -> Iterator[Text]:
    for report in reports[:LISTED]:
        yield words(f"  {label}  {_report(report)}", "dim")
    if len(reports) > LISTED:
        yield words(f"  {label}  … and {len(reports) - LISTED} more", "dim")


def _report(report: ReportRef) -> str:
    known = [part for part in (report.outlet, report.published) if part is not None]
    return "  ".join([", ".join(known), report.path]) if known else report.path


def _ids(changed: Changed) -> Text:
    old, new = " + ".join(changed.old), " + ".join(changed.new)
    if changed.old == changed.new or not changed.old or not changed.new:
        return words(new or old, "cyan")
    return words(f"{old} → {new}", "cyan")


def _change(change: Change) -> Text:
    values = f"{change.old or UNKNOWN} → {change.new or UNKNOWN}"
    return Text.assemble(words(f"{change.field}: {values}"), words(f"  ({change.why})", "dim"))
