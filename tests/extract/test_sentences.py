"""Sentences end where a reader would end them, and never reach over a block."""

import pytest

from marsad.extract.sentences import MAX_CHARACTERS, sentences
from tests.extract.support import make_document

CASES = [
    ("Gen. Ali Omar of the U.S. Army spoke. He left.", ["Gen. Ali Omar of the U.S. Army spoke.", "He left."]),
    ("Troops reached St. Anne. It was quiet.", ["Troops reached St. Anne.", "It was quiet."]),
    ('"We left at dawn," he said. "We lost all."', ['"We left at dawn," he said.', '"We lost all."']),
    ("Rebels seize town\n\nRebels seized Kona.", ["Rebels seize town", "Rebels seized Kona."]),
    ("the army,\nwhich had left, came back.", ["the army,\nwhich had left, came back."]),
    ("About 2.5 million people live there. Many fled.", ["About 2.5 million people live there.", "Many fled."]),
    ("KYIV, Oct. 3 (Reuters) - Shells hit Izium.", ["Shells hit Izium."]),
    ("PORT SUDAN (NC) — The army left.", ["The army left."]),
    ("GOMA, DR Congo, May 22 – The M23 took Sake.", ["The M23 took Sake."]),
    ("JNIM – a coalition of groups – claimed it.", ["JNIM – a coalition of groups – claimed it."]),
    ("US-led forces struck.", ["US-led forces struck."]),
    ("Lt. Col. Ivan Petrov was hurt on Jan. 5 in Lyman.", ["Lt. Col. Ivan Petrov was hurt on Jan. 5 in Lyman."]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[case[0][:30] for case in CASES])
def test_sentences(text: str, wanted: list[str]) -> None:
    document = make_document(("body", text))
    assert [document.text[span.start : span.end] for span in sentences(document)] == wanted


def test_only_title_and_body_are_read() -> None:
    document = make_document(
        ("title", "A title"), ("furniture", "Subscribe now."), ("body", "A story."), ("other_story", "More.")
    )
    assert [document.text[span.start : span.end] for span in sentences(document)] == ["A title", "A story."]


def test_very_long_sentence_is_cut_between_words() -> None:
    document = make_document(("body", "word " * 2_000))
    spans = sentences(document)
    assert all(span.end - span.start <= MAX_CHARACTERS for span in spans)
    assert {word for span in spans for word in document.text[span.start : span.end].split()} == {"word"}


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, Oct. 3 (Reuters) - ",
        "GOMA, DR Congo — ",
        "Goma, 3 May 2024 – ",
        "El Fasher, 12 March 2024 (Agency) - ",
        "Port Sudan (Agency) – ",
        "KivuDaily.Net - ",
    ],
)
def test_where_a_report_was_filed_is_not_read(dateline: str) -> None:
    text = f"{dateline}Rebels took Sake on Monday."
    assert [text[span.start : span.end] for span in sentences(make_document(("body", text)))] == [
        "Rebels took Sake on Monday."
    ]


@pytest.mark.parametrize("opening", ["Rebels from Goma - ", "The Army - ", "Kona (2,000 people) fell - "])
def test_words_before_a_dash_are_read_when_they_are_no_dateline(opening: str) -> None:
    text = f"{opening}Sake fell on Monday."
    assert sentences(make_document(("body", text)))[0].start == 0
