import pytest

from marsad.resolve.phrases import Entry, PhraseIndex, words_of

INDEX = PhraseIndex(
    Entry(name, name)
    for name in (
        "PLO",
        "U.S.",
        "IS",
        "Fano",
        "the Times",
        "The Times",
        "Free Hill Army",
        "Hill",
        "Da'esh",
        "Séléka",
        "hunters",
        "People's Guard",
    )
)
TEXTS = [
    ("The PLO spoke.", ["PLO"]),
    ("The plo spoke.", []),
    ("They told us and the U.S. so.", ["U.S."]),
    ("It is IS's camp.", ["IS"]),
    ("A FANO patrol, then fano.", ["Fano"]),
    ("in the times of The Times", ["the Times", "The Times"]),
    ("free hill army", []),
    ("The Free Hill Army's camp near Hill", ["Free Hill Army", "Hill"]),
    ("Free Hill. Army", ["Hill"]),
    ("Daesh and Seleka", ["Da'esh", "Séléka"]),
    ("armed hunters", ["hunters"]),
    ("Peoples Guard, People’s Guard", ["People's Guard"]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_names_are_found_as_they_may_be_written(text: str, expected: list[str]) -> None:
    hits = INDEX.find(text, words_of(text))
    found = [entry.name for hit in hits for entry in hit.entries]
    assert sorted(set(found)) == sorted(set(expected))


def test_a_hit_leaves_out_the_possessive() -> None:
    text = "The Free Hill Army's camp"
    (hit,) = INDEX.find(text, words_of(text))
    assert text[hit.start : hit.end] == "Free Hill Army"


def test_exactly_ignores_case_and_article() -> None:
    assert INDEX.exactly("the free hill army") == ("Free Hill Army",)
    assert INDEX.exactly("free hill") == ()


def test_long_text_without_names_is_read_in_linear_time() -> None:
    text = "Free Hill " * 20_000
    assert len(INDEX.find(text, words_of(text))) == 20_000
