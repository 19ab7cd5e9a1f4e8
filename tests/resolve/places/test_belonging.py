"""Which claims without place words are where another happening is, and which are nowhere; sentences of our own."""

import re

import pytest
from msgspec.structs import replace

from marsad.model import Claim, Document, Mention, Place
from marsad.resolve.places import PlaceResolver
from tests.resolve.places.told import read


def resolved(first: str, second: str, **fields: str) -> tuple[Place | None, ...]:
    """Resolve the claim of one sentence and that of the next; ``fields`` are the second one's, ``who`` in words."""
    plain_first, plain_second = (re.sub(r"\[\[|\]\]|\{\{|\}\}", "", text) for text in (first, second))
    doc, one = read(f"{first} {plain_second}")
    _, two = read(f"{plain_first} {second}")
    return PlaceResolver.default().resolve(doc, (_acting(doc, one, "gunmen"), _changed(doc, two, fields)))


def _acting(doc: Document, claim: Claim, words: str) -> Claim:
    start = doc.text.lower().find(words, claim.sentence.start, claim.sentence.end)
    who = (Mention.of(doc.text, start, start + len(words)),) if start >= 0 else ()
    return replace(claim, who=who, type="attack_on_civilians")


def _changed(doc: Document, claim: Claim, fields: dict[str, str]) -> Claim:
    rest = {name: value for name, value in fields.items() if name != "who"}
    if "who" in fields:
        start = doc.text.index(fields["who"], claim.sentence.start)
        claim = replace(claim, who=(Mention.of(doc.text, start, start + len(fields["who"])),))
    return replace(claim, **{"type": "attack_on_civilians", **rest})


NOWHERE = [
    (
        "Rebels {{shelled}} [[Sake]], DR Congo.",
        "The president told police to {{arrest}} them.",
        "arrest",
        "planned",
        "",
    ),
    (
        "Gunmen {{killed}} six in [[Gwoza]], Nigeria.",
        "Two units were {{deployed}} to comb forests.",
        "deployment",
        "",
        "",
    ),
    ("A jet {{bombed}} [[Pauk]], Myanmar.", "A {{ceasefire}} had been announced in spring.", "agreement", "", ""),
    ("A drone {{hit}} [[Nikopol]], Ukraine.", "Gunners {{shot down}} nine rockets.", "armed_clash", "", "Gunners"),
    (
        "Men {{burnt}} huts in [[Solhan]], Burkina Faso.",
        "The army has {{blockaded}} roads since May.",
        "armed_clash",
        "",
        "",
    ),
    ("Guns {{pounded}} [[Bara]], Sudan.", "The army may {{strike}} back.", "air_strike", "possible", ""),
    (
        "A bomb {{went off}} in [[Kunduz]], Afghanistan.",
        "Envoys {{threatened}} to walk out.",
        "threat",
        "threatened",
        "",
    ),
    ("Rockets {{fell}} on [[Sderot]], Israel.", "On Monday men {{shot}} a nurse in a village.", "execution", "", "men"),
]


@pytest.mark.parametrize(("first", "second", "kind", "modality", "who"), NOWHERE)
def test_what_is_no_part_of_the_last_happening_is_not_where_that_was(
    first: str, second: str, kind: str, modality: str, who: str
) -> None:
    fields = {"type": kind, "modality": modality or "happened"} | ({"who": who} if who else {})
    if "village" in second:
        second = second.replace("a village", "[[a village]]")
    found = resolved(first, second, **fields)
    assert found[0] is not None
    assert found[1] is None


GOES_ON = [
    ("Gunmen {{stormed}} [[Gwoza]], Nigeria.", "Nine villagers {{died}}.", ""),
    ("Gunmen {{stormed}} [[Granada]], Colombia.", "They {{burnt}} the police post.", "They"),
    ("A shell {{hit}} [[Bara]], Sudan.", "The {{strike}} tore a wall down.", ""),
    ("A jet {{bombed}} [[Pauk]], Myanmar.", "The army denied the {{raid}}.", ""),
    ("A bomb {{went off}} in [[Kunduz]], Afghanistan.", "Dozens were {{wounded}}.", ""),
    ("Rockets {{fell}} on [[Sderot]], Israel.", "A house {{burnt}} down.", ""),
]


@pytest.mark.parametrize(("first", "second", "who"), GOES_ON)
def test_what_goes_on_with_the_last_happening_is_where_that_was(first: str, second: str, who: str) -> None:
    one, two = resolved(first, second, **({"who": who} if who else {}))
    assert one is not None
    assert two is not None
    assert (two.name, two.lat) == (one.name, one.lat)


@pytest.mark.parametrize(
    ("before", "marked", "name"),
    [
        ("A drone burnt a hut in Pohreby in Ukraine's Kyiv region.", "Two people {{died}} in [[the capital]].", "Kyiv"),
        ("Gunmen killed six in Gwoza in Nigeria.", "In the capital a crowd {{marched}}.", "Abuja"),
        ("Rebels shelled Mellit in Sudan.", "A bomb {{went off}} in [[the capital]].", "Khartoum"),
    ],
)
def test_the_capital_is_not_the_last_village(before: str, marked: str, name: str) -> None:
    doc, claim = read(f"{before} {marked}")
    (found,) = PlaceResolver.default().resolve(doc, (claim,))
    assert found is not None
    assert found.name == name
