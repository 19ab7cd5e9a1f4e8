"""Tables of facts shipped as data: parties and who leads them, sources, places, countries.

They say what words can stand for, not what a given report means: that is decided by ``marsad.resolve``.
"""

from marsad.facts.derived import derived, derived_at_most
from marsad.facts.own import as_lines, read_own
from marsad.facts.rows import CountryFact, LeaderFact, PartyFact, PlaceFact, SourceFact
from marsad.facts.tables import (
    VERSION,
    countries,
    leaders,
    lineage,
    load_countries,
    load_leaders,
    load_parties,
    load_places,
    load_sources,
    own_parties,
    parties,
    places,
    sources,
    use_parties,
)

__all__ = [
    "VERSION",
    "CountryFact",
    "LeaderFact",
    "PartyFact",
    "PlaceFact",
    "SourceFact",
    "as_lines",
    "countries",
    "derived",
    "derived_at_most",
    "leaders",
    "lineage",
    "load_countries",
    "load_leaders",
    "load_parties",
    "load_places",
    "load_sources",
    "own_parties",
    "parties",
    "places",
    "read_own",
    "sources",
    "use_parties",
]
