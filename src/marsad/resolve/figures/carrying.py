"""Gives claims the counts that the report tells of their happening beside the words that the extractor took.

A count that stands in a claim's own sentence with a verb that says what was done ("…, wounding 42") belongs to it; so
does one of the next sentences that tells of nothing else ("Forty-one were wounded", "Among the dead were two nurses").
Where anything in between speaks of another day, place or happening, nothing is added.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from marsad import ontology
from marsad.model import Claim, CountMention, Document, Mention, Span
from marsad.resolve.figures.parts import index_of, with_parts
from marsad.resolve.figures.sharing import Told, righted, told_once
from marsad.resolve.figures.tolls import Toll, tolls

_DONE: Final = frozenset({"happened", "ongoing"})
_SPEECH: Final = frozenset({"statement", "threat", "agreement", "deployment"})
"""Happenings that have no toll themselves, so that a sentence beside them may go on with another one's."""
_HELD_ONLY: Final = MappingProxyType({"arrest": frozenset({"captured"})})
"""Whoever is arrested may be so for what others died of: "arrested for killing 16 women"."""
_BACK: Final = 2
"""Sentences back that a sentence without a happening of its own may go on about."""
_BESIDE: Final = 60
"""Characters between two counts that are told in one breath."""
_MOST_TOLLS: Final = 2_000
"""Tolls read in one document: a long report has some tens."""
_LONGEST_SENTENCE: Final = 1_500
"""Characters of a sentence that is read as one."""
_MOST_COUNTS: Final = 24
"""Counts of one claim: more are a table, not a happening."""
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’)]{0,2}\s+(?=[\"“‘(]?[A-Z0-9À-Þ])|\n+")
_ABBREVIATED: Final = re.compile(
    r"\b(?:Gen|Lt|Col|Capt|Maj|Sgt|Brig|Cmdr|Adm|Dr|Mr|Mrs|Ms|St|Sen|Rep|Gov|Prof|No|vs|Jan|Feb|"
    r"Mar|Apr|Aug|Sept?|Oct|Nov|"
    r"Dec|al|[A-Z])\.\s$"
)
_APART: Final = re.compile(
    r";\s*(?:in|at|near|on|but|elsewhere|another|meanwhile)\b|\b(?:earlier [a-z]+|last (?:year|month|week)|"
    r"in (?:19|20)\d\d|(?:years?|months?|weeks?|days) "
    r"(?:ago|after|before|earlier|later)|similar|compared|elsewhere|separate(?:ly)?|whereas|since)\b|"
    r"\band (?:in|at|near) (?=[A-Z])(?-i:[A-Z])|"
    r"\b(?:after|following)\b(?! which| being)[^,]*$",
    re.IGNORECASE,
)
"""Between a trigger and a count behind it: the count is of something else."""
_BETWEEN: Final = re.compile(r";|, (?:while|but|whereas|meanwhile)\b|\bbefore\b", re.IGNORECASE)
"""The same where the count comes first."""
_ELSEWHEN: Final = re.compile(
    r"\b(?:so far|this (?:year|month|week)|(?<!has )(?<!have )(?<!had )since|last (?:year|month|week)|"
    r"in (?:19|20)\d\d|in recent|over the (?:past|last|"
    r"course)|per (?:year|month|week|day)|every|overall|in all|nationwide|across the country|"
    r"throughout|the war|the conflict|"
    r"a day|previous|previously|earlier|months?|years?|weeks?|elsewhere|separate(?:ly)?|another "
    r"(?:attack|strike|raid|blast|"
    r"village|town|incident)|other (?:attacks|strikes)|(?:second|third) (?:attack|strike|raid|"
    r"blast)|similar|days (?:ago|"
    r"before|earlier)|the (?:day|night|week|month|year) before|could|may|might|would|will|if|usually|often)\b",
    re.IGNORECASE,
)
"""A sentence with one of these tells of more, or of something other, than what the sentence before did."""
_PLACED: Final = re.compile(r"^[\"“]?(?:In|At|Near|Outside|Around|On|North|South|East|West|Across)\b[^,]{0,60}[A-Z]")
_ADDED: Final = re.compile(r"\b(?:others?|another|more|further|also|in addition|additional)\b", re.IGNORECASE)


_VIOLENT: Final = re.compile(
    r"\b(?:attack|strike|airstrike|raid|bomb|missile|rocket|shell|drone|mine|blast|explosion|"
    r"ambush|gunm[ae]n|clash|shooting|"
    r"fighting|explosive|grenade|mortar|warplane|jet)(?:s|es|ed|ing)?\b",
    re.IGNORECASE,
)
"""A sentence with one of these may tell of a happening of its own, though none was found."""
_TOLD: Final = re.compile(
    r"\b(?:said|says|told|according to|reported|reports|announced|confirmed|counted|recorded|spoke of|put the|"
    r"added|claimed|estimated|wrote)\b",
    re.IGNORECASE,
)
"""A sentence with one of these credits somebody."""
_VAGUE: Final = re.compile(r"\b(?:dozens|scores|hundreds|thousands|several|many|some|number)\b", re.IGNORECASE)
_OWN_SENTENCE: Final = frozenset({"killed", "injured", "missing"})
"""What a sentence of its own tells of the happening before it; who is held or has fled may be others."""


def with_tolls(document: Document, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims with the counts told beside them; measures are those that make sense for the type."""
    if not claims:
        return claims
    told = list(_sentences(document, claims))
    found = told_once([righted(document.text, claim, told) for claim in claims], told)
    taken = _Taken(found)
    for index, sentence in enumerate(told):
        for toll in sentence.tolls:
            if not taken.holds(toll.mention):
                number = _owner(document.text, found, told, index, toll)
                if number is not None:
                    found[number] = _added(found[number], toll, sentence.tolls)
    return tuple(with_parts(document.text, claim, told) for claim in found)


class _Taken:
    """The counts that an extractor gave to some claim: each is told of that one alone."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._spans = sorted({(count.mention.start, count.mention.end) for claim in claims for count in claim.counts})

    def holds(self, mention: Mention) -> bool:
        """Whether the mention overlaps one of them."""
        at = bisect_right(self._spans, (mention.end, 0))
        return any(start < mention.end and mention.start < end for start, end in self._spans[max(at - 3, 0) : at + 1])


def _sentences(document: Document, claims: Sequence[Claim]) -> Iterator[Told]:
    places = sorted(
        {(mention.start, number) for number, claim in enumerate(claims) for mention in (claim.trigger, *claim.mentions)}
    )
    starts = [start for start, _ in places]
    left = _MOST_TOLLS
    for span in _spans(document):
        first, last = bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1)
        numbers = tuple(dict.fromkeys(number for _, number in places[first:last]))
        read = tolls(document.text, span) if left > 0 else ()
        left -= len(read)
        yield Told(span, read, numbers)


def _spans(document: Document) -> Iterator[Span]:
    """Yield the sentences of title and body."""
    for block in document.blocks:
        if block.kind not in {"title", "body"}:
            continue
        start = block.start
        for match in _SENTENCE_END.finditer(document.text, block.start, block.end):
            if _ABBREVIATED.search(document.text, max(match.end() - 8, start), match.end()) is None:
                yield from _windows(start, match.end())
                start = match.end()
        yield from _windows(start, block.end)


def _windows(start: int, end: int) -> Iterator[Span]:
    """Cut what is too long for a sentence, such as tables, so that the work stays bounded."""
    return (Span(first, min(first + _LONGEST_SENTENCE, end)) for first in range(start, end, _LONGEST_SENTENCE))


def _owner(text: str, claims: Sequence[Claim], told: Sequence[Told], index: int, toll: Toll) -> int | None:
    """Return the number of the claim that a toll belongs to."""
    sentence = told[index]
    here = [number for number in sentence.claims if _takes(claims[number], toll)]
    if here:
        return _nearest(text, claims, sentence, here, toll)
    if any(claims[number].type not in _SPEECH for number in sentence.claims):
        return None
    if toll.measure not in _OWN_SENTENCE and not toll.follows:
        return None
    number = _told_before(text, claims, told, index, toll)
    if number is None:
        return None
    before = text[sentence.span.start : toll.mention.start]
    loose = _ELSEWHEN.search(text, sentence.span.start, sentence.span.end) or _PLACED.match(before)
    if (loose is not None and not toll.among) or _credited_otherwise(text, claims[number], sentence.span):
        return None
    return number if _is_news(claims[number], toll, text[sentence.span.start : sentence.span.end]) else None


def _credited_otherwise(text: str, claim: Claim, sentence: Span) -> bool:
    """Say whether a sentence is told by somebody and the claim by another: no one's toll may be put in other mouths."""
    elsewhere = [source for source in claim.sources if not sentence.start <= source.start < sentence.end]
    return bool(elsewhere) and _TOLD.search(text, sentence.start, sentence.end) is not None


def _told_before(text: str, claims: Sequence[Claim], told: Sequence[Told], index: int, toll: Toll) -> int | None:
    """Return the claim that the sentences just before tell of, if it can have such a toll."""
    for back in reversed(told[max(index - _BACK, 0) : index]):
        fits = [number for number in back.claims if _takes(claims[number], toll)]
        if fits:
            return max(fits, key=lambda number: (bool(claims[number].counts), claims[number].trigger.start))
        others = any(claims[number].type not in _SPEECH for number in back.claims)
        if others or _VIOLENT.search(text, back.span.start, back.span.end) is not None:
            return None
    return None


def _takes(claim: Claim, toll: Toll) -> bool:
    known = ontology.load().event_type(claim.type)
    if len(claim.counts) >= _MOST_COUNTS:
        return False
    own = toll.measure in _HELD_ONLY.get(claim.type, known.measures)
    return own and claim.modality in _DONE and toll.measure in known.measures and claim.type not in _SPEECH


def _is_news(claim: Claim, toll: Toll, sentence: str) -> bool:
    """Whether a later sentence adds to what a claim counts: another measure, some of them, a new toll, others."""
    counted = any(
        count.measure == toll.measure and count.part_of is None and not _VAGUE.search(count.mention.text)
        for count in claim.counts
    )
    some = toll.follows or toll.among or toll.part_of is not None
    return not counted or some or _ADDED.search(sentence) is not None


def _nearest(text: str, claims: Sequence[Claim], sentence: Told, here: Sequence[int], toll: Toll) -> int | None:
    """Return the claim whose words stand nearest to a toll of the same sentence, if nothing parts them."""
    for number in here:
        if any(_beside(text, count.mention, toll.mention) for count in claims[number].counts):
            return number
    places = [
        (place, number)
        for number in here
        for place in (claims[number].trigger, *claims[number].mentions)
        if sentence.span.start <= place.start < sentence.span.end
    ]
    own = [number for place, number in places if place.span.overlaps(toll.cue)]
    if own:
        return own[0]
    ahead = [pair for pair in places if pair[0].end <= toll.mention.start]
    place, number = max(ahead) if ahead else min(places)
    if ahead:
        parted = _APART.search(text, place.end, toll.mention.start)
    else:
        parted = _BETWEEN.search(text, toll.mention.end, place.start)
    counted = any(
        count.measure == toll.measure
        and count.part_of is None
        and sentence.span.start <= count.mention.start < sentence.span.end
        for count in claims[number].counts
    )
    return None if parted is not None or (counted and not toll.follows and toll.part_of is None) else number


def _beside(text: str, one: Mention, other: Mention) -> bool:
    """Whether two counts of a sentence are told in one breath."""
    first, second = sorted((one, other), key=lambda mention: mention.start)
    between = text[first.end : second.start]
    return len(between) <= _BESIDE and not set(between) & set(".;\n") and _BETWEEN.search(between) is None


def _added(claim: Claim, toll: Toll, sentence: Sequence[Toll]) -> Claim:
    part = None
    if toll.part_of is not None:
        part = index_of(claim, sentence[toll.part_of].mention)
    elif toll.among:
        part = next((i for i, c in enumerate(claim.counts) if c.measure == toll.measure and c.part_of is None), None)
    return replace(claim, counts=(*claim.counts, CountMention(toll.measure, toll.mention, part)))
