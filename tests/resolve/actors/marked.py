"""Test sentences with their mentions marked: ``the [[army|saf-sudan]] shelled``.

After the bar stands what the words have to become: a party's id, ``=words`` where no party may be found, ``!Name`` for
a private person, nothing where nobody may be given; several joined by ``+``. ``who:`` is understood, ``whom:`` before
the words makes them victims.
"""

import re
from datetime import date
from pathlib import Path

import yaml
from msgspec import Struct

from marsad.model import Block, Claim, Document, Mention, Published, Span, content_id

_MARK = re.compile(r"\[\[(?:(whom|who):)?([^|\]]+)\|([^\]]*)\]\]")
_END = re.compile(r"[.!?]\s+")


class Marked(Struct, frozen=True):
    """A marked mention: its slot, its place in the clean text, and what it has to become."""

    slot: str
    mention: Mention
    expected: str


def read_marked(text: str) -> tuple[str, tuple[Marked, ...]]:
    """Return the text without marks, and the marks."""
    clean = ""
    found = []
    at = 0
    for match in _MARK.finditer(text):
        clean += text[at : match.start()]
        found.append((match[1] or "who", len(clean), match[2], match[3]))
        clean += match[2]
        at = match.end()
    clean += text[at:]
    return clean, tuple(
        Marked(slot, Mention.of(clean, start, start + len(words)), expected) for slot, start, words, expected in found
    )


def load_cases(path: Path) -> dict[str, tuple[int | None, str]]:
    """Return the year of publication and the marked text of each case of a file."""
    return {name: (case["year"], case["text"]) for name, case in yaml.safe_load(path.read_text("utf-8")).items()}


def document_of(text: str, year: int | None = None) -> Document:
    """Return a document of one block that came out in the middle of that year."""
    published = Published(date(year, 7, 1), date(year, 7, 1), "given") if year is not None else None
    return Document(
        id=content_id("d", text, year or 0),
        path="report.txt",
        url=None,
        sha256="0" * 64,
        title=None,
        outlet=None,
        agencies=(),
        language="en",
        published=published,
        text=text,
        blocks=(Block(0, len(text), "body"),),
        issues=(),
    )


def claim_of(  # noqa: PLR0917
    document: Document,
    at: int,
    type: str = "armed_clash",
    who: tuple[Mention, ...] = (),
    whom: tuple[Mention, ...] = (),
    sources: tuple[Mention, ...] = (),
) -> Claim:
    """Return a claim whose sentence holds the given place."""
    ends = [match.end() for match in _END.finditer(document.text)]
    start = max([end for end in ends if end <= at], default=0)
    end = min([end for end in ends if end > at], default=len(document.text))
    return Claim(
        id=content_id("c", document.id, at),
        document=document.id,
        type=type,
        modality="happened",
        trigger=Mention.of(document.text, at, at + 1),
        sentence=Span(start, end),
        mentions=(),
        who=who,
        whom=whom,
        where=(),
        when=(),
        counts=(),
        means=(),
        sources=sources,
        extractor="test",
        confidence=1.0,
    )
