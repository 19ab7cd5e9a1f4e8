"""Pairs of claims worth comparing, found without looking at all pairs.

Two claims meet when their types can be told as one another and they share a key: a copied sentence, a cell of the map,
a party or a telling count, each within weeks that touch or on one day of the calendar.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from marsad.merge.digest import ClaimDigest

CELL_DEGREES = 0.5
WIDEST_CELLS = 8
"""A place that covers more cells than this (a country) is found through its parties and words instead."""
LONGEST_WEEKS = 9
"""A time that spans more weeks is found through its first and last."""
KM_PER_DEGREE = 111.0

Key = tuple[object, ...]


def candidates(digests: Iterable[ClaimDigest]) -> Iterator[tuple[ClaimDigest, ClaimDigest]]:
    """Yield each pair once, left claim's id before right's; few of them are held in memory at a time.

    Two claims of one report are no candidates: its own linking has put together what it tells twice.
    """
    blocks: defaultdict[int, list[ClaimDigest]] = defaultdict(list)
    keys = {}
    ordered = sorted(digests, key=lambda digest: digest.claim.id)
    for digest in ordered:
        keys[digest.claim.id] = frozenset(map(hash, _keys(digest)))
        for key in keys[digest.claim.id]:
            blocks[key].append(digest)
    for key, block in blocks.items():
        for left, right in combinations(block, 2):
            shared = keys[left.claim.id] & keys[right.claim.id]
            if left.document.id != right.document.id and key == min(shared):
                yield left, right
    for left, right in _with_undated(ordered):
        if not keys[left.claim.id] & keys[right.claim.id]:
            yield left, right


def _with_undated(digests: list[ClaimDigest]) -> Iterator[tuple[ClaimDigest, ClaimDigest]]:
    """Yield the pairs on one spot of the map of which one claim has neither a time nor a day of publication."""
    undated = [digest for digest in digests if digest.window is None]
    wanted = {cell for digest in undated for cell in _cells(digest)}
    on_spot: defaultdict[tuple[int, int], list[ClaimDigest]] = defaultdict(list)
    for digest in digests if wanted else []:
        for cell in _cells(digest) & wanted:
            on_spot[cell].append(digest)
    for digest in undated:
        met = {other.claim.id: other for cell in _cells(digest) for other in on_spot[cell]}
        for id_ in sorted(met):
            other = met[id_]
            twice = other.window is None and id_ < digest.claim.id
            if other.document.id != digest.document.id and not twice:
                left, right = sorted((digest, other), key=lambda one: one.claim.id)
                yield left, right


def _keys(digest: ClaimDigest) -> set[Key]:
    keys: set[Key] = set()
    if digest.passage is not None:
        keys.add(("words", digest.passage))
    times: list[object] = [*_weeks(digest.window), *([digest.calendar_day] if digest.calendar_day else [])]
    for week in times:
        keys |= {("cell", week, cell) for cell in _cells(digest)}
        keys |= {("party", week, party) for party in digest.who | digest.whom}
        keys |= {("count", week, f.measure, f.low) for f in digest.claim.figures if f.low is not None and f.low > 1}
    return keys


def _weeks(window: tuple[date, date] | None) -> list[int]:
    """Numbers of the weeks that the window touches, and of the next, so that a window across a week's end is met."""
    if window is None:
        return [-1]
    first, last = (day.toordinal() // 7 for day in window)
    if last - first > LONGEST_WEEKS:
        return [first, last]
    return list(range(first, last + 1))


def _cells(digest: ClaimDigest) -> set[tuple[int, int]]:
    """Cells of the map within reach of the place, empty when it has no point or is wide."""
    place = digest.claim.where
    if place is None or place.lat is None or place.lon is None:
        return set()
    reach = (place.radius_km or 0) / KM_PER_DEGREE
    steps = int(reach / CELL_DEGREES) + 1
    if steps > WIDEST_CELLS:
        return set()
    row, column = int(place.lat // CELL_DEGREES), int(place.lon // CELL_DEGREES)
    around = range(-steps, steps + 1)
    return {(row + up, column + across) for up in around for across in around}
