"""What a party must be for describing words to fit it: "the jihadists", "Kurdish fighters", "the Lebanese group"."""

import re
from collections.abc import Callable

from marsad import facts
from marsad.facts import PartyFact
from marsad.resolve.actors.arms import plain_words

JIHADISTS = frozenset("jihadist jihadists jihadi jihadis islamist islamists extremist extremists caliphate".split())
_ARMED = frozenset(
    "militant militants insurgent insurgents insurgency terrorist terrorists fighters group groups movement "
    "organisation organization faction".split()
)
REBELS = frozenset("rebel rebels guerrilla guerrillas separatist separatists secessionists".split())
DISSIDENTS = frozenset({"dissident", "dissidents"})
_MILITIAS = frozenset("militia militias militiamen militiaman paramilitary paramilitaries".split())
_GANGS = frozenset("gang gangs cartel cartels gangsters".split())
_COALITIONS = frozenset({"coalition", "alliance"})
_MISSIONS = frozenset({"peacekeeper", "peacekeepers", "mission"})
OUTLAWS = frozenset("militants extremists terrorists".split())
"""What reports call jihadists rather than the others who fight them."""
ANY_FORCE = frozenset("forces force fighters troops".split())
"""Nouns for anybody's fighters, which mean a party only with the name of its people ("Kurdish fighters")."""
_DESCRIBERS = frozenset(
    "islamist jihadist armed militant rebel extremist terror terrorist insurgent paramilitary separatist military "
    "group groups fighters forces militants militiamen warplanes aircraft jets airpower spokesman leadership "
    "movement organisation organization air strikes airstrikes troops shiite shia sunni islamic ethnic tuareg".split()
)
_JIHADIST_NAME = re.compile(
    r"Islamic State|Islamist|Jihad|Ansar|Qaeda|Qaida|Taliban|Shabaab|Boko|Lashkar|Jaish|Sunna", re.IGNORECASE
)
_REBEL_NAMES = re.compile(r"rebel|separatist|insurgent", re.IGNORECASE)
_DISSIDENT_NAMES = re.compile(r"dissident|splinter|breakaway", re.IGNORECASE)
_JIHADIST_ROOTS = frozenset({"is", "al-qaida"})


def fitting(words: tuple[str, ...]) -> Callable[[PartyFact], bool] | None:
    """Return what a party must be for the words to describe it, or None when they describe no party."""
    kinds = [(nouns, fits) for nouns, fits in _FITS if any(word in nouns for word in words)]
    if not kinds:
        return None
    told = _told(words)
    fits = kinds[0][1]
    return lambda party: fits(party) and all(word in _names_of(party) for word in told)


def tells_whose(words: str) -> bool:
    """Say whether describing words name a people or region, and not only a faith or kind ("Kurdish militias")."""
    told = _told(plain_words(words))
    return bool(told) and all(word.capitalize() in words for word in told)


def _told(words: tuple[str, ...]) -> list[str]:
    """Return the words that tell one party from others of its kind."""
    return [word for word in words if word not in _DESCRIBERS and not any(word in nouns for nouns, _ in _FITS)]


def _names_of(party: PartyFact) -> frozenset[str]:
    """Return the words of a party's names and descriptions: "the Kurdish militia" is one called Kurdish."""
    home = [facts.countries()[code] for code in party.countries[:1] if code in facts.countries()]
    adjectives = [word for country in home for word in country.demonyms]
    return frozenset(plain_words(" ".join((party.name, *party.aliases, *party.descriptions, *adjectives))))


def is_jihadist(party: PartyFact) -> bool:
    """Say whether a party is a jihadist group, by its names, its parents or its allies."""
    return party.kind == "rebel" and (
        any(root in _JIHADIST_ROOTS for root in facts.lineage(party.id))
        or any(ally in _JIHADIST_ROOTS for ally in party.allies)
        or _JIHADIST_NAME.search(" ".join((party.name, *party.descriptions))) is not None
    )


def serves(party: PartyFact, country: str | None) -> bool:
    """Say whether a party fights for the government of the country at hand: it is no rebel there."""
    return party.kind not in {"coalition", "peacekeeper"} and any(
        facts.parties()[ally].countries[:1] == (country,)
        and facts.parties()[ally].kind in {"government", "state_force"}
        for ally in (*party.allies, *facts.lineage(party.id)[1:])
    )


def _is_rebel(party: PartyFact) -> bool:
    """Say whether a party is a rebel group or an alliance that its names call rebels."""
    names = " ".join((*party.aliases, *party.descriptions))
    return party.kind == "rebel" or (party.kind == "coalition" and _REBEL_NAMES.search(names) is not None)


def _all_names(party: PartyFact) -> str:
    return " ".join((party.name, *party.aliases, *party.descriptions))


def described_by(party: PartyFact) -> set[str]:
    """Return the words by which reports describe a party."""
    return {word.replace(".", "").casefold() for words in party.descriptions for word in words.split()}


def without_parents(ids: set[str]) -> set[str]:
    """Drop a party where a part of it is named as well, and the other way round keep the whole when parts are many."""
    parents = {parent for party in ids for parent in facts.lineage(party)[1:]}
    whole = ids & parents
    return whole if len(whole) == 1 and all(whole & set(facts.lineage(party)) for party in ids) else ids


_FITS: tuple[tuple[frozenset[str], Callable[[PartyFact], bool]], ...] = (
    (JIHADISTS, is_jihadist),
    (REBELS, lambda party: _is_rebel(party) and not is_jihadist(party)),
    (DISSIDENTS, lambda party: _is_rebel(party) and _DISSIDENT_NAMES.search(_all_names(party)) is not None),
    (_MILITIAS, lambda party: party.kind in {"political_militia", "communal_militia", "rebel"}),
    (_GANGS, lambda party: party.kind == "criminal_group"),
    (_COALITIONS, lambda party: party.kind == "coalition"),
    (_MISSIONS, lambda party: party.kind == "peacekeeper"),
    (_ARMED, lambda party: party.kind == "political_militia" or _is_rebel(party)),
    (ANY_FORCE, lambda party: party.kind in {"political_militia", "communal_militia"} or _is_rebel(party)),
)
