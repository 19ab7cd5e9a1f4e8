"""The formats by name, and writing one of them whole or not at all."""

import errno
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from marsad.errors import ExportError
from marsad.export.geojson import geojson_files
from marsad.export.jsonl import jsonl_files
from marsad.export.tables import csv_files
from marsad.export.withholding import Withholding
from marsad.model import Record

Files = Mapping[str, Iterable[bytes]]
"""The name of each file and its content, piece by piece."""

FORMATS: Mapping[str, Callable[[Record, Withholding], Files]] = MappingProxyType(
    {"jsonl": jsonl_files, "csv": csv_files, "geojson": geojson_files}
)


def export(record: Record, format: str, out: Path, *, with_names: bool = False) -> tuple[Path, ...]:
    """Write the record into the folder ``out`` and return the files, in the order of the format.

    Every file is written under another name first and takes its place when all are complete. Unless ``with_names``,
    the names of private victims are withheld (see :class:`~marsad.export.Withholding`).

    Raises:
        ExportError: the format is unknown, or the folder cannot be written.
    """
    if format not in FORMATS:
        raise ExportError(f"{format!r} is no format; known: {', '.join(FORMATS)}")
    if out.exists() and not out.is_dir():
        raise ExportError(f"{out} is a file: name a folder for the files of the export")
    withholding = Withholding.nothing() if with_names else Withholding.of(record.claims())
    files = FORMATS[format](record, withholding)
    partial = {out / name: out / f".{name}.partial" for name in files}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, content in zip(partial, files.values(), strict=True):
            _write(partial[path], content)
        for path, written in partial.items():
            written.replace(path)
    except OSError as error:
        raise ExportError(f"cannot write into {out}: {unwritten(error)}") from error
    finally:
        for written in partial.values():
            _remove(written)
    return tuple(partial)


def unwritten(error: OSError) -> str:
    """Return why something could not be written, and what helps."""
    if error.errno == errno.ENOSPC:
        return "the disk is full; free some space and run the same command again"
    return f"{error.strerror or error}; choose another folder"


def _write(path: Path, content: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(content)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # the folder itself cannot be written, which is told already
        return
