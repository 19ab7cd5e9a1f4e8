"""Topics in the layout of ECB+: which mentions are read, where they stand, and in which chains."""

from pathlib import Path

import pytest

from evaluation.ecbplus import GoldTopic, read_topics
from evaluation.texts import FormatError

HEAD = "Topic,File,Sentence Number\n"
FIRST = [
    ["http", ":", "/", "/", "paper", ".", "example"],
    ["Rebels", "(", "armed", ")", "took", "the", "bridge", "over", ",", "``", "unhurt", "''", "."],
    ["The", "army", "'s", "raid", "failed", "."],
    ["Nobody", "fled", "."],
]


def token(sentence: int, number: int) -> str:
    return f"{sentence}{number:02d}"


def written(folder: Path, name: str, sentences: list[list[str]], markables: str, relations: str) -> None:
    """Write a text; the id of a token is its sentence and two digits of its place in it."""
    topic = folder / name.split("_", maxsplit=1)[0]
    topic.mkdir(exist_ok=True)
    tokens = "\n".join(
        f'<token t_id="{token(s, n)}" sentence="{s}" number="{n}">{word}</token>'
        for s, words in enumerate(sentences)
        for n, word in enumerate(words)
    )
    (topic / f"{name}.xml").write_text(
        f"<Document>{tokens}<Markables>{markables}</Markables><Relations>{relations}</Relations></Document>",
        encoding="utf-8",
    )


def mention(tag: str, id: int, *places: tuple[int, int]) -> str:
    anchors = "".join(f'<token_anchor t_id="{token(*place)}"/>' for place in places)
    return f'<{tag} m_id="{id}">{anchors}</{tag}>'


def chain(tag: str, target: int, *sources: int, note: str = "") -> str:
    named = f'note="{note}"' if note else ""
    held = "".join(f'<source m_id="{source}"/>' for source in sources)
    return f'<{tag} r_id="7" {named}>{held}<target m_id="{target}"/></{tag}>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(
        HEAD + "2,1ecbplus,1\n2,1ecbplus,2\n2,2ecb,0\n10,1ecb,0\n", encoding="utf-8"
    )
    markables = (
        mention("ACTION_OCCURRENCE", 1, (1, 4), (1, 7))
        + mention("ACTION_OCCURRENCE", 2, (2, 3), (2, 4))
        + mention("NEG_ACTION_STATE", 3, (1, 10))
        + mention("HUMAN_PART_PER", 4, (1, 0))
        + mention("ACTION_OCCURRENCE", 5, (3, 1))
        + '<ACTION_OCCURRENCE m_id="6" TAG_DESCRIPTOR="t2_taking" instance_id="ACT9"/>'
    )
    relations = chain("CROSS_DOC_COREF", 6, 1, note="ACT9") + chain("INTRA_DOC_COREF", 8, 1, 2)
    written(tmp_path, "2_1ecbplus", FIRST, markables, relations)
    seizure = [["The", "seizure", "went", "on", "."]]
    written(
        tmp_path,
        "2_2ecb",
        seizure,
        mention("ACTION_OCCURRENCE", 1, (0, 1)) + mention("ACTION_ASPECTUAL", 2, (0, 2), (0, 3)),
        chain("CROSS_DOC_COREF", 6, 1, note="ACT9"),
    )
    written(tmp_path, "10_1ecb", seizure, mention("ACTION_OCCURRENCE", 1, (0, 1)), "")
    return tmp_path


@pytest.fixture
def topic(folder: Path) -> GoldTopic:
    return read_topics(folder)[0]


def test_topics_stand_in_the_order_of_their_numbers(folder: Path) -> None:
    assert [(topic.name, len(topic.texts)) for topic in read_topics(folder)] == [("2", 2), ("10", 1)]


def test_tokens_become_sentences_without_the_address(topic: GoldTopic) -> None:
    text = topic.texts[0].document.text
    assert text == "Rebels (armed) took the bridge over, “unhurt”.\n\nThe army's raid failed.\n\nNobody fled."


def test_events_in_the_sentences_that_are_listed_are_read_with_their_first_unbroken_run(topic: GoldTopic) -> None:
    first = topic.texts[0]
    found = [(first.document.text[m.start : m.end], m.words) for m in first.mentions]
    assert found == [
        ("took", ("took", "over")),
        ("unhurt", ("unhurt",)),
        ("raid failed", ("raid", "failed")),
    ]


def test_chains_across_texts_come_before_chains_within_one_and_others_stay_alone(topic: GoldTopic) -> None:
    chains = {mention.id: mention.chain for text in topic.texts for mention in text.mentions}
    assert chains == {
        "2_1ecbplus/1": "ACT9",
        "2_1ecbplus/3": "2_1ecbplus/3",
        "2_1ecbplus/2": "2_1ecbplus/8",
        "2_2ecb/1": "ACT9",
        "2_2ecb/2": "2_2ecb/2",
    }


def test_two_texts_of_one_wording_stay_two(folder: Path) -> None:
    topics = read_topics(folder)
    assert topics[0].texts[1].document.text == topics[1].texts[0].document.text
    assert topics[0].texts[1].document.id != topics[1].texts[0].document.id


def test_a_folder_without_the_file_of_sentences_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="coreference_sentences"):
        read_topics(tmp_path)


def test_a_folder_without_mentions_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(HEAD, encoding="utf-8")
    with pytest.raises(FormatError, match="holds no topics"):
        read_topics(tmp_path)


def test_a_text_that_is_no_xml_is_refused_with_its_name(folder: Path) -> None:
    (folder / "2" / "2_2ecb.xml").write_text("<Document>", encoding="utf-8")
    with pytest.raises(FormatError, match=r"2_2ecb\.xml"):
        read_topics(folder)
