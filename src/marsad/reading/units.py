"""The lines of a text, each with its place: what blocks are decided on."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from marsad.reading.plain import ends_sentence, is_bullet, plain, words

FULL = 0.8
"""Share of the width from which a line of a broken text is full."""

LONG = 200
"""Characters from which a line is a paragraph whatever it ends with."""

BROKEN = 45
"""Characters from which a line may be one that was broken to a width."""

_INNER_END = re.compile(r"[a-zà-ÿ0-9)”\"][.!?][\"”’)]?\s+[\"“‘(]?[A-Z]")
"""A sentence that ends before the end of the line."""


_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{2,30})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([A-Za-z ,/]{2,30}\))? ?"
    r"(?:--|—|–|-|_)$"
)
"""A dateline on a line of its own: the story begins with it."""

_TOLL = re.compile(
    r"(?:total )?(?:dead|killed|deaths|injured|wounded|missing|displaced|captured|hospitali[sz]ed|casualties)"
    r"\s?: ?[\d,]{1,12}$",
    re.IGNORECASE,
)
"""A line of a table of losses."""


class Unit(Struct, frozen=True):
    """A paragraph: one line, or several when the text was broken to a width. ``words`` stand without marks."""

    start: int
    end: int
    text: str
    plain: str
    bullet: bool
    after_blank: bool

    @property
    def is_prose(self) -> bool:
        """Whether it reads as sentences do, not as a headline, a label or a menu."""
        if len(self.plain) >= LONG or _DATELINE.match(self.plain) or _TOLL.match(self.plain):
            return True
        if self.size >= 12 and _INNER_END.search(self.plain):
            return True
        if self.plain.endswith((":", ",", ";", "—")):
            return self.size >= 5
        return ends_sentence(self.plain) and (self.size >= 4 or len(self.plain) >= 30)

    @property
    def size(self) -> int:
        """How many words it has."""
        return len(words(self.plain))

    def cut(self, at: int) -> tuple["Unit", "Unit"]:
        """Divide it at an offset of the text."""
        place = at - self.start
        return (
            unit_of(self.text[:place], self.start, after_blank=self.after_blank),
            unit_of(self.text[place:], at, after_blank=False),
        )


def unit_of(text: str, start: int, *, after_blank: bool) -> Unit:
    """Make the unit of a stretch of text, without the space around it."""
    lead = len(text) - len(text.lstrip())
    body = text.strip()
    return Unit(start + lead, start + lead + len(body), body, plain(body), is_bullet(text), after_blank)


def units_of(text: str) -> tuple[Unit, ...]:
    """Return the units of a text in order; they leave out nothing but white space."""
    return tuple(_units(text))


def _units(text: str) -> Iterator[Unit]:
    lines = list(_lines(text))
    width = _width(lines)
    blank = True
    start: int | None = None
    for at, (begin, line) in enumerate(lines):
        if not line.strip():
            blank = True
            continue
        if start is None:
            start = begin
        if at + 1 < len(lines) and _runs_on(line, lines[at + 1][1], width):
            continue
        yield unit_of(text[start : begin + len(line)], start, after_blank=blank)
        start, blank = None, False


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines with their offsets."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _width(lines: list[tuple[int, str]]) -> int | None:
    """Return the width that the text was broken to by hand or by a mail program, None when it was not broken."""
    open_ends = [
        (len(line.strip()), _continues(following))
        for (_, line), (_, following) in pairwise(lines)
        if BROKEN <= len(line.strip()) < LONG and following.strip() and not ends_sentence(line)
    ]
    broken = [length for length, continues in open_ends if continues]
    return max(broken) if len(broken) >= 2 and 3 * len(broken) >= len(open_ends) else None


def _runs_on(line: str, following: str, width: int | None) -> bool:
    """Say whether the sentence of a line goes on in the next: in small letters, or at the text's width."""
    length = len(line.strip())
    if length < BROKEN or not following.strip() or is_bullet(following):
        return False
    full = width is not None and FULL * width <= length <= width
    return (full or not ends_sentence(line)) and (_continues(following) or (full and not ends_sentence(line)))


def _continues(line: str) -> bool:
    """Say whether a line begins as the middle of a sentence does; small words of menus and bylines are none."""
    line = line.strip()
    return line[:1].islower() and not line.startswith("by ") and (len(line) >= 15 or ends_sentence(line))
