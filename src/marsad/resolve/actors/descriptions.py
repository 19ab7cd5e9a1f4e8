"""Words that describe a party without naming it: "the army", "the jihadists", "they"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from marsad import facts
from marsad.facts import PartyFact
from marsad.model import Span
from marsad.resolve.actors.arms import arm_described, plain_words
from marsad.resolve.actors.backers import Backers
from marsad.resolve.actors.described import (
    ANY_FORCE,
    DISSIDENTS,
    JIHADISTS,
    OUTLAWS,
    REBELS,
    fitting,
    is_jihadist,
    serves,
    tells_whose,
    without_parents,
)
from marsad.resolve.actors.named import NamedParty, PartiesNamed
from marsad.resolve.actors.nouns import MEMBERS, PARTS
from marsad.resolve.actors.states import Arm, arm_called, arm_of, called_of, in_time
from marsad.resolve.context import Role, name_index

_TROOPS = frozenset({"troops", "soldiers", "soldier", "troop", "servicemen"})
_SAID = re.compile(r"\b(?:said|says|saying|announced|claimed|added|reported)\b")
_REPEATED = frozenset({"army", "military", "police", "navy", "regime", "government"})
"""Nouns that a report repeats alone for forces that it named in full before."""
_OWNED_ARMY = re.compile(r"['’]s (army|military)\b")
_SAME_NOUN = {"army": ("army", "military"), "military": ("army", "military")}
_BARE = frozenset(
    "jihadists jihadis islamists extremists terrorists militants insurgents rebels guerrillas separatists rebel "
    "insurgent jihadist separatist".split()
)
"""Nouns that mean the party named before even without an article."""
_MINISTRIES = frozenset("defence defense interior foreign security".split())
_OWNED = MEMBERS | PARTS | {"side", "gunmen", "militiamen", "snipers"}
"""Nouns for people and things that belong to the party that "its" or "their" means."""
_OF_A_STATE = frozenset({"government", "state_force", "police", "intelligence", "external_force", "coalition"})
_FOREMOST = 3
"""A party named this many times as often as any other of its kind is meant by the bare noun."""
_UNSURE_ARM = re.compile(
    r"\b(?:suspected|alleged|unidentified|unknown|rival|allied|foreign|various|pro-\w+|anti-\w+|different|former|masked|"
    r"fellow|retired|ex-\w+|off-duty|fake|private)\b",
    re.IGNORECASE,
)
"""Words that make soldiers and police others than the state's; how many there were does not."""
_UNSURE = re.compile(
    r"\b(?:suspected|alleged|unidentified|unknown|other|others|rival|allied|local|foreign|various|several|some|"
    r"armed men|"
    r"pro-\w+|anti-\w+|another|two|three|both|different|all|former|masked|fellow|any)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|these|those|its|their)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:its|their|his)\s*$", re.IGNORECASE)
"""Before a noun for fighters that belong to another."""
_THEY = frozenset({"they", "them", "it", "which", "who"})
_LINKED = re.compile(
    r"\b(?:link(?:ed|s)|tied|ties|allied|affiliated|allegiance|close|aligned|loyal|inspired) (?:to|with|by) (?:the )?$"
)
_THEIRS = re.compile(
    r"[^.;]{0,60}?\bfighters\s+(?:loyal|allied|aligned|affiliated|linked|close|belonging|backed|supported|armed|paid|"
    r"from|of|for|with|in the pay|who (?:back|support))\b",
    re.IGNORECASE,
)
"""Fighters of whom the report goes on to say whose they are."""
_FORMER = re.compile(r"\b(?:former|ex|defunct|disbanded|demobili[sz]ed|disarmed)[ -]$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+|\n\s*\n")
_LEAD = 250
"""Letters of the body in which the party of a headline is named; a first sentence has fewer."""
_WINDOW = 500
"""Letters before a sentence in which the one before it is looked for."""
_SUBJECT_WORDS = 6
"""A party named within the first words of a sentence is taken for its subject."""


class Wording(Struct, frozen=True):
    """Describing words: the noun phrase without article, what stood before it, where it stands, and its sentence."""

    words: str
    lead: str
    start: int
    sentence: Span
    scene: str | None = None

    def replaced(self, words: str, lead: str) -> "Wording":
        """Return other words of the same place, with what stands before them."""
        return Wording(words, lead, self.start, self.sentence, self.scene)


