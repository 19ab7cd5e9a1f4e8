"""Place words → places: names, country context, distance and what the sentence refers to.

The gazetteer is one read-only file that is compiled when the package is built (``compiling``).
"""

from marsad.resolve.places.resolver import PlaceResolver

__all__ = ["PlaceResolver"]
