"""Bare texts as documents, and files of them."""

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from marsad.model import Block, Document, Published, content_id

T = TypeVar("T")


class FormatError(ValueError):
    """A file is not in the format that the measurement reads."""


def document_of(text: str, *, published: date | None = None) -> Document:
    """Return a document whose whole text is its body."""
    sha256 = content_id("text", text)
    return Document(
        id=content_id("d", "text", sha256),
        path="text",
        url=None,
        sha256=sha256,
        title=None,
        outlet=None,
        agencies=(),
        language="en",
        published=None if published is None else Published(published, published, "given"),
        text=text,
        blocks=(Block(0, len(text), "body"),) if text else (),
        issues=(),
    )


def read_rows(path: Path, row: type[T]) -> Iterator[T]:
    """Yield the rows of a .jsonl or .jsonl.gz file.

    Raises:
        FormatError: a line is no such row.
    """
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield msgspec.json.decode(line, type=row)
                except msgspec.DecodeError as error:
                    raise FormatError(f"{path.name}, line {number}: {error}") from error


def quoted(text: str, *spans: tuple[int, int]) -> str:
    """Return the text with the spans in square brackets.

    >>> quoted("a bomb went off", (2, 6))
    'a [bomb] went off'
    """
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text
