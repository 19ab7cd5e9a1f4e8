"""How fast a record is built, and in how much memory."""

import tempfile
from pathlib import Path

from benchmarks import build
from evaluation.report import Report, Table


def measure(reports: int) -> Report:
    """Build a record from so many generated reports with ``marsad build`` in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        measured = build.measure(reports, Path(folder))
    rows = tuple((name.replace("_", " "), str(value)) for name, value in measured.items())
    return Report("speed", (Table("Building a record", ("", "value"), rows),), measured)
