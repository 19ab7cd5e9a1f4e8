"""Where a happening is when its own words do not say: the sentence, what it refers to, the lead, the dateline."""

import re

from msgspec.structs import replace

from marsad.model import Claim, Document, Mention, Place, Span
from marsad.resolve.places import placing
from marsad.resolve.places.borders import border
from marsad.resolve.places.names import is_part_of_town, only_kinds
from marsad.resolve.places.phrases import may_be_a_place, sentence_around
from marsad.resolve.places.reader import DocumentPlaces
from marsad.resolve.places.referring import Referents
from marsad.resolve.places.scan import Found
from marsad.resolve.places.surroundings import AT_ISSUE, LONG_KINDS, Known, Surroundings, says_where

SPOKEN = frozenset({"statement", "threat"})
"""What is said is said anywhere: only its own sentence tells where."""
LARGE_AREAS = frozenset(
    "city cities town towns village villages hamlet settlement settlements capital province provinces region regions "
    "district districts state states country countries countryside island islands border borders frontier forest "
    "forests mountain mountains hills desert jungle sea valley territory territories area areas enclave river lake "
    "elsewhere abroad".split()
)
"""Words for places that lie in no town: where one of them stands, a claim is not simply where the last one was."""

_IN = re.compile(r"\b(?:in|at|near|outside|inside) (?:the (?:city|town|village|area|district) of )?$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_AT_BORDER = re.compile(
    r"\b(?:on|at|near|along|across|over) (?:the )?((?:[A-Z][\w’']{1,30}(?: |[-–/](?=[A-Z]))){0,4}(?:border|frontier))\b"
)
"""The border as the place of something: "on the Syria-Iraq border", "near the border with Niger"."""

LEAD_CHARACTERS = 600
"""How much of the story's beginning counts as its lead."""


