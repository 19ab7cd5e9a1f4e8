"""Words that describe a party without naming it: "the army", "the jihadists", "they"."""

import re
from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from marsad import facts
from marsad.facts import PartyFact
from marsad.model import Span
from marsad.resolve.actors.named import NamedParty, PartiesNamed
from marsad.resolve.actors.states import Arm, arm_of
from marsad.resolve.context import Role, name_index

_PLAIN_FORCES = frozenset("army military troops soldiers soldier troop servicemen".split())
_OWNED_FORCES = frozenset({"forces", "force", "troops", "soldiers", "army", "military", "positions", "convoy", "units"})
_OWNERS = frozenset("government regime state army military national regular junta loyalist armed".split())
_TROOPS = frozenset({"troops", "soldiers", "soldier", "troop", "servicemen"})
_POLICE = frozenset({"police", "policemen", "policeman"})
_POLICE_BESIDE = frozenset("riot national officers officer forces force local personnel units unit".split())
_AIRCRAFT = frozenset("warplanes warplane jets aircraft helicopters helicopter planes bombers".split())
_REPEATED = frozenset({"army", "military", "police", "navy", "regime", "government"})
"""Nouns that a report repeats alone for forces that it named in full before."""
_SAME_NOUN = {"army": ("army", "military"), "military": ("army", "military")}
_GOVERNMENT = frozenset({"government", "regime", "junta"})
_JIHADISTS = frozenset("jihadist jihadists jihadi jihadis islamist islamists extremist extremists caliphate".split())
_ARMED = frozenset(
    "militant militants insurgent insurgents insurgency terrorist terrorists fighters group groups movement "
    "organisation organization faction".split()
)
_REBELS = frozenset("rebel rebels guerrilla guerrillas separatist separatists secessionists".split())
_MILITIAS = frozenset("militia militias militiamen militiaman paramilitary paramilitaries".split())
_GANGS = frozenset("gang gangs cartel cartels gangsters".split())
_COALITIONS = frozenset({"coalition", "alliance"})
_MISSIONS = frozenset({"peacekeeper", "peacekeepers", "mission"})
_BARE = frozenset("jihadists jihadis islamists extremists militants insurgents rebels guerrillas separatists".split())
"""Nouns that mean the party named before even without an article."""
_DESCRIBERS = frozenset(
    "islamist jihadist armed militant rebel extremist terror terrorist insurgent paramilitary separatist military "
    "group groups fighters forces militants militiamen warplanes aircraft jets airpower spokesman leadership "
    "movement organisation organization air strikes airstrikes troops".split()
)
_BACKED = re.compile(r"(?:[A-Z]\.)*\w+-(?:backed|led|supported|trained|allied|aligned)\b")
_BACKED_PEOPLE = frozenset("fighters forces rebels militia militias group troops alliance militants".split())
_FOREMOST = 3
"""A party named this many times as often as any other of its kind is meant by the bare noun."""
_UNSURE = re.compile(
    r"\b(?:suspected|alleged|unidentified|unknown|other|others|rival|allied|local|foreign|various|several|some|"
    r"armed men|"
    r"pro-\w+|anti-\w+|another|two|three|both|different|all|former|masked|fellow|any)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|these|those|its|their)\b", re.IGNORECASE)
_THEY = frozenset({"they", "them", "it", "which", "who"})
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+|\n\s*\n")
_JIHADIST_NAME = re.compile(
    r"Islamic State|Islamist|Jihad|Ansar|Qaeda|Qaida|Taliban|Shabaab|Boko|Lashkar|Jaish|Sunna", re.IGNORECASE
)
_REBEL_NAMES = re.compile(r"rebel|separatist|insurgent", re.IGNORECASE)
_JIHADIST_ROOTS = frozenset({"is", "al-qaida"})
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


