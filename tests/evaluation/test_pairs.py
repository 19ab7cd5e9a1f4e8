"""What two mentions have in common."""

import numpy as np
import pytest
from msgspec.structs import replace

from evaluation.pairs import FEATURES, KINDS, Pairs, centred, head, lemma, pairs_of
from evaluation.texts import document_of
from marsad.model import Document, Mention, ResolvedClaim, Span, content_id
from tests.merge.factory import claim as told

TEXTS = {
    "ferry": "Raiders boarded the ferry Amina off Port Sudan on Monday. The boarding cost two sailors their lives.",
    "ferry again": "The ferry Amina was boarded by raiders off Port Sudan; two sailors lost their lives.",
    "prison": "Guards stormed cell blocks in Guayaquil after inmates had seized the kitchen.",
    "prison again": "Inmates who had seized the kitchen in Guayaquil saw guards storming their cell blocks.",
}


def documents() -> dict[str, Document]:
    return {key: replace(document_of(text), id=content_id("d", key)) for key, text in TEXTS.items()}


def mention(key: str, words: str) -> ResolvedClaim:
    """Return a bare claim on the first such words of a text; its sentence is the one they stand in."""
    text, document = TEXTS[key], documents()[key]
    start = text.index(words)
    first = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    end = text.index(".", start) + 1
    claim = told(document, "violence_other", words)
    trigger = Mention.of(text, start, start + len(words))
    return replace(claim, id=f"c-{key}-{words}", trigger=trigger, sentence=Span(first, end))


def value(pairs: Pairs, feature: str, one: str, two: str) -> float:
    ids = list(pairs.ids)
    return float(pairs.values[ids.index(f"c-{one}"), ids.index(f"c-{two}"), FEATURES.index(feature)])


@pytest.fixture
def pairs() -> Pairs:
    claims = [
        mention("ferry", "boarded"),
        mention("ferry", "boarding"),
        mention("ferry again", "boarded"),
        mention("prison", "stormed"),
        mention("prison again", "storming"),
        mention("prison again", "seized"),
    ]
    return pairs_of(claims, documents().values())


def test_forms_of_one_word_are_one_lemma(pairs: Pairs) -> None:
    assert value(pairs, "lemma", "prison-stormed", "prison again-storming") == 1
    assert value(pairs, "lemma", "prison-stormed", "prison again-seized") == 0


def test_reports_of_one_story_are_alike_and_others_are_not(pairs: Pairs) -> None:
    assert value(pairs, "story", "ferry-boarded", "ferry again-boarded") > 0.5
    assert value(pairs, "story", "ferry-boarded", "prison-stormed") < 0
    assert pairs.one_story.tolist() == (pairs.values[..., FEATURES.index("story")] > 0).tolist()


def test_stems_that_begin_alike_share_a_part(pairs: Pairs) -> None:
    assert value(pairs, "beginning", "prison-stormed", "prison again-storming") == 1
    assert value(pairs, "beginning", "prison-stormed", "prison again-seized") == pytest.approx(0.2)


def test_sentences_share_words_and_so_do_the_words_next_to_the_trigger(pairs: Pairs) -> None:
    for feature in ("sentence", "near"):
        together = value(pairs, feature, "ferry-boarded", "ferry again-boarded")
        assert together > value(pairs, feature, "ferry-boarded", "prison-stormed")


def test_a_trigger_in_the_other_sentence_is_an_echo(pairs: Pairs) -> None:
    assert value(pairs, "echo", "prison again-storming", "prison again-seized") == 1
    assert value(pairs, "echo", "ferry-boarded", "prison-stormed") == 0


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("ferry-boarded", "ferry again-boarded", "one word, two reports"),
        ("ferry-boarded", "prison-stormed", "other words, two reports"),
        ("ferry-boarded", "ferry-boarding", "one word, one report"),
        ("prison again-storming", "prison again-seized", "other words, one report"),
    ],
)
def test_kinds_of_pair(pairs: Pairs, one: str, two: str, kind: str) -> None:
    ids = list(pairs.ids)
    assert KINDS[pairs.kinds[ids.index(f"c-{one}"), ids.index(f"c-{two}")]] == kind


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [mention("prison", "stormed"), mention("ferry", "boarded")]
    one, two = pairs_of(claims, documents().values()), pairs_of(claims[::-1], documents().values())
    assert one.ids == two.ids
    assert np.array_equal(one.values, two.values)


def test_no_claims_give_no_pairs() -> None:
    assert pairs_of([], documents().values()).values.shape == (0, 0, len(FEATURES))


def test_what_all_reports_share_is_taken_away_from_their_likeness() -> None:
    likeness = np.array([[1, 0.6, 0.4, 0.4], [0.6, 1, 0.4, 0.4], [0.4, 0.4, 1, 0.6], [0.4, 0.4, 0.6, 1]])
    found = centred(likeness)
    assert found[0, 1] > 0.3
    assert found[0, 2] < 0
    assert np.allclose(found, found.T)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("shelling",), "shelling"),
        (("checked", "in"), "checked"),
        (("air", "strike"), "strike"),
        (("gave", "himself", "up"), "gave"),
        (("blew", "themselves"), "blew"),
    ],
)
def test_the_head_of_a_mention(words: tuple[str, ...], wanted: str) -> None:
    assert head(words) == wanted


def test_forms_of_a_word_have_one_lemma() -> None:
    assert {lemma(word) for word in ("strike", "Strikes", "struck")} == {"strike"}
