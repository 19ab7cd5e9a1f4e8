"""One command a measurement: ``python -m evaluation NAME [PATH]`` prints tables and last a line of JSON.

Exit codes: 0 measured, or no floor is broken; 1 a floor is broken or would be lowered; 2 wrong use.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evaluation import (
    clusters,
    coreference,
    documents,
    event_location,
    factuality,
    floors,
    ordinary,
    parties,
    sentences,
    speed,
    times,
    toponyms,
    wikievents,
    wording,
)
from evaluation.extractors import EXTRACTORS, extractor_named
from evaluation.report import Report, write_report
from evaluation.texts import FormatError

CORPORA = "MARSAD_CORPORA"
"""Environment variable with the folder that paths are also looked for in."""

Measure = Callable[[Path, argparse.Namespace], Report]


def _with_extractor(measure: Callable[..., Report]) -> Measure:
    return lambda path, choices: measure(path, extractor_named(choices.extractor))


MEASUREMENTS: dict[str, tuple[str, Measure, Path | None]] = {
    "sentences": ("claims of sentences read in full (.jsonl)", _with_extractor(sentences.measure), None),
    "wording": (
        "swapped actors and places, active and passive (needs no path)",
        lambda _, choices: wording.measure(extractor_named(choices.extractor)),
        Path(),
    ),
    "ordinary": (
        "sentences that belong in no record (text, one a line)",
        _with_extractor(ordinary.measure),
        ordinary.SHIPPED,
    ),
    "documents": ("a record of whole reports read in full (.json)", _with_extractor(documents.measure), None),
    "factuality": ("modality of given predicates (.jsonl.gz)", _with_extractor(factuality.measure), None),
    "wikievents": ("events of WikiEvents that have our types (.jsonl.gz)", _with_extractor(wikievents.measure), None),
    "clusters": (
        "one record of reports on look-alikes (a folder of .yaml)",
        _with_extractor(clusters.measure),
        clusters.SHIPPED,
    ),
    "coreference": (
        "mentions of one event across texts (a folder of ECB+)",
        _with_extractor(coreference.measure),
        None,
    ),
    "event-location": (
        "places of happenings (.jsonl, .jsonl.gz)",
        lambda path, choices: event_location.measure(path, extractor_named(choices.extractor), every=choices.every),
        None,
    ),
    "parties": ("parties, given the words for them (.yaml)", lambda path, _: parties.measure(path), parties.SHIPPED),
    "toponyms": ("names of places with coordinates (LGL and kin, .xml)", lambda path, _: toponyms.measure(path), None),
    "times": ("time expressions (a folder of TimeML files)", lambda path, _: times.measure(path), None),
    "speed": (
        "a record built from generated reports (needs no path)",
        lambda _, choices: speed.measure(choices.reports),
        Path(),
    ),
}
"""Name → what it measures, how, and the path taken when none is given."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one measurement, or check or raise the floors; return the exit code."""
    parser = _parser()
    choices = parser.parse_args(arguments)
    if choices.check_floors or choices.raise_floors:
        return _floors(choices)
    if choices.name is None:
        parser.error("name a measurement, or --check-floors or --raise-floors")
    _, measure, usual = MEASUREMENTS[choices.name]
    path = usual if choices.path is None else located(choices.path)
    if path is None:
        parser.error(f"{choices.name} needs a path that exists")
    try:
        report = measure(path, choices)
    except FormatError as error:
        parser.error(str(error))
    write_report(report, sys.stdout, most_errors=choices.errors)
    return 0


def located(path: Path) -> Path | None:
    """Return the path as given, or within the folder of corpora; None where neither exists."""
    within = Path(os.environ.get(CORPORA, ".")) / path
    return next((candidate for candidate in (path, within) if candidate.exists()), None)


def _floors(choices: argparse.Namespace) -> int:
    extractor = extractor_named(choices.extractor)
    measured = floors.measure(extractor)
    if choices.raise_floors:
        faults = floors.raise_floors(floors.FILE, measured, lower_because=choices.allow_lower)
    else:
        faults = floors.check(floors.read(floors.FILE), measured)
    sys.stdout.writelines(fault + "\n" for fault in faults or ["every floor holds"])
    return 1 if faults else 0


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:16}{told}" for name, (told, _, _) in MEASUREMENTS.items())
    parser = argparse.ArgumentParser(
        prog="python -m evaluation",
        description=f"Measure marsad on data in its home format.\n\n{listed}\n\nA path may lie in ${CORPORA}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", nargs="?", choices=sorted(MEASUREMENTS))
    parser.add_argument("path", nargs="?", type=Path, help="file or folder of that format")
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), help="default: the one that a build uses")
    parser.add_argument("--errors", type=int, default=50, metavar="N", help="print so many cases that went wrong")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="event-location: only each Nth record")
    parser.add_argument("--reports", type=int, default=200, metavar="N", help="speed: so many reports")
    parser.add_argument("--check-floors", action="store_true", help="measure what ships and compare with floors.json")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to what is measured")
    parser.add_argument("--allow-lower", metavar="REASON", help="with --raise-floors: lower too, noting why")
    return parser


if __name__ == "__main__":
    sys.exit(main())