class Descriptions:
    """Resolves describing words by the names in the document and the country at hand."""

    def __init__(self, named: PartiesNamed) -> None:
        self._named = named
        self._context = named.context

    def party_of(self, wording: Wording) -> str | None:
        """Return the party described, or None when the words fit none or several."""
        words = tuple(word.casefold() for word in re.findall(r"[^\W\d_]+", wording.words))
        if not words:
            return None
        if len(words) == 1 and words[0] in _THEY:
            return self._pronoun(wording)
        if _UNSURE.search(wording.words) or _UNSURE.search(wording.lead):
            return None
        arm = _arm(words)
        if arm is not None:
            return self._state(arm, words, wording)
        return self._backed_alike(words, wording) or self._only_one(words, wording)

    def _backed_alike(self, words: tuple[str, ...], wording: Wording) -> str | None:
        """Return the one party that the report gives the same backer ("US-backed fighters" of "the US-backed SDF")."""
        backed = _BACKED.search(wording.words)
        if backed is None or words[-1] not in _BACKED_PEOPLE:
            return None
        same = backed[0].replace(".", "")
        found = {
            name.id
            for name in self._named.named
            if same in self._context.text[max(name.start - 40, 0) : name.start].replace(".", "").split()
        }
        return found.pop() if len(found) == 1 else None

    def _state(self, arm: Arm, words: tuple[str, ...], wording: Wording) -> str | None:
        named = self._repeated(words[-1], wording.start) if words[-1] in _REPEATED else set()
        if named:
            return named.pop() if len(named) == 1 else None
        if len(words) == 1 and words[0] in _TROOPS and self._foreign_troops(wording):
            return None
        country = self._context.country_at(wording.sentence)
        found = None if country is None else self._arm_at(country, arm, words)
        return found or (self._only_army() if words[-1] in _SAME_NOUN else None)

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
        if words[-1] == "junta":
            return _called(country, "junta")
        return arm_of(country, arm, self._context.year)

    def _repeated(self, noun: str, place: int) -> set[str]:
        """Return the forces named before with the same noun ("the Chadian army ... the army")."""
        return {
            name.id
            for name in self._named.before(place)
            if self._context.text[name.start : name.end].casefold().endswith(_SAME_NOUN.get(noun, (noun,)))
            and facts.parties()[name.id].kind in {"state_force", "external_force", "police", "government"}
        }

    def _foreign_troops(self, wording: Wording) -> bool:
        """Say whether other soldiers are in the report than those of the country at hand."""
        country = self._context.country_at(wording.sentence)
        return any(_sends_soldiers(facts.parties()[name.id], country) for name in self._named.named)

    def _only_one(self, words: tuple[str, ...], wording: Wording) -> str | None:
        fits = _fitting(words)
        if fits is None:
            return None
        definite = _DEFINITE.search(wording.lead) is not None
        if not definite and words[-1] not in _BARE:
            return None
        pool = self._named.named if definite else self._named.before(wording.start)
        country = self._context.country_at(wording.sentence)
        found = _without_parents(
            {
                name.id
                for name in pool
                if fits(facts.parties()[name.id]) and not _serves(facts.parties()[name.id], country)
            }
        )
        if len(found) == 1:
            return found.pop()
        return self._foremost(found, words) if found else self._rebels_at_home(words, country)

    def _foremost(self, found: set[str], words: tuple[str, ...]) -> str | None:
        """Return the party that the report is about: the others are named in passing."""
        if words[-1] not in _BARE:
            return None
        ranked = Counter(name.id for name in self._named.named if name.id in found).most_common(2)
        (first, most), (_, next_most) = ranked
        return first if most >= _FOREMOST * max(next_most, 1) else None

    def _rebels_at_home(self, words: tuple[str, ...], country: str | None) -> str | None:
        """Return the row for all rebels of a country, where the table has one ("Syrian rebels")."""
        if country is None or words[-1] not in _REBELS or _JIHADISTS & set(words):
            return None
        return _called(country, "rebels")

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


