"""Whose a count is, where an extractor gave it two claims or two measures.

The words right beside a number say what was done to those counted ("four drivers were kidnapped"), and a count is told
of one happening: those who fled belong to the flight rather than to the battle that they fled.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from marsad import ontology
from marsad.model import Claim, CountMention, Mention, Span
from marsad.resolve.figures.tolls import Toll

_OWN_TYPES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"displaced": frozenset({"displacement"}), "captured": frozenset({"arrest", "abduction", "weapons_seized"})}
)
"""Types of happening that a measure is told of first."""
_OVER_TO: Final = re.compile(
    r";\s+(?:while\s+|and\s+)?(?:in|at|near|outside)\s+[A-ZÀ-Þ]|"
    r"\b(?:earlier|previous) (?:[a-z-]+ ){1,2}(?:that )?(?:has |had |have )?(?:left|killed|claimed|wounded|injured)\b"
)
_FATES: Final = frozenset({"killed", "injured", "missing"})
"""Measures that an extractor mistakes for one another."""


class Told(Struct, frozen=True):
    """A sentence with its tolls and the numbers of the claims that it tells of."""

    span: Span
    tolls: tuple[Toll, ...]
    claims: tuple[int, ...]


def righted(text: str, claim: Claim, told: Sequence[Told]) -> Claim:
    """Let the words beside a number decide between the dead, the hurt and the missing; drop what is told elsewhere."""
    measures = ontology.load().event_type(claim.type).measures
    claim = _without(claim, [_is_elsewhere(text, claim, count.mention) for count in claim.counts])
    counts = list(claim.counts)
    for index, count in enumerate(counts):
        toll = toll_at(told, count.mention) if count.measure in _FATES else None
        told_so = toll is not None and (toll.sure or toll.part_of is not None)
        other = toll is not None and told_so and toll.measure in (_FATES - {count.measure}) & set(measures)
        if toll is not None and other and all(one.mention != count.mention or one is count for one in claim.counts):
            counts[index] = CountMention(toll.measure, count.mention, count.part_of)
    return replace(claim, counts=tuple(counts))


def _is_elsewhere(text: str, claim: Claim, mention: Mention) -> bool:
    """Whether a count stands where the sentence goes over to another happening: "; in Amalfi 12 died"."""
    inside = claim.sentence.start <= claim.trigger.end <= mention.start < claim.sentence.end
    return inside and _OVER_TO.search(text, claim.trigger.end, mention.start) is not None


def toll_at(told: Sequence[Told], mention: Mention) -> Toll | None:
    """Return the toll that the words of a count are read as."""
    at = bisect_right(told, mention.start, key=lambda sentence: sentence.span.start) - 1
    read = told[at].tolls if at >= 0 else ()
    return next((toll for toll in read if toll.mention.span.overlaps(mention.span)), None)


def told_once(claims: Sequence[Claim], told: Sequence[Told]) -> list[Claim]:
    """Leave a count that several claims hold to the one it is told of; equal rights leave it to all of them."""
    holders: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for claim in claims:
        for count in claim.counts:
            holders.setdefault((count.mention.start, count.mention.end), []).append((claim.type, count.measure))
    shared = {place: held for place, held in holders.items() if len(held) > 1}
    return [_without(claim, [_is_others(claim, one, shared, told) for one in claim.counts]) for claim in claims]


def _is_others(
    claim: Claim, count: CountMention, shared: Mapping[tuple[int, int], list[tuple[str, str]]], told: Sequence[Told]
) -> bool:
    """Whether another claim has the better right to a count: by what was done, or by its type."""
    held = shared.get((count.mention.start, count.mention.end), [])
    if not held:
        return False
    measures = {measure for _, measure in held}
    if len(measures) > 1:
        toll = toll_at(told, count.mention)
        told_of = toll is not None and toll.sure and toll.measure in measures and toll.measure != count.measure
        return toll is not None and told_of and not toll.several
    own = _OWN_TYPES.get(count.measure, frozenset())
    return claim.type not in own and any(type_ in own for type_, _ in held)


def _without(claim: Claim, dropped: Sequence[bool]) -> Claim:
    """Return the claim without some of its counts; what was part of one is part of what that was part of."""
    if not any(dropped):
        return claim
    place = {index: rank for rank, index in enumerate(i for i, drop in enumerate(dropped) if not drop)}
    counts = tuple(
        replace(count, part_of=place.get(count.part_of) if count.part_of is not None else None)
        for count, drop in zip(claim.counts, dropped, strict=True)
        if not drop
    )
    return replace(claim, counts=counts)
