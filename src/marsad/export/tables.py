"""The record as two tables for a spreadsheet: ``events.csv``, one row an event, and ``claims.csv``, one row a claim.

UTF-8 with a byte order mark, without which Excel takes it for the local encoding; commas and CRLF (RFC 4180). Unknown
is an empty cell. Cells of words are made inert as :func:`marsad.export.cells.inert` says. Each measure has its columns
``_low``, ``_best`` (events only) and ``_high``; ``figures`` says in words what they cannot: classes, parts, rivals.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from marsad.export.cells import Cell, day, in_words, inert, listed, whole, yes
from marsad.export.codes import codes
from marsad.export.withholding import Withholding
from marsad.model import Document, Event, EventPlace, EventTime, Place, Record, ResolvedClaim, Span, Time
from marsad.ontology import load

Row = dict[str, Cell]

DOCUMENTS_HELD = 256
"""Documents kept at hand, because claims of one event come from few."""


class _Sources:
    """The documents and claims behind rows, a few of them kept at hand."""

    def __init__(self, record: Record, withholding: Withholding) -> None:
        self.document = lru_cache(DOCUMENTS_HELD)(record.document)
        self.claim = lru_cache(DOCUMENTS_HELD)(record.claim)
        self.withholding = withholding

    def claims(self, event: Event) -> list[ResolvedClaim]:
        """Return the event's claims, names and all."""
        return list(map(self.claim, event.claims))

    def outlet(self, claim_id: str) -> str:
        """Return who published the claim, by name or else by the document's path."""
        document = self.document(self.claim(claim_id).document)
        return document.outlet or document.path


def csv_files(record: Record, withholding: Withholding) -> Mapping[str, Iterable[bytes]]:
    """Return ``events.csv`` and ``claims.csv``."""
    sources = _Sources(record, withholding)
    return {
        "events.csv": _table(_event_columns(), (_event_row(event, sources) for event in record.events())),
        "claims.csv": _table(_claim_columns(), _claim_rows(record, sources)),
    }


def _table(columns: list[str], rows: Iterable[Row]) -> Iterator[bytes]:
    line = io.StringIO(newline="")
    writer = csv.DictWriter(line, columns, lineterminator="\r\n")
    line.write("\ufeff")
    writer.writeheader()
    for row in rows:
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()
        writer.writerow(row)
    yield line.getvalue().encode()


_TYPE = [
    "type",
    "type_label",
    "modality",
    "background",
    "acled_disorder_type",
    "acled_event_type",
    "acled_sub_event_type",
    "ucdp_type_of_violence",
    "plover_event_type",
    "plover_mode",
    "plover_quad_code",
]
_TIME = ["start", "end", "time_precision", "date_prec", "time_words"]
_PLACE = [
    "place",
    "place_id",
    "country",
    "admin1",
    "latitude",
    "longitude",
    "radius_km",
    "place_precision",
    "where_prec",
    "geo_precision",
    "place_words",
]
_PARTIES = ["who", "who_ids", "whom", "whom_ids", "means"]


def _measures(*bounds: str) -> list[str]:
    return [f"{measure}_{bound}" for measure in load().measures for bound in bounds]


def _event_columns() -> list[str]:
    counts = ["figures_rule", "documents", "outlets", "origins", "grade", "grade_basis"]
    origin = ["disputes", "sources", "outlet_names", "urls", "document_paths", "claims"]
    return ["id", *_TIME, *_TYPE, *_PLACE, *_PARTIES, *_measures("low", "best", "high"), "figures", *counts, *origin]


def _claim_columns() -> list[str]:
    report = ["document", "document_path", "url", "outlet", "agencies", "published_start", "published_end"]
    said = ["sources", "source_kinds", "interested_sources", "trigger", "sentence", "extractor", "confidence"]
    return ["id", "event", *_TIME, *_TYPE, *_PLACE, *_PARTIES, *_measures("low", "high"), "figures", *said, *report]


def _event_row(event: Event, sources: _Sources) -> Row:
    claims = sources.claims(event)
    documents = [sources.document(claim.document) for claim in claims]
    shown = sources.withholding.event(event, claims)
    told = [sources.withholding.claim(claim) for claim in claims]
    return {
        **_shared(shown),
        **_figures(shown, "low", "best", "high"),
        "figures_rule": listed(dict.fromkeys(figure.rule for figure in event.figures)),
        "documents": event.documents,
        "outlets": event.outlets,
        "origins": event.origins,
        "grade": event.grade,
        "grade_basis": inert(shown.grade_basis or None),
        "disputes": _disputes(shown, sources),
        "sources": listed(source.name for claim in told for source in claim.sources),
        "outlet_names": listed(document.outlet for document in documents),
        "urls": listed(document.url for document in documents),
        "document_paths": listed(document.path for document in documents),
        "claims": listed(event.claims),
    }