def _arm(words: tuple[str, ...]) -> Arm | None:
    owned = len(words) > 1 and all(word in _OWNERS for word in words[:-1])
    last = words[-1]
    if words == ("air", "force"):
        return Arm.AIR_FORCE
    if (len(words) == 1 and last in _PLAIN_FORCES) or (owned and last in _OWNED_FORCES):
        return Arm.FORCES
    if owned and last in _AIRCRAFT:
        return Arm.AIR_FORCE
    if any(word in _POLICE for word in words) and all(word in _POLICE or word in _POLICE_BESIDE for word in words):
        return Arm.POLICE
    if last in _GOVERNMENT and (len(words) == 1 or words[:-1] in {("military",), ("ruling",), ("ruling", "military")}):
        return Arm.GOVERNMENT
    return None


def _sends_soldiers(party: PartyFact, home: str | None) -> bool:
    if party.kind == "peacekeeper":
        return True
    own = next(iter(party.countries), None)
    return own is not None and own != home and arm_of(own, Arm.FORCES, None) in facts.lineage(party.id)


def _meddles(country: str) -> bool:
    """Say whether the table knows the country's forces from wars elsewhere: they are no "government troops"."""
    forces = arm_of(country, Arm.FORCES, None)
    return forces is not None and facts.parties()[forces].kind == "external_force"


def _called(country: str, noun: str) -> str | None:
    """Return the party called by a country's name or adjective and a noun ("Malian junta")."""
    fact = facts.countries()[country]
    for word in (*fact.names, *fact.demonyms):
        for known in name_index().exactly(f"{word} {noun}"):
            if known.role is Role.PARTY:
                return known.id
    return None


def _fitting(words: tuple[str, ...]) -> Callable[[PartyFact], bool] | None:
    """Return what a party must be for the words to describe it, or None when they describe no party."""
    kinds = [(nouns, fits) for nouns, fits in _FITS if any(word in nouns for word in words)]
    if not kinds or any(word not in _DESCRIBERS and not any(word in nouns for nouns, _ in kinds) for word in words):
        return None
    return kinds[0][1]


def _is_jihadist(party: PartyFact) -> bool:
    return party.kind == "rebel" and (
        any(root in _JIHADIST_ROOTS for root in facts.lineage(party.id))
        or any(ally in _JIHADIST_ROOTS for ally in party.allies)
        or _JIHADIST_NAME.search(" ".join((party.name, *party.descriptions))) is not None
    )


def _serves(party: PartyFact, country: str | None) -> bool:
    """Say whether a party fights for the government of the country at hand: it is no rebel there."""
    return any(
        facts.parties()[ally].countries[:1] == (country,)
        and facts.parties()[ally].kind in {"government", "state_force"}
        for ally in (*party.allies, *facts.lineage(party.id)[1:])
    )


def _is_rebel(party: PartyFact) -> bool:
    """Say whether a party is a rebel group or an alliance that its names call rebels."""
    names = " ".join((*party.aliases, *party.descriptions))
    return party.kind == "rebel" or (party.kind == "coalition" and _REBEL_NAMES.search(names) is not None)


_FITS: tuple[tuple[frozenset[str], Callable[[PartyFact], bool]], ...] = (
    (_JIHADISTS, _is_jihadist),
    (_REBELS, lambda party: _is_rebel(party) and not _is_jihadist(party)),
    (_MILITIAS, lambda party: party.kind in {"political_militia", "communal_militia", "rebel"}),
    (_GANGS, lambda party: party.kind == "criminal_group"),
    (_COALITIONS, lambda party: party.kind == "coalition"),
    (_MISSIONS, lambda party: party.kind == "peacekeeper"),
    (_ARMED, lambda party: party.kind == "political_militia" or _is_rebel(party)),
)


def _without_parents(ids: set[str]) -> set[str]:
    """Drop a party where a part of it is named as well, and the other way round keep the whole when parts are many."""
    parents = {parent for party in ids for parent in facts.lineage(party)[1:]}
    whole = ids & parents
    return whole if len(whole) == 1 and all(whole & set(facts.lineage(party)) for party in ids) else ids
