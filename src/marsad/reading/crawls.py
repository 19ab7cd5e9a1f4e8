"""Files of many reports as crawlers write them: JSON lines, JSON arrays, tables of comma-separated values."""

import codecs
import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from typing import IO, Any

from marsad.model import Issue
from marsad.reading.fields import clean, fields_of, inner_report, json_text, parse_object
from marsad.reading.lines import LongLine, lines_of
from marsad.reading.raw import MAX_BYTES, TOO_LARGE, Inner

MAX_FILE = 200_000_000
"""Bytes of one ``.json`` file, which is read as a whole; larger ones are better written a report a line."""

_LISTS = ("articles", "documents", "reports", "items", "results", "data", "docs", "hits", "posts", "entries", "value")
"""Names under which an object holds a list of reports."""

_DELIMITERS = ",;\t|"
_SAMPLE = 65_536


def json_lines(stream: IO[bytes], packed_size: int | None) -> Iterator[Inner]:
    """Give a report for every line that is not blank."""
    for number, line in lines_of(stream, packed_size):
        yield _of_line(number, line)


def _of_line(number: int, line: bytes | LongLine | Issue) -> Inner:
    if isinstance(line, Issue):
        return Inner(str(number), b"", "json", problem=line)
    if isinstance(line, LongLine):
        return Inner(str(number), line.start, "json", problem=TOO_LARGE)
    try:
        return inner_report(parse_object(line), number, line)
    except ValueError as error:
        issue = Issue("invalid_json", f"line {number} is no JSON object of a report: {error}")
        return Inner(str(number), line, "json", problem=issue)


def json_file(stream: IO[bytes], packed_size: int | None) -> Iterator[Inner]:
    """Give the reports of an array, of an array within an object, or of one object; lines of objects too."""
    data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        yield Inner(
            None, b"", "json", problem=Issue("too_large", f"over {MAX_FILE // 1_000_000} MB; write it as .jsonl")
        )
        return
    try:
        value = json.loads(json_text(data).text)
    except (ValueError, RecursionError) as error:
        yield from _lines_or_broken(data, packed_size, error)
        return
    found = _listed(value)
    if found is None:
        yield Inner(None, data, "json", fields_of(value).given) if isinstance(value, dict) else _no_object(None)
        return
    for number, one in enumerate(found, start=1):
        yield inner_report(_source(one), number) if isinstance(one, dict) else _no_object(str(number))


def _lines_or_broken(data: bytes, packed_size: int | None, error: Exception) -> Iterator[Inner]:
    """Read lines of objects, which some crawlers write under the name of a ``.json`` file; else tell what is wrong."""
    first = data.lstrip().split(b"\n", 1)[0]
    try:
        parse_object(first)
    except ValueError:
        yield Inner(None, data[:MAX_BYTES], "json", problem=Issue("invalid_json", f"the file is no JSON: {error}"))
        return
    yield from json_lines(io.BytesIO(data), packed_size)


def _listed(value: object) -> list[object] | None:
    """Return the list of reports that a value is or holds, None when it is none."""
    if not isinstance(value, dict):
        return value if isinstance(value, list) else None
    fields = fields_of(value)
    if fields.text is not None or fields.html is not None:
        return None
    inner = next((one for name in _LISTS if isinstance(one := value.get(name), list | dict)), None)
    return _listed(inner)


def _source(one: dict[str, Any]) -> dict[str, Any]:
    """Return the report itself of a search engine's hit."""
    inner = one.get("_source")
    return inner if isinstance(inner, dict) else one


def _no_object(key: str | None) -> Inner:
    return Inner(key, b"", "json", problem=Issue("invalid_json", "there is no JSON object of a report"))


def table(stream: IO[bytes], packed_size: int | None) -> Iterator[Inner]:  # noqa: ARG001 - as the other kinds of file
    """Give a report for every row of a table whose first row names the columns."""
    sample = stream.read(_SAMPLE)
    stream.seek(0)
    encoding = "utf-8-sig" if _is_utf8(sample) else "cp1252"
    csv.field_size_limit(MAX_BYTES)
    lines = codecs.iterdecode(iter(partial(stream.readline, MAX_BYTES), b""), encoding, "replace")
    head = sample.split(b"\n", 1)[0].decode(encoding, "replace")
    rows = csv.DictReader(lines, delimiter=max(_DELIMITERS, key=head.count))
    try:
        for number, row in enumerate(rows, start=1):
            fields = {clean(str(name)).strip(): value for name, value in row.items() if name and isinstance(value, str)}
            if number == 1 and not _holds_reports(list(fields)):
                yield Inner(None, b"", "json", problem=_no_column(list(fields)))
                return
            yield inner_report(fields, number)
    except csv.Error as error:
        yield Inner(f"{rows.line_num}", b"", "json", problem=Issue("damaged_table", f"the table breaks off: {error}"))


def _is_utf8(sample: bytes) -> bool:
    """Say whether a sample, which may end within a character, is UTF-8."""
    text = sample.decode("utf-8", "replace")
    return "\N{REPLACEMENT CHARACTER}" not in text[:-3]


def _holds_reports(columns: list[str]) -> bool:
    fields = fields_of(dict.fromkeys(columns, "x"))
    return fields.text is not None or fields.html is not None


def _no_column(columns: list[str]) -> Issue:
    told = ", ".join(f"“{column}”" for column in columns[:12])
    return Issue(
        "no_text_column", f"no column is named “text” or “html” (there are {told}); name the one with the reports"
    )
