"""Which stretch of a text is the title, the body, the page's furniture or another story.

Decided paragraph by paragraph from general signals, never from an outlet's name: what a line says
(:mod:`marsad.reading.signals`), whether it reads as sentences, and where it stands.
"""

from collections.abc import Iterable

from marsad.model import Block
from marsad.model.document import BlockKind
from marsad.reading.layout import classify
from marsad.reading.titles import find_title
from marsad.reading.trim import split_edges
from marsad.reading.units import Unit, units_of


def divide(text: str, title: str | None, listed: frozenset[str] = frozenset()) -> tuple[str | None, tuple[Block, ...]]:
    """Return the title and the blocks, which follow each other and cover the text.

    ``title`` is the one given or found in the page's metadata, if any; else the first line that looks like one.
    ``listed`` are lines that a page's markup shows to be items of the story's lists and tables.
    """
    units = split_edges(units_of(text), title)
    title, at = find_title(units, title)
    return title, _cover(text, zip(units, classify(units, at, listed), strict=True))


def _cover(text: str, kinds: Iterable[tuple[Unit, BlockKind]]) -> tuple[Block, ...]:
    """Give white space to the block before it, and join neighbours of one kind."""
    if not text:
        return ()
    starts: list[tuple[int, BlockKind]] = []
    for unit, kind in kinds:
        if not starts or starts[-1][1] != kind:
            starts.append((unit.start if starts else 0, kind))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return tuple(Block(start, end, kind) for (start, kind), end in zip(starts, ends, strict=True))
