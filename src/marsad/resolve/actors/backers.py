"""Parties told by who backs or leads them: "US-backed fighters", "an al-Qaeda-linked group", "Kurdish-led forces"."""

import re
from typing import Final

from marsad import facts
from marsad.model import Span
from marsad.resolve.actors.arms import BACKED
from marsad.resolve.actors.described import described_by, without_parents
from marsad.resolve.actors.named import NamedParty, PartiesNamed
from marsad.resolve.context import Role, name_index

_BACKED_NAME: Final = re.compile(rf"({BACKED.pattern})(?:,? (?!on\b|against\b|from\b|with\b|in\b)[\w-]+){{0,3}},? $")
_NAME_BACKED: Final = re.compile(rf"(?: \([^()]{{2,12}}\))?,? (?:the|a|an) ({BACKED.pattern})")
_BESIDE: Final = 60
_SUFFIX: Final = re.compile(r"-(\w+)$")
_ONE_BODY: Final = frozenset({"group", "alliance", "militia", "force", "movement", "coalition", "faction"})
_PEOPLE: Final = frozenset(
    "force fighters forces rebels militia militias group groups troops alliance militants movement coalition "
    "insurgents jihadists extremists organisation organization faction separatists militiamen terrorists".split()
)
"""Nouns for a party that is told by its backer."""
_SEVERAL: Final = frozenset({"militias", "groups", "rebels", "militants", "insurgents", "jihadists", "extremists"})
"""Nouns of several bodies, of which the one that the report names need not be meant."""
_OF_A_STATE: Final = frozenset({"government", "state_force", "external_force", "police", "intelligence"})


class Backers:
    """Finds the party that the words give a backer, among those that the document names."""

    def __init__(self, named: PartiesNamed) -> None:
        self._named = named

    def party_of(self, words: str, noun: str, place: Span) -> str | None:
        """Return the one party with the backer that the words tell, or None; ``place`` is where they stand."""
        backed = BACKED.search(words)
        if backed is None or noun not in _PEOPLE:
            return None
        same = _key(backed[0])
        found = {name.id for name in self._named.named if self._told_backer(name) == same}
        if not found and (noun in _ONE_BODY or noun not in _SEVERAL):
            found = {name.id for name in self._named.named if same in described_by(facts.parties()[name.id])}
        found = without_parents(found or self._tied(backed[0]))
        return found.pop() if len(found) == 1 else self._nearest(found, place)

    def _told_backer(self, name: NamedParty) -> str | None:
        """Return what the report gives beside a party's name for its backer ("US-backed")."""
        text = self._named.context.text
        beside = _BACKED_NAME.search(text[max(name.start - _BESIDE, 0) : name.start])
        beside = beside or _NAME_BACKED.match(text, name.end, name.end + _BESIDE)
        return None if beside is None else _key(beside[1])

    def _tied(self, words: str) -> set[str]:
        """Return the parties that the tables tie to the one that leads, backs or inspires: "al-Qaeda-linked"."""
        suffix = _SUFFIX.search(words)
        if suffix is None:
            return set()
        known = name_index().exactly(words[: suffix.start()])
        parties = {one.id for one in known if one.role in {Role.PARTY, Role.PARTY_IN_CONTEXT}}
        here = {name.id for name in self._named.named}
        if suffix[1] == "led" and len(parties & here) == 1:
            return parties & here
        states = {one.id for one in known if one.role in {Role.COUNTRY, Role.PEOPLE, Role.CAPITAL}}
        return {id_ for id_ in here if _belongs(id_, parties) or (suffix[1] != "led" and _helped(id_, states))}

    def _nearest(self, found: set[str], place: Span) -> str | None:
        """Return the one that was named last before."""
        before = [name.id for name in self._named.before(place.start) if name.id in found]
        return before[-1] if before else None


def _key(words: str) -> str:
    return words.replace(".", "").casefold()


def _belongs(party: str, to: set[str]) -> bool:
    """Say whether a party is part of, or the ally of, one of the others and not one of them itself."""
    row = facts.parties()[party]
    return party not in to and bool(to & {*facts.lineage(party)[1:], *row.allies})


def _helped(party: str, by: set[str]) -> bool:
    """Say whether the tables give a party that is no arm of a state an ally of one of these countries."""
    row = facts.parties()[party]
    if row.kind in _OF_A_STATE:
        return False
    allies = [facts.parties()[ally] for ally in row.allies]
    return any(ally.countries[:1] == (code,) and ally.kind in _OF_A_STATE for ally in allies for code in by)
