"""Why a name is taken for one place and not for another: the candidates with what speaks for each."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from marsad.resolve.places.choosing import WEIGHTS, Weighing, holds, rank, supported, weights
from marsad.resolve.places.compiling.keys import name_key
from marsad.resolve.places.context import Context
from marsad.resolve.places.gazetteer import Entry, Gazetteer
from marsad.resolve.places.scan import Found, look_up_words

SPELLING = "another spelling"


class Candidate(Struct, frozen=True):
    """A place that a name may mean; ``taken`` says whether a report with this context is read so.

    ``weights`` add up to ``score``.
    """

    entry: Entry
    score: float
    taken: bool
    weights: Mapping[str, float]


def candidates(
    name: str,
    gazetteer: Gazetteer,
    *,
    countries: tuple[str, ...] = (),
    near: tuple[Entry, ...] = (),
    within: tuple[Entry, ...] = (),
) -> tuple[Candidate, ...]:
    """Return the candidates for a name that stands in a place phrase, the best first.

    The report is taken to be about the ``countries`` (ISO codes, the first one most) and to name the places ``near``.
    Only places ``within`` those areas are given, where there are any.
    """
    found = look_up_words(name, 0, len(name), gazetteer)
    weighing = Weighing(_context(found, countries, near), near, given=True)
    result = []
    ranked = [choice for choice in rank(found, weighing, gazetteer) if all(_inside(a, choice.entry) for a in within)]
    for position, choice in enumerate(ranked):
        parts = dict(zip(WEIGHTS, weights(choice.entry, found, weighing), strict=True))
        if choice.by_sound:
            parts[SPELLING] = choice.score - sum(parts.values())
        taken = position == 0 and supported(choice, found, weighing)
        kept = {label: round(part, 2) for label, part in parts.items() if abs(part) >= 0.005}
        result.append(Candidate(choice.entry, round(choice.score, 2), taken, MappingProxyType(kept)))
    return tuple(result)


def _inside(area: Entry, entry: Entry) -> bool:
    return area.number == entry.number or (entry.country is not None and holds(area, entry))


def _context(found: Found, countries: tuple[str, ...], near: tuple[Entry, ...]) -> Context:
    """Return the context of a report about those countries and places."""
    weights = {code: 1.0 / position for position, code in enumerate(countries, start=1)}
    provinces: dict[int, float] = {}
    for entry in near:
        if entry.country is not None:
            weights.setdefault(entry.country, 0.8)
        if entry.province is not None:
            provinces[entry.province] = 1.0
    return Context(
        found=(found,),
        countries=weights,
        provinces=provinces,
        own={},
        persons=frozenset(),
        placed=frozenset({name_key(found.text)}),
        named=frozenset(countries),
        owned={},
    )