class Discourse:
    """Answers for the claims of one document."""

    def __init__(self, document: Document, places: DocumentPlaces) -> None:
        self._places = places
        self.text = places.text
        self._around = Surroundings(document, places)
        self._referents = Referents(self._around)
        self.referent = self._referents.referent
        self.town_at_hand = self._around.town_at_hand
        self.country = self._around.country

    def place_of(self, claim: Claim) -> Place | None:
        """Return the place that a claim's sentences give or refer to where it has no place words of its own."""
        told = self._in_sentence(claim)
        if claim.type in SPOKEN:
            return told
        if told is None:
            told = self._border_in_sentence(claim) or self._referents.in_sentence(claim)
        if told is None or told.precision == "country":
            told = self.finer_elsewhere(claim, told) or told
        return told

    def afar(self) -> Place | None:
        """Return where the report was written, else the country that it is about."""
        return self._dateline() or self._around.country()

    def in_title(self, claim: Claim) -> bool:
        """Say whether a claim stands in the headline."""
        return claim.trigger.start < self._around.body_start()

    def leads(self, claim: Claim) -> bool:
        """Say whether a claim stands in the headline or the lead."""
        return claim.trigger.start < self._around.body_start() + LEAD_CHARACTERS

    def finer_elsewhere(self, claim: Claim, country: Place | None) -> Place | None:
        """Return the place that another sentence about the same happening gives, inside the country of this one."""
        for mention in claim.mentions:
            sentence = Span(*sentence_around(self._places.text, mention.start, mention.end))
            place = self._in_sentence(replace(claim, sentence=sentence, trigger=mention))
            if (
                place is not None
                and place.precision != "country"
                and (country is None or place.country == country.country)
            ):
                return place
        return None

    def _in_sentence(self, claim: Claim) -> Place | None:
        names = self._places.between(claim.sentence.start, claim.sentence.end)
        known = [(item, choice) for item in names for choice in [self._places.choose(item)] if choice is not None]
        known = [(item, choice) for item, choice in known if says_where(item, choice.entry)]
        known = [(item, choice) for item, choice in known if not self._places.contains(choice.entry, names)] or known
        if not known:
            return None

        def rank(pair: Known) -> tuple[bool, bool, bool, int, int]:
            item, choice = pair
            precision = placing.precision_of(choice.entry)
            away = abs(item.start - claim.trigger.start)
            elsewhere = not self._around.at_issue(choice.entry)
            return elsewhere, precision == "country", not item.placed, placing.ORDER.index(precision), away

        return self._around.told(min(known, key=rank)[0], "the sentence names it")

    def _border_in_sentence(self, claim: Claim) -> Place | None:
        """Return the border that the sentence gives as the place of something."""
        for found in _AT_BORDER.finditer(self.text, claim.sentence.start, claim.sentence.end):
            line = border(Mention.of(self.text, *found.span(1)), self._places)
            if line is not None:
                return replace(line, basis=f"{line.basis}; the sentence names it")
        return None

    def country_in_sentence(self, claim: Claim) -> Place | None:
        """Return the country that the sentence has something done to, as in "the withdrawal from" it."""
        for item in self._places.between(claim.sentence.start, claim.sentence.end):
            choice = self._places.choose(item)
            if (
                choice is not None
                and choice.entry.kind == "country"
                and item.left
                and self._around.at_issue(choice.entry)
            ):
                return self._around.told(item, "the sentence names no finer place")
        return None

    def names_unplaced(self, claim: Claim) -> bool:
        """Say whether a claim has place words of its own that cannot be placed: then it is nowhere else either."""
        return any(self._is_elsewhere(mention) for mention in claim.where) or self._is_in_unknown(claim)

    def _is_elsewhere(self, mention: Mention) -> bool:
        names = [item for item in self._places.names_in(mention) if not item.countries]
        if names:
            return any(may_be_a_place(item, self._places) and not is_part_of_town(mention.text) for item in names)
        return not LARGE_AREAS.isdisjoint(_WORD.findall(mention.text.lower()))

    def _is_in_unknown(self, claim: Claim) -> bool:
        """Say whether the sentence tells that something is in a place that the gazetteer lacks."""
        return any(
            not item.entries
            and not item.countries
            and not only_kinds(item.text)
            and may_be_a_place(item, self._places)
            and not is_part_of_town(item.text)
            and item.designator != "site"
            and _IN.search(self._places.text[max(0, item.start - 40) : item.start]) is not None
            for item in self._places.between(claim.sentence.start, claim.sentence.end)
        )

    def two_paragraphs(self, claim: Claim) -> int:
        """Return where the paragraph before that of a claim begins."""
        text = self._places.text
        paragraph = text.rfind("\n", 0, claim.sentence.start)
        return max(text.rfind("\n", 0, max(0, paragraph - 1)) + 1, self._around.body_start())

    def is_long(self, place: Place) -> bool:
        """Say whether a place is a river, sea or road, of which a next happening may be anywhere."""
        names = () if place.mention is None else self._places.names_in(place.mention)
        return any(
            choice is not None and choice.entry.kind in LONG_KINDS and choice.entry.id == place.id
            for choice in (self._places.choose(item, given=True) for item in names)
        )

    def before(self, claim: Claim) -> Place | None:
        """Return the last place that the same paragraph or the one before it gives."""
        start = self.two_paragraphs(claim)
        for item, choice in self._around.places_before(claim.sentence.start):
            if item.start < start:
                break
            if self._around.stands_for(item, choice.entry):
                finer, _ = self._around.finer(item, choice, start, claim.sentence.start)
                return self._around.told(finer, "the text before the sentence is about it")
        return None

    def lead(self) -> Place | None:
        """Return the finest place of the headline, else of the first sentences."""
        dateline = self._around.dateline_span()
        line = self._around.finest(list(self._places.between(dateline.start, dateline.end)), in_title=True)
        for block in self._around.story:
            end = min(block.end, block.start + LEAD_CHARACTERS)
            names = [
                item
                for item in self._places.between(block.start, end)
                if not dateline.holds(Span(item.start, item.end))
            ]
            best = self._around.finest(names, in_title=block.kind == "title")
            if best is not None and line is not None and self._is_scene(line, best):
                return self._around.told(line, "the dateline names it, and so does the report")
            if best is not None:
                part = "title" if block.kind == "title" else "lead"
                return self._around.told(best, f"the report's {part} names it")
        return None

    def _is_scene(self, line: Found, other: Found) -> bool:
        """Say whether the report speaks more often of the town that it was written in: its reporter is on the spot."""
        choice = self._places.choose(line)
        if choice is None or choice.entry.kind != "town" or self._places.choose(other) == choice:
            return False
        keys = [item.key for item in self._places.found if item.start != line.start]
        return keys.count(line.key) > keys.count(other.key)

    def _dateline(self) -> Place | None:
        span = self._around.dateline_span()
        best = self._around.finest(list(self._places.between(span.start, span.end)), in_title=True)
        if best is not None and self._filed_from_afar(best):
            return None
        return None if best is None else self._around.told(best, "only the dateline names it")

    def _filed_from_afar(self, item: Found) -> bool:
        """Say whether a report is written in a capital of another of the countries that it is about."""
        choice = self._places.choose(item)
        others = (
            code for code in self._places.context.countries if choice is not None and code != choice.entry.country
        )
        return (
            choice is not None
            and choice.entry.kind == "capital"
            and any(self._places.context.share(code) >= AT_ISSUE for code in others)
        )
