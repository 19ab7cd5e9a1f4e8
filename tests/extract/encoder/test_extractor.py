"""The shipped model on plain sentences of several wars: labels and exact quotes, never scores."""

import pytest

from marsad.extract import default_extractor
from marsad.extract.encoder.extractor import EncoderExtractor
from marsad.model import Claim
from tests.extract.support import make_document

PLAIN = [
    ("Sudanese army jets bombed a market in El Fasher on Friday, killing at least 12 civilians.", "air_strike"),
    ("Arakan Army fighters captured the town of Paletwa from junta troops on Sunday.", "territory_captured"),
    ("Gunmen kidnapped 20 schoolgirls from a dormitory in Zamfara state overnight.", "abduction"),
    ("Thousands of people marched through Bogota on Tuesday to protest against the killings.", "protest"),
    ("A suicide bomber blew himself up outside a mosque in Kabul on Thursday.", "suicide_bombing"),
    ("Russian artillery shelled Nikopol on Monday night, wounding three residents.", "shelling"),
]
QUIET = [
    "The council approved a plan to repaint the bridge before the summer.",
    "She scored twice in the second half and was named player of the match.",
    "The bank cut its forecast for growth to two percent.",
]


def read(*parts: str) -> tuple[Claim, ...]:
    return default_extractor().extract(make_document(*(("body", part) for part in parts)))


@pytest.mark.parametrize(("sentence", "type_"), PLAIN)
def test_plain_sentences_are_typed(sentence: str, type_: str) -> None:
    claims = read(sentence)
    assert type_ in {claim.type for claim in claims}
    assert all(claim.extractor == "encoder.v1" and 0 < claim.confidence <= 1 for claim in claims)


@pytest.mark.parametrize("sentence", QUIET)
def test_everyday_sentences_give_nothing(sentence: str) -> None:
    assert read(sentence) == ()


def test_slots_are_the_sentences_words() -> None:
    (claim,) = read(PLAIN[0][0])
    assert [mention.text for mention in claim.where][-1].endswith("El Fasher")
    assert [mention.text for mention in claim.when] == ["Friday"]
    assert [(count.measure, count.mention.text) for count in claim.counts] == [("killed", "at least 12 civilians")]


def test_including_nests_a_count_in_the_one_before() -> None:
    (claim,) = read("An air strike on Sanaa killed eight civilians, including three children, on Monday.")
    assert [(count.mention.text, count.part_of) for count in claim.counts] == [
        ("eight civilians", None),
        ("three children", 0),
    ]


def test_quotes_are_exact_whatever_surrounds_them() -> None:
    document = make_document(
        ("furniture", "Sign up. An air strike killed 99 people in Nowhere on Monday."),
        ("body", "«Удар» — 🚀 rockets hit Kharkiv on Monday, killing two “civilians”…"),
        ("other_story", "An air strike killed 77 people in Elsewhere on Monday."),
    )
    claims = default_extractor().extract(document)
    assert claims
    for claim in claims:
        for mention in (claim.trigger, *claim.who, *claim.whom, *claim.where, *claim.when):
            assert document.text[mention.start : mention.end] == mention.text
        assert claim.sentence.start >= document.blocks[1].start
        assert claim.sentence.end <= document.blocks[1].end


def test_a_sentence_too_long_for_the_encoder_is_read_to_its_end() -> None:
    quiet = ", ".join(["the road was quiet and the shops were open"] * 60)
    claims = read(f"In the north {quiet}, and on Friday a car bomb exploded in Baidoa and killed ten people.")
    assert [mention.text for claim in claims for mention in claim.where][-1] == "Baidoa"


def test_the_same_document_gives_the_same_claims() -> None:
    sentences = [sentence for sentence, _ in PLAIN]
    assert read(*sentences) == read(*sentences)


def test_a_trigger_that_is_told_gets_its_roles() -> None:
    extractor = default_extractor()
    assert isinstance(extractor, EncoderExtractor)
    document = make_document(("body", PLAIN[1][0]))
    start = document.text.index("captured")
    (claim,) = extractor.read_given(document, [(start, start + 8, "territory_captured")])
    assert [mention.text for mention in claim.who] == ["Arakan Army fighters"]
    with pytest.raises(ValueError, match="no sentence"):
        extractor.read_given(document, [(5_000, 5_004, "riot")])


def test_rows_of_numbers_are_not_read() -> None:
    rows = "killed 3 12 14.5 17; 22 31 48.1 77 (12) 13/14; " * 20
    assert read(f"{rows}\n\n{PLAIN[0][0]}") == read(f"{' ' * len(rows)}\n\n{PLAIN[0][0]}")
