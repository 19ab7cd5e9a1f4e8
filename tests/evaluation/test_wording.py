"""The swap test, on extractors that do and do not look at who did it."""

from collections.abc import Callable
from dataclasses import dataclass

from evaluation.wording import SWAPS, Name, Template, Wordings, fill, measure, read_wordings, sentences_of
from marsad.model import Claim, Document
from marsad.ontology import load
from tests.evaluation.reader import claim_of

TEMPLATE = Template(
    type="shelling",
    modality="happened",
    whom="actors",
    active="{who} [shelled] {whom} in {where}.",
    passive="{whom} {were} [shelled] by {who} in {where}.",
)
NAMES = tuple(Name(name, plural=name.endswith("s")) for name in ("ISIS", "rebels", "police", "the army", "troops"))
WORDINGS = Wordings(NAMES, (), (), ("Gao", "Taiz", "Sumy"), (TEMPLATE,))


@dataclass(frozen=True)
class Rule:
    """An extractor that reads the sentences by a rule."""

    read: Callable[[str], list[Claim]]
    name: str = "rule.v1"

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return what the rule gives."""
        return tuple(self.read(document.text))


def parted(text: str) -> tuple[str, str, str]:
    """Return who, whom and where of a sentence of the template."""
    before, after = text.removesuffix(".").split(" shelled ")
    rest, where = after.rsplit(" in ", 1)
    if rest.startswith("by "):
        return rest.removeprefix("by "), before.rsplit(" ", 1)[0], where
    return before, rest, where


def well_read(text: str, type_: str = "shelling") -> list[Claim]:
    who, whom, where = parted(text)
    return [claim_of(text, "shelled", type_, who=[who], whom=[whom], where=[where])]


def swayed(text: str) -> list[Claim]:
    """Call it an attack on civilians when ISIS does it."""
    return well_read(text, "attack_on_civilians" if parted(text)[0] == "ISIS" else "shelling")


def first_is_who(text: str) -> list[Claim]:
    """Take whoever stands first for the one who does it."""
    before, rest, where = text.partition(" shelled ")[0], text.partition(" shelled ")[2], parted(text)[2]
    first = before.removesuffix(" were").removesuffix(" was")
    second = rest.rsplit(" in ", 1)[0].removeprefix("by ")
    return [claim_of(text, "shelled", "shelling", who=[first], whom=[second], where=[where])]


def test_names_agree_with_their_verbs_and_are_found_again() -> None:
    names = {"who": "the army", "whom": "rebels", "where": "Gao", "were": "were"}
    sentence = fill(TEMPLATE, "passive", names)
    assert sentence.text == "Rebels were shelled by the army in Gao."
    assert sentence.text[sentence.trigger.start : sentence.trigger.end] == "shelled"
    assert {role: sentence.text[s.start : s.end] for role, s in sentence.roles.items()} == {
        "whom": "Rebels",
        "who": "the army",
        "where": "Gao",
    }


def test_a_reader_that_sees_only_the_deed_passes() -> None:
    found = measure(Rule(well_read), WORDINGS).figures
    assert found["sentences"] == 2 * SWAPS
    assert (found["type_and_modality"], found["right_type_and_modality"], found["roles"]) == (1.0, 1.0, 1.0)


def test_a_reader_swayed_by_the_actor_is_found_out() -> None:
    swung = sum(parted(sentence.text)[0] == "ISIS" for sentence in sentences_of(WORDINGS))
    found = measure(Rule(swayed), WORDINGS).figures
    assert swung > 0
    assert found["type_and_modality"] == round(1 - swung / (2 * SWAPS), 4)


def test_a_reader_that_does_not_know_the_passive_is_found_out() -> None:
    report = measure(Rule(first_is_who), WORDINGS)
    assert report.figures["roles"] == 0.5
    assert report.figures["type_and_modality"] == 1.0


def test_the_same_wrong_type_for_all_stays_but_is_not_right() -> None:
    found = measure(Rule(lambda text: well_read(text, "air_strike")), WORDINGS).figures
    assert (found["type_and_modality"], found["right_type_and_modality"]) == (1.0, 0.0)


def test_silence_is_no_stability() -> None:
    found = measure(Rule(lambda _: []), WORDINGS).figures
    assert (found["type_and_modality"], found["roles"]) == (0.0, 0.0)


def test_the_templates_that_ship_are_many_and_sound() -> None:
    wordings = read_wordings()
    sentences = list(sentences_of(wordings))
    assert len(sentences) >= 200
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    assert {template.type for template in wordings.templates} <= set(load().event_types)
    assert {template.modality for template in wordings.templates} <= set(load().modalities)
    assert len({sentence.text[s.start : s.end] for sentence in sentences for s in sentence.roles.values()}) > 30
    for sentence in sentences:
        assert not set("{}[]") & set(sentence.text)
        assert sentence.trigger.end > sentence.trigger.start


def test_nobody_is_the_target_of_his_own_deed() -> None:
    for sentence in sentences_of(read_wordings()):
        named = [sentence.text[s.start : s.end].lower() for s in sentence.roles.values()]
        assert len(set(named)) == len(named)
