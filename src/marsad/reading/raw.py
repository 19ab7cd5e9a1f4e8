"""One report as found: its bytes and what came with them, nothing understood yet."""

from hashlib import sha256
from typing import Literal, Self

from msgspec import Struct

from marsad.model import Issue, content_id

MAX_BYTES = 10_000_000
"""Bytes of one report, unpacked. The largest pages of news sites with their scripts stay under 5 MB."""

TOO_LARGE = Issue("too_large", f"larger than {MAX_BYTES // 1_000_000} MB, which no report is; not read")

Form = Literal["text", "markdown", "html", "pdf", "json", "mail", "word"]

SUFFIXES: dict[str, Form] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".php": "html",
    ".asp": "html",
    ".aspx": "html",
    ".mhtml": "mail",
    ".mht": "mail",
    ".eml": "mail",
    ".docx": "word",
    ".odt": "word",
    ".pdf": "pdf",
}
"""What a file's name says of its form, if it holds one report; ``.gz`` is unpacked before."""


class Given(Struct, frozen=True):
    """What the one who collected the report says of it; every field wins over what is inferred."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None


class Inner(Struct, frozen=True):
    """One report in a file of many, told from the others by its ``key``; None when it is the whole file."""

    key: str | None
    data: bytes
    form: Form
    given: Given = Given()
    problem: Issue | None = None


class RawReport(Struct, frozen=True):
    """The bytes of one report, unpacked.

    ``path`` is relative to the folder given; ``sha256`` is that of ``data``; ``problem`` says why there is nothing (or
    nothing more) to read in ``data``.
    """

    path: str
    data: bytes
    form: Form
    sha256: str
    document_id: str
    given: Given = Given()
    problem: Issue | None = None

    @classmethod
    def of(
        cls, path: str, data: bytes, form: Form, *, given: Given | None = None, problem: Issue | None = None
    ) -> Self:
        """Compute the hash and the id."""
        digest = sha256(data).hexdigest()
        return cls(path, data, form, digest, content_id("d", path, digest), given or Given(), problem)
