"""Whether two claims name the same parties, with the hierarchy of the table of parties."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from marsad.facts import derived, parties
from marsad.merge.finding import Finding, unknown
from marsad.model import Party

SAME_WORDS = 88
"""token_sort_ratio (0-100) from which two names that no table knows are one: word order and a letter may differ."""

_GENERIC = frozenset(
    "army attackers attacker authorities child children civilian civilians fighters forces government gunman gunmen"
    " insurgents man men militants officer officers people person police protesters rebels residents security soldier"
    " soldiers state students suspect suspects troops victims villagers woman women".split()
)
"""Heads that many parties share: two claims that name "soldiers" need not mean the same ones."""


_TITLES = frozenset(
    "Mr Mrs Ms Dr President Prime Minister Secretary Senator Sen Representative Rep Governor Gov General Gen Colonel"
    " Col Captain Capt Major Maj Lieutenant Lt Sergeant Sgt Ambassador King Prince Sheikh Mullah Imam".split()
)


def compare_parties(
    role: str, left: tuple[Party, ...], right: tuple[Party, ...], weight: float, *, strict: bool = False
) -> Finding:
    """Compare the parties in one role; ``weight`` is what an equal known party is worth.

    ``strict`` is for acts that are their actor's alone: two speakers never make one statement.
    """
    if not left or not right:
        return unknown(role, f"{role} named by one claim at most")
    shared = _shared(left, right)
    if shared is not None:
        worth, code = (weight / 3, f"{role}: one word") if _generic(shared) else (weight, f"{role}: one party")
        return Finding(role, "agrees", worth, f"{role}: both name {shared}", code=code)
    noun = _one_noun(left, right)
    if noun is not None:
        return Finding(role, "agrees", weight / 3, f"{role}: both name a {noun}", code=f"{role}: one word")
    kin = _kin(left, right)
    if kin is not None:
        words = f"{role}: {kin[0]} and {kin[1]} belong together"
        return Finding(role, "agrees", weight * 2 / 3, words, code=f"{role}: kin")
    left, right = _telling(left), _telling(right)
    if all(party.id is not None for party in (*left, *right)):
        words = f"{role}: {_names(left)} against {_names(right)}"
        return Finding(role, "differs", -2 * weight, words, veto=True, code=f"{role}: two parties")
    if all(_is_name(party.name) for party in (*left, *right)):
        words = f"{role}: {_names(left)} against {_names(right)}"
        return Finding(role, "differs", -weight, words, veto=strict, code=f"{role}: two names")
    words = f"{role}: {_names(left)} and {_names(right)} may or may not be the same"
    return unknown(role, words, code=f"{role}: other words")


def _telling(named: tuple[Party, ...]) -> tuple[Party, ...]:
    """Leave out "civilians" beside a party with a name: it is the name that tells one convoy from another."""
    return tuple(party for party in named if party.id is not None or not _generic(party.name)) or named


def head_noun(name: str) -> str:
    """Return the last word of a name or description without case."""
    return next(reversed(name.casefold().split()), "")


def shared_person(left: tuple[Party, ...], right: tuple[Party, ...]) -> str | None:
    """Return a person whom both name with first and last name, whatever office stands before it."""
    for a in left:
        for b in right:
            if a.id is None and b.id is None and _same_person(a.name, b.name):
                return min(a.name, b.name, key=lambda name: (len(name), name))
    return None


def other_names(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    """Say whether both give names only, of persons as far as known, and none in common."""
    named = (*left, *right)
    if not left or not right or any(party.id is not None or not _is_name(party.name) for party in named):
        return False
    words = [{word for party in side for word in party.name.split()} for side in (left, right)]
    return not words[0] & words[1] and not any(head_noun(party.name) in _GENERIC for party in named)


def _is_person(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words) and words[-1].casefold() not in _GENERIC


def _same_person(a: str, b: str) -> bool:
    """Say whether the shorter name of two words or more ends the longer one."""
    short, long = sorted((a.split(), b.split()), key=len)
    return long[-len(short) :] == short and _is_person(" ".join(short))


def _is_name(words: str) -> bool:
    """Tell a name from a description ("gunman", "Attackers", "pro-government forces")."""
    return all(word[0].isupper() for word in words.split() if len(word) > 3) and not _generic(words)


def _shared(left: tuple[Party, ...], right: tuple[Party, ...]) -> str | None:
    for a in left:
        for b in right:
            if a.id == b.id if a.id and b.id else _same_words(a.name, b.name) or _same_person(a.name, b.name):
                return a.name
    return None


def _one_noun(left: tuple[Party, ...], right: tuple[Party, ...]) -> str | None:
    """Return the noun of two descriptions of which one only says more ("bus", "school bus")."""
    for a in left:
        for b in right:
            one, two = a.name.split(), b.name.split()
            described = a.id is None and b.id is None and a.name.islower() and b.name.islower()
            if described and one[-1] == two[-1] and (set(one) <= set(two) or set(two) <= set(one)):
                return one[-1]
    return None


def _same_words(a: str, b: str) -> bool:
    one, two = _without_title(a), _without_title(b)
    if one and two and (one[-1] == two[-1] and one[-1][0].isupper()) and 1 in (len(one), len(two)):
        return True
    return fuzz.token_sort_ratio(a.casefold(), b.casefold()) >= SAME_WORDS


def _without_title(name: str) -> list[str]:
    """Return the words of a name after those of an office ("Mr.", "President")."""
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".") in _TITLES:
        words = words[1:]
    return words


def _generic(name: str) -> bool:
    words = name.split()
    described = len(words) == 1 or " ".join(words[1:]).islower()
    return bool(words) and described and words[-1].casefold() in _GENERIC


def _kin(left: tuple[Party, ...], right: tuple[Party, ...]) -> tuple[str, str] | None:
    for a in left:
        for b in right:
            if a.id and b.id and related(a.id, b.id):
                return a.name, b.name
    return None


@derived
def related(a: str, b: str) -> bool:
    """Say whether one party is part of the other, or both are parts of a third."""
    return bool(set(lineage(a)) & set(lineage(b)))


def lineage(id_: str) -> Iterator[str]:
    """Yield the party and those above it; the table's loader makes sure that parents exist."""
    known = parties()
    seen: set[str] = set()
    current: str | None = id_
    while current is not None and current not in seen:
        seen.add(current)
        yield current
        current = known[current].parent if current in known else None


def _names(named: tuple[Party, ...]) -> str:
    return ", ".join(party.name for party in named)
