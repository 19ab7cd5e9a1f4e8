"""Where a happening is when its own words do not say: the sentence, what it refers to, the lead, the dateline."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from msgspec.structs import replace

from marsad import facts
from marsad.model import Claim, Document, Mention, Place, Span
from marsad.resolve.dateline import dateline_place
from marsad.resolve.places import placing
from marsad.resolve.places.choosing import Choice, holds
from marsad.resolve.places.gazetteer import Entry
from marsad.resolve.places.phrases import read_names
from marsad.resolve.places.reader import DocumentPlaces
from marsad.resolve.places.relations import AT, relation_before
from marsad.resolve.places.scan import Found, story
from marsad.resolve.places.vocabulary import ASIDE, PLACED

_REFERRING = re.compile(
    r"\b(?:the|that|this|its)(?: [a-z-]+){0,2}? "
    r"(city|town|village|capital|province|governorate|region|district|area|country|camp|enclave|island|settlement|"
    r"neighbou?rhood|quarter|stronghold|base|airport|prison|site|scene|border)\b|"
    r"\b(there)\b(?! (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|seem|remain|be|s\b))",
    re.IGNORECASE,
)
Known = tuple[Found, Choice]
MOST_EARLIER = 40
"""Places before a word that are looked at for what it refers to; the one meant is among the last few."""
CITY = 50_000
"""Inhabitants from which a town is rather called a city."""
TOWN_KINDS = frozenset({"town", "capital", "village"})
AREA_WORDS = {"province": "province", "governorate": "province", "country": "country", "district": "district"}
_APPOSED = re.compile(r", (?:a [a-z]+ |some |about |around |roughly |just |nearly )?[^.;\n]{0,40}$")
_FARTHEST_APPOSED, _LONG_BEFORE = 80, 3000
_STILL_MEANT = 500
"""Letters before "in the country's east" in which a place inside it is still the one meant by "the area"."""
_AREAS = frozenset({"province", "region", "district"})
LONG_KINDS = ("river", "sea", "road", "strait", "lake")
"""What is too long or wide to be meant by "the area"."""

SPOKEN = frozenset({"statement", "threat"})
"""What is said is said anywhere: only its own sentence tells where."""
TOWN_WORDS = frozenset({"town", "village", "settlement"})
PART_WORDS = frozenset({"quarter", "neighbourhood", "neighborhood"})
_WIDE = frozenset({"area", "region", "enclave", "stronghold"})
_OF_A_PROVINCE = re.compile(r"\b(?:provincial|regional|state|district|departmental|county|cultural|de facto|facto)\b")
NEVER_REFERS = frozenset({"border", "base", "airport", "prison"})
AT_ISSUE = 0.6
"""Share of the country context from which a document is about a country; a conference elsewhere stays below it."""

LEAD_CHARACTERS = 600
"""How much of the story's beginning counts as its lead."""


