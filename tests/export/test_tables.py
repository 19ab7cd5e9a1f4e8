import csv
from pathlib import Path

import pytest

from marsad.export import export
from marsad.store import Store
from tests import sample_record as sample

Tables = dict[str, dict[str, dict[str, str]]]


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    with Store.open(tmp_path / "record", create=True) as store:
        sample.fill(store)
        written = export(store, "csv", tmp_path / "out")
    found: Tables = {}
    for path in written:
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = {row["id"]: row for row in csv.DictReader(file)}
    return found


def test_one_row_an_event_and_one_row_a_claim(tables: Tables) -> None:
    assert set(tables["events"]) == {event.id for event in sample.EVENTS}
    assert set(tables["claims"]) == {claim.id for _, claims in sample.READ for claim in claims}


def test_an_event_in_a_row(tables: Tables) -> None:
    row = tables["events"][sample.MARKET_EVENT.id]
    expected = {
        "start": "2024-05-14",
        "end": "2024-05-14",
        "date_prec": "1",
        "type": "shelling",
        "acled_sub_event_type": "Shelling/artillery/missile attack",
        "plover_event_type": "ASSAULT",
        "modality": "happened",
        "background": "no",
        "place": "El Fasher",
        "country": "SD",
        "latitude": "13.628",
        "longitude": "25.349",
        "where_prec": "1",
        "who": "Rapid Support Forces",
        "whom": "traders",
        "means": "shells",
        "killed_low": "9",
        "killed_best": "",
        "killed_high": "",
        "injured_low": "",
        "figures": "killed: 9 (traders); killed: 14 (dead)",
        "documents": "2",
        "disputes": "killed: 9 (Darfur Ledger) / 14 (Nile Courier)",
        "document_paths": "; ".join(
            path
            for _, path in sorted(
                [(sample.SHELLING.id, "sudan/market.txt"), (sample.SHELLING_AGAIN.id, "sudan/again.txt")]
            )
        ),
    }
    assert {column: row[column] for column in expected} == expected


def test_a_claim_in_a_row(tables: Tables) -> None:
    row = tables["claims"][sample.SHELLING.id]
    expected = {
        "event": sample.MARKET_EVENT.id,
        "trigger": "shells fell",
        "sentence": "On Tuesday shells fell on the livestock market of El Fasher.",
        "killed_low": "9",
        "killed_high": "9",
        "time_words": "On Tuesday",
        "place_words": "El Fasher",
        "sources": "Emergency Room",
        "source_kinds": "medical",
        "outlet": "Darfur Ledger",
        "agencies": "AFP",
        "url": "https://ledger.example/market",
        "document_path": "sudan/market.txt",
        "published_start": "2024-05-15",
    }
    assert {column: row[column] for column in expected} == expected


def test_unknown_is_an_empty_cell(tables: Tables) -> None:
    row = tables["events"][sample.ANSWER_EVENT.id]
    assert {row[column] for column in ("start", "date_prec", "place", "latitude", "killed_low", "figures")} == {""}


def test_quoted_sentences_do_not_name_private_victims(tables: Tables) -> None:
    sentence = tables["claims"][sample.STRIKE.id]["sentence"]
    assert sentence == "A Russian drone hit a flat in Kharkiv on 3 March 2024 and killed name withheld."


def test_spreadsheets_are_told_the_encoding(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record", create=True) as store:
        for path in export(store, "csv", tmp_path / "out"):
            content = path.read_bytes()
            assert content.startswith(b"\xef\xbb\xbfid,")
            assert content.endswith(b"\r\n")
            assert content.count(b"\r\n") == 1


def test_no_cell_of_words_is_a_formula(tmp_path: Path) -> None:
    report = sample.document("=cmd.txt", "@Bombs fell on\nKyaukme.", outlet='+"Daily"', url="-https://x.example")
    claim = sample.claim(report, "air_strike", "@Bombs", who=(sample.party(report, "@Bombs"),))
    with Store.open(tmp_path / "record", create=True) as store:
        store.add([(report, (claim,))])
        store.replace_events([sample.event(claim)], ())
        written = export(store, "csv", tmp_path / "out")
    cells = []
    for path in written:
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells += [cell for row in csv.reader(file) for cell in row]
    assert "'@Bombs fell on Kyaukme." in cells
    assert "'=cmd.txt" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_negative_coordinates_stay_numbers(tables: Tables) -> None:
    assert tables["events"][sample.KIDNAP_EVENT.id]["longitude"] == "-73.0"
