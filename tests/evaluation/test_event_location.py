"""Places of happenings, word by word."""

import gzip
import json
from pathlib import Path

from evaluation.event_location import Record, is_damaged, measure, outcome_of, report_of, words_in
from tests.evaluation.reader import Told, claim_of

TEXT = "Guerrillas blew up a pipeline near Saravena in Arauca, officials in Bogota said."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


RECORD = Record(TEXT, (span("blew"),), (span("Saravena"), span("Arauca")))


def test_words_are_counted_wherever_the_spans_end() -> None:
    assert words_in(TEXT, [span("near Saravena in Arauca")]) == words_in(
        TEXT, [span("near Saravena"), span("in Arauca")]
    )


def test_words_of_the_claim_on_the_verb_are_compared() -> None:
    told = Told({TEXT: [claim_of(TEXT, "blew up", "explosive_device", where=["Saravena", "Bogota"])]})
    tally = outcome_of(RECORD, told).tally
    assert (tally.right, tally.given, tally.wanted) == (1, 2, 2)


def test_a_claim_on_another_verb_does_not_count() -> None:
    told = Told({TEXT: [claim_of(TEXT, "said", "statement", where=["Bogota"])]})
    report = report_of([outcome_of(RECORD, told)], "told.v1")
    assert report.figures["told"] == 0.0
    assert report.figures["words_precision"] is None
    assert report.figures["words_of_all_records_recall"] == 0.0


def test_places_where_none_are_annotated_are_false() -> None:
    told = Told({TEXT: [claim_of(TEXT, "blew up", "explosive_device", where=["Bogota"])]})
    report = report_of([outcome_of(Record(TEXT, (span("blew"),), ()), told)], "told.v1")
    assert report.figures["words_precision"] == 0.0
    assert report.errors == (f"false Bogota: {TEXT.replace('blew', '[blew]')}",)


def test_of_names_only_words_with_a_capital_are_compared() -> None:
    told = Told({TEXT: [claim_of(TEXT, "blew up", "explosive_device", where=["pipeline near Saravena in Arauca"])]})
    tally = outcome_of(RECORD, told).named
    assert (tally.right, tally.given, tally.wanted) == (2, 2, 2)


def test_each_so_many_th_record_of_a_packed_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl.gz"
    row = {"text": TEXT, "verb": [span("blew")], "locations": []}
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for _ in range(5))
    assert measure(path, Told({}), every=2).figures["records"] == 3


def test_of_places_that_hold_another_the_narrowest_name_counts() -> None:
    told = Told({TEXT: [claim_of(TEXT, "blew up", "explosive_device", where=["pipeline near Saravena in Arauca"])]})
    record = Record(TEXT, (span("blew"),), (span("Saravena"),))
    outcome = outcome_of(record, told)
    assert (outcome.names.right, outcome.names.given, outcome.names.wanted) == (1, 1, 1)
    figures = report_of([outcome], "told.v1").figures
    assert (figures["place_names_precision"], figures["words_precision"]) == (1.0, 0.2)


def test_a_span_that_cuts_through_a_word_is_damaged() -> None:
    start, end = span("Saravena")
    assert not is_damaged(RECORD)
    assert is_damaged(Record(TEXT, (), ((start + 1, end),)))
