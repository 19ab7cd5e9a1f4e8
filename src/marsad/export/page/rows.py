"""The page's data: one JSON object a line, so that it is written and read piece by piece.

Each line bears its kind in ``k``: ``labels`` (once), ``map`` (once), then for every event first the documents (``d``)
and paragraphs (``p``) it is the first to need, then the event itself (``e``) with its claims; in the end the reports
with problems (``x``). Offsets count UTF-16 units, as the browser does.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import msgspec

from marsad.export.page.basemap import basemap_for
from marsad.export.page.passages import Passage, marks_of, passage_of, sentence_of
from marsad.export.page.survey import Problem, Survey
from marsad.export.page.withhold import Withheld
from marsad.model import (
    Document,
    Event,
    Figure,
    Mention,
    Party,
    Place,
    Record,
    ResolvedClaim,
    Source,
    Time,
)
from marsad.ontology import load

CLAIMS_AN_EVENT = 40
"""Claims of one event that are shown in full; of further ones the page tells the number."""
RECENT_DOCUMENTS = 64
"""Documents kept at hand while events are written; neighbours often share one."""

Row = Mapping[str, Any]
Elsewhere = Callable[[Mention | None], str | None]


def script_safe(row: Row) -> str:
    r"""Encode on one line that no HTML or script parser takes for anything but text.

    >>> script_safe({"k": "p", "text": "</script>"})
    '{"k":"p","text":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=msgspec.to_builtins)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")


def rows(record: Record, seen: Survey) -> Iterator[Row]:
    """Yield all rows of the page."""
    yield {"k": "labels", **labels()}
    yield {"k": "map", **msgspec.to_builtins(basemap_for(seen.points))}
    writer = _EventRows(record, seen)
    for event in record.events():
        if seen.shown is None or event.id in seen.shown:
            yield from writer.rows(event)
    for problem in seen.problems:
        yield _problem(problem, Withheld(seen.private.get(problem.document, ())))


def labels() -> dict[str, Any]:
    """Return the ontology's words for the codes that the page shows."""
    ontology = load()
    types = ontology.event_types
    return {
        "types": {code: {"label": entry.label, "group": entry.parent} for code, entry in types.items()},
        "modalities": _labels(ontology.modalities),
        "measures": _labels(ontology.measures),
        "classes": _labels(ontology.victim_classes),
        "precisions": _labels(ontology.place_precisions),
        "times": _labels(ontology.time_precisions),
        "kinds": _labels(ontology.source_kinds),
        "wordings": _labels(ontology.wordings),
        "grades": _labels(ontology.grades),
        "rules": _labels(ontology.figure_rules),
        "relations": _labels(ontology.relations),
    }


