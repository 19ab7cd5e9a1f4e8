import re
from pathlib import Path

import pytest
from msgspec import structs

from marsad import ontology
from marsad.model import Mention, Source
from marsad.resolve.actors.named import PartiesNamed
from marsad.resolve.sources import SourceResolver
from tests.resolve.actors.marked import claim_of, document_of, load_cases, read_marked

CASES = load_cases(Path(__file__).with_name("cases.yaml"))
CASE_MARKS = [
    pytest.param(name, index, id=f"{name}-{index}-{mark.mention.text}")
    for name, (_, text) in CASES.items()
    for index, mark in enumerate(read_marked(text)[1])
]


def resolved(name: str) -> tuple[str, tuple[tuple[str, Source], ...]]:
    year, text = CASES[name]
    clean, marks = read_marked(text)
    document = document_of(clean, year)
    claims = tuple(claim_of(document, mark.mention.start, sources=(mark.mention,)) for mark in marks)
    found = SourceResolver.default().resolve(document, claims)
    return clean, tuple((mark.expected, sources[0]) for mark, sources in zip(marks, found, strict=True))


@pytest.mark.parametrize(("name", "index"), CASE_MARKS)
def test_words_become_the_source_they_credit(name: str, index: int) -> None:
    expected, source = resolved(name)[1][index]
    shown = f"{source.kind}:{source.id}" if source.id is not None else f"{source.kind}={source.name}"
    assert shown == expected


@pytest.mark.parametrize("name", list(CASES))
def test_kinds_are_known_and_quotes_are_those_of_the_document(name: str) -> None:
    text, found = resolved(name)
    for _, source in found:
        assert source.kind in ontology.load().source_kinds
        assert source.mention is not None
        assert text[source.mention.start : source.mention.end] == source.mention.text


def test_a_named_speaker_is_named_with_the_body() -> None:
    name = {source.name for _, source in resolved("spokesperson-linked")[1]}
    assert any(re.fullmatch(r"Alain Musafiri \(.*\)", shown) for shown in name)


def test_people_of_a_body_whom_nobody_names_are_no_body_of_their_own() -> None:
    names = [source.name for _, source in resolved("unnamed-told")[1]]
    assert names[0].startswith("Two army officers (") or names[0].startswith("army officers (")
    assert "(" not in names[1]
    assert names[2].startswith("fighter with JNIM (")


def test_the_same_source_twice_in_a_claim_is_given_once() -> None:
    text, marks = read_marked("In Syria the [[SOHR|x]] and the [[Syrian Observatory for Human Rights|x]] said so.")
    document = document_of(text, 2016)
    claim = claim_of(document, 0, sources=tuple(mark.mention for mark in marks))
    assert [source.id for source in SourceResolver.default().resolve(document, (claim,))[0]] == ["sohr"]


def test_no_source_gives_none() -> None:
    document = document_of("Shells fell.", 2016)
    assert SourceResolver.default().resolve(document, (claim_of(document, 0),)) == ((),)


NOBODY = [
    ("Six died in Yemen, a monitor based in [[Britain]] said."),
    ("Residents told the [[Lagoon]] that gunmen came at night."),
    ("He spoke to reporters by [[telephone]] from Goma."),
    ("[[It]] is over, a farmer said."),
]


@pytest.mark.parametrize("marked", NOBODY)
def test_what_speaks_not_is_no_source(marked: str) -> None:
    text, marks = read_marked(marked.replace("]]", "|]]"))
    document = structs.replace(document_of(text, 2022), outlet="Lagoon Post")
    claim = claim_of(document, marks[0].mention.start, sources=(marks[0].mention,))
    assert SourceResolver.default().resolve(document, (claim,)) == ((),)


APPOSED = [
    ("Six died in Peshawar, [[a hospital spokesman|x]], [[Adil Rahman|x]], said.", ["medical=Adil Rahman"]),
    ("[[The U.N. mission|x]], [[UNMISS|x]], said so in Juba, South Sudan.", ["un_body=UNMISS"]),
    ("[[Al-Masirah|x]], the [[Houthi-run channel|x]], said so in Yemen.", ["party_media=Al-Masirah"]),
    ("[[sources|x]] - Raid kills six. [[Two security sources|x]] told of it.", ["anonymous=security sources"]),
    ("[[A nurse|x]], [[two officials|x]] and [[Kofi Mensah|x]] spoke.", ["medic", "official", "unknown"]),
]


@pytest.mark.parametrize(("marked", "expected"), APPOSED)
def test_a_description_and_the_name_behind_it_are_one_source(marked: str, expected: list[str]) -> None:
    text, marks = read_marked(marked)
    document = document_of(text, 2018)
    claim = claim_of(document, 0, sources=tuple(mark.mention for mark in marks))
    found = SourceResolver.default().resolve(document, (claim,))[0]
    assert len(found) == len(expected)
    for source, shown in zip(found, expected, strict=True):
        assert f"{source.kind}={source.name}".startswith(shown)


@pytest.mark.parametrize(
    ("text", "first", "second", "names"),
    [
        (
            "Shells fell on a clinic in Yemen, the Red House, according to a nurse there.",
            "Red House",
            "nurse",
            ["nurse"],
        ),
        ("Two men died, said the Red House, according to a paper.", "Red House", "paper", ["Red House", "paper"]),
        ("Nine died in Buga, the mayor, Luis Rey, said.", "mayor", "Luis Rey", ["Luis Rey"]),
    ],
)
def test_two_who_are_credited_side_by_side(text: str, first: str, second: str, names: list[str]) -> None:
    document = document_of(text, 2025)
    said = tuple(Mention.of(text, text.index(words), text.index(words) + len(words)) for words in (first, second))
    (found,) = SourceResolver.default().resolve(document, (claim_of(document, 0, sources=said),))
    assert [source.name for source in found] == names


def test_a_ministry_speaks_for_itself_and_acts_for_its_government() -> None:
    document = document_of("Israel's Foreign Ministry condemned the raid in Khartoum, Sudan.", 2024)
    named = PartiesNamed.of(document)
    (hit,) = (hit for hit in named.context.hits if hit.end == len("Israel's Foreign Ministry"))
    assert named.party_of(hit) == "gov-israel"
    words = Mention.of(document.text, 0, hit.end)
    (sources,) = SourceResolver.default().resolve(document, (claim_of(document, 0, sources=(words,)),))
    assert [source.id for source in sources] == ["il-foreign-ministry"]
