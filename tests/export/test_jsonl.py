import json
from pathlib import Path
from typing import Any

import pytest

from marsad.export import export
from marsad.store import Store
from tests import sample_record as sample

# The fields of the format, version 1: none may go or move, others may come after them.
DOCUMENT = "id path url sha256 title outlet agencies language published text blocks copies issues"
CLAIM = (
    "id document type modality background trigger sentence mentions who whom where when figures means sources "
    "extractor confidence undated"
)
EVENT = (
    "id type modality background when where who whom means figures claims documents outlets origins disputes grade "
    "merged_because grade_basis values"
)
PLACE = "name id lat lon radius_km precision country admin1 mention basis"
INNER = [
    ("documents", "published", "start end basis"),
    ("documents", "blocks", "start end kind"),
    ("documents", "copies", "document share kind"),
    ("documents", "issues", "code message"),
    ("claims", "trigger", "start end text"),
    ("claims", "sentence", "start end"),
    ("claims", "mentions", "start end text"),
    ("claims", "who", "name id mention"),
    ("claims", "where", PLACE),
    ("claims", "when", "start end precision mention basis"),
    ("claims", "figures", "measure who who_class low high wording mention part_of"),
    ("claims", "means", "text mention"),
    ("claims", "sources", "name id kind mention interest"),
    ("events", "who", "name id mention for against"),
    ("events", "where", f"{PLACE} for against"),
    ("events", "when", "start end precision mention basis for against"),
    ("events", "figures", "measure who_class low best high rule values"),
    ("events", "disputes", "field values"),
    ("events", "merged_because", "left right score reasons"),
]

Lines = dict[str, list[dict[str, Any]]]


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    with Store.open(tmp_path / "record", create=True) as store:
        sample.fill(store)
        written = export(store, "jsonl", tmp_path / "out")
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines(keepends=False)]
        for path in written
    }


@pytest.mark.parametrize(("file", "fields"), [("documents", DOCUMENT), ("claims", CLAIM), ("events", EVENT)])
def test_every_field_is_there_in_its_order(lines: Lines, file: str, fields: str) -> None:
    assert lines[file]
    assert {tuple(row) for row in lines[file]} == {tuple(fields.split())}


@pytest.mark.parametrize(("file", "field", "fields"), INNER)
def test_every_inner_field_is_there(lines: Lines, file: str, field: str, fields: str) -> None:
    values = [row[field] for row in lines[file] if row[field]]
    rows = [one for value in values for one in (value if isinstance(value, list) else [value])]
    assert rows
    for row in rows:
        assert set(fields.split()) <= row.keys()


@pytest.mark.parametrize("file", ["documents", "claims", "events"])
def test_lines_are_sorted_by_id(lines: Lines, file: str) -> None:
    ids = [row["id"] for row in lines[file]]
    assert ids == sorted(ids)


def test_unknown_is_null_or_an_empty_list(lines: Lines) -> None:
    [row] = [row for row in lines["claims"] if row["id"] == sample.ANSWER.id]
    assert (row["where"], row["when"], row["whom"], row["figures"]) == (None, None, [], [])


def test_spans_stand_in_the_text(lines: Lines) -> None:
    texts = {row["id"]: row["text"] for row in lines["documents"]}
    for row in lines["claims"]:
        trigger = row["trigger"]
        assert texts[row["document"]][trigger["start"] : trigger["end"]] == trigger["text"]


def test_copies_stand_with_their_document(lines: Lines) -> None:
    [row] = [row for row in lines["documents"] if row["id"] == sample.MARKET.id]
    assert row["copies"] == [{"document": sample.MARKET_COPY.id, "share": 0.98, "kind": "agency_copy"}]


def test_a_name_is_withheld_where_it_stands_and_its_place_stays(lines: Lines) -> None:
    [row] = [row for row in lines["claims"] if row["id"] == sample.STRIKE.id]
    mention = sample.words(sample.DRONE, "Olena Tkach")
    withheld = {"start": mention.start, "end": mention.end, "text": "name withheld"}
    assert row["whom"] == [{"name": "name withheld", "id": None, "mention": withheld, "private": True}]
    assert row["figures"][0]["who"] == "name withheld"
    assert row["figures"][0]["mention"]["text"] == "name withheld"
    assert row["who"][0]["name"] == "Russian Armed Forces"


def test_documents_keep_their_text(lines: Lines) -> None:
    assert sample.DRONE.text in [row["text"] for row in lines["documents"]]
