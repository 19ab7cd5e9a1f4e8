"""Place words → places: names, country context, distance and what the sentence refers to.

The gazetteer is one read-only file that is compiled when the package is built (``compiling``).
"""

from marsad.resolve.places.explaining import Candidate, candidates
from marsad.resolve.places.gazetteer import Entry, Gazetteer, default_gazetteer, layer_in_use, use_layer
from marsad.resolve.places.layer import Added, add, digest_of
from marsad.resolve.places.resolver import PlaceResolver

__all__ = [
    "Added",
    "Candidate",
    "Entry",
    "Gazetteer",
    "PlaceResolver",
    "add",
    "candidates",
    "default_gazetteer",
    "digest_of",
    "layer_in_use",
    "use_layer",
]
