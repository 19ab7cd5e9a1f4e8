"""The counts of a claim as figures, each in its place among the others."""

import re

from msgspec import structs

from marsad import ontology
from marsad.model import Claim, CountMention, Document, Figure
from marsad.resolve.figures import nouns, wording
from marsad.resolve.figures.context import counts_nothing, widened
from marsad.resolve.figures.counts import LEFT, read_area, read_count

_LONGEST_JOINT = 40
"""Characters between two counts over which an "at least" still holds: "at least 10 were killed and 45 injured"."""
_OF_HIS = re.compile(r"(?:his|her|their) ", re.IGNORECASE)
_KNOWN_ONE = re.compile(r"the (?!other\b)", re.IGNORECASE)
_ELIDED = re.compile(r" (?:were|was|are|have been|had been) [\w ]{0,30}\band $| (?:killed|dead|wounded|injured) and $")
"""Between two counts of which the second has no verb of its own but for its last word."""
_SENTENCE = 60
"""Characters within which two equal numbers are two counts ("five men and five women") rather than one told twice."""


def resolve_figures(document: Document, claim: Claim) -> tuple[Figure, ...]:
    """Return one figure for each count of the claim that can be read, in the same order.

    A count that cannot be read (an age, a distance, a share) is dropped, and so is one that the headline or a later
    sentence repeats; a figure that was part of it is then part of what it was part of itself.
    """
    done = claim.modality in {"happened", "ongoing"}
    read = _without_repeats([_figure(document, count, done=done) for count in claim.counts])
    read = _without_vaguer(read)
    place = {index: rank for rank, index in enumerate(index for index, figure in enumerate(read) if figure is not None)}
    found = [figure for figure in read if figure is not None]
    return tuple(
        structs.replace(_bounded(document, figure, found), part_of=_kept(claim.counts, index, place))
        for index, figure in enumerate(read)
        if figure is not None
    )


def _without_repeats(read: list[Figure | None]) -> list[Figure | None]:
    """Drop a number that the report tells again of the same kind of people: "6 dead", "six people"."""
    kept: list[Figure | None] = []
    for figure in read:
        earlier = [other for other in kept if other is not None]
        repeated = figure is not None and any(_same_toll(o, figure) or _same_one(o, figure) for o in earlier)
        kept.append(None if repeated else figure)
    return kept


def _without_vaguer(read: list[Figure | None]) -> list[Figure | None]:
    """Drop what tells less of the same people: "dozens killed" of a headline beside the 56 of the text."""
    return [
        None if figure is not None and any(_tells_more(o, figure) for o in read if o) else figure for figure in read
    ]


def _tells_more(other: Figure, figure: Figure) -> bool:
    """Whether another figure of the measure is exact and within the bounds of one told by its magnitude alone."""
    if (
        figure.wording not in {"dozens", "some"}
        or other.wording in {"dozens", "some"}
        or other.measure != figure.measure
    ):
        return False
    number = other.low if other.low is not None else other.high
    within = number is not None and (figure.low or 0) <= number <= (figure.high or number)
    return within and len({other.who_class, figure.who_class} - {"unknown"}) < 2


def _same_toll(left: Figure, right: Figure) -> bool:
    numbers = [figure.low if figure.low is not None else figure.high for figure in (left, right)]
    classes = {left.who_class, right.who_class} - {"unknown"}
    apart = abs(left.mention.start - right.mention.start) > _SENTENCE
    return left.measure == right.measure and numbers[0] == numbers[1] != 1 and len(classes) < 2 and apart


def _same_one(left: Figure, right: Figure) -> bool:
    """Whether one person is spoken of again ("a soldier", then "the man"; "his father, a guard"), or quoted twice."""
    if left.measure != right.measure:
        return False
    gap = right.mention.start - left.mention.end
    known = gap > _SENTENCE and _KNOWN_ONE.match(right.mention.text) is not None
    described = gap == len(", ") and _OF_HIS.match(left.mention.text) is not None
    alone = left.low == left.high == right.low == right.high == 1
    return left.mention.span.overlaps(right.mention.span) or (alone and (known or described))


def _figure(document: Document, count: CountMention, *, done: bool) -> Figure | None:
    """Read a count; of a happening that is ``done``, what was only threatened or ordered has no figure."""
    text = document.text
    mention = widened(count.mention, text)
    if counts_nothing(text, count, mention):
        return None
    before = text[max(0, mention.start - LEFT) : mention.start].rpartition("\n")[2]
    found = read_area(mention.text) if count.measure == "area" else read_count(mention.text, before)
    if found is None or _is_of_things(count.measure, found.who):
        return None
    if done and wording.is_not_done(before):
        return None
    number = found.number
    if number.low is None and number.high is None:
        return None
    return Figure(
        _measure(text, count), found.who, found.who_class, number.low, number.high, number.wording, mention, None
    )


def _measure(text: str, count: CountMention) -> str:
    """Return what was done: those who were hurt and then died are dead."""
    died = count.measure == "injured" and wording.died_later(
        text[count.mention.end : count.mention.end + _SENTENCE * 3]
    )
    return "killed" if died else count.measure


def _is_of_things(measure: str, who: str | None) -> bool:
    """Whether a measure of persons stands with things: a captured town is no captive."""
    if who is None or ontology.load().measures[measure].unit != "persons":
        return False
    head = re.split(r"\W", who.lower())[-1]
    return nouns.is_thing(head)


def _bounded(document: Document, figure: Figure, others: list[Figure]) -> Figure:
    """Let an "at least" hold for the second of two joined counts as well."""
    if figure.wording != "exactly":
        return figure
    for other in others:
        joint = document.text[other.mention.end : figure.mention.start]
        near = 0 < figure.mention.start - other.mention.end <= _LONGEST_JOINT
        if near and other.wording == "at_least" and _ELIDED.search(joint) is not None and not set(joint) & set(".,;:"):
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
