"""Rate, load time and peak memory of the trained extractor alone.

python -m benchmarks.extract 500           sentences a second of so many generated reports, on one core and on two
"""

import json
import multiprocessing
import resource
import sys
import time

from benchmarks.generate import reports
from marsad.extract import Extractor, default_extractor
from marsad.extract.sentences import sentences
from marsad.model import Block, Document


def documents(count: int) -> list[Document]:
    """Return so many generated reports as read."""
    return [
        Document(
            id=f"d-{number}", path=f"{number}", url=None, sha256="", title=None, outlet=None, agencies=(),
            language="en", published=None, text=report["text"], blocks=(Block(0, len(report["text"]), "body"),),
            issues=(),
        )
        for number, report in enumerate(reports(count))
    ]  # fmt: skip


def load() -> tuple[Extractor, float]:
    """Return the extractor, and the seconds until it has read its first sentence."""
    started = time.perf_counter()
    extractor = default_extractor()
    extractor.extract(documents(1)[0])
    return extractor, time.perf_counter() - started


def read(given: tuple[int, int, int]) -> dict[str, float]:
    """Read each so-many-th of the reports in this process: (reports, first, step)."""
    count, first, step = given
    extractor, loaded = load()
    texts = documents(count)[first::step]
    number = sum(len(sentences(text)) for text in texts)
    started = time.perf_counter()
    claims = sum(len(extractor.extract(text)) for text in texts)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"sentences": number, "claims": claims, "seconds": seconds, "load": loaded, "peak_mib": peak}


def main(arguments: list[str]) -> None:
    """Measure one process and two."""
    count = int(arguments[0]) if arguments else 500
    for processes in (1, 2):
        tasks = [(count, first, processes) for first in range(processes)]
        with multiprocessing.get_context("spawn").Pool(processes) as pool:
            found = pool.map(read, tasks)
        slowest = max(one["seconds"] for one in found)
        told = {
            "processes": processes,
            "sentences": sum(one["sentences"] for one in found),
            "claims": sum(one["claims"] for one in found),
            "sentences_a_second": round(sum(one["sentences"] for one in found) / slowest, 1),
            "load_seconds": round(found[0]["load"], 3),
            "peak_mib_a_process": round(max(one["peak_mib"] for one in found), 1),
        }
        sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
