"""Pairs of tellings worth comparing, found without looking at all pairs.

Two tellings meet when they share a key: a copied sentence, a cell of the map, a party, a person or a telling count,
each within weeks that touch or on one day of the calendar; or when their reports are of one story.
A block of many is cut by further keys, and what is still many meets its neighbours in time only, so that the work grows
with the record and not with its square.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

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
    close = _numbered([*_blocks(ordered), *_of_one_story(ordered, archive)])
    yield from _pairs(close)
    wide = {digest.claim.id for digest in ordered if not _cells(digest)}
    loose = _numbered(_loose_blocks(ordered, wide))
    met = _blocks_of(close)
    for left, right in _pairs(loose, wide):
        if not met[left.claim.id] & met[right.claim.id]:
            yield left, right


def _numbered(blocks: Iterable[Block]) -> dict[int, Block]:
    return dict(enumerate(sorted(block, key=lambda digest: digest.claim.id) for block in blocks))


def _blocks_of(blocks: Mapping[int, Block]) -> defaultdict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, block in blocks.items():
        for digest in block:
            found[digest.claim.id].add(number)
    return found


def _pairs(
    blocks: Mapping[int, Block], one_of: Collection[str] | None = None
) -> Iterator[tuple[ClaimDigest, ClaimDigest]]:
    """Yield the pairs of two reports in each block, each once: in the first block that both stand in.

    Where ids are given, one of the two is among them.
    """
    blocks_of = _blocks_of(blocks)
    for number, block in blocks.items():
        for left, right in combinations(block, 2):
            wanted = one_of is None or left.claim.id in one_of or right.claim.id in one_of
            if left.document.id != right.document.id and wanted:
                shared = blocks_of[left.claim.id] & blocks_of[right.claim.id]
                if number == min(shared):
                    yield left, right


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


def _blocks(digests: Block) -> list[Block]:
    """Return the tellings that share a key, each block sorted by id and of bounded size."""
    by_key: defaultdict[Key, list[ClaimDigest]] = defaultdict(list)
    years = {key for digest in digests for key in _years(digest)}
    for digest in digests:
        for key in {*_keys(digest), *_years(digest), *(_year_met(digest) & years)}:
            by_key[key].append(digest)
    by_key.update(_with_undated(digests))
    return [part for block in by_key.values() if len(block) > 1 for part in _cut(block, _CUTS)]


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


def _with_undated(digests: Block) -> dict[Key, list[ClaimDigest]]:
    """Gather on each spot of the map the tellings without any date and what else is told of it."""
    undated = {cell for digest in digests if digest.window is None for cell in _cells(digest)}
    on_spot: defaultdict[Key, list[ClaimDigest]] = defaultdict(list)
    for digest in digests if undated else []:
        for cell in _cells(digest) & undated:
            on_spot["spot", cell].append(digest)
    return on_spot


def _keys(digest: ClaimDigest) -> set[Key]:
    keys: set[Key] = {("words", passage) for passage in digest.passages}
    times: list[object] = [*_weeks(digest.window), *([digest.calendar_day] if digest.calendar_day else [])]
    for week in times:
        keys |= {("cell", week, cell) for cell in _cells(digest)}
        keys |= {("party", week, above) for party in digest.who | digest.whom for above in lineage(party)}
        keys |= {("person", week, head_noun(party.name)) for party in digest.claim.whom if party.id is None}
        keys |= {("count", week, f.measure, f.low) for f in digest.claim.figures if f.low is not None and f.low > 1}
    return keys


def _of_one_story(digests: Block, archive: Archive) -> Iterator[Block]:
    """Yield what two reports of one story tell of one kind, where one of the two opens with it."""
    by_report: defaultdict[str, list[ClaimDigest]] = defaultdict(list)
    for digest in digests:
        by_report[digest.document.id].append(digest)
    for report in sorted(by_report):
        for other in archive.alike(report):
            if report < other and other in by_report:
                told = by_report[report] + by_report[other]
                for kind in {_kind(digest) for digest in told}:
                    yield from _cut([digest for digest in told if _kind(digest) == kind], _CUTS)


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
