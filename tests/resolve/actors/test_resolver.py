from pathlib import Path

import pytest
from msgspec import structs

from marsad.model import Block, Mention, Party
from marsad.resolve.actors import ActorResolver
from tests.resolve.actors.marked import Marked, claim_of, document_of, load_cases, read_marked

CASES = load_cases(Path(__file__).with_name("cases.yaml"))
CASE_MARKS = [
    pytest.param(name, index, id=f"{name}-{index}-{mark.mention.text}")
    for name, (_, text) in CASES.items()
    for index, mark in enumerate(read_marked(text)[1])
]


def resolved(name: str, index: int) -> tuple[Marked, tuple[Party, ...]]:
    year, text = CASES[name]
    clean, marks = read_marked(text)
    mark = marks[index]
    document = document_of(clean, year)
    at = mark.mention.start
    if mark.slot == "whom":
        claim = claim_of(document, at, whom=(mark.mention,))
    else:
        claim = claim_of(document, at, who=(mark.mention,))
    who, whom = ActorResolver.default().resolve(document, (claim,))[0]
    return mark, whom if mark.slot == "whom" else who


def shown(parties: tuple[Party, ...]) -> str:
    return "+".join(party.id or f"{'!' if party.private else '='}{party.name}" for party in parties)


@pytest.mark.parametrize(("name", "index"), CASE_MARKS)
def test_words_become_the_party_they_stand_for(name: str, index: int) -> None:
    mark, parties = resolved(name, index)
    assert shown(parties) == mark.expected


@pytest.mark.parametrize(("name", "index"), CASE_MARKS)
def test_every_party_quotes_the_document(name: str, index: int) -> None:
    text = read_marked(CASES[name][1])[0]
    _, parties = resolved(name, index)
    for party in parties:
        assert party.mention is not None
        assert text[party.mention.start : party.mention.end] == party.mention.text


# headline, body, party of the headline's bare noun
HEADLINES = [
    ("Rebels shell a camp near Goma", "Bombs fell on a camp in DR Congo, and the army blamed the M23.", "m23"),
    (
        "Militants kill nine at a mosque in Egypt",
        "Gunmen fired on worshippers. "
        + "Women wept in the yard. " * 12
        + "Since 2014 Islamic State has fought there.",
        "=Militants",
    ),
]


@pytest.mark.parametrize(("headline", "body", "expected"), HEADLINES)
def test_a_headline_means_a_party_that_the_lead_names(headline: str, body: str, expected: str) -> None:
    text = f"{headline}\n\n{body}"
    blocks = (Block(0, len(headline), "title"), Block(len(headline), len(text), "body"))
    document = structs.replace(document_of(text, 2017), blocks=blocks)
    who = Mention.of(text, 0, headline.index(" "))
    parties, _ = ActorResolver.default().resolve(document, (claim_of(document, 0, who=(who,)),))[0]
    assert shown(parties) == expected


def test_the_scene_of_a_claim_tells_whose_government_forces_are_meant() -> None:
    text = "Turkey and Syria blamed each other. Shells fell on Douma, and government forces closed in."
    document = document_of(text, 2018)
    start = text.index("government")
    claim = claim_of(document, start, who=(Mention.of(text, start, start + len("government forces")),))
    resolver = ActorResolver.default()
    assert shown(resolver.resolve(document, (claim,))[0][0]) == "=government forces"
    assert shown(resolver.resolve(document, (claim,), ("SY",))[0][0]) == "syrian-army"
