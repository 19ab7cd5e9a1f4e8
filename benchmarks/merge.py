"""Time and memory of merging an archive whose claims are there already, and how both grow.

python -m benchmarks.merge 1000 10000 100000       fills a record with so many reports, then merges it as a build does

The reports are those of :mod:`benchmarks.archive`: twenty of each event. ``growth`` is how many times as long as at the
count before it took, over how many times as many reports there are: 1 is linear. Memory is the most that the process
held which merges, ``kib_a_report`` what each further report added to it.
"""

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.archive import Archive, Story, stories
from marsad.merge import clustering, merge
from marsad.merge.archive import Archive as Told
from marsad.merge.comparison import Comparison
from marsad.merge.digest import ClaimDigest
from marsad.store import Store

Figures = dict[str, float]
BATCH = 500


def fill(told: tuple[Story, ...], count: int, folder: Path) -> None:
    """Put so many reports into a record."""
    reports = Archive(told).reports(count)
    with Store.open(folder, create=True) as store:
        while batch := [read for _, read in zip(range(BATCH), reports, strict=False)]:
            store.add(batch)


def measure(count: int, folder: Path) -> Figures:
    """Merge the record and write its events, as a build does once it has read all reports."""
    compared = 0

    def counting(left: ClaimDigest, right: ClaimDigest, archive: Told) -> Comparison:
        nonlocal compared
        compared += 1
        found: Comparison = compare(left, right, archive)
        return found

    compare = vars(clustering)["compare"]
    vars(clustering)["compare"] = counting
    before = _peak()
    with Store.open(folder, create=True) as store:
        started = time.perf_counter()
        merged = merge(store.claims(), store.documents(), store.decisions())
        middle = time.perf_counter()
        store.replace_events(merged.events, merged.copies)
        ended = time.perf_counter()
        claims = store.counts().claims
    return {
        "reports": count,
        "claims": claims,
        "events": len(merged.events),
        "copies": len(merged.copies),
        "compared": compared,
        "merge_seconds": round(middle - started, 1),
        "write_seconds": round(ended - middle, 1),
        "reports_a_second": round(count / (ended - started), 1),
        "peak_mib": round(_peak() / 1024, 1),
        "kib_a_report": round((_peak() - before) / count, 1),
    }


def _peak() -> int:
    """Return the most memory that this process has held, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def growth(smaller: Figures, larger: Figures) -> float:
    """Say how many times as long a report of the larger archive takes."""
    return round(smaller["reports_a_second"] / larger["reports_a_second"], 2)


def main(arguments: list[str]) -> None:
    """Measure each count in a process of its own and print a line of JSON for each."""
    last: Figures = {}
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:  # a child counts its parent's memory
        told = pool.apply(stories)
        for count in map(int, arguments):
            with tempfile.TemporaryDirectory() as name:
                pool.apply(fill, (told, count, Path(name)))
                found = pool.apply(measure, (count, Path(name)))
            found |= {"growth": growth(last, found)} if last else {}
            sys.stdout.write(json.dumps(found) + "\n")
            sys.stdout.flush()
            last = found


if __name__ == "__main__":
    main(sys.argv[1:])
