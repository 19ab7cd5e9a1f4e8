"""What words such as "the city", "the village" or "there" refer to."""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from marsad import facts
from marsad.model import Claim, Mention, Place, Span
from marsad.resolve.places import placing
from marsad.resolve.places.calling import Called
from marsad.resolve.places.choosing import Choice
from marsad.resolve.places.gazetteer import Entry
from marsad.resolve.places.phrases import read_names, sentence_around
from marsad.resolve.places.relations import relation_before
from marsad.resolve.places.scan import Found
from marsad.resolve.places.surroundings import LONG_KINDS, Known, Surroundings, says_where, standing_for
from marsad.resolve.places.vocabulary import ASIDE, PLACED

_REFERRING = re.compile(
    r"\b(?:the|that|this|its)(?: [a-z-]+){0,2}? "
    r"(city|town|village|capital|province|governorate|region|district|area|country|camp|enclave|island|settlement|"
    r"neighbou?rhood|quarter|stronghold|base|airport|prison|site|scene|border)\b|"
    r"\b(there)\b(?! (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|seem|remain|be|s\b))",
    re.IGNORECASE,
)
MOST_EARLIER = 40
"""Places before a word that are looked at for what it refers to; the one meant is among the last few."""
CITY = 50_000
"""Inhabitants from which a town is rather called a city."""
TOWN_KINDS = frozenset({"town", "capital", "village"})
AREA_WORDS = {"province": "province", "governorate": "province", "country": "country", "district": "district"}
_STILL_MEANT = 500
"""Letters before "in the country's east" in which a place inside it is still the one meant by "the area"."""
TOWN_WORDS = frozenset({"town", "village", "settlement"})
_TOWNS_OF_ANY_SIZE = TOWN_WORDS | {"city"}
SITE_WORDS = frozenset({"camp", "island"})
CALLED_FIRST = (TOWN_WORDS | SITE_WORDS | {"quarter", "neighbourhood", "neighborhood", "enclave"}) | frozenset(
    {"base", "airport", "prison"}
)
"""Words that mean the place called so, however many other places were named since; a report tells of many cities."""
DATELINE_WORDS = frozenset({"city", "town", "village"})
PART_WORDS = frozenset({"quarter", "neighbourhood", "neighborhood"})
_WIDE = frozenset({"area", "region", "enclave", "stronghold"})
_OF_A_PROVINCE = re.compile(r"\b(?:provincial|regional|state|district|departmental|county|cultural|de facto|facto)\b")
NEVER_REFERS = frozenset({"border", "base", "airport", "prison"})
_LONG_BEFORE = 3000
_RIGHT_BEFORE = 250
"""Letters over which "there" means what was named last, be the report about another country: a sentence or two."""


