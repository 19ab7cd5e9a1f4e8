"""The text of a PDF, page by page, within bounds."""

import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import islice, pairwise

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from marsad.errors import UnreadableError
from marsad.model import Issue
from marsad.reading.decode import normal_lines
from marsad.reading.plain import ends_sentence, is_bullet

MAX_PAGES = 200
"""Pages of one report that are read."""

MAX_TEXT = 250_000
"""Characters of one report that are read."""

EDGE = 2
"""Lines at the head and at the foot of a page that may be those of every page."""

SHORT, HEADING = 0.8, 0.6
"""Shares of a full line below which one that ends a sentence, and one that does not, end their paragraph."""

FULL = 0.8
"""Share of a page's lines that are no longer than a full one."""

_DIGITS = re.compile(r"\d+")
_DIVIDED = re.compile(r"[a-z](?:-|\u00ad)$")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


_FAULTS = (
    PyPdfError,
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    zlib.error,
    struct.error,
)
"""What the library raises on broken files, beside its own errors."""


def pdf_text(data: bytes) -> tuple[str, str | None, tuple[Issue, ...]]:
    """Return text, title and issues.

    Raises:
        UnreadableError: it is encrypted, broken, or holds pictures alone.
    """
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("encrypted", "the PDF is locked with a password")
        pages = _pages(reader)
        title = reader.metadata.title if reader.metadata else None
        total = len(reader.pages)
    except _FAULTS as error:
        raise UnreadableError("broken_pdf", f"the PDF cannot be read: {type(error).__name__}") from error
    text = _joined(pages)
    if not text.strip():
        raise UnreadableError("no_text", "the PDF holds no text, perhaps pictures of pages")
    cut = total > MAX_PAGES or sum(map(len, pages)) > MAX_TEXT
    issues = (Issue("too_large", f"only the first {len(pages)} of {total} pages are read"),) if cut else ()
    return text, title.strip() or None if isinstance(title, str) else None, issues


def _pages(reader: PdfReader) -> list[str]:
    pages: list[str] = []
    size = 0
    for page in islice(reader.pages, MAX_PAGES):
        if size > MAX_TEXT:
            break
        pages.append(normal_lines(page.extract_text()))
        size += len(pages[-1])
    return pages


def _joined(pages: list[str]) -> str:
    """Return the text of all pages; a paragraph that a page breaks off goes on with the next one."""
    text = ""
    for page in _without_repeats(pages):
        part = paragraphs(page)
        torn = bool(text) and part[:1].islower() and not ends_sentence(text)
        text += (" " if torn else "\n\n" if text and part else "") + part
    return text


def _without_repeats(pages: list[str]) -> Iterator[str]:
    """Give the pages with the lines that stand at the head or foot of most of them once, as paragraphs of their own."""
    split = [page.split("\n") for page in pages]
    times = Counter(key for lines in split for key in {_key(line) for line in _edges(lines)})
    repeated = {key for key, number in times.items() if key and number >= max(2, len(pages) / 2)}
    told: set[str] = set()
    for lines in split:
        edges = {_key(line) for line in _edges(lines)} & repeated
        yield "\n".join(_once(line, told) if _key(line) in edges else line for line in lines)


def _edges(lines: list[str]) -> list[str]:
    filled = [line for line in lines if line.strip()]
    return filled[:EDGE] + filled[-EDGE:] if len(filled) > 2 * EDGE else []


def _key(line: str) -> str:
    """Return what a line has in common with the same line of another page, whose number differs."""
    return _DIGITS.sub("0", " ".join(line.split()))


def _once(line: str, told: set[str]) -> str:
    """Return a repeated line apart from its neighbours, nothing when it was told before."""
    if _key(line) in told:
        return ""
    told.add(_key(line))
    return f"\n{line}\n"


def paragraphs(page: str) -> str:
    r"""Join the lines of a page to paragraphs.

    A line broken off runs on; a short one ends its paragraph if it ends a sentence or, being a heading, if none goes on
    behind it; an item begins one. A word that a hyphen divides is joined.

    >>> paragraphs("The town was\nshelled.\n\nTwo died.")
    'The town was shelled.\n\nTwo died.'
    """
    lines = [" ".join(line.split()) for line in page.replace("\0", "").split("\n")]
    width = _width(lines)
    parts = [""]
    for line, following in pairwise([*lines, ""]):
        if not line or (is_bullet(line) and parts[-1]):
            parts.append("")
        parts[-1] = _run_on(parts[-1], line)
        if line and _ends(line, following, width):
            parts.append("")
    return "\n\n".join(part for part in parts if part)


def _width(lines: list[str]) -> int:
    """Return the length of a full line; few lines, of headings across columns, are longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(FULL * len(lengths))] if lengths else 0


def _ends(line: str, following: str, width: int) -> bool:
    if ends_sentence(line):
        return len(line) < SHORT * width
    return len(line) < HEADING * width and not following[:1].islower() and not line.endswith(("-", ","))


def _run_on(part: str, line: str) -> str:
    if _DIVIDED.search(part) and line[:1].islower():
        return part[:-1] + line
    return f"{part} {line}".strip()
