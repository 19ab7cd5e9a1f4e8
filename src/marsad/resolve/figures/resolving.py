"""The counts of a claim as figures, each in its place among the others."""

import re

from msgspec import structs

from marsad import ontology
from marsad.model import Claim, CountMention, Document, Figure, Mention
from marsad.resolve.figures.counts import LEFT, is_cut_off, read_area, read_count

_LONGEST_JOINT = 40
"""Characters between two counts over which an "at least" still holds: "at least 10 were killed and 45 injured"."""
_SENTENCE = 60
"""Characters within which two equal numbers are two counts ("five men and five women") rather than one told twice."""
_THINGS = frozenset(
    "town village city hamlet neighbourhood neighborhood district quarter area position post outpost checkpoint base "
    "barracks camp hill height ridge bridge building house home hospital school airport airfield dam field facility "
    "site depot warehouse cache weapon rifle gun rocket missile drone shell mine tank vehicle truck lorry car pickup "
    "boat ship helicopter aircraft plane convoy barrel ton tonne cow cattle sheep goat camel livestock".split()
)
"""Last words of what is no person, though a report may say that it was captured, killed or is missing."""


def resolve_figures(document: Document, claim: Claim) -> tuple[Figure, ...]:
    """Return one figure for each count of the claim that can be read, in the same order.

    A count that cannot be read (an age, a distance, a share) is dropped, and so is one that the headline or a later
    sentence repeats; a figure that was part of it is then part of what it was part of itself.
    """
    read = _without_repeats([_figure(document, count) for count in claim.counts])
    place = {index: rank for rank, index in enumerate(index for index, figure in enumerate(read) if figure is not None)}
    found = [figure for figure in read if figure is not None]
    return tuple(
        structs.replace(_bounded(document, figure, found), part_of=_kept(claim.counts, index, place))
        for index, figure in enumerate(read)
        if figure is not None
    )


_THE_NUMBER = re.compile(r"the (?:total )?number of\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:total )?number of\b", re.IGNORECASE)
_TENS = re.compile(r"\b(?:tens|hundreds|thousands|dozens|scores)$", re.IGNORECASE)
_OF_THOUSANDS = re.compile(r" of (?:hundreds of )?(?:thousands|millions)\b(?: of [a-z]{3,20})?")
_THE = re.compile(r"\bthe (?:\w+ )?$", re.IGNORECASE)
"""What "the number of people killed" has risen to stands elsewhere; "a number of people" are several."""


def _without_repeats(read: list[Figure | None]) -> list[Figure | None]:
    """Drop a number that the report tells again of the same kind of people: "6 dead", "six people"."""
    kept: list[Figure | None] = []
    for figure in read:
        earlier = [other for other in kept if other is not None]
        repeated = figure is not None and any(_same_toll(other, figure) for other in earlier)
        kept.append(None if repeated else figure)
    return kept


def _same_toll(left: Figure, right: Figure) -> bool:
    numbers = [figure.low if figure.low is not None else figure.high for figure in (left, right)]
    classes = {left.who_class, right.who_class} - {"unknown"}
    apart = abs(left.mention.start - right.mention.start) > _SENTENCE
    return left.measure == right.measure and numbers[0] == numbers[1] != 1 and len(classes) < 2 and apart


def _figure(document: Document, count: CountMention) -> Figure | None:
    mention, text = _widened(count.mention, document.text), document.text
    before = text[max(0, mention.start - LEFT) : mention.start].rpartition("\n")[2]
    if _THE_NUMBER.match(mention.text) or (_NUMBER.match(mention.text) and _THE.search(before)):
        return None
    if count.measure != "area" and is_cut_off(mention.text, text[mention.end : mention.end + LEFT]):
        return None
    found = read_area(mention.text) if count.measure == "area" else read_count(mention.text, before)
    if found is None or _is_of_things(count.measure, found.who):
        return None
    number = found.number
    return Figure(count.measure, found.who, found.who_class, number.low, number.high, number.wording, mention, None)


def _widened(mention: Mention, text: str) -> Mention:
    """Take in what a mention cut off: "tens" of "tens of thousands of people"."""
    match = _OF_THOUSANDS.match(text, mention.end) if _TENS.search(mention.text) else None
    return mention if match is None else Mention.of(text, mention.start, match.end())


def _is_of_things(measure: str, who: str | None) -> bool:
    """Whether a measure of persons stands with things: a captured town is no captive."""
    if who is None or ontology.load().measures[measure].unit != "persons":
        return False
    head = re.split(r"\W", who.lower())[-1]
    return head in _THINGS or head.removesuffix("s") in _THINGS


def _bounded(document: Document, figure: Figure, others: list[Figure]) -> Figure:
    """Let an "at least" hold for the second of two joined counts as well."""
    if figure.wording != "exactly":
        return figure
    for other in others:
        joint = document.text[other.mention.end : figure.mention.start]
        near = 0 < figure.mention.start - other.mention.end <= _LONGEST_JOINT
        if near and other.wording == "at_least" and " and " in joint and not set(joint) & set(".,;:"):
            return structs.replace(figure, high=None, wording="at_least")
    return figure


def _kept(counts: tuple[CountMention, ...], index: int, place: dict[int, int]) -> int | None:
    """Return the new index of the nearest count above this one that is still there."""
    seen = {index}
    above = counts[index].part_of
    while above is not None and above not in seen and 0 <= above < len(counts):
        if above in place:
            return place[above]
        seen.add(above)
        above = counts[above].part_of
    return None
