"""Cuts lines that hold two things: a title run into the first paragraph, a date before it, credits behind the last."""

import re
from collections.abc import Iterable, Iterator

from marsad.reading.days import DATE
from marsad.reading.plain import ends_sentence, folded, words
from marsad.reading.signals import is_about_author, is_furniture
from marsad.reading.units import Unit

TOP = 12
"""Lines among which a title may be repeated."""

TAIL = 3
"""Paragraphs at the end that may carry credits behind their last sentence."""

MIN_TITLE = 4
"""Words from which a line's beginning is no chance repetition."""

_LABELLED_DATE = re.compile(
    rf"\s*(?:date|published|posted|updated|publication date)(?: on)?\s{{0,3}}:?\s{{0,3}}(?:{DATE})\s+"
    r"(?=(?-i:[A-ZÀ-Þ“\"'(]))",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"(?<=[a-zà-ÿ0-9)”\"’%])[.!?…][\"”’'»)\]]{0,3}\s+(?=[\"“‘'(\[]?[A-Z©(])")
_WORD = re.compile(r"\w[\w'’-]*")
_CLOSING = re.compile(r"[\"”’'»)\]?!.]*\s*[-–—:]?\s*")


def split_edges(units: tuple[Unit, ...], title: str | None) -> tuple[Unit, ...]:
    """Return the units with what is run together cut apart."""
    top = tuple(_cut_top(units[:TOP], title))
    rest = units[TOP:]
    both = top + rest
    last = [at for at, unit in enumerate(both) if unit.is_prose][-TAIL:]
    return tuple(_cut_tails(both, set(last)))


def _cut_top(units: Iterable[Unit], title: str | None) -> Iterator[Unit]:
    heads = [title] if title else []
    for unit in units:
        pieces = [unit]
        date = _LABELLED_DATE.match(unit.text)
        if date:
            pieces = list(unit.cut(unit.start + date.end()))
        for head in heads:
            end = _repeated(head, pieces[-1].text)
            if end:
                pieces[-1:] = pieces[-1].cut(pieces[-1].start + end)
                break
        if not unit.is_prose and unit.size >= MIN_TITLE:
            heads.append(unit.text)
        yield from pieces


def _repeated(head: str, text: str) -> int | None:
    """Return where the text goes on after it began with the head, or None."""
    count = len(words(folded(head)))
    if count < MIN_TITLE:
        return None
    found = []
    for match in _WORD.finditer(text):
        found.append(match)
        if len(found) > count:
            break
    if len(found) <= count or folded(text[: found[count - 1].end()]) != folded(head):
        return None
    closing = _CLOSING.match(text, found[count - 1].end())
    end = closing.end() if closing else found[count - 1].end()
    return end if text[end:].lstrip("\"“‘'([")[:1].isupper() or not text[end : end + 1].isalpha() else None


def _cut_tails(units: tuple[Unit, ...], last: set[int]) -> Iterator[Unit]:
    for at, unit in enumerate(units):
        if at not in last:
            yield unit
            continue
        yield from _cut_tail(unit)


def _cut_tail(unit: Unit) -> Iterator[Unit]:
    """Cut credits off the end of a paragraph, the last sentences first."""
    starts = [match.end() for match in _BOUNDARY.finditer(unit.text)][-TAIL:]
    tails: list[Unit] = []
    for start in reversed(starts):
        head, tail = unit.cut(unit.start + start)
        if not (is_furniture(tail.plain) or is_about_author(tail.plain)) or not ends_sentence(head.plain):
            break
        tails.append(tail)
        unit = head
    yield unit
    yield from reversed(tails)
