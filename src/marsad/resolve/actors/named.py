"""Which party each name in a document stands for: names that are sure, then those that the document makes sure."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from marsad import facts
from marsad.facts import derived_at_most
from marsad.model import Document
from marsad.resolve.actors.states import in_time, of_that_time
from marsad.resolve.context import READ_LETTERS, DocumentContext, Known, Role
from marsad.resolve.phrases import Hit, is_acronym

_BRACKETS = re.compile(r"\(\s*(?:or |known as |the )?([^\W_][\w'’/-]{1,11})\s*\)")
_SMALL = frozenset("of the for and in de la del des du et y al el ul on to".split())
_WORD_BEFORE = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEFORE_BRACKET = 150
_LONGEST_NAME = 12
"""Letters and words looked at before a bracket."""
_MOST_NAMES = 2_000
"""Names read in one document; a long report has two hundred."""
SHORT_ACRONYM = 3
"""Acronyms of so few letters stand for several bodies around the world."""
SCENE_SHARE = 0.25
"""A country with this share of the heaviest one's weight can be a party's home in the report."""
_ABROAD_KINDS = frozenset({"intelligence", "peacekeeper", "coalition"})
_NAMESAKE_KINDS = frozenset({"rebel", "political_militia", "communal_militia", "criminal_group"})
_OF_A_STATE = frozenset({"government", "state_force", "police", "intelligence"})
_LOCAL_KINDS = frozenset({"communal_militia", "criminal_group"})


class NamedParty(Struct, frozen=True):
    """A name in the document and the party that it stands for."""

    start: int
    end: int
    id: str


class PartiesNamed:
    """The parties that a document names."""

    def __init__(self, context: DocumentContext) -> None:
        self.context = context
        self._scene = _scene(context)
        self._sources = {
            entry.value.id for hit in context.hits for entry in hit.entries if entry.value.role is Role.SOURCE
        }
        self._spelled = {
            entry.value.id
            for hit in context.hits
            for entry in hit.entries
            if entry.value.role is Role.PARTY and not is_acronym(entry.name)
        }
        self.introduced: Mapping[str, str | None] = MappingProxyType({})
        self.expansions: Mapping[str, str] = MappingProxyType({})
        self._sure: frozenset[str] = frozenset()
        self._introduce()
        self.named = self._decide()

    @classmethod
    def of(cls, document: Document) -> "PartiesNamed":
        """Read the parties of a document; the last few documents are kept."""
        return _read(document)

    def party_of(self, hit: Hit[Known]) -> str | None:
        """Return the party that a name stands for, or None when that is not sure."""
        if self.attached(hit):
            return None
        surface = self._surface(hit)
        if surface in self.introduced:
            return self.introduced[surface]
        found = self._namesake_at_home(hit) or self._strong(hit) or self._weak(hit, surface)
        if found is None or facts.parties()[found].kind not in _OF_A_STATE:
            return found
        return of_that_time(found, self.context.year)

    def _namesake_at_home(self, hit: Hit[Known]) -> str | None:
        """Return a party of the country at hand that goes by a better-known one's name (Mozambique's al-Shabaab)."""
        home = self.context.home
        known = self._ids(hit, Role.PARTY)
        facts_known = [facts.parties()[party] for party in known]
        if home is None or any(home in fact.countries or fact.kind not in _NAMESAKE_KINDS for fact in facts_known):
            return None
        local = [
            party for party in self._ids(hit, Role.PARTY_IN_CONTEXT) if facts.parties()[party].countries[:1] == (home,)
        ]
        return local[0] if known and len(local) == 1 else None

    def offshoot_of(self, party: str) -> str | None:
        """Return the one party that the document names and that belongs to this one ("the al-Qaeda affiliate")."""
        found = {
            name.id
            for name in self.named
            if name.id != party and (party in facts.lineage(name.id) or party in facts.parties()[name.id].allies)
        }
        return found.pop() if len(found) == 1 else None

    def before(self, place: int) -> tuple[NamedParty, ...]:
        """Return the names that stand before a place of the text."""
        return tuple(name for name in self.named if name.end <= place)

    def between(self, start: int, end: int) -> tuple[NamedParty, ...]:
        """Return the names that stand between two places of the text."""
        return tuple(name for name in self.named if start <= name.start and name.end <= end)

    def _surface(self, hit: Hit[Known]) -> str:
        return re.sub(r"['’]s$", "", self.context.text[hit.start : hit.end])

    def attached(self, hit: Hit[Known]) -> bool:
        """Say whether a hyphen makes the name part of another word (IS-held, anti-Houthi)."""
        text = self.context.text
        after = text[hit.end : hit.end + 2]
        before = text[max(hit.start - 2, 0) : hit.start]
        return (after[:1] in {"-", "–", "‑"} and after[1:].isalpha()) or (
            before[1:] in {"-", "‑"} and before[:1].isalpha()
        )

    def _ids(self, hit: Hit[Known], role: Role) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.value.id for entry in hit.entries if entry.value.role is role))

    def _strong(self, hit: Hit[Known]) -> str | None:
        ids = self._ids(hit, Role.PARTY)
        if len(ids) != 1 or (self._needs_scene(hit, ids[0]) and not self._on_scene(ids[0])):
            return None
        rivals = self._ids(hit, Role.SOURCE_IN_CONTEXT)
        if ids[0] not in self._spelled and any(source in self._sources for source in rivals):
            return None
        return ids[0]

    def _needs_scene(self, hit: Hit[Known], party: str) -> bool:
        surface = self._surface(hit)
        if " " in surface or "-" in surface:
            return False
        if is_acronym(surface) and len(surface) <= SHORT_ACRONYM:
            return facts.parties()[party].kind not in _ABROAD_KINDS
        return facts.parties()[party].kind in _LOCAL_KINDS

    def _on_scene(self, party: str) -> bool:
        countries = facts.parties()[party].countries
        return not self.context.countries or not countries or any(code in self.context.weights for code in countries)

    def _weak(self, hit: Hit[Known], surface: str) -> str | None:
        ids = self._ids(hit, Role.PARTY_IN_CONTEXT)
        if not ids or _shouted(self.context.text, hit):
            return None
        said = [party for party in ids if party in self._sure]
        if said:
            return said[0] if len(said) == 1 else None
        if not surface[:1].isupper():
            return None
        year = self.context.year
        local = [party for party in ids if self._scene & set(facts.parties()[party].countries) and in_time(party, year)]
        return local[0] if len(local) == 1 else None

    def _introduce(self) -> None:
        """Read abbreviations in brackets after the words that they stand for."""
        introduced: dict[str, str | None] = {}
        expansions: dict[str, str] = {}
        for match in _BRACKETS.finditer(self.context.text, 0, READ_LETTERS):
            short = match[1]
            if sum(letter.isupper() for letter in short) < 2 or short in introduced:
                continue
            hit = self._hit_ending(match.start())
            if hit is not None and self._ids(hit, Role.SOURCE):
                introduced[short] = None
            elif hit is not None and (party := self._strong(hit) or self._weak(hit, self._surface(hit))) is not None:
                introduced[short] = party
            elif (
                words := _spelled_out(self.context.text[max(match.start() - _BEFORE_BRACKET, 0) : match.start()], short)
            ) is not None:
                introduced[short] = None
                expansions[short] = words
        self.introduced = MappingProxyType(introduced)
        self.expansions = MappingProxyType(expansions)

    def _hit_ending(self, place: int) -> Hit[Known] | None:
        """Return the name right before a bracket, or the one that holds the bracket itself."""
        for hit in self.context.hits_in(max(place - 120, 0), place + 15):
            if hit.start < place and (hit.end > place or not self.context.text[hit.end : place].strip(" \"'”’»")):
                return hit
        return None

    def _decide(self) -> tuple[NamedParty, ...]:
        sure = {self._strong(hit) for hit in self.context.hits if not self.attached(hit)}
        self._sure = frozenset(party for party in sure if party is not None)
        decided = ((hit, self.party_of(hit)) for hit in self.context.hits[:_MOST_NAMES])
        return tuple(NamedParty(hit.start, hit.end, party) for hit, party in decided if party is not None)


@derived_at_most(4)
def _read(document: Document) -> PartiesNamed:
    return PartiesNamed(DocumentContext.of(document))


def _scene(context: DocumentContext) -> frozenset[str]:
    heaviest = max(context.weights.values(), default=0.0)
    return frozenset(code for code, weight in context.weights.items() if weight >= SCENE_SHARE * heaviest)


def _shouted(text: str, hit: Hit[Known]) -> bool:
    """Say whether the words around are in capitals, where "IS" is a verb as well."""
    around = re.findall(r"[^\W\d_]{2,}", text[max(hit.start - 25, 0) : hit.start] + " " + text[hit.end : hit.end + 25])
    return hit.end - hit.start <= SHORT_ACRONYM and len(around) > 1 and all(word.isupper() for word in around)


def _spelled_out(before: str, short: str) -> str | None:
    """Return the words before a bracket whose first letters are the abbreviation in it."""
    words = list(_WORD_BEFORE.finditer(before))[-_LONGEST_NAME:]
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    for first in range(len(words) - 1, -1, -1):
        if words[first][0][0].isupper() and _initials(words[first:], letters):
            return before[words[first].start() :].strip()
    return None


def _initials(words: list[re.Match[str]], letters: list[str]) -> bool:
    parts = [part for word in words for part in word[0].split("-")]
    long = [part[0].casefold() for part in parts if part.casefold() not in _SMALL]
    return letters in (long, [part[0].casefold() for part in parts])