class Discourse:
    """Answers for the claims of one document."""

    def __init__(self, document: Document, places: DocumentPlaces) -> None:
        self._document = document
        self._places = places
        self._story = story(document)
        self._only_measures = lru_cache(maxsize=None)(self._read_only_measures)

    def place_of(self, claim: Claim) -> Place | None:
        """Return the place that the text gives for a claim without place words of its own."""
        told = self._in_sentence(claim)
        if claim.type in SPOKEN:
            return told
        if told is None or told.precision == "country":
            told = self.finer_elsewhere(claim, told) or told
        return (
            told
            or self._referred_to(claim)
            or self._country_in_sentence(claim)
            or self._before(claim)
            or self._lead()
            or self._dateline()
            or self._country()
        )

    def referent(self, mention: Mention) -> Place | None:
        """Return what words such as "the city" or "there" refer to."""
        found = _REFERRING.search(mention.text)
        start = mention.start
        if found is None:
            found, start = _REFERRING.search("the " + mention.text), mention.start - len("the ")
        return None if found is None else self._last_of(found, max(0, start + found.start()), mention)

    def town_at_hand(self, before: int) -> Entry | None:
        """Return the town that the text was last about: the one whose Old City it goes on to speak of."""
        for _, choice in self._places_before(before):
            if choice.entry.kind in ("town", "capital") and self._at_issue(choice.entry):
                return choice.entry
        return None

    def finer_elsewhere(self, claim: Claim, country: Place | None) -> Place | None:
        """Return the place that another sentence about the same happening gives, inside the country of this one."""
        for mention in claim.mentions:
            sentence = _sentence_around(self._places.text, mention)
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
        known = [(item, choice) for item, choice in known if _says_where(item, choice.entry)]
        known = [(item, choice) for item, choice in known if not self._places.contains(choice.entry, names)] or known
        if not known:
            return None

        def rank(pair: Known) -> tuple[bool, bool, bool, int, int]:
            item, choice = pair
            precision = placing.precision_of(choice.entry)
            away = abs(item.start - claim.trigger.start)
            elsewhere = not self._at_issue(choice.entry)
            return elsewhere, precision == "country", not item.placed, placing.ORDER.index(precision), away

        return self._told(min(known, key=rank)[0], "the sentence names it")

    def _country_in_sentence(self, claim: Claim) -> Place | None:
        """Return the country that the sentence has something done to, as in "the withdrawal from" it."""
        for item in self._places.between(claim.sentence.start, claim.sentence.end):
            choice = self._places.choose(item)
            if choice is not None and choice.entry.kind == "country" and item.left and self._at_issue(choice.entry):
                return self._told(item, "the sentence names no finer place")
        return None

    def _told(self, item: Found, why: str) -> Place | None:
        mention = Mention.of(self._places.text, item.start, item.end)
        place = read_names([item], mention, (), self._places)
        return None if place is None else replace(place, basis=f"{place.basis}; {why}")

    def _at_issue(self, entry: Entry) -> bool:
        """Say whether a place lies in a country that the document is mainly about, or in none."""
        return entry.country is None or self._places.context.share(entry.country) >= AT_ISSUE

    def _stands_for(self, item: Found, entry: Entry) -> bool:
        """Say whether a place named elsewhere may be that of a claim which names none."""
        too_wide = entry.kind in ("country", "continent", *LONG_KINDS)
        return _says_where(item, entry) and not too_wide and self._at_issue(entry)

    def _referred_to(self, claim: Claim) -> Place | None:
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
        if kind in NEVER_REFERS:
            return None
        if kind == "capital" and not _OF_A_PROVINCE.search(words[0]):
            return self._capital(mention)
        if kind == "country":
            return self._country(relation_before(self._places.text, start).bearing)
        for item, choice in self._candidates(kind, start, start if before is None else before):
            part = choice.entry.kind == "country" and item.bearing is not None and kind in _WIDE
            if (part or _fits(choice.entry, kind)) and self._at_issue(choice.entry):
                near = max(0, item.start - _STILL_MEANT)
                found = self._finer(item, choice, near, item.start) if part else (item, choice)
                return self._referring(*found, start, mention)
        return None

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
            sentence = _sentence_around(self._places.text, Mention.of(self._places.text, start, start + 1))
            for item in self._places.between(sentence.start, sentence.end):
                choice = self._places.choose(item)
                if item.placed and choice is not None and _says_where(item, choice.entry):
                    yield item, choice
        earlier = self._places_before(before)
        if kind == "there":
            earlier = self._with_countries_left(earlier, before)
        yield from _cities_first(earlier) if kind == "city" else earlier

    def _capital(self, mention: Mention) -> Place | None:
        """Return the capital of the country that the report is about."""
        code = self._places.context.focus
        names = facts.countries()[code].capitals if code is not None and code in facts.countries() else ()
        for name in names:
            found = [e for e in self._places.gazetteer.named(name) if e.kind == "capital" and e.country == code]
            if found and ASIDE.search(self._places.text[max(0, mention.start - 60) : mention.start]) is None:
                choice = Choice(found[0], 0.0, by_sound=False)
                relation = relation_before(self._places.text, mention.start)
                place = placing.place(_standing_for(found[0]), choice, relation, mention, self._places.gazetteer)
                return replace(place, basis=f"{place.basis}; “{mention.text}” refers to it")
        return None

    def _places_before(self, before: int) -> Iterator[Known]:
        dateline = self._dateline_span()
        for item in reversed(self._places.between(0, before)):
            if self._only_measures(item):
                continue
            if not item.speaks and not item.aside and not dateline.holds(Span(item.start, item.end)):
                choice = self._places.choose(item)
                if choice is not None and _says_where(item, choice.entry):
                    yield item, choice

    def _read_only_measures(self, item: Found) -> bool:
        """Say whether a name only tells how far another lies from it: X in "Y, 60 km north of X"."""
        text = self._places.text
        if relation_before(text, item.start).kind != "offset":
            return False
        return any(
            _APPOSED.match(text[other.end : item.start]) and self._places.choose(other) is not None
            for other in self._places.between(max(0, item.start - _FARTHEST_APPOSED), item.start)
        )

    def _finer(self, item: Found, choice: Choice, start: int, end: int) -> Known:
        """Return the place inside an area that the same stretch of text names last, else the area."""
        if placing.precision_of(choice.entry) not in _AREAS and item.bearing is None:
            return item, choice
        for other, inner in self._places_before(end):
            if other.start < start:
                break
            if holds(choice.entry, inner.entry) and placing.precision_of(inner.entry) in {"exact", "near"}:
                return other, inner
        return item, choice

    def _before(self, claim: Claim) -> Place | None:
        """Return the last place that the same paragraph or the one before it gives."""
        text = self._places.text
        paragraph = text.rfind("\n", 0, claim.sentence.start)
        start = text.rfind("\n", 0, max(0, paragraph - 1)) + 1
        for item, choice in self._places_before(claim.sentence.start):
            if item.start < max(start, self._body_start()):
                break
            if self._stands_for(item, choice.entry):
                finer, _ = self._finer(item, choice, max(start, self._body_start()), claim.sentence.start)
                return self._told(finer, "the text before the sentence is about it")
        return None

    def _lead(self) -> Place | None:
        dateline = self._dateline_span()
        line = self._finest(list(self._places.between(dateline.start, dateline.end)), in_title=True)
        for block in self._story:
            end = min(block.end, block.start + LEAD_CHARACTERS)
            names = [
                item
                for item in self._places.between(block.start, end)
                if not dateline.holds(Span(item.start, item.end))
            ]
            best = self._finest(names, in_title=block.kind == "title")
            if best is not None and line is not None and self._is_scene(line, best):
                return self._told(line, "the dateline names it, and so does the report")
            if best is not None:
                part = "title" if block.kind == "title" else "lead"
                return self._told(best, f"the report's {part} names it")
        return None

    def _is_scene(self, line: Found, other: Found) -> bool:
        """Say whether the report speaks more often of the town that it was written in: its reporter is on the spot."""
        choice = self._places.choose(line)
        if choice is None or choice.entry.kind != "town" or self._places.choose(other) == choice:
            return False
        keys = [item.key for item in self._places.found if item.start != line.start]
        return keys.count(line.key) > keys.count(other.key)

    def _finest(self, names: list[Found], *, in_title: bool) -> Found | None:
        known = [(item, choice) for item in names for choice in [self._places.choose(item)] if choice is not None]
        known = [(item, choice) for item, choice in known if choice.entry.kind != "country"]
        known = [(i, c) for i, c in known if (in_title and self._at_issue(c.entry)) or self._stands_for(i, c.entry)]
        ranked = sorted(
            known, key=lambda pair: (placing.ORDER.index(placing.precision_of(pair[1].entry)), pair[0].start)
        )
        return ranked[0][0] if ranked else None

    def _body_start(self) -> int:
        return next((block.start for block in self._story if block.kind == "body"), 0)

    def _dateline_span(self) -> Span:
        """Return where the dateline's place stands (KYIV, June 3 (Agency) —), an empty span where there is none."""
        return dateline_place(self._document)

    def _dateline(self) -> Place | None:
        span = self._dateline_span()
        best = self._finest(list(self._places.between(span.start, span.end)), in_title=True)
        if best is not None and self._filed_from_afar(best):
            return None
        return None if best is None else self._told(best, "only the dateline names it")

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

    def _country(self, bearing: int | None = None) -> Place | None:
        """Return the country that the report is about, or the part of it that lies in a direction."""
        entry = self._places.focus_country()
        if entry is None:
            return None
        place = placing.place(
            replace(_standing_for(entry), bearing=bearing),
            Choice(entry, 0.0, by_sound=False),
            AT,
            None,
            self._places.gazetteer,
        )
        return replace(place, basis=f"no place is given; the report is about {entry.name}")


