"""The events as GeoJSON (RFC 7946): points in longitude and latitude, their uncertainty as a property.

An event without coordinates, and one of which no more than the country is known, has the geometry null: a point would
claim what nobody said. ``radius_km`` is the radius of the circle that the event is somewhere in.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from marsad.export.cells import day
from marsad.export.jsonl import claims_of
from marsad.export.withholding import Withholding
from marsad.model import Event, EventPlace, Record
from marsad.ontology import load

DECIMALS = 6
"""Of a degree: 0.1 m; RFC 7946, section 11.2, asks for no more."""


def geojson_files(record: Record, withholding: Withholding) -> Mapping[str, Iterable[bytes]]:
    """Return ``events.geojson``, a feature collection with one feature a line."""
    return {"events.geojson": _collection(record, withholding)}


def _collection(record: Record, withholding: Withholding) -> Iterator[bytes]:
    yield b'{"type":"FeatureCollection","features":['
    between = b"\n"
    for event in record.events():
        yield between + msgspec.json.encode(_feature(withholding.event(event, claims_of(record, event))))
        between = b",\n"
    yield b"\n]}\n"


def _feature(event: Event) -> dict[str, Any]:
    return {"type": "Feature", "id": event.id, "geometry": _point(event.where), "properties": _properties(event)}


def _point(where: EventPlace | None) -> dict[str, Any] | None:
    if where is None or where.lat is None or where.lon is None or where.precision == "country":
        return None
    return {"type": "Point", "coordinates": [round(where.lon, DECIMALS), round(where.lat, DECIMALS)]}


def _properties(event: Event) -> dict[str, Any]:
    when, where = event.when, event.where
    return {
        "id": event.id,
        "type": event.type,
        "label": load().event_type(event.type).label,
        "modality": event.modality,
        "background": event.background,
        "start": day(when.start if when else None),
        "end": day(when.end if when else None),
        "time_precision": when.precision if when else None,
        "place": where.name if where else None,
        "country": where.country if where else None,
        "admin1": where.admin1 if where else None,
        "place_precision": where.precision if where else None,
        "radius_km": where.radius_km if where else None,
        "who": [party.name for party in event.who],
        "whom": [party.name for party in event.whom],
        "figures": [
            {
                "measure": figure.measure,
                "who_class": figure.who_class,
                "low": figure.low,
                "best": figure.best,
                "high": figure.high,
                "rule": figure.rule,
            }
            for figure in event.figures
        ],
        "documents": event.documents,
        "outlets": event.outlets,
        "origins": event.origins,
        "grade": event.grade,
        "disputed": bool(event.disputes),
    }
