"""Floors under what is measured on data that ships with the repository: they rise, and fall only with a reason.

``floors.json`` also pins the data: a changed yardstick breaks the check until the floors are measured anew.
"""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation import clusters, ordinary, wording
from evaluation.report import Report
from marsad.extract import Extractor

FILE = Path(__file__).parent / "floors.json"
TOLERANCE = 0.01
"""How far below its floor a figure may lie: quantised arithmetic turns single cases between processors."""
FLOORED = {
    "clusters": ("pairs_precision", "pairs_f1", "b_cubed_f1", "origins_right_several_reports", "rivals_side_by_side"),
    "ordinary": ("left_alone",),
    "wording": ("type_and_modality", "roles", "right_type_and_modality"),
}
"""The figures that have floors; for all of them more is better."""

Values = dict[str, dict[str, float]]


class Lowered(Struct, frozen=True):
    """A floor that was let down, and why."""

    measurement: str
    figure: str
    before: float
    after: float
    reason: str


class Floors(Struct, frozen=True):
    """The file: ``data`` holds digests of what is measured on, ``floors`` the least value by measurement and figure."""

    extractor: str
    data: dict[str, str]
    floors: Values
    lowered: tuple[Lowered, ...] = ()


def measure(extractor: Extractor) -> Floors:
    """Measure what ships; the outcome has the form of the file."""
    reports = (
        clusters.measure(clusters.SHIPPED, extractor),
        ordinary.measure(ordinary.SHIPPED, extractor),
        wording.measure(extractor),
    )
    data = {
        "clusters": _digest(clusters.yardstick()),
        "ordinary": _digest(ordinary.SHIPPED.read_bytes()),
        "wording": _digest(wording.yardstick()),
    }
    return Floors(extractor.name, data, {report.measurement: _values(report) for report in reports})


def _values(report: Report) -> dict[str, float]:
    values = ((name, report.figures[name]) for name in FLOORED[report.measurement])
    return {name: value for name, value in values if isinstance(value, float)}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]


def read(path: Path) -> Floors:
    """Read a file of floors.

    Raises:
        msgspec.DecodeError: it is none.
    """
    return msgspec.json.decode(path.read_bytes(), type=Floors)


def check(floors: Floors, measured: Floors) -> list[str]:
    """Say which floors are broken, a sentence each."""
    changed = [
        f"{name}: the data changed since the floors were measured; run --raise-floors"
        for name, digest in sorted(floors.data.items())
        if measured.data.get(name) != digest
    ]
    return changed + [
        f"{name}: {figure} is {after:.4f}, below its floor of {before:.4f}"
        for name, figure, before, after in _falls(floors, measured)
        if after < before - TOLERANCE
    ]


def raise_floors(path: Path, measured: Floors, *, lower_because: str | None = None) -> list[str]:
    """Write the measured values as floors; return why not, where one would fall and no reason is given."""
    known = read(path) if path.exists() else Floors(measured.extractor, {}, {})
    falls = _falls(known, measured)
    if falls and lower_because is None:
        told = [
            f"{name}: {figure} would fall from {before:.4f} to {after:.4f}" for name, figure, before, after in falls
        ]
        return [*told, 'nothing written; --allow-lower "REASON" lets floors down']
    lowered = tuple(Lowered(*fall, reason=lower_because or "") for fall in falls)
    written = Floors(measured.extractor, measured.data, measured.floors, (*known.lowered, *lowered))
    path.write_bytes(msgspec.json.format(msgspec.json.encode(written), indent=2) + b"\n")
    return []


def _falls(floors: Floors, measured: Floors) -> list[tuple[str, str, float, float]]:
    """Return every figure that is lower than its floor; one that is not measured any more counts as zero."""
    pairs = [
        (name, figure, before, measured.floors.get(name, {}).get(figure, 0.0))
        for name, values in sorted(floors.floors.items())
        for figure, before in sorted(values.items())
    ]
    return [(name, figure, before, after) for name, figure, before, after in pairs if after < before]
