"""How seldom words are, counted in sentences written for these tests."""

import gzip
import json
from importlib.resources import files
from pathlib import Path

from marsad.merge.phrasing import stem
from tools.make_word_frequencies import NAME, RAREST, count, main, sentences, table

SENTENCES = [
    "Shells hit the harbour of Marwi.",
    "The harbour of Marwi was shelled, the mayor said.",
    "The mayor said that Marwi had no water.",
    "Gunmen took a bus near the river.",
]


def halvings(text: str) -> dict[str, float]:
    return {term: float(first) for line in text.splitlines() for first, *terms in [line.split()] for term in terms}


def test_a_word_of_every_second_sentence_halves_once_and_a_name_counts_as_rare() -> None:
    found = halvings(table(*count(SENTENCES * 4)))
    assert found[stem("harbour")] == found[stem("mayor")] == 1.0
    assert found["bus"] == 2.0
    assert found[stem("marwi")] == NAME
    assert "of" not in found


def test_a_day_with_a_capital_is_no_name() -> None:
    told = ["They fled to Marwi on Monday."] * 4
    assert halvings(table(*count(told))) == {"they": 0.5, stem("fled"): 0.5, stem("marwi"): NAME, "monday": 0.5}


def test_a_word_counts_once_a_sentence() -> None:
    assert count(["shells on shells on shells"])[1][stem("shells")] == 1


def test_what_is_rarer_than_the_rarest_is_left_out() -> None:
    told = ["Rain fell on camps."] * 2 ** int(RAREST + 3) + ["A kite flew."] * 4 + ["Owls sang."]
    assert {"kite", "owl", "owls"}.isdisjoint(halvings(table(*count(told))))


def test_texts_and_lines_of_json_are_cut_into_sentences(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(SENTENCES), encoding="utf-8")
    lines = "\n".join(json.dumps({"text": text}) for text in (" ".join(SENTENCES[:3]), SENTENCES[3]))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    assert list(sentences(tmp_path / "a.txt")) == list(sentences(tmp_path / "b.jsonl.gz")) == SENTENCES
    main(tmp_path / "out.txt", tmp_path / "a.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == table(*count(SENTENCES))


def test_the_shipped_table_has_the_form_that_this_writes() -> None:
    lines = files("marsad.merge").joinpath("data", "word_frequencies.txt").read_text(encoding="utf-8").splitlines()
    assert [float(line.split()[0]) for line in lines] == sorted({float(line.split()[0]) for line in lines})
    for line in lines:
        first, *terms = line.split()
        assert 2 * float(first) == int(2 * float(first)) <= 2 * RAREST
        assert terms == sorted(set(terms))