class Descriptions:
    """Resolves describing words by the names in the document and the country at hand."""

    def __init__(self, named: PartiesNamed) -> None:
        self._named = named
        self._context = named.context
        self._backers = Backers(named)

    def party_of(self, wording: Wording) -> str | None:
        """Return the party described, or None when the words fit none or several."""
        words = plain_words(wording.words)
        if not words:
            return None
        if len(words) == 1 and words[0] in _THEY:
            return self._pronoun(wording)
        if _OTHERS.search(wording.lead) is not None and (owner := self._owner_of(words, wording)) is not None:
            return owner
        arm = arm_described(wording.words)
        unsure = _UNSURE if arm is None else _UNSURE_ARM
        if unsure.search(wording.words) or unsure.search(wording.lead):
            return None
        if arm is not None:
            return self._state(arm, words, wording)
        if words[1:] == ("ministry",) and words[0] in _MINISTRIES:
            return self._ministry(words, wording)
        place = Span(wording.start, wording.start + len(wording.words))
        return self._backers.party_of(wording.words, words[-1], place) or self._only_one(words, wording)

    def _state(self, arm: Arm, words: tuple[str, ...], wording: Wording) -> str | None:
        named = self._repeated(words[-1], wording.start) if words[-1] in _REPEATED else set()
        if named:
            return named.pop() if len(named) == 1 else None
        if _OTHERS.search(wording.lead) is not None:
            return None
        speaking = self._speaking(words, wording)
        country = speaking or self._country_of(wording)
        armed = country is not None and arm_of(country, Arm.FORCES, self._context.year) is not None
        if speaking is None and len(words) == 1 and words[0] in _TROOPS and self._foreign_troops(wording):
            return None if armed else self._only_army()
        found = None if country is None else self._arm_at(country, arm, words)
        only = words[-1] in _SAME_NOUN or (words[-1] in _TROOPS and not armed)
        return found or (self._only_army() if only else None)

    def _country_of(self, wording: Wording) -> str | None:
        """Return the country whose army or government the words mean: the one at hand there."""
        return self._context.country_at(wording.sentence) or wording.scene or self._last_scene(wording)

    def _ministry(self, words: tuple[str, ...], wording: Wording) -> str | None:
        """Return the ministry of the country at hand, or its government where the tables have no such row."""
        country = self._country_of(wording)
        if country is None:
            return None
        names = (f"{words[0]} ministry", f"{words[0].replace('defence', 'defense')} ministry")
        row = next((row for name in names if (row := called_of(country, name)) is not None), None)
        return row or arm_of(country, Arm.GOVERNMENT, self._context.year)

    def _last_scene(self, wording: Wording) -> str | None:
        """Return the country in which the words before are set."""
        start = max(wording.start - _WINDOW, 0)
        return self._context.scene(Span(start, wording.start)) if start < wording.start else None

    def _only_army(self) -> str | None:
        """Return the one army whose troops the report names, whatever it calls them."""
        found = {
            forces
            for name in self._named.named
            for code in facts.parties()[name.id].countries[:1]
            if (forces := arm_of(code, Arm.FORCES, self._context.year)) in facts.lineage(name.id)
        }
        return found.pop() if len(found) == 1 else None

    def _arm_at(self, country: str, arm: Arm, words: tuple[str, ...]) -> str | None:
        if _meddles(country) and (len(words) > 1 or words[-1] in {"regime", "junta"}):
            return None
        junta = called_of(country, "junta")
        if words[-1] in {"junta", "regime"} and junta is not None and in_time(junta, self._context.year):
            return junta
        if words[-1] == "junta":
            return junta or arm_of(country, Arm.GOVERNMENT, self._context.year)
        return arm_of(country, arm, self._context.year)

    def _state_before(self, wording: Wording) -> str | None:
        """Return the state last named before in the sentence: the one whose "its army" is."""
        for hit in reversed(self._context.hits_in(wording.sentence.start, wording.start)):
            party = self._named.party_of(hit)
            if party is not None and facts.parties()[party].kind in _OF_A_STATE:
                return next(iter(facts.parties()[party].countries), None)
            codes = {entry.value.id for entry in hit.entries if entry.value.role in {Role.COUNTRY, Role.CAPITAL}}
            if len(codes) == 1:
                return codes.pop()
        return None

    def _speaking(self, words: tuple[str, ...], wording: Wording) -> str | None:
        """Return the country whose forces tell of their own troops ("Ukraine's military said its troops")."""
        if words[-1] not in _TROOPS | {"forces"}:
            return None
        start, text = wording.sentence.start, self._context.text
        said = [match.start() for match in _SAID.finditer(text, start, wording.start)]
        if not said:
            return None
        before = self._named.between(start, said[-1])
        told = {
            code
            for name in before
            if facts.parties()[name.id].kind in {"state_force", "external_force"}
            for code in facts.parties()[name.id].countries[:1]
        } | {code for code, _, _ in self._armies(start, said[-1])}
        return told.pop() if len(told) == 1 else None

    def _armies(self, start: int, end: int) -> Iterator[tuple[str, str, int]]:
        """Give the country, noun and place of armies told by whose they are ("Israel's military")."""
        for hit in self._context.hits_in(start, end):
            owned = _OWNED_ARMY.match(self._context.text, hit.end)
            if owned is not None:
                for code in {entry.value.id for entry in hit.entries if entry.value.role is Role.COUNTRY}:
                    yield code, owned[1], hit.start

    def _repeated(self, noun: str, place: int) -> set[str]:
        """Return the forces named before with the same noun ("the Chadian army ... the army")."""
        nouns = _SAME_NOUN.get(noun, (noun,))
        owned = {
            arm_of(code, Arm.FORCES, self._context.year)
            for code, called, _ in self._armies(0, place)
            if called in nouns and noun in _SAME_NOUN
        }
        return {party for party in owned if party is not None} | {
            name.id
            for name in self._named.before(place)
            if self._context.text[name.start : name.end].casefold().endswith(nouns)
            and facts.parties()[name.id].kind in {"state_force", "external_force", "police", "government"}
        }

    def _foreign_troops(self, wording: Wording) -> bool:
        """Say whether other soldiers are in the report than those of the country at hand."""
        country = self._context.country_at(wording.sentence)
        before = self._named.before(wording.start)
        return any(_sends_soldiers(facts.parties()[name.id], country) for name in before)

    def _only_one(self, words: tuple[str, ...], wording: Wording) -> str | None:
        fits = fitting(words)
        if fits is None:
            return None
        definite = _DEFINITE.search(wording.lead) is not None
        if _OTHERS.search(wording.lead) is not None:
            return None
        peoples = tells_whose(wording.words)
        if wording.words.casefold() == "fighters":
            return self._only_fighters(wording)
        if words[-1] in ANY_FORCE and not peoples:
            return None
        if not definite and words[-1] not in _BARE and not peoples:
            return None
        headline = wording.start < self._context.title_end
        pool = self._named.before(self._reach(wording))
        country = self._context.country_at(wording.sentence) or wording.scene

        def told_of(names: Iterable[NamedParty]) -> set[str]:
            told = {name.id for name in names if fits(facts.parties()[name.id]) and not self._only_linked(name)}
            return without_parents({id_ for id_ in told if not serves(facts.parties()[id_], country)})

        found = told_of(pool) or (self._dissidents() if words[-1] in DISSIDENTS else set())
        if len(found) <= 1:
            return found.pop() if found else self._rebels_at_home(words, country)
        foremost = self._foremost(found, words)
        if foremost is not None or not (definite or headline):
            return foremost
        last = self._reach(wording) if headline else wording.start
        near = told_of(self._named.between(self._nearby(wording), last))
        return near.pop() if len(near) == 1 else None

    def _owner_of(self, words: tuple[str, ...], wording: Wording) -> str | None:
        """Return whose people or things "its" or "their" makes them: "Hamas said that its fighters"."""
        if words[-1] not in _OWNED:
            return None
        army = arm_described(wording.words)
        here = {name.id for name in self._named.between(wording.sentence.start, wording.start)}
        party = here.pop() if len(here) == 1 else None
        if (
            party is not None
            and facts.parties()[party].kind not in _OF_A_STATE
            and not (army and self._states(wording))
        ):
            return party
        arm = army or arm_called(list(words))
        code = self._state_before(wording)
        return None if code is None or arm is None else arm_of(code, arm, self._context.year)

    def _states(self, wording: Wording) -> bool:
        """Say whether the sentence names a state before the words."""
        hits = self._context.hits_in(wording.sentence.start, wording.start)
        return any(entry.value.role in {Role.COUNTRY, Role.CAPITAL} for hit in hits for entry in hit.entries)

    def _only_fighters(self, wording: Wording) -> str | None:
        """Return the one armed party beside the states' own that the report names: its "fighters" are meant."""
        if _THEIRS.match(self._context.text, wording.start) is not None:
            return None
        country = self._context.country_at(wording.sentence) or wording.scene
        found = {name.id for name in self._named.named if not self._only_linked(name)}
        found = without_parents({id_ for id_ in found if _is_armed_party(facts.parties()[id_], country)})
        return found.pop() if len(found) == 1 else None

    def _dissidents(self) -> set[str]:
        """Return the rows for those who left a party that the report names."""
        whole = {facts.parties()[name.id].name for name in self._named.named}
        called = {known for name in whole for known in name_index().exactly(f"{name} dissidents")}
        return {known.id for known in called if known.role is Role.PARTY}

    def _only_linked(self, name: NamedParty) -> bool:
        """Say whether a party is named to tell others by it ("militants linked to al-Qaeda")."""
        before = self._context.text[max(name.start - 40, 0) : name.start]
        return _LINKED.search(before) is not None or _FORMER.search(before) is not None

    def _nearby(self, wording: Wording) -> int:
        """Return where the words begin in which one who is spoken of again was last named."""
        if wording.start < self._context.title_end:
            return 0
        return self._sentence_before(wording.sentence.start)

    def _reach(self, wording: Wording) -> int:
        """Return where those words end: a headline's party is named behind it."""
        return max(wording.start, self._context.title_end + _LEAD)

    def _foremost(self, found: set[str], words: tuple[str, ...]) -> str | None:
        """Return the party that the report is about: the others are named in passing."""
        if words[-1] in OUTLAWS:
            jihadists = {party for party in found if is_jihadist(facts.parties()[party])}
            jihadists -= {whole for party in jihadists for whole in facts.lineage(party)[1:]}
            if len(jihadists) == 1:
                return jihadists.pop()
        if words[-1] not in _BARE:
            return None
        ranked = Counter(name.id for name in self._named.named if name.id in found).most_common(2)
        (first, most), (_, next_most) = ranked
        return first if most >= _FOREMOST * max(next_most, 1) else None

    def _rebels_at_home(self, words: tuple[str, ...], country: str | None) -> str | None:
        """Return the row for all rebels of a country, where the table has one ("Syrian rebels")."""
        if country is None or words[-1] not in REBELS or JIHADISTS & set(words):
            return None
        return called_of(country, "rebels")

    def _pronoun(self, wording: Wording) -> str | None:
        here = {name.id for name in self._named.between(wording.sentence.start, wording.start)}
        if here:
            return here.pop() if len(here) == 1 else None
        start = self._sentence_before(wording.sentence.start)
        before = self._named.between(start, wording.sentence.start)
        if len({name.id for name in before}) == 1:
            return before[0].id
        return self._subject(before, start)

    def _subject(self, names: tuple[NamedParty, ...], start: int) -> str | None:
        if not names:
            return None
        words_before = len(self._context.text[start : names[0].start].split())
        near = [name for name in names if name.start - start < 60 and name.id != names[0].id]
        return names[0].id if words_before < _SUBJECT_WORDS and not near else None

    def _sentence_before(self, place: int) -> int:
        start = max(place - _WINDOW, 0)
        ends = [
            match.end() for match in _SENTENCE_END.finditer(self._context.text, start, place) if match.end() < place
        ]
        return ends[-1] if ends else start


def _is_armed_party(party: PartyFact, country: str | None) -> bool:
    kinds = {"rebel", "political_militia", "communal_militia"}
    return party.kind in kinds and not serves(party, country)


def _sends_soldiers(party: PartyFact, home: str | None) -> bool:
    if party.kind == "peacekeeper":
        return True
    own = next(iter(party.countries), None)
    return own is not None and own != home and arm_of(own, Arm.FORCES, None) in facts.lineage(party.id)


def _meddles(country: str) -> bool:
    """Say whether the table knows the country's forces from wars elsewhere: they are no "government troops"."""
    forces = arm_of(country, Arm.FORCES, None)
    return forces is not None and facts.parties()[forces].kind == "external_force"
