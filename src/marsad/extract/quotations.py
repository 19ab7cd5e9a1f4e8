"""What a document puts in quotation marks, also over several paragraphs."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from marsad.model import Span

_PARAGRAPH: Final = re.compile(r"[^\n]+")
_MARK: Final = re.compile(r"[“”\"«»]|''|``")
_OPENING: Final = frozenset(("“", "«", "``"))
LONGEST: Final = 2_000
"""Characters of one quotation in one paragraph at most."""
FEWEST_WORDS: Final = 4
"""Fewer words in quotation marks are a term that somebody uses, not what somebody tells."""


class Quotation(Struct, frozen=True, order=True):
    """A stretch in quotation marks, marks included, within one paragraph.

    ``open`` says that the paragraph ends before the quotation does; ``goes_on`` that it opens its paragraph and the one
    before was left open.
    """

    start: int
    end: int
    paragraph: int
    open: bool = False
    goes_on: bool = False

    @property
    def span(self) -> Span:
        """The place with the marks."""
        return Span(self.start, self.end)


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order."""
    found: list[Quotation] = []
    lines = list(_PARAGRAPH.finditer(text))
    for number, line in enumerate(lines):
        following = text[lines[number + 1].start() :][:3].lstrip() if number + 1 < len(lines) else ""
        for start, end, unclosed in _in_paragraph(text, line.start(), line.end()):
            if unclosed and following[:1] not in {"“", '"', "«"}:
                continue
            before = found[-1] if found else None
            follows = before is not None and before.open and before.paragraph == number - 1
            goes_on = follows and not text[line.start() : start].strip()
            found.append(Quotation(start, end, number, unclosed, goes_on))
    return tuple(quotation for quotation in found if _tells(text, quotation))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and whether it is left open; one that runs on for too long is a mark gone astray."""
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        opens = _opens(text, mark, is_open=opened is not None)
        if opened is not None and mark.start() - opened > LONGEST:
            opened = None
        if opens and (opened is None or mark.group() == '"'):
            opened = mark.start()
        elif not opens and opened is not None:
            yield opened, mark.end(), False
            opened = None
    if opened is not None and end - opened <= LONGEST:
        yield opened, end, True


def _opens(text: str, mark: re.Match[str], *, is_open: bool) -> bool:
    """Say whether a mark opens a quotation: by its form, else by the space on one side of it."""
    if mark.group() != '"':
        return mark.group() in _OPENING
    before, after = text[max(mark.start() - 1, 0) : mark.start()], text[mark.end() : mark.end() + 1]
    free_before, free_after = not before or before in " \n\t([—–", not after or after in " \n\t.,;:!?)]—–"
    return not is_open if free_before == free_after else free_before


def _tells(text: str, quotation: Quotation) -> bool:
    return quotation.open or quotation.goes_on or len(text[quotation.start : quotation.end].split()) >= FEWEST_WORDS
