import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from marsad.extract.draft import Draft
from marsad.extract.quoting import with_sources
from marsad.extract.sentences import sentences
from marsad.model import Block, Document, Mention

CASES = yaml.safe_load(Path(__file__).with_name("quoting.yaml").read_text(encoding="utf-8"))


class Marked(NamedTuple):
    """A report and the trigger marked in it."""

    document: Document
    trigger: Mention


def marked(text: str, *, title: bool = False) -> Marked:
    """Read <word> as the trigger; the rest is the document."""
    match = re.search("<(.+?)>", text)
    assert match is not None
    clean = text.replace("<", "").replace(">", "")
    block = Block(0, len(clean), "title" if title else "body")
    document = Document("d", "p", None, "", None, None, (), "en", None, clean, (block,), ())
    return Marked(document, Mention.of(clean, match.start(), match.end() - 2))


def credited(case: Marked, type_: str = "violence_other", *sources: Mention, who: str | None = None) -> list[str]:
    spans = sentences(case.document)
    sentence = next(span for span in spans if span.start <= case.trigger.start < span.end)
    draft = Draft(type_, "happened", case.trigger, sentence, 1.0, sources=tuple(sources), who=tuple(doers(case, who)))
    (found,) = (one for one in with_sources(case.document, spans, [draft]) if one.trigger == case.trigger)
    for mention in found.sources:
        assert case.document.text[mention.start : mention.end] == mention.text
    return [mention.text for mention in found.sources]


def doers(case: Marked, who: str | None) -> Iterator[Mention]:
    if who is not None:
        start = case.document.text.index(who)
        yield Mention.of(case.document.text, start, start + len(who))


@pytest.mark.parametrize("name", CASES)
def test_who_says_so_is_found(name: str) -> None:
    case = CASES[name]
    found = credited(
        marked(case["text"], title=case.get("title", False)), case.get("type", "violence_other"), who=case.get("who")
    )
    assert found == case["said"]


def test_words_of_the_claim_stand_before_what_the_sentence_shows() -> None:
    case = marked("Witnesses said soldiers <shot> a boy, the mayor said.")
    own = Mention.of(case.document.text, 0, 9)
    assert credited(case, "violence_other", own) == ["Witnesses"]


def test_a_pronoun_that_the_claim_credits_becomes_the_one_meant() -> None:
    case = marked("Lieutenant Yusuf Kaboré said the road was mined. He said rebels <fled>.")
    start = case.document.text.index("He ")
    assert credited(case, "violence_other", Mention.of(case.document.text, start, start + 2)) == [
        "Lieutenant Yusuf Kaboré"
    ]


def test_a_speaker_in_pieces_is_put_together() -> None:
    case = marked("Gunmen <raided> Djibo, two security sources told a paper.")
    pieces = [Mention.of(case.document.text, 21, 24), Mention.of(case.document.text, 25, 41)]
    assert [piece.text for piece in pieces] == ["two", "security sources"]
    assert credited(case, "violence_other", *pieces) == ["two security sources"]


def test_an_office_with_a_name_behind_it_is_that_person_alone() -> None:
    case = marked("Mayor Ada Moreno said power was out in Cali. In Buga nine were <killed>, the mayor, Luis Rey, said.")
    start = case.document.text.index("mayor, Luis")
    own = Mention.of(case.document.text, start, start + 5), Mention.of(case.document.text, start + 7, start + 15)
    assert credited(case, "violence_other", *own) == ["mayor", "Luis Rey"]


def test_an_office_left_out_is_taken_in() -> None:
    case = marked("Drones <hit> the port, the regional governor said.")
    start = case.document.text.index("regional")
    assert credited(case, "air_strike", Mention.of(case.document.text, start, start + 8)) == ["regional governor"]


def test_a_name_in_quotation_marks_is_not_cut() -> None:
    case = marked("Fighters <took> the dam, the staff of “Operation Long Night” said.")
    start = case.document.text.index("staff")
    cut = Mention.of(case.document.text, start, case.document.text.index(" Night"))
    assert credited(case, "territory_captured", cut) == ["staff of “Operation Long Night”"]


def test_a_pronoun_that_nobody_before_it_fits_stays() -> None:
    case = marked("He said rebels <fled>.")
    assert credited(case, "violence_other", Mention.of(case.document.text, 0, 2)) == ["He"]


def test_hostile_text_names_no_speaker() -> None:
    case = marked("“" * 2_000 + "said, and ," * 20_000 + " he said <fled> " + 'A said "' * 5_000)
    assert credited(case) == []
