"""One sentence is a report too, when those who act or what they act with are told by words of war."""

import pytest

from marsad.extract import default_extractor
from tests.extract.support import make_document

SNAPS = [
    "A drone hit a hospital in El Daein.",
    "Junta jets hit a school in Sagaing.",
    "Gunmen rounded up 130 patients in the village of Yelewata.",
    "Rebels took the town of Bunia on Sunday.",
    "Soldiers pulled out of Kidal.",
]
QUIET = [
    "The striker hit the post in the last minute.",
    "Storms hit the coast of Florida on Monday.",
    "The company took over its rival on Sunday.",
    "A meteorite landed in a field in Ohio.",
]


@pytest.mark.parametrize("sentence", SNAPS)
def test_words_of_war_speak_for_one_sentence(sentence: str) -> None:
    assert default_extractor().extract(make_document(("body", sentence)))


@pytest.mark.parametrize("sentence", QUIET)
def test_the_same_verbs_of_others_do_not(sentence: str) -> None:
    assert default_extractor().extract(make_document(("body", sentence))) == ()