def _sentence_around(text: str, mention: Mention) -> Span:
    start = max(text.rfind(". ", 0, mention.start), text.rfind("\n", 0, mention.start)) + 1
    ends = [end for end in (text.find(". ", mention.end), text.find("\n", mention.end)) if end >= 0]
    return Span(start, min(ends, default=len(text)))


def _refers(match: re.Match[str], sentence: str) -> bool:
    """Say whether the words stand for the place of something: "the country" does after "in" or "across" alone."""
    kind = (match[1] or "").lower()
    if kind in ("country", "area", "region"):
        return PLACED.search(sentence[: match.start()]) is not None
    return kind not in NEVER_REFERS


def _says_where(item: Found, entry: Entry) -> bool:
    """Say whether a name stands as the place of something; a capital or a country may stand for its government."""
    if item.speaks or item.person or item.aside:
        return False
    if entry.kind in ("country", "capital", "continent"):
        return item.placed or (entry.kind == "country" and item.possessive and item.bearing is not None)
    return True


def _cities_first(found: Iterator[Known]) -> list[Known]:
    """Put the last town large enough to be called a city first, if there is one: a village is none."""
    return sorted(islice(found, MOST_EARLIER), key=lambda pair: pair[1].entry.population < CITY)


def _fits(entry: Entry, kind: str) -> bool:
    if kind in ("city", "capital"):
        return entry.kind in ("town", "capital") and entry.population != 0
    if kind in TOWN_WORDS:
        return entry.kind in TOWN_KINDS
    if kind in PART_WORDS:
        return entry.kind == "quarter"
    if kind in AREA_WORDS:
        return entry.kind == AREA_WORDS[kind]
    return entry.kind not in ("continent", *LONG_KINDS) and (kind == "there" or entry.kind != "country")


def _standing_for(entry: Entry) -> Found:
    return Found(
        0,
        0,
        entry.name,
        (entry,),
        None,
        None,
        None,
        (),
        person=False,
        speaks=False,
        placed=False,
        concerned=False,
        aside=False,
        left=False,
        possessive=False,
        key="",
    )
