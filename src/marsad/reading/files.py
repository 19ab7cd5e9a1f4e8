"""Finds the reports in files and folders, one at a time, within bounded memory."""

import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, Any, cast

from marsad.errors import NothingToReadError, UnreadableError
from marsad.model import Issue
from marsad.reading.decode import Decoded, decode
from marsad.reading.folders import FoundFile, list_files
from marsad.reading.lines import LongLine, lines_of
from marsad.reading.raw import MAX_BYTES, SUFFIXES, Given, RawReport

KNOWN = "known are .txt, .md, .html, .pdf, .jsonl, and these with .gz"
TOO_LARGE = Issue("too_large", f"larger than {MAX_BYTES // 1_000_000} MB, which no report is; not read")


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
    """Return how many reports :func:`find` gives, without reading more than the lines of ``.jsonl``.

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
    if suffix != ".jsonl" or file.problem is not None:
        return 1
    try:
        with _open(file.file, packed=packed) as stream:
            return max(1, sum(1 for _ in lines_of(stream, _size(file.file, packed=packed))))
    except OSError:
        return 1


def _reports(file: FoundFile) -> Iterator[RawReport]:
    if file.problem is not None:
        return iter([RawReport.of(file.name, b"", "text", problem=file.problem)])
    suffix, packed = _suffixes(file.name)
    if suffix == ".jsonl":
        return _lines(file, packed=packed)
    return iter([_single(file, suffix, packed=packed)])


def _open(path: Path, *, packed: bool) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if packed else path.open("rb")


def _size(path: Path, *, packed: bool) -> int | None:
    """Return the bytes on disk when they unpack to more."""
    return path.stat().st_size if packed else None


def _single(file: FoundFile, suffix: str, *, packed: bool) -> RawReport:
    form = SUFFIXES.get(suffix)
    if form is None:
        issue = Issue("unsupported_format", f"files of the kind {suffix or 'without a suffix'} are not read; {KNOWN}")
        return RawReport.of(file.name, b"", "text", problem=issue)
    data, problem = _load(file.file, packed=packed)
    return RawReport.of(file.name, data, form, problem=problem)


def _load(path: Path, *, packed: bool) -> tuple[bytes, Issue | None]:
    """Read up to the limit. A torn archive gives what could be unpacked and a problem."""
    parts: list[bytes] = []
    problem: Issue | None = None
    try:
        with _open(path, packed=packed) as stream:
            while (room := MAX_BYTES + 1 - sum(map(len, parts))) > 0 and (part := stream.read(min(room, 1 << 20))):
                parts.append(part)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        problem = Issue("damaged_archive", f"the .gz file is damaged or cut off: {error}")
    except OSError as error:
        problem = Issue("unreadable", f"cannot be opened: {error.strerror or error}")
    data = b"".join(parts)
    return (data, TOO_LARGE) if len(data) > MAX_BYTES else (data, problem)


def _lines(file: FoundFile, *, packed: bool) -> Iterator[RawReport]:
    """Give a report for every line that is not blank, and one with a problem for a file without any."""
    empty = True
    try:
        with _open(file.file, packed=packed) as stream:
            for number, line in lines_of(stream, _size(file.file, packed=packed)):
                empty = False
                yield _line(file.name, number, line)
    except OSError as error:
        yield RawReport.of(
            file.name, b"", "json", problem=Issue("unreadable", f"cannot be opened: {error.strerror or error}")
        )
        return
    if empty:
        yield RawReport.of(file.name, b"", "json", problem=Issue("empty", "the file holds no line"))


def _line(name: str, number: int, line: bytes | LongLine | Issue) -> RawReport:
    if isinstance(line, Issue):
        return RawReport.of(f"{name}#{number}", b"", "json", problem=line)
    if isinstance(line, LongLine):
        return RawReport.of(f"{name}#{number}", line.start, "json", problem=TOO_LARGE)
    try:
        fields = parse_line(line)
    except ValueError as error:
        issue = Issue("invalid_json", f"line {number} is no JSON object of a report: {error}")
        return RawReport.of(f"{name}#{number}", line, "json", problem=issue)
    given = fields.get("id")
    known = str(given) if isinstance(given, str | int) and str(given).strip() else str(number)
    return RawReport.of(f"{name}#{clean(known)}", line, "json", given=_given(fields))


def parse_line(line: bytes) -> dict[str, Any]:
    """Decode one line of ``.jsonl``.

    Raises:
        ValueError: it is no JSON object, or nested deeper than any report is.
    """
    try:
        fields = json.loads(json_text(line).text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(fields, dict):
        raise ValueError("it holds no names and values")  # noqa: TRY004 - the content is wrong, not a caller's type
    return fields


def json_text(line: bytes) -> Decoded:
    """Decode the bytes of a line; JSON is UTF-8, and what is not is read as any other text is.

    Raises:
        ValueError: the bytes are no text.
    """
    try:
        return Decoded(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        return decode(line)
    except UnreadableError as error:
        raise ValueError(str(error)) from error


def _given(fields: dict[str, Any]) -> Given:
    return Given(*(_word(fields.get(name)) for name in Given.__struct_fields__))


def _word(value: object) -> str | None:
    return clean(value).strip() or None if isinstance(value, str) else None


def clean(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can spell and UTF-8 cannot."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
