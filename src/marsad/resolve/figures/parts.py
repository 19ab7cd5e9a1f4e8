"""Which counts of a claim are included in another: "twelve, three of them children", "two people, a and b"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from marsad.model import Claim, CountMention, Mention
from marsad.resolve.figures.counts import read_count
from marsad.resolve.figures.sharing import Told
from marsad.resolve.figures.tolls import Toll

_ANYBODY: Final = frozenset({None, "people", "persons", "victims", "dead", "casualties"})
"""Whole counts that a list behind them may take apart; "two soldiers, a nurse and a driver" are four."""
_OPENED: Final = re.compile(r"\s*[,:(–—-]\s*")
_GOES_ON: Final = re.compile(r"\s*(?:,|,?\s*and)\s+")


def index_of(claim: Claim, mention: Mention) -> int | None:
    """Return the index of the count of a claim that shares words with a mention."""
    return next((i for i, count in enumerate(claim.counts) if count.mention.span.overlaps(mention.span)), None)


def with_parts(text: str, claim: Claim, told: Sequence[Told]) -> Claim:
    """Put counts under those that they are included in, also those of an extractor that took them for others."""
    if len(claim.counts) < 2:
        return claim
    counts = list(claim.counts)
    for part, all_ in _listed(text, counts):
        counts[part] = CountMention(counts[part].measure, counts[part].mention, all_)
    for index, count in enumerate(tuple(counts)):
        at = bisect_right(told, count.mention.start, key=lambda sentence: sentence.span.start) - 1
        if count.part_of is not None or at < 0:
            continue
        whole = _whole(claim, told[at].tolls, index)
        if whole is not None and counts[whole].part_of is None and counts[whole].measure == count.measure:
            counts[index] = CountMention(count.measure, count.mention, whole)
    return replace(claim, counts=tuple(counts))


def _whole(claim: Claim, read: Sequence[Toll], index: int) -> int | None:
    """Return the index of the count that another one is told as part of: by "including", or by a new total."""
    count = claim.counts[index]
    own = next((toll for toll in read if toll.mention.span.overlaps(count.mention.span)), None)
    if own is None:
        return None
    if own.part_of is not None:
        place = index_of(claim, read[own.part_of].mention)
        return place if place != index else None
    totals = [
        toll for toll in read if toll.follows and not toll.among and toll.measure == own.measure and toll is not own
    ]
    if own.follows or not totals:
        return None
    return index_of(claim, totals[0].mention)


def _listed(text: str, counts: Sequence[CountMention]) -> Iterator[tuple[int, int]]:
    """Yield part and whole where what follows a number of people adds up to it: "two people, a nurse and a driver"."""
    order = sorted(range(len(counts)), key=lambda index: counts[index].mention.start)
    for place, whole in enumerate(order):
        read = read_count(counts[whole].mention.text)
        if read is None or read.who not in _ANYBODY or read.number.low is None or read.number.low < 2:
            continue
        parts = _adding_up(text, counts, order[place:], read.number.low)
        yield from ((part, whole) for part in parts)


def _adding_up(text: str, counts: Sequence[CountMention], order: Sequence[int], total: int) -> list[int]:
    """Return the counts of a list right behind the first of them if they add up to it, else nothing."""
    parts: list[int] = []
    before = counts[order[0]]
    for index in order[1:]:
        count = counts[index]
        joint = (_GOES_ON if parts else _OPENED).fullmatch(text, before.mention.end, count.mention.start)
        read = read_count(count.mention.text)
        if joint is None or read is None or read.number.low is None or count.measure != before.measure:
            break
        parts.append(index)
        total -= read.number.low
        before = count
    return parts if total == 0 and len(parts) > 1 else []