def _disputes(event: Event, sources: _Sources) -> str | None:
    """Return in words what the claims do not agree on, and who says which."""
    return listed(
        dispute.text
        or f"{dispute.field}: "
        + " / ".join(
            f"{value.value} ({', '.join(dict.fromkeys(map(sources.outlet, value.claims)))})" for value in dispute.values
        )
        for dispute in event.disputes
    )


def _claim_rows(record: Record, sources: _Sources) -> Iterator[Row]:
    event_of = {claim: event.id for event in record.events() for claim in event.claims}
    for claim in record.claims():
        document = sources.document(claim.document)
        yield {
            "event": event_of.get(claim.id),
            **_claim_row(sources.withholding.claim(claim)),
            "sentence": _sentence(claim, document, sources.withholding),
            **_report(document),
        }


def _claim_row(claim: ResolvedClaim) -> Row:
    return {
        **_shared(claim),
        **_figures(claim, "low", "high"),
        "sources": listed(source.name for source in claim.sources),
        "source_kinds": listed(source.kind for source in claim.sources),
        "interested_sources": listed(source.name for source in claim.sources if source.interest),
        "trigger": inert(claim.trigger.text),
        "extractor": claim.extractor,
        "confidence": claim.confidence,
    }


def _sentence(claim: ResolvedClaim, document: Document, withholding: Withholding) -> str | None:
    return inert(withholding.quote(document, Span(claim.sentence.start, claim.sentence.end)))


def _report(document: Document) -> Row:
    published = document.published
    return {
        "document": document.id,
        "document_path": inert(document.path),
        "url": inert(document.url),
        "outlet": inert(document.outlet),
        "agencies": listed(document.agencies),
        "published_start": day(published.start if published else None),
        "published_end": day(published.end if published else None),
    }


def _shared(value: ResolvedClaim | Event) -> Row:
    """Return the columns that claims and events have in common, the figures excepted."""
    found = codes(value.type, value.who, value.whom)
    return {
        "id": value.id,
        "type": value.type,
        "type_label": load().event_type(value.type).label,
        "modality": value.modality,
        "background": yes(value.background),
        "acled_disorder_type": found.acled_disorder_type,
        "acled_event_type": found.acled_event_type,
        "acled_sub_event_type": found.acled_sub_event_type,
        "ucdp_type_of_violence": found.ucdp_type_of_violence,
        "plover_event_type": found.plover_event_type,
        "plover_mode": found.plover_mode,
        "plover_quad_code": found.plover_quad_code,
        **_time(value.when),
        **_place(value.where),
        "who": listed(party.name for party in value.who),
        "who_ids": listed(party.id for party in value.who),
        "whom": listed(party.name for party in value.whom),
        "whom_ids": listed(party.id for party in value.whom),
        "means": listed(means.text for means in value.means),
    }


def _time(when: Time | EventTime | None) -> Row:
    if when is None:
        return {}
    return {
        "start": day(when.start),
        "end": day(when.end),
        "time_precision": when.precision,
        "date_prec": load().time_precision(when.precision).ucdp_date_prec,
        "time_words": inert(when.mention.text) if when.mention is not None else None,
    }


def _place(where: Place | EventPlace | None) -> Row:
    if where is None:
        return {}
    precision = load().place_precision(where.precision)
    return {
        "place": inert(where.name),
        "place_id": where.id,
        "country": where.country,
        "admin1": inert(where.admin1),
        "latitude": where.lat,
        "longitude": where.lon,
        "radius_km": where.radius_km,
        "place_precision": where.precision,
        "where_prec": precision.ucdp_where_prec,
        "geo_precision": precision.acled_geo_precision,
        "place_words": inert(where.mention.text) if where.mention is not None else None,
    }


def _figures(value: ResolvedClaim | Event, *bounds: str) -> Row:
    """Return a cell for each measure and bound, and all figures in words."""
    row: Row = {"figures": in_words(value.figures)}
    for measure in load().measures:
        found = dict(zip(("low", "best", "high"), whole(value.figures, measure), strict=True))
        row |= {f"{measure}_{bound}": found[bound] for bound in bounds}
    return row
