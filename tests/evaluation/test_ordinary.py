"""How much of everyday English gives a claim."""

from collections import Counter

from evaluation.ordinary import SHIPPED, read_sections, report_of
from tests.evaluation.reader import Told, claim_of

SOUP = "Stir the soup until it thickens."
RACE = "She shot ahead in the last lap."
SECTIONS = {"Cooking": [SOUP], "Sport": [RACE, "We lost by a point."]}


def test_sentences_with_a_claim_are_counted_and_shown() -> None:
    report = report_of(SECTIONS, Told({RACE: [claim_of(RACE, "shot", "violence_other")]}))
    assert report.figures["with_claim"] == 1
    assert report.figures["left_alone"] == 0.6667
    assert report.errors == ("violence_other: She [shot] ahead in the last lap.",)
    assert [(row[0], row[1]) for row in report.tables[0].rows][:2] == [("Cooking", 1.0), ("Sport", 0.5)]


def test_several_claims_of_a_sentence_make_it_one_false_sentence() -> None:
    claims = [claim_of(RACE, "shot", "violence_other"), claim_of(RACE, "ahead", "deployment")]
    assert report_of(SECTIONS, Told({RACE: claims})).figures["with_claim"] == 1


def test_the_sentences_that_ship_are_five_hundred_and_all_different() -> None:
    sections = read_sections(SHIPPED.read_text(encoding="utf-8"))
    sentences = [sentence for section in sections.values() for sentence in section]
    assert len(sentences) == 500
    assert not [sentence for sentence, count in Counter(sentences).items() if count > 1]
    assert len(sections) >= 10
    assert all(sentence[-1] in ".!?" for sentence in sentences)
