"""Mentions that an extractor cut are mended before they are resolved."""

import pytest
from msgspec import structs

from marsad.model import Mention
from marsad.resolve.wording import in_whole_words
from tests.resolve.actors.marked import claim_of, document_of

CUT = [
    ("Fighters of Jama'at al-Nur fled.", ("Jama'at al-",), ("Jama'at al-Nur",)),
    ("The RSF shelled it.", ("RS",), ("RSF",)),
    ("A U.S. strike killed two.", ("U",), ("U.S.",)),
    ("The Allied Front (ALF) fled.", ("Allied Front (AL",), ("Allied Front (ALF)",)),
    ("The Allied Front (ALF) fled.", ("Allied Front (",), ("Allied Front",)),
    ("Two men in the port spoke.", ("Two", "men in the", "port"), ("Two men in the port",)),
    ("The head of the port council spoke.", ("head", "port council"), ("head of the port council",)),
    ("Medics and a priest spoke.", ("Medics", "priest"), ("Medics", "priest")),
    ("KABUL, May 3 — Gunmen fired.", ("KABUL", "Gunmen"), ("Gunmen",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cut", "whole"), CUT)
def test_words_and_phrases_are_mended(text: str, cut: tuple[str, ...], whole: tuple[str, ...]) -> None:
    document = document_of(text)
    mentions = tuple(Mention.of(text, text.index(words), text.index(words) + len(words)) for words in cut)
    claim = claim_of(document, 0, who=mentions, sources=mentions)
    mended = in_whole_words(document, claim)
    assert tuple(mention.text for mention in mended.who) == whole
    assert tuple(mention.text for mention in mended.sources) == whole


def test_a_time_in_the_dateline_is_not_that_of_the_happening() -> None:
    text = "KYIV, Aug 8 — Missiles fell on Monday."
    times = tuple(Mention.of(text, text.index(words), text.index(words) + len(words)) for words in ("Aug 8", "Monday"))
    document = document_of(text, 2023)
    claim = structs.replace(claim_of(document, 15), when=times)
    assert [mention.text for mention in in_whole_words(document, claim).when] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("Shells fell near Ain Issa at noon.", "Ain", "Ain Issa"),
        ("Guards fled from Tel Abyad.", "Tel", "Tel Abyad"),
        ("Rebels took Kona before dawn.", "Kona", "Kona"),
        ("Rebels left the New town.", "New", "New"),
    ],
)
def test_the_beginning_of_a_name_is_not_the_name(text: str, cut: str, whole: str) -> None:
    document = document_of(text)
    start = text.index(cut)
    claim = structs.replace(claim_of(document, start), where=(Mention.of(text, start, start + len(cut)),))
    (where,) = in_whole_words(document, claim).where
    assert where.text == whole
