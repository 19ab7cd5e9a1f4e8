"""What a whole document is about: the countries it speaks of and every name of the tables that stands in it."""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from msgspec import Struct

from marsad import facts
from marsad.facts import derived, derived_at_most
from marsad.model import Document, Span
from marsad.resolve.phrases import Entry, Hit, PhraseIndex, Word, words_of

HOME_SHARE = 1.6
"""The first country is the one at hand when it weighs this many times the second: in reports of one war the scene
weighs two to five times the states that meddle in it."""


READ_LETTERS = 200_000
"""Letters of a document that are read for names: a long report has a tenth of it."""


class Role(Enum):
    """In what way a name of the tables stands for its row."""

    PARTY = "party"
    PARTY_IN_CONTEXT = "party in context"
    SPOKESPERSON = "spokesperson"
    SOURCE = "source"
    SOURCE_IN_CONTEXT = "source in context"
    SOURCE_PERSON = "source person"
    COUNTRY = "country"
    PEOPLE = "people"
    CAPITAL = "capital"
    PLACE = "place"


class Known(Struct, frozen=True):
    """What a name stands for: ``id`` is a party's or source's id, or a country's code."""

    role: Role
    id: str


_WEIGHTS: Mapping[Role, float] = {
    Role.COUNTRY: 1.0,
    Role.PEOPLE: 1.0,
    Role.CAPITAL: 0.7,
    Role.PLACE: 1.0,
    Role.PARTY: 0.7,
}
"""How much one mention says of where the report is set."""
_IN_PLACE = frozenset(
    "in across from into inside within throughout northern southern eastern western central northeastern northwestern "
    "southeastern southwestern northeast northwest southeast southwest north south east west".split()
)
_IN_PLACE_WEIGHT = 3.0
"""A country after a preposition of place is the scene; one that acts is as often a power from outside."""


@derived
def name_index() -> PhraseIndex[Known]:
    """Return the index of all names of the tables, built once."""
    return PhraseIndex(_entries())


def _entries() -> Iterator[Entry[Known]]:
    for party in facts.parties().values():
        yield from _named((party.name, *party.aliases), Role.PARTY, party.id)
        yield from _named(party.weak_aliases, Role.PARTY_IN_CONTEXT, party.id)
        yield from _named(party.spokespersons, Role.SPOKESPERSON, party.id)
    for source in facts.sources().values():
        yield from _named((source.name, *source.aliases), Role.SOURCE, source.id)
        if source.kind == "official" and source.party is not None and _governs(source.party):
            yield from _named((source.name, *source.aliases), Role.PARTY, source.party)
        yield from _named(source.weak_aliases, Role.SOURCE_IN_CONTEXT, source.id)
        yield from _named(source.people, Role.SOURCE_PERSON, source.id)
    for country in facts.countries().values():
        yield from _named(country.names, Role.COUNTRY, country.code)
        yield from _named(country.demonyms, Role.PEOPLE, country.code)
        yield from _named(country.capitals, Role.CAPITAL, country.code)
    for place in facts.places():
        if place.country is not None:
            yield from _named((place.name, *place.aliases), Role.PLACE, place.country)


def _governs(party: str) -> bool:
    """Whether a party is a government: what its ministries and governors do, it does."""
    return facts.parties()[party].kind == "government"


def _named(names: Iterable[str], role: Role, id: str) -> Iterator[Entry[Known]]:
    return (Entry(name, Known(role, id)) for name in names)


class DocumentContext(Struct, frozen=True):
    """A document's title and body as words, the names found in them, and the countries by weight, heaviest first.

    ``title_end`` is where the headline ends, 0 without one.
    """

    text: str
    words: tuple[Word, ...]
    hits: tuple[Hit[Known], ...]
    weights: Mapping[str, float]
    year: int | None
    title_end: int

    @classmethod
    def of(cls, document: Document) -> "DocumentContext":
        """Read a document's context; the last few are kept."""
        return _read(document)

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO codes of the countries that the document speaks of, heaviest first."""
        return tuple(self.weights)

    @property
    def home(self) -> str | None:
        """The country at hand: the one that clearly outweighs all others."""
        ranked = list(self.weights.items())
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][1] < HOME_SHARE * ranked[1][1]:
            return None
        return ranked[0][0]

    def hits_in(self, start: int, end: int) -> tuple[Hit[Known], ...]:
        """Return the names that stand entirely between two places of the text."""
        first = bisect.bisect_left(self.hits, start, key=lambda hit: hit.start)
        found = []
        for hit in self.hits[first:]:
            if hit.start >= end:
                break
            if hit.end <= end:
                found.append(hit)
        return tuple(found)

    def scene(self, span: Span) -> str | None:
        """Return the country that is told to be the scene in that stretch of text, if it is one alone."""
        found = {code for hit in self.hits_in(span.start, span.end) for code in self._scenes(hit)}
        return found.pop() if len(found) == 1 else None

    def country_at(self, span: Span) -> str | None:
        """Return the country at hand for words of that sentence: its own scene, else the document's."""
        scene = self.scene(span)
        if scene is not None and scene in self.countries[:2]:
            return scene
        return self.home

    def _scenes(self, hit: Hit[Known]) -> set[str]:
        in_place = _after_preposition(self.text, self.words, hit)
        codes = {entry.value.id for entry in hit.entries if entry.value.role is Role.PLACE}
        if in_place:
            codes |= {entry.value.id for entry in hit.entries if entry.value.role in {Role.COUNTRY, Role.CAPITAL}}
        return codes if len(codes) == 1 else set()


@derived_at_most(4)
def _read(document: Document) -> DocumentContext:
    words = tuple(
        word
        for block in document.blocks
        if block.kind in {"title", "body"}
        for word in words_of(document.text, block.start, min(block.end, READ_LETTERS))
    )
    hits = name_index().find(document.text, words)
    year = document.published.start.year if document.published is not None else None
    title_end = max((block.end for block in document.blocks if block.kind == "title"), default=0)
    return DocumentContext(document.text, words, hits, _weigh(document.text, words, hits), year, title_end)


def _weigh(text: str, words: tuple[Word, ...], hits: tuple[Hit[Known], ...]) -> dict[str, float]:
    weights: defaultdict[str, float] = defaultdict(float)
    for hit in hits:
        for code, weight in _evidence(hit, in_place=_after_preposition(text, words, hit)).items():
            weights[code] += weight
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0])))


def _evidence(hit: Hit[Known], *, in_place: bool) -> dict[str, float]:
    """Weigh what one name says of the scene; a name of rows in several countries says nothing."""
    found: dict[str, float] = {}
    for entry in hit.entries:
        role = entry.value.role
        if role not in _WEIGHTS:
            continue
        code = _party_country(entry.value.id) if role is Role.PARTY else entry.value.id
        if code is not None:
            weight = _IN_PLACE_WEIGHT if in_place and role is Role.COUNTRY else _WEIGHTS[role]
            found[code] = max(found.get(code, 0.0), weight)
    return found if len(found) == 1 else {}


def _party_country(id: str) -> str | None:
    return next(iter(facts.parties()[id].countries), None)


def _after_preposition(text: str, words: tuple[Word, ...], hit: Hit[Known]) -> bool:
    if hit.first == 0:
        return False
    before = words[hit.first - 1]
    return before.key in _IN_PLACE and "." not in text[before.end : hit.start]
