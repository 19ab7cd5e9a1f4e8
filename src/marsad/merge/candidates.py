"""Pairs of tellings worth comparing, found without looking at all pairs.

Two tellings meet when they share a key: a copied sentence, a cell of the map, a party, a person or a telling count,
each within weeks that touch or on one day of the calendar; or when their reports are of one story.
A block of many is cut by further keys, and what is still many meets its neighbours in time only, so that the work grows
with the record and not with its square.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from marsad.merge.archive import Archive
from marsad.merge.digest import ClaimDigest
from marsad.merge.parties import head_noun, lineage

CELL_DEGREES = 0.5
WIDEST_CELLS = 8
"""A place that covers more cells than this (a country) is found through its parties and words instead."""
LONGEST_WEEKS = 9
"""A time that spans more weeks is met through its years."""
KM_PER_DEGREE = 111.0
LARGEST_BLOCK = 80
"""Tellings that are all compared with each other; more are cut into smaller blocks."""

Key = tuple[Hashable, ...]
Block = Sequence[ClaimDigest]


def candidates(digests: Iterable[ClaimDigest], archive: Archive) -> Iterator[tuple[ClaimDigest, ClaimDigest]]:
    """Yield each pair once, left claim's id before right's; few of them are held in memory at a time.

    Two tellings of one report are no candidates: what it tells twice has been put together.
    """
    ordered = sorted(digests, key=lambda digest: digest.claim.id)
    wide = {number for number, digest in enumerate(ordered) if not _cells(digest)}
    numbers = {digest.claim.id: number for number, digest in enumerate(ordered)}
    stories = _Stories(ordered, numbers, archive)
    close = _Meetings(chain(_blocks(ordered), stories.crowded()), numbers)
    loose = _Meetings(_loose_blocks(ordered, {ordered[number].claim.id for number in wide}), numbers)
    for number, left in enumerate(ordered):
        met = close.of(number) | stories.of(number)
        met |= {other for other in loose.of(number) - met if number in wide or other in wide}
        for other in sorted(met):
            if other > number and ordered[other].document.id != left.document.id:
                yield left, ordered[other]


class _Meetings:
    """Which tellings share a block, by their numbers; equal blocks are kept once, in four bytes a telling."""

    def __init__(self, blocks: Iterable[Block], numbers: Mapping[str, int]) -> None:
        packed = {array("I", sorted(numbers[digest.claim.id] for digest in block)).tobytes() for block in blocks}
        self._blocks = sorted(packed)
        self._of: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        for position, block in enumerate(self._blocks):
            for number in memoryview(block).cast("I"):
                self._of[number].append(position)

    def of(self, number: int) -> set[int]:
        """Return all that share a block with a telling, itself among them."""
        if number not in self._of:
            return set()
        return set().union(*(memoryview(self._blocks[position]).cast("I") for position in self._of[number]))


class _Stories:
    """What reports of one story tell of one kind, by the numbers of the tellings."""

    def __init__(self, ordered: Block, numbers: Mapping[str, int], archive: Archive) -> None:
        self._ordered, self._numbers, self._archive = ordered, numbers, archive
        self._told: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, digest in enumerate(ordered):
            self._told[digest.document.id][_kind(digest)].append(number)
        self._beside: defaultdict[str, list[str]] = defaultdict(list)
        for report, other in self._alike():
            self._beside[report].append(other)
            self._beside[other].append(report)

    def _alike(self) -> Iterator[tuple[str, str]]:
        for report in sorted(self._told):
            yield from ((report, other) for other in self._archive.alike(report) if report < other in self._told)

    def of(self, number: int) -> set[int]:
        """Return what the reports of one story with its own tell of its kind, unless the two tell very much of it."""
        report, kind = self._ordered[number].document.id, _kind(self._ordered[number])
        room = LARGEST_BLOCK - len(self._told[report][kind])
        told = (self._told[other].get(kind, ()) for other in self._beside.get(report, ()))
        return set().union(*(numbers for numbers in told if len(numbers) <= room))

    def crowded(self) -> Iterator[Block]:
        """Yield in blocks what two reports tell of one kind where it is very much."""
        many = {(report, kind): len(told) for report, kinds in self._told.items() for kind, told in kinds.items()}
        for (report, kind), count in many.items():
            for other in self._beside.get(report, ()) if count > LARGEST_BLOCK // 2 else ():
                numbers = self._told[report][kind] + self._told[other].get(kind, [])
                if len(numbers) > LARGEST_BLOCK:
                    yield from _cut([self._ordered[number] for number in numbers], _CUTS)


def _loose_blocks(digests: Block, wide: Collection[str]) -> Iterator[Block]:
    """Yield what is told of one country on one day, where one of the tellings gives no closer place."""
    by_day: defaultdict[Key, list[ClaimDigest]] = defaultdict(list)
    for digest in digests:
        where, window = digest.claim.where, digest.window
        if where is not None and where.country is not None and window is not None and window[0] == window[1]:
            by_day[where.country, window[0], _kind(digest)].append(digest)
    for block in by_day.values():
        if any(digest.claim.id in wide for digest in block):
            yield from _cut(block, _CUTS)


def _blocks(digests: Block) -> Iterator[Block]:
    """Yield the tellings that share a key, in blocks of bounded size; of one kind of key after the other."""
    years = {key for digest in digests for key in _years(digest)}
    for keys in (*_KEYS, lambda digest: _years(digest) | (_year_met(digest) & years)):
        yield from _sharing(digests, keys)
    undated = {cell for digest in digests if digest.window is None for cell in _cells(digest)}
    if undated:
        yield from _sharing(digests, lambda digest: _cells(digest) & undated)


def _sharing(digests: Block, keys: Callable[[ClaimDigest], Iterable[Hashable]]) -> Iterator[Block]:
    by_key: defaultdict[Hashable, list[ClaimDigest]] = defaultdict(list)
    for digest in digests:
        for key in keys(digest):
            by_key[key].append(digest)
    for block in by_key.values():
        if len(block) > 1:
            yield from _cut(block, _CUTS)


def _cut(block: Block, cuts: Sequence[Callable[[ClaimDigest], Hashable]]) -> Iterator[Block]:
    """Cut a large block by one further key after the other, at last by time into parts that overlap by half."""
    if len(block) <= LARGEST_BLOCK:
        yield block
    elif cuts:
        parts: defaultdict[Hashable, list[ClaimDigest]] = defaultdict(list)
        for digest in block:
            parts[cuts[0](digest)].append(digest)
        for part in parts.values():
            yield from _cut(part, cuts[1:])
    else:
        in_time = sorted(block, key=lambda digest: (digest.window is None, digest.window or (), digest.claim.id))
        for start in range(0, len(in_time) - LARGEST_BLOCK // 2, LARGEST_BLOCK // 2):
            yield in_time[start : start + LARGEST_BLOCK]


def _kind(digest: ClaimDigest) -> str:
    """Return the family; those as which one happening can be told are one."""
    return "violence" if digest.family in ("ground", "explosion", "violence") else digest.family


_CUTS: tuple[Callable[[ClaimDigest], Hashable], ...] = (
    lambda digest: digest.claim.modality in ("planned", "threatened", "possible"),
    _kind,
    lambda digest: digest.window if digest.own_time else None,
    lambda digest: None if digest.claim.where is None else digest.claim.where.id,
)
"""What a large block is cut by: tellings that differ in the first two never are one, in the others seldom."""


def _times(digest: ClaimDigest) -> list[Hashable]:
    return [*_weeks(digest.window), *([digest.calendar_day] if digest.calendar_day else [])]


def _places(digest: ClaimDigest) -> set[Key]:
    return {(time, *cell) for time in _times(digest) for cell in _cells(digest)}


def _parties(digest: ClaimDigest) -> set[Key]:
    named = {above for party in digest.who | digest.whom for above in lineage(party)}
    return {(time, party) for time in _times(digest) for party in named}


def _persons(digest: ClaimDigest) -> set[Key]:
    named = {head_noun(party.name) for party in digest.claim.whom if party.id is None}
    return {(time, name) for time in _times(digest) for name in named}


def _counts(digest: ClaimDigest) -> set[Key]:
    counts = {(figure.measure, figure.low) for figure in digest.claim.figures if (figure.low or 0) > 1}
    return {(time, *count) for time in _times(digest) for count in counts}


_KEYS: tuple[Callable[[ClaimDigest], Iterable[Hashable]], ...] = (
    lambda digest: digest.passages,
    _places,
    _parties,
    _persons,
    _counts,
)
"""What two tellings must share one of to be compared."""


def _weeks(window: tuple[date, date] | None) -> list[int]:
    """Numbers of the weeks that the window touches; empty when they are many."""
    if window is None:
        return [-1]
    first, last = (day.toordinal() // 7 for day in window)
    return [] if last - first > LONGEST_WEEKS else list(range(first, last + 1))


def _years(digest: ClaimDigest) -> set[Key]:
    """Keys of a time of many weeks: its years on each cell."""
    return set() if digest.window is None or _weeks(digest.window) else _year_met(digest)


def _year_met(digest: ClaimDigest) -> set[Key]:
    if digest.window is None:
        return set()
    return {("year", day.year, cell) for day in digest.window for cell in _cells(digest)}


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
