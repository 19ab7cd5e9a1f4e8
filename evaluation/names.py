"""Whether two names are of one party or source: by the tables of facts, else by the words they share."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from marsad import facts
from marsad.facts import PartyFact, SourceFact

_WORD = re.compile(r"[^\W_]+")
_STATE_KINDS = frozenset({"government", "state_force", "external_force", "police", "intelligence"})
_STATE_WORDS = frozenset(
    "the of government army military forces troops soldiers regime authorities armed security".split()
)
_SMALL = frozenset("the of a an and for in on at to s us".split())


def same_name(name: str, other: str) -> bool:
    """Say whether two names may be of one.

    Of two names that the tables list, the tables decide: they are one entry's, or one is part of the other. Otherwise
    they are when they share more than half of the words of the shorter one.

    >>> same_name("ISIL", "Islamic State"), same_name("a Syrian army spokesman", "Ethiopian Airlines")
    (True, False)
    """
    if ids_of(name) and ids_of(other):
        return bool(_sides(name) & ids_of(other) or ids_of(name) & _sides(other))
    left, right = _words(name), _words(other)
    return bool(left and right) and 2 * len(left & right) > min(len(left), len(right))


def any_same(names: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether one of the names is one of the others."""
    known = tuple(others)
    return any(same_name(name, other) for name in names for other in known)


def ids_of(name: str) -> frozenset[str]:
    """Return the ids of the parties and sources that a name is listed for; of a state, all that act for it."""
    return _index().get(_key(name), frozenset()) | _state(_parts(name))


def _state(parts: list[str]) -> frozenset[str]:
    """Return who acts for a state that is named by its country alone or with a word for its forces."""
    rest = [part for part in parts if part not in _STATE_WORDS]
    return _states().get(" ".join(rest), frozenset())


@cache
def _states() -> dict[str, frozenset[str]]:
    acting: dict[str, set[str]] = defaultdict(set)
    for party in facts.parties().values():
        if party.kind in _STATE_KINDS and party.countries:
            acting[party.countries[0]].add(party.id)
    return {
        _key(word): frozenset(acting[country.code])
        for country in facts.countries().values()
        for word in (*country.names, *country.demonyms)
    }


def _sides(name: str) -> frozenset[str]:
    """Return the ids of a name and of what these are part of."""
    return frozenset(
        side for one in ids_of(name) for side in (facts.lineage(one) if one in facts.parties() else (one,))
    )


@cache
def _index() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    rows: list[PartyFact | SourceFact] = [*facts.parties().values(), *facts.sources().values()]
    for row in rows:
        for name in (row.name, *row.aliases, *row.weak_aliases):
            found[_key(name)].add(row.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _key(name: str) -> str:
    return " ".join(_parts(name)).removeprefix("the ")


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in _parts(name) if word not in _SMALL)


def _parts(name: str) -> list[str]:
    return _WORD.findall(name.lower().replace(".", "").replace("’", "").replace("'", ""))
