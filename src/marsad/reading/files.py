"""Finds the reports in files and folders, one at a time, within bounded memory."""

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, cast

from marsad.errors import NothingToReadError
from marsad.model import Issue
from marsad.reading.crawls import json_file, json_lines, table
from marsad.reading.feed import feed
from marsad.reading.folders import FoundFile, list_files
from marsad.reading.lines import lines_of
from marsad.reading.raw import MAX_BYTES, SUFFIXES, TOO_LARGE, Form, Inner, RawReport
from marsad.reading.warc import web_archive

KNOWN = (
    "known are .txt, .md, .html, .mhtml, .pdf, .docx, .odt, .eml, .jsonl, .json, .csv, .tsv, .warc, .xml (feeds), and"
    " these with .gz"
)

_Opener = Callable[[IO[bytes], int | None], Iterator[Inner]]
_OPENERS: dict[str, _Opener] = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".json": json_file,
    ".csv": table,
    ".tsv": table,
    ".warc": web_archive,
    ".xml": feed,
    ".rss": feed,
    ".atom": feed,
}
"""How files of many reports are taken apart; given the bytes of the file on disk when it unpacks to more."""

_TORN = (EOFError, gzip.BadGzipFile, zlib.error)
_BEGINNINGS: dict[bytes, Form] = {b"<!doctype html": "html", b"<html": "html", b"%pdf-": "pdf"}
"""What files of unknown names begin with, in small letters, as those that are saved from an address."""


def find(paths: Sequence[str | Path]) -> Iterator[RawReport]:
    """Give the reports in the order of the paths, those of a folder by name, with their bytes loaded one at a time.

    What cannot be loaded is given too, with its problem.

    Raises:
        InputError: a path does not exist or cannot be listed.
        NothingToReadError: there is no file in them.
    """
    files = list_files(paths)
    first = next(files, None)
    if first is None:
        raise NothingToReadError(
            f"no report in {', '.join(str(path) for path in paths) or 'no path'}: give files or folders; {KNOWN}"
        )
    return chain.from_iterable(_reports(file) for file in chain([first], files))


def count(paths: Sequence[str | Path]) -> int:
    """Return how many reports :func:`find` gives, without reading what is in them.

    Raises:
        InputError: as :func:`find`.
    """
    return sum(_count(file) for file in list_files(paths))


def _suffixes(name: str) -> tuple[str, bool]:
    """Return what the name says of the form, and whether the file is compressed.

    >>> _suffixes("a/B.TXT.gz")
    ('.txt', True)
    """
    path = Path(name.casefold())
    if path.suffix == ".gz":
        return Path(path.stem).suffix, True
    return path.suffix, False


def _count(file: FoundFile) -> int:
    suffix, packed = _suffixes(file.name)
    opener = _OPENERS.get(suffix)
    if opener is None or file.problem is not None:
        return 1
    try:
        with _open(file.file, packed=packed) as stream:
            size = _size(file.file, packed=packed)
            return max(1, sum(1 for _ in (lines_of(stream, size) if opener is json_lines else opener(stream, size))))
    except (OSError, *_TORN):
        return 1


def _reports(file: FoundFile) -> Iterator[RawReport]:
    if file.problem is not None:
        return iter([RawReport.of(file.name, b"", "text", problem=file.problem)])
    suffix, packed = _suffixes(file.name)
    opener = _OPENERS.get(suffix)
    if opener is not None:
        return (_named(file, inner) for inner in _inner(file, opener, packed=packed))
    return iter([_single(file, suffix, packed=packed)])


def _named(file: FoundFile, inner: Inner) -> RawReport:
    path = file.name if inner.key is None else f"{file.name}#{inner.key}"
    return RawReport.of(path, inner.data, inner.form, given=inner.given, problem=inner.problem)


def _inner(file: FoundFile, opener: _Opener, *, packed: bool) -> Iterator[Inner]:
    """Give the reports of a file, and one with a problem for a file without any or one that breaks off."""
    found = 0
    try:
        with _open(file.file, packed=packed) as stream:
            for inner in opener(stream, _size(file.file, packed=packed)):
                found += 1
                yield inner
    except _TORN as error:
        yield Inner(str(found + 1), b"", "json", problem=_torn(error))
        return
    except OSError as error:
        problem = Issue("unreadable", f"cannot be opened: {error.strerror or error}")
        yield Inner(None, b"", "json", problem=problem)
        return
    if not found:
        yield Inner(None, b"", "json", problem=Issue("empty", "the file holds no report"))


def _open(path: Path, *, packed: bool) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if packed else path.open("rb")


def _size(path: Path, *, packed: bool) -> int | None:
    """Return the bytes on disk when they unpack to more."""
    return path.stat().st_size if packed else None


def _torn(error: Exception) -> Issue:
    return Issue("damaged_archive", f"the .gz file is damaged or cut off: {error}")


def _single(file: FoundFile, suffix: str, *, packed: bool) -> RawReport:
    data, problem = _load(file.file, packed=packed)
    form = SUFFIXES.get(suffix) or _form_of(data)
    if form is None:
        issue = Issue("unsupported_format", f"files of the kind {suffix or 'without a suffix'} are not read; {KNOWN}")
        return RawReport.of(file.name, b"", "text", problem=issue)
    return RawReport.of(file.name, data, form, problem=problem)


def _form_of(data: bytes) -> Form | None:
    """Return the form that a file of unknown name begins as."""
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((form for beginning, form in _BEGINNINGS.items() if head.startswith(beginning)), None)


def _load(path: Path, *, packed: bool) -> tuple[bytes, Issue | None]:
    """Read up to the limit. A torn archive gives what could be unpacked and a problem."""
    parts: list[bytes] = []
    problem: Issue | None = None
    try:
        with _open(path, packed=packed) as stream:
            while (room := MAX_BYTES + 1 - sum(map(len, parts))) > 0 and (part := stream.read(min(room, 1 << 20))):
                parts.append(part)
    except _TORN as error:
        problem = _torn(error)
    except OSError as error:
        problem = Issue("unreadable", f"cannot be opened: {error.strerror or error}")
    data = b"".join(parts)
    return (data, TOO_LARGE) if len(data) > MAX_BYTES else (data, problem)
