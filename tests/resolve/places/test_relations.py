import pytest

from marsad.resolve.places.compiling.rows import distance_km
from marsad.resolve.places.relations import moved, relation_before

CASES = [
    ("Shells fell in ", "at", None, None),
    ("Shells fell near ", "near", None, None),
    ("Shells fell near the town of ", "near", None, None),
    ("Shells fell on the outskirts of ", "near", None, None),
    ("Shells fell south of ", "near", None, 180),
    ("Shells fell 2 km north of ", "offset", 2.0, 0),
    ("Shells fell 30 kilometres to the south-west of the city of ", "offset", 30.0, 225),
    ("Shells fell five miles east of ", "offset", 8.045, 90),
    ("Shells fell about 12km outside ", "offset", 12.0, None),
    ("Shells fell 500 metres from ", "offset", 0.5, None),
    ("A shell fell on the road between ", "between", None, None),
    ("Shells fell on the highway from ", "between", None, None),
    ("He drove 900 km from ", "at", None, None),
    ("A bomb went off 30 km south of the capital, ", "offset", 30, 180),
    ("A bomb went off 18 miles (29 km) east of the town of ", "offset", 28.962, 90),
]


@pytest.mark.parametrize(("before", "kind", "km", "bearing"), CASES)
def test_relations(before: str, kind: str, km: float | None, bearing: int | None) -> None:
    relation = relation_before(before + "Town", len(before))
    assert (relation.kind, relation.bearing) == (kind, bearing)
    assert relation.km == (None if km is None else pytest.approx(km))


@pytest.mark.parametrize("bearing", [0, 45, 90, 180, 270, 315])
def test_moving_goes_as_far_as_told(bearing: int) -> None:
    lat, lon = moved(35.0, 39.0, 40.0, bearing)
    assert distance_km(35.0, 39.0, lat, lon) == pytest.approx(40.0, rel=0.02)


def test_moving_stays_on_the_globe() -> None:
    lat, lon = moved(89.9, 179.9, 300.0, 45)
    assert -90 <= lat <= 90
    assert -180 <= lon <= 180
