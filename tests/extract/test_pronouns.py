"""Who "they" and "its" are, and whose words a sentence repeats."""

from tests.extract.support import claims_of, words_of


def test_they_are_the_party_of_the_sentence_before() -> None:
    claims = claims_of("The rebels reached the river on Monday. They shelled the town of Kona.")
    assert words_of(claims[-1])["who"] == ["rebels"]


def test_its_offensive_is_of_the_subject() -> None:
    claims = claims_of("The army resumed its offensive against the militia.")
    assert words_of(claims[0])["who"] == ["army"]


def test_he_added_is_the_last_one_credited() -> None:
    claims = claims_of("Rebels attacked Kona, Colonel Sidi Traore said. Soldiers shelled the camp of Dori, he added.")
    assert words_of(claims[-1])["said"] == ["Colonel Sidi Traore"]


def test_we_is_nobody() -> None:
    assert all(not claim.who for claim in claims_of('"We attacked the camp of Dori," he said.'))
