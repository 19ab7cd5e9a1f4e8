"""Modality of given predicates."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from evaluation.factuality import characters, measure, pearson
from evaluation.texts import FormatError
from marsad.model import Claim, Document
from tests.evaluation.reader import Told, claim_of

ROWS = [
    {"text": "Rebels fled Sake .", "targets": [{"span1": [1, 2], "label": 3.0}]},
    {"text": "Nobody fled Sake .", "targets": [{"span1": [1, 2], "label": -2.8}]},
    {"text": "Rebels may fled Sake .", "targets": [{"span1": [2, 3], "label": 0.1}]},
    {"text": "Rebels perhaps fled Sake .", "targets": [{"span1": [2, 3], "label": 1.4}]},
]


class Sees:
    """Reads "may" and "nobody" and takes all else to have happened."""

    name = "sees.v1"

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return what the text alone gives."""
        raise NotImplementedError

    def read_given(self, document: Document, triggers: Sequence[tuple[int, int, str]]) -> tuple[Claim, ...]:
        """Return one claim for each trigger."""
        modality = "possible" if " may " in document.text else "denied" if "Nobody" in document.text else "happened"
        return tuple(
            claim_of(document.text, document.text[start:end], type_, modality=modality)
            for start, end, type_ in triggers
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "judged.jsonl"
    file.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return file


def test_the_sure_and_the_open_are_classes_and_what_lies_between_is_left_out(path: Path) -> None:
    report = measure(path, Sees())
    assert report.figures["predicates"] == 4
    assert report.figures["accuracy"] == 1.0
    assert report.tables[0].rows == (("happened", 1, 0, 0), ("open", 0, 1, 0), ("denied", 0, 0, 1))


def test_a_wrong_reading_is_listed_with_its_predicate(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text(json.dumps(ROWS[0] | {"targets": [{"span1": [1, 2], "label": -3.0}]}), encoding="utf-8")
    assert measure(file, Sees()).errors == ("-3.0, happened: Rebels [fled] Sake .",)


def test_an_extractor_that_takes_no_predicates_is_refused(path: Path) -> None:
    with pytest.raises(FormatError, match="cannot be told"):
        measure(path, Told({}))


def test_words_are_counted_between_single_spaces() -> None:
    text = "They  fled home"
    assert text[slice(*characters(text, 2, 3))] == "fled"


def test_correlation_has_its_sign_and_is_none_of_a_constant() -> None:
    assert pearson([1, 2, 3], [3, 2, 1]) == pytest.approx(-1.0)
    assert pearson([1, 2], [5, 5]) is None