class Referents:
    """Answers for one document."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._places = around.places
        self._called = Called(around.places)

    def referent(self, mention: Mention) -> Place | None:
        """Return what words such as "the city" or "there" refer to."""
        found = _REFERRING.search(mention.text)
        start = mention.start
        if found is None:
            found, start = _REFERRING.search("the " + mention.text), mention.start - len("the ")
        return None if found is None else self._last_of(found, max(0, start + found.start()), mention)

    def in_sentence(self, claim: Claim) -> Place | None:
        """Return what the words nearest to the trigger refer to, of those in its sentence that refer to a place."""
        sentence = self._places.text[claim.sentence.start : claim.sentence.end]
        found = [match for match in _REFERRING.finditer(sentence) if _refers(match, sentence)]
        if not found:
            return None
        trigger = claim.trigger.start - claim.sentence.start
        nearest = min(found, key=lambda match: (abs(match.start() - trigger), match.start()))
        start = claim.sentence.start + nearest.start()
        mention = Mention.of(self._places.text, start, start + len(nearest[0]))
        return self._last_of(nearest, start, mention, before=claim.sentence.start)

    def _last_of(
        self, words: re.Match[str], start: int, mention: Mention, *, before: int | None = None
    ) -> Place | None:
        kind = (words[1] or words[2] or "").lower()
        called = self._called_so(kind, start if before is None else before, start, mention)
        if called is not None:
            return called
        if kind in NEVER_REFERS:
            return None
        if kind == "capital" and not _OF_A_PROVINCE.search(words[0]):
            return self._capital(mention)
        if kind == "country":
            return self._around.country(relation_before(self._places.text, start).bearing)
        for item, choice in self._candidates(kind, start, start if before is None else before):
            part = choice.entry.kind == "country" and item.bearing is not None and kind in _WIDE
            fits = _fits(choice.entry, kind, self._called.kinds(item))
            right_before = kind == "there" and item.placed and start - item.end <= _RIGHT_BEFORE
            if (part or fits) and (right_before or self._around.at_issue(choice.entry)):
                near = max(0, item.start - _STILL_MEANT)
                found = self._around.finer(item, choice, near, item.start) if part else (item, choice)
                return self._referring(*found, start, mention)
        return self._at_dateline(kind, start, mention)

    def _called_so(self, kind: str, before: int, start: int, mention: Mention) -> Place | None:
        """Return the place that the text called by that word, whether or not the gazetteer has it."""
        item = self._called.last(kind, before) if kind in CALLED_FIRST else None
        if item is None or self._around.only_measures(item):
            return None
        choice = self._places.choose(item, given=True)
        if choice is not None:
            return self._referring(item, choice, start, mention)
        told = read_names([item], Mention.of(self._places.text, item.start, item.end), (), self._places)
        return (
            None
            if told is None
            else replace(told, mention=mention, basis=f"{told.basis}; “{mention.text}” refers to it")
        )

    def _at_dateline(self, kind: str, start: int, mention: Mention) -> Place | None:
        """Return the town of the dateline for "the city" in a report that names no other."""
        span = self._around.dateline_span()
        item = self._around.finest(list(self._places.between(span.start, span.end)), in_title=True)
        choice = None if item is None else self._places.choose(item)
        if item is None or choice is None or kind not in DATELINE_WORDS or choice.entry.kind not in TOWN_KINDS:
            return None
        return self._referring(item, choice, start, mention)

    def _with_countries_left(self, found: Iterator[Known], before: int) -> Iterator[Known]:
        """Give countries too that one leaves or goes to: "to pull troops from Mali ... the forces there"."""
        left = [
            (item, choice)
            for item in self._places.between(max(0, before - _LONG_BEFORE), before)
            if item.left and (choice := self._places.choose(item)) is not None and choice.entry.kind == "country"
        ]
        yield from sorted([*islice(found, MOST_EARLIER), *left], key=lambda pair: -pair[0].start)

    def _referring(self, item: Found, choice: Choice, start: int, mention: Mention) -> Place:
        """Place words at what they refer to: "the city" is all of it, whatever part was named before."""
        meant = item if choice.entry.kind == "country" else replace(item, bearing=None)
        relation = relation_before(self._places.text, start)
        place = placing.place(meant, choice, relation, mention, self._places.gazetteer)
        return replace(place, basis=f"{place.basis}; “{mention.text}” refers to it")

    def _candidates(self, kind: str, start: int, before: int) -> Iterator[Known]:
        """Give the places that words may refer to: for an area, those in its own sentence come first."""
        if kind in _WIDE:
            sentence = Span(*sentence_around(self._places.text, start, start + 1))
            for item in self._places.between(sentence.start, sentence.end):
                choice = self._places.choose(item)
                if item.placed and choice is not None and says_where(item, choice.entry):
                    yield item, choice
        earlier = self._around.places_before(before)
        if kind == "there":
            earlier = self._with_countries_left(earlier, before)
        yield from self._cities_first(earlier) if kind == "city" else earlier

    def _cities_first(self, found: Iterator[Known]) -> list[Known]:
        """Put the last town that is called a city or large enough for one first, if there is one."""
        return sorted(
            islice(found, MOST_EARLIER),
            key=lambda pair: "city" not in self._called.kinds(pair[0]) and pair[1].entry.population < CITY,
        )

    def _capital(self, mention: Mention) -> Place | None:
        """Return the capital of the country that the report is about."""
        code = self._places.context.focus or self._country_before(mention.start)
        names = facts.countries()[code].capitals if code is not None and code in facts.countries() else ()
        for name in names:
            found = [e for e in self._places.gazetteer.named(name) if e.kind == "capital" and e.country == code]
            if found and ASIDE.search(self._places.text[max(0, mention.start - 60) : mention.start]) is None:
                choice = Choice(found[0], 0.0, by_sound=False)
                relation = relation_before(self._places.text, mention.start)
                place = placing.place(standing_for(found[0]), choice, relation, mention, self._places.gazetteer)
                return replace(place, basis=f"{place.basis}; “{mention.text}” refers to it")
        return None

    def _country_before(self, start: int) -> str | None:
        """Return the country of the place named last."""
        codes = (choice.entry.country for _, choice in self._around.places_before(start))
        return next((code for code in codes if code is not None), None)


def _refers(match: re.Match[str], sentence: str) -> bool:
    """Say whether the words stand for the place of something: "the country" does after "in" or "across" alone.

    So does "the capital", which speaks and decides as well.
    """
    kind = (match[1] or "").lower()
    if kind in ("country", "area", "region", "capital"):
        before = sentence[: match.start()].lstrip()
        return PLACED.search(before[:1].lower() + before[1:]) is not None
    return kind not in NEVER_REFERS


def _fits(entry: Entry, kind: str, called: frozenset[str]) -> bool:
    """Say whether a place may be meant by a word, given those that the report calls it by."""
    if kind in ("city", "capital"):
        return entry.kind in ("town", "capital") and entry.population != 0
    if kind in TOWN_WORDS:
        other = bool(called & _TOWNS_OF_ANY_SIZE) and kind not in called
        small = kind == "town" or entry.population < CITY
        return entry.kind in TOWN_KINDS and small and not other
    if kind in PART_WORDS:
        return entry.kind == "quarter"
    if kind in AREA_WORDS:
        return entry.kind == AREA_WORDS[kind]
    if kind in SITE_WORDS:
        return entry.kind == kind
    return entry.kind not in ("continent", *LONG_KINDS) and (kind == "there" or entry.kind != "country")
