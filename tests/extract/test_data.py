"""The tables that come with the extractor are whole and speak the ontology's codes."""

from marsad.extract.classify import decisions
from marsad.extract.triggers import NONE, table
from marsad.extract.words import code_by_word, inflect, vocabulary
from marsad.ontology import load
from tests.extract.support import claims_of


def test_every_trigger_has_a_type_or_a_decision() -> None:
    entries = {pattern.entry for patterns in table().values() for pattern in patterns}
    types = set(load().event_types)
    for entry in entries:
        assert (entry.type in types) != (entry.rule in {*decisions(), NONE})


def test_decisions_give_known_types() -> None:
    types = {*load().event_types, ""}
    for cases in decisions().values():
        for case in cases:
            assert case.type in types
            assert case.use in {*decisions(), ""}


def test_measures_and_modalities_are_codes() -> None:
    for section in code_by_word("measures.yaml").values():
        assert set(section.values()) <= set(load().measures)
    for section in code_by_word("modality.yaml").values():
        assert set(section.values()) <= set(load().modalities)


def test_verbs_know_their_forms() -> None:
    assert set(inflect("carry")) == {"carry", "carries", "carried", "carrying"}
    assert "stopped" in inflect("stop")
    assert vocabulary().verbs["struck"].lemma == "strike"


def test_every_trigger_can_be_read_in_a_sentence() -> None:
    phrases = sorted({" ".join(pattern.words) for patterns in table().values() for pattern in patterns})
    assert len(phrases) > 500
    sentences = [f"Rebels {words} the town of Kona, and the {words} killed nine soldiers." for words in phrases]
    assert {claim.type for claim in claims_of(" ".join(sentences))} <= set(load().event_types)
