"""Tables of facts shipped as data: parties, sources, places, countries.

They say what words can stand for, not what a given report means: that is decided by ``marsad.resolve``.
"""

from marsad.facts.rows import CountryFact, PartyFact, PlaceFact, SourceFact
from marsad.facts.tables import (
    VERSION,
    countries,
    lineage,
    load_countries,
    load_parties,
    load_places,
    load_sources,
    parties,
    places,
    sources,
)

__all__ = [
    "VERSION",
    "CountryFact",
    "PartyFact",
    "PlaceFact",
    "SourceFact",
    "countries",
    "lineage",
    "load_countries",
    "load_parties",
    "load_places",
    "load_sources",
    "parties",
    "places",
    "sources",
]
