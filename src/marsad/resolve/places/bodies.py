"""What the parties, monitors and outlets of a report say of the country that it is about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from marsad import facts
from marsad.model import Document
from marsad.resolve.context import DocumentContext, Known, Role

HOME_WEIGHT = 0.5
"""What a party, monitor or ministry says of the country it works in, however often named; a town says up to 0.8."""

FORCE_WEIGHT = 0.4
"""What a state's own force says: as much as its nationality, for armies fight abroad."""

OUTLET_WEIGHT = 0.2
"""What a paper or an agency of that country says."""

BEYOND_HOME = 0.2
"""Share of that weight which each further country has where a party fights in several (Boko Haram in Niger)."""

_AT_HOME = frozenset({"rebel", "political_militia", "communal_militia", "criminal_group", "peacekeeper"})
_FORCES = frozenset({"state_force", "police", "government", "intelligence"})
_LOCAL = frozenset({"monitor", "official", "medical", "activist", "party_media", "un_body"})
_PRESS = frozenset({"outlet", "state_media", "news_agency"})
_SEATS = frozenset("AT BE CA CH DE FR GB IT NL NO QA SE US".split())
"""Where bodies sit that watch the whole world."""

_WORLDWIDE = frozenset({"is", "al-qaeda"})
"""Movements with branches in many wars."""


def told_by_bodies(document: Document) -> Mapping[str, float]:
    """Return the countries that the bodies named in a report work in, with how much that says: at most one a body."""
    weights: dict[str, float] = defaultdict(float)
    known = {entry.value for hit in DocumentContext.of(document).hits for entry in hit.entries}
    for body in sorted(known, key=lambda one: (one.role.value, one.id)):
        for code, weight in _homes(body):
            weights[code] = max(weights[code], weight)
    return weights


def _homes(body: Known) -> Iterator[tuple[str, float]]:
    weight, countries = 0.0, tuple[str, ...]()
    if body.role is Role.PARTY and body.id not in _WORLDWIDE:
        weight, countries = _of_party(facts.parties()[body.id].kind), facts.parties()[body.id].countries
    elif body.role is Role.SOURCE:
        source = facts.sources()[body.id]
        weight, countries = _of_source(source.kind), tuple(code for code in source.countries if code not in _SEATS)
    for position, code in enumerate(countries):
        yield code, weight if position == 0 else BEYOND_HOME * weight


def _of_party(kind: str) -> float:
    return HOME_WEIGHT if kind in _AT_HOME else FORCE_WEIGHT if kind in _FORCES else 0.0


def _of_source(kind: str) -> float:
    return HOME_WEIGHT if kind in _LOCAL else OUTLET_WEIGHT if kind in _PRESS else 0.0
