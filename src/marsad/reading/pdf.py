"""The text of a PDF, page by page, within bounds."""

import logging
import struct
import zlib
from io import BytesIO
from itertools import islice

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from marsad.errors import UnreadableError
from marsad.model import Issue
from marsad.reading.decode import normal_lines
from marsad.reading.plain import ends_sentence

MAX_PAGES = 200
"""Pages of one report that are read."""

MAX_TEXT = 250_000
"""Characters of one report that are read."""

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
    text = "\n\n".join(part for page in pages if (part := paragraphs(page)))
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


def paragraphs(page: str) -> str:
    r"""Join the lines of a page to paragraphs: a line broken off runs on, a short one that ends a sentence ends.

    >>> paragraphs("The town was\nshelled.\n\nTwo died.")
    'The town was shelled.\n\nTwo died.'
    """
    lines = [" ".join(line.split()) for line in page.replace("\0", "").split("\n")]
    width = max(map(len, lines), default=0)
    parts: list[list[str]] = [[]]
    for line in lines:
        if not line:
            parts.append([])
            continue
        parts[-1].append(line)
        if ends_sentence(line) and len(line) < 0.8 * width:
            parts.append([])
    return "\n\n".join(" ".join(part) for part in parts if part)
