"""What must hold of a record's files, as a program that reads them finds it: the format, version 1, field by field."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from marsad.ontology import load

Row = dict[str, Any]

# The fields of the format: none may go or move, others may come after them.
FIELDS = {
    "documents": "id path url sha256 title outlet agencies language published text blocks copies issues",
    "claims": (
        "id document type modality background trigger sentence mentions who whom where when figures means sources "
        "extractor confidence"
    ),
    "events": (
        "id type modality background when where who whom means figures claims documents outlets origins disputes grade "
        "merged_because"
    ),
}
BLOCKS = {"title", "body", "furniture", "other_story"}
COPIES = {"identical", "agency_copy", "reuse"}


def read(folder: Path) -> dict[str, list[Row]]:
    """Read the three files."""
    return {
        name: [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n") if line]
        for name in FIELDS
    }


def faults(record: dict[str, list[Row]]) -> list[str]:
    """Return everything that breaks the format, each with the id of its line."""
    documents = {row["id"]: row for row in record["documents"]}
    claims = {row["id"]: row for row in record["claims"]}
    found = [fault for name, rows in record.items() for fault in _lines(name, rows)]
    for row in record["documents"]:
        found += [f"{row['id']}: {fault}" for fault in _document(row, documents)]
    for row in record["claims"]:
        found += [f"{row['id']}: {fault}" for fault in _claim(row, documents)]
    for row in record["events"]:
        found += [f"{row['id']}: {fault}" for fault in _event(row, claims, documents)]
    told = [claim for row in record["events"] for claim in row["claims"]]
    if sorted(told) != sorted(claims):
        found.append("claims and events: some claim is in no event or in two")
    return found


def _lines(name: str, rows: list[Row]) -> Iterator[str]:
    ids = [row["id"] for row in rows]
    if ids != sorted(set(ids)):
        yield f"{name}: ids are not sorted or not unique"
    for row in rows:
        if list(row)[: len(FIELDS[name].split())] != FIELDS[name].split():
            yield f"{row['id']}: fields are not those of the format: {list(row)}"


def _document(row: Row, documents: dict[str, Row]) -> Iterator[str]:
    ends = [0, *(block["end"] for block in row["blocks"])]
    starts = [*(block["start"] for block in row["blocks"]), len(row["text"])]
    if ends != starts:
        yield "blocks do not cover the text"
    yield from _known("kind of block", BLOCKS, (block["kind"] for block in row["blocks"]))
    yield from _known("kind of copy", COPIES, (copy["kind"] for copy in row["copies"]))
    for copy in row["copies"]:
        if copy["document"] not in documents or copy["document"] == row["id"] or not 0 < copy["share"] <= 1:
            yield f"wrong copy {copy}"
    if row["published"] is not None:
        yield from _days(row["published"])
    if not row["text"] and not row["issues"]:
        yield "nothing was read and nothing says why"
    if len(row["sha256"]) != 64 or "\r" in row["text"]:
        yield "wrong hash or line ends"


def _claim(row: Row, documents: dict[str, Row]) -> Iterator[str]:
    ontology = load()
    if row["document"] not in documents:
        yield "its document is not there"
        return
    text = documents[row["document"]]["text"]
    yield from _leaf(row)
    yield from _quotes(row, text)
    sentence = row["sentence"]
    if not 0 <= sentence["start"] < sentence["end"] <= len(text):
        yield "the sentence is outside the text"
    for party in (*row["who"], *row["whom"]):
        yield from _missing(party, "name id mention")
    yield from _place(row["where"])
    yield from _time(row["when"])
    for index, figure in enumerate(row["figures"]):
        yield from _figure(figure)
        yield from _known("wording", ontology.wordings, [figure["wording"]])
        whole = figure["part_of"]
        if whole is not None and (whole == index or not 0 <= whole < len(row["figures"])):
            yield f"figure {index} is part of no figure"
    yield from _known("kind of source", ontology.source_kinds, (source["kind"] for source in row["sources"]))
    if not 0 <= row["confidence"] <= 1 or not row["extractor"]:
        yield "wrong confidence or extractor"


def _event(row: Row, claims: dict[str, Row], documents: dict[str, Row]) -> Iterator[str]:
    own = set(row["claims"])
    if list(row["claims"]) != sorted(own) or not own or not own <= claims.keys():
        yield "its claims are not sorted, not unique or not there"
        return
    yield from _leaf(row)
    yield from _place(row["where"])
    yield from _time(row["when"])
    yield from _known("grade", load().grades, [row["grade"]])
    fields = [row["where"], row["when"], *row["who"], *row["whom"], *row["means"]]
    for field in filter(None, fields):
        supporters = [*field["for"], *field["against"]]
        if not field["for"] or not set(supporters) <= own or len(supporters) != len(set(supporters)):
            yield f"a field is for or against claims of another event: {field}"
    for figure in row["figures"]:
        yield from _figure(figure)
        if not figure["values"] or not {value["claim"] for value in figure["values"]} <= own or not figure["rule"]:
            yield f"a figure without values, or without a rule: {figure}"
    for dispute in row["disputes"]:
        if len(dispute["values"]) < 2 or not {one for value in dispute["values"] for one in value["claims"]} <= own:
            yield f"a dispute of fewer than two values: {dispute}"
    yield from _values(row, own)
    yield from _reasons(row, own)
    told_in = {claims[claim]["document"] for claim in own}
    outlets = {documents[document]["outlet"] or document for document in told_in}
    if (row["documents"], row["outlets"]) != (len(told_in), len(outlets)) or not 1 <= row["origins"] <= len(own):
        yield "documents, outlets or origins are counted wrong"


def _values(row: Row, own: set[str]) -> Iterator[str]:
    """Check what may stand after the fields of the first version."""
    yield from _known("relation", load().relations, (value["relation"] for value in row["values"]))
    yield from _known("rule for figures", load().figure_rules, (figure["rule"] for figure in row["figures"]))
    for value in row["values"]:
        if not value["for"] or not {*value["for"], *value["against"]} <= own:
            yield f"a value of claims of another event: {value}"
    if not row["grade_basis"] or not all(figure["basis"] for figure in row["figures"]):
        yield "a grade or a figure without a reason"
    if not all(dispute["text"].endswith(".") for dispute in row["disputes"]):
        yield "a dispute that no sentence tells"


def _reasons(row: Row, own: set[str]) -> Iterator[str]:
    for reason in row["merged_because"]:
        if not {reason["left"], reason["right"]} <= own or not 0 <= reason["score"] <= 1 or not reason["reasons"]:
            yield f"wrong reason {reason}"


def _quotes(part: Any, text: str) -> Iterator[str]:
    """Check every value that names a place in the text."""
    if isinstance(part, list):
        for item in part:
            yield from _quotes(item, text)
    elif isinstance(part, dict):
        if {"start", "end", "text"} <= part.keys() and text[part["start"] : part["end"]] != part["text"]:
            yield f"no quotation: {part}"
        for item in part.values():
            yield from _quotes(item, text)


def _leaf(row: Row) -> Iterator[str]:
    yield from _known("type", {entry.code for entry in load().leaves()}, [row["type"]])
    yield from _known("modality", load().modalities, [row["modality"]])
    if not isinstance(row["background"], bool):
        yield "background is neither true nor false"


def _figure(figure: Row) -> Iterator[str]:
    yield from _known("measure", load().measures, [figure["measure"]])
    yield from _known("class", load().victim_classes, [figure["who_class"]])
    bounds = [bound for bound in (figure["low"], figure.get("best"), figure["high"]) if bound is not None]
    if bounds != sorted(bounds) or any(bound < 0 for bound in bounds):
        yield f"bounds out of order: {figure}"


def _place(where: Row | None) -> Iterator[str]:
    if where is None:
        return
    yield from _missing(where, "name id lat lon radius_km precision country admin1 mention basis")
    yield from _known("precision of a place", load().place_precisions, [where["precision"]])
    lat, lon = where["lat"], where["lon"]
    if (lat is None) != (lon is None) or (lat is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180)):
        yield f"no point on earth: {lat}, {lon}"
    if (lat is None) != (where["radius_km"] is None) or (lat is not None and where["radius_km"] <= 0):
        yield f"a point and its radius go together: {where}"
    if where["country"] is not None and not (len(where["country"]) == 2 and where["country"].isupper()):
        yield f"no country: {where['country']}"
    if not where["name"] or not where["basis"]:
        yield f"a place without name or basis: {where}"


def _time(when: Row | None) -> Iterator[str]:
    if when is not None:
        yield from _missing(when, "start end precision mention basis")
        yield from _known("precision of a time", load().time_precisions, [when["precision"]])
        yield from _days(when)


def _days(period: Row) -> Iterator[str]:
    if date.fromisoformat(period["start"]) > date.fromisoformat(period["end"]) or not period["basis"]:
        yield f"no period: {period}"


def _missing(value: Row, fields: str) -> Iterator[str]:
    for field in fields.split():
        if field not in value:
            yield f"{field} is absent from {value}"


def _known(vocabulary: str, codes: Iterable[str], used: Iterable[str]) -> Iterator[str]:
    listed = set(codes)
    for code in used:
        if code not in listed:
            yield f"no {vocabulary}: {code!r}"
