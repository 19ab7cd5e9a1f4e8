"""Distances on the globe."""

import math

EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points given in degrees, by the haversine formula.

    >>> round(kilometres(52.52, 13.405, 48.8566, 2.3522))  # Berlin to Paris
    877
    """
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    across = math.sin(math.radians(other_lon - lon) / 2) ** 2
    h = math.sin((other_phi - phi) / 2) ** 2 + math.cos(phi) * math.cos(other_phi) * across
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))
