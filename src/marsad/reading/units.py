"""The lines of a text, each with its place: what blocks are decided on."""

import re
from collections.abc import Iterator

from msgspec import Struct

from marsad.reading.plain import ends_sentence, is_bullet, plain, words

LONG = 200
"""Characters from which a line is a paragraph whatever it ends with."""

WRAPPED = range(45, 110)
"""Lengths of the lines of a text that was broken to a width by hand or by a mail program."""


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
    blank = True
    for group in _groups(text):
        if _is_wrapped(group):
            start = group[0][0]
            end = group[-1][0] + len(group[-1][1])
            yield unit_of(text[start:end], start, after_blank=True)
        else:
            for start, line in group:
                yield unit_of(line, start, after_blank=blank)
                blank = False
        blank = True


def _groups(text: str) -> Iterator[list[tuple[int, str]]]:
    """Give the runs of lines between blank lines, each line with its offset."""
    group: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            group.append((start, line))
        elif group:
            yield group
            group = []
        start += len(line) + 1
    if group:
        yield group


def _is_wrapped(group: list[tuple[int, str]]) -> bool:
    """Say whether the lines are one paragraph broken to a width: even lengths, sentences that run over line ends."""
    lines = [line.rstrip() for _, line in group]
    if len(lines) < 3 or not all(len(line) in WRAPPED for line in lines[:-1]):
        return False
    running = sum(not ends_sentence(line) for line in lines[:-1])
    continued = sum(re.match(r"\s*[a-zà-ÿ]", line) is not None for line in lines[1:])
    return running * 2 >= len(lines) - 1 and continued * 3 >= len(lines) - 1 and len(lines[-1]) <= max(map(len, lines))