def _labels(vocabulary: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {code: {"label": entry.label, "says": entry.definition} for code, entry in vocabulary.items()}


def _problem(problem: Problem, withheld: Withheld) -> Row:
    path, message = withheld.address(problem.path), withheld.text(problem.message)
    return {"k": "x", "path": path, "message": message, "readable": problem.readable}


class _EventRows:
    """Writes events, and each document and paragraph before the first event that needs it."""

    def __init__(self, record: Record, seen: Survey) -> None:
        self._record = record
        self._private = seen.private
        self._recent: dict[str, Document] = {}
        self._documents: dict[str, int] = {}
        self._passages: dict[tuple[str, int, int], int] = {}

    def rows(self, event: Event) -> Iterator[Row]:
        """Yield what the event needs, then the event."""
        claims = sorted((self._record.claim(claim) for claim in event.claims), key=self._order)
        number = {claim.id: n for n, claim in enumerate(claims)}
        withheld = Withheld({name for claim in claims for name in self._private.get(claim.document, ())})
        told = []
        for claim in claims[:CLAIMS_AN_EVENT]:
            document = self._document(claim.document)
            yield from self._new_document(document)
            passage = passage_of(document, claim)
            yield from self._new_passage(document, passage)
            told.append(self._claim(document, claim, passage))
        yield {"k": "e", **withheld.everywhere(_event(event, number)), "claims": told, "more": len(claims) - len(told)}

    def _order(self, claim: ResolvedClaim) -> tuple[str, str, int]:
        document = self._document(claim.document)
        return str(document.published.start) if document.published else "9", document.id, claim.trigger.start

    def _document(self, id: str) -> Document:
        if id not in self._recent:
            if len(self._recent) >= RECENT_DOCUMENTS:
                del self._recent[next(iter(self._recent))]
            self._recent[id] = self._record.document(id)
        return self._recent[id]

    def _withheld(self, document: Document) -> Withheld:
        return Withheld(self._private.get(document.id, ()))

    def _new_document(self, document: Document) -> Iterator[Row]:
        if document.id in self._documents:
            return
        self._documents[document.id] = len(self._documents)
        withheld = self._withheld(document)
        yield {
            "k": "d",
            "title": withheld.text(document.title) if document.title else None,
            "outlet": document.outlet,
            "agencies": document.agencies,
            "url": withheld.address(document.url),
            "path": withheld.address(document.path),
            "published": document.published,
        }

    def _new_passage(self, document: Document, passage: Passage) -> Iterator[Row]:
        key = (document.id, passage.start, passage.end)
        if key in self._passages:
            return
        self._passages[key] = len(self._passages)
        text = self._withheld(document).text(document.text[passage.start : passage.end])
        yield {"k": "p", "text": text, "cut": [passage.cut_before, passage.cut_after]}

    def _claim(self, document: Document, claim: ResolvedClaim, passage: Passage) -> Row:
        text = document.text[passage.start : passage.end]
        at = partial(_utf16, text) if max(text, default="") > "\uffff" else int
        sentence = sentence_of(claim)
        shown = _claim(claim, lambda mention: _elsewhere(claim, mention))
        return {
            **self._withheld(document).everywhere(shown),
            "id": claim.id,
            "d": self._documents[document.id],
            "p": self._passages[(document.id, passage.start, passage.end)],
            "s": [at(sentence.start - passage.start), at(sentence.end - passage.start)],
            "marks": [
                [at(mark.start - passage.start), at(mark.end - passage.start), mark.kind]
                for mark in marks_of(claim, passage)
            ],
        }


def _utf16(text: str, offset: int) -> int:
    """Count the UTF-16 units before the offset."""
    return offset + sum(character > "\uffff" for character in text[:offset])


def _elsewhere(claim: ResolvedClaim, mention: Mention | None) -> str | None:
    """Return words that the sentence itself does not hold, to be told beside it."""
    return mention.text[:120] if mention is not None and not claim.sentence.holds(mention) else None


def _claim(claim: ResolvedClaim, elsewhere: Elsewhere) -> dict[str, Any]:
    return {
        "type": claim.type,
        "modality": claim.modality,
        "background": claim.background,
        "who": [_party(party) for party in claim.who],
        "whom": [_party(party) for party in claim.whom],
        "where": _place(claim.where, elsewhere),
        "when": _time(claim.when, elsewhere),
        "figures": [_figure(figure) for figure in claim.figures],
        "means": [means.text for means in claim.means],
        "sources": [_source(source) for source in claim.sources],
        "extractor": claim.extractor,
    }


def _party(party: Party) -> str | None:
    """Return the name, None when it is withheld."""
    return None if party.private else party.name


def _place(place: Place | None, elsewhere: Elsewhere) -> Row | None:
    if place is None:
        return None
    known = {key: getattr(place, key) for key in ("name", "country", "admin1", "precision", "basis")}
    return {**known, "radius": place.radius_km, "words": elsewhere(place.mention)}


def _time(time: Time | None, elsewhere: Elsewhere) -> Row | None:
    if time is None:
        return None
    known = {key: getattr(time, key) for key in ("start", "end", "precision", "basis")}
    return {**known, "words": elsewhere(time.mention)}


def _figure(figure: Figure) -> Row:
    known = {key: getattr(figure, key) for key in ("measure", "who", "low", "high", "wording", "part_of")}
    return {**known, "class": figure.who_class, "words": figure.mention.text}


def _source(source: Source) -> Row:
    return {"name": source.name, "kind": source.kind, "interest": source.interest}


def _event(event: Event, number: Mapping[str, int]) -> dict[str, Any]:
    """Return what the claims of the event give together; claims are named by their number on the page."""
    built: dict[str, Any] = msgspec.to_builtins(event)
    for field in ("when", "where"):
        _numbered(built[field], number)
    for field in ("who", "whom"):
        built[field] = [_event_party(party, number) for party in built[field]]
    for part in (*built["means"], *built["values"]):
        _numbered(part, number)
    for figure in built["figures"]:
        figure["values"] = [{**value, "claim": number[value["claim"]]} for value in figure["values"]]
    for dispute in built["disputes"]:
        for value in dispute["values"]:
            value["claims"] = _numbers(value["claims"], number)
    for reason in built["merged_because"]:
        reason["left"], reason["right"] = number[reason["left"]], number[reason["right"]]
    return built


def _event_party(party: dict[str, Any], number: Mapping[str, int]) -> dict[str, Any]:
    _numbered(party, number)
    return {**party, "name": None if party["private"] else party["name"]}


def _numbered(value: dict[str, Any] | None, number: Mapping[str, int]) -> None:
    """Replace ids by numbers and drop the mention: the claim itself shows the words."""
    if value is not None:
        value.pop("mention", None)
        value["for"], value["against"] = _numbers(value["for"], number), _numbers(value["against"], number)


def _numbers(claims: Iterable[str], number: Mapping[str, int]) -> list[int]:
    return sorted(number[claim] for claim in claims if claim in number)
