from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from marsad.errors import UnknownCodeError
from marsad.model import Figure, Mention, Place, ResolvedClaim, Source, Span, Time
from marsad.ontology import Entry, load

TEXT = "Mortar fire killed four people in Kadugli on Friday, a doctor said."


def quote(words: str) -> Mention:
    start = TEXT.index(words)
    return Mention.of(TEXT, start, start + len(words))


CLAIM = ResolvedClaim(
    id="c-1",
    document="d-1",
    type="shelling",
    modality="happened",
    background=False,
    trigger=quote("Mortar fire"),
    sentence=Span(0, len(TEXT)),
    mentions=(),
    who=(),
    whom=(),
    where=Place(
        "Kadugli", None, 11.01, 29.72, 5.0, "exact", "SD", "South Kordofan", quote("Kadugli"), "named in the text"
    ),
    when=Time(date(2024, 3, 1), date(2024, 3, 1), "day", quote("Friday"), "the Friday before publication"),
    figures=(Figure("killed", "people", "unknown", 4, 4, "exactly", quote("four people"), None),),
    means=(),
    sources=(Source("a doctor", None, "medic", quote("a doctor")),),
    extractor="by_hand",
    confidence=1.0,
)


def test_a_claim_in_known_codes_passes() -> None:
    load().check_claim(CLAIM)
    load().check_claim(msgspec.structs.replace(CLAIM, type="crime", where=None, when=None))


def spoilt(field: str, **changes: Any) -> ResolvedClaim:
    value = getattr(CLAIM, field)
    replace = msgspec.structs.replace
    if isinstance(value, tuple):
        return replace(CLAIM, **{field: tuple(replace(one, **changes) for one in value)})
    return replace(CLAIM, **{field: replace(value, **changes)})


@pytest.mark.parametrize(
    ("claim", "vocabulary", "code"),
    [
        (msgspec.structs.replace(CLAIM, type="airstrike"), "event type of a claim", "airstrike"),
        (msgspec.structs.replace(CLAIM, type="remote_violence"), "event type of a claim", "remote_violence"),
        (msgspec.structs.replace(CLAIM, modality="alleged"), "modality", "alleged"),
        (spoilt("figures", measure="dead"), "measure", "dead"),
        (spoilt("figures", who_class="people"), "victim class", "people"),
        (spoilt("figures", wording="circa"), "wording", "circa"),
        (spoilt("sources", kind="gossip"), "kind of source", "gossip"),
        (spoilt("where", precision="city"), "place precision", "city"),
        (spoilt("when", precision="hour"), "time precision", "hour"),
    ],
)
def test_a_claim_with_an_unknown_code_is_refused(claim: ResolvedClaim, vocabulary: str, code: str) -> None:
    with pytest.raises(UnknownCodeError) as caught:
        load().check_claim(claim)
    assert (caught.value.vocabulary, caught.value.code) == (vocabulary, code)
    assert code not in caught.value.known


LOOKUPS: list[tuple[Callable[[str], Entry], str]] = [
    (load().event_type, "battle"),
    (load().leaf, "grenade"),
    (load().measure, "area"),
    (load().modality, "denied"),
    (load().victim_class, "child"),
    (load().actor_kind, "peacekeeper"),
    (load().source_kind, "state_media"),
    (load().place_precision, "near"),
    (load().time_precision, "longer"),
    (load().wording, "at_most"),
    (load().grade, "contested"),
    (load().figure_rule, "airwars"),
    (load().relation, "superseded"),
]


@pytest.mark.parametrize(("look_up", "code"), LOOKUPS, ids=[code for _, code in LOOKUPS])
def test_lookup_gives_the_entry_of_that_code_and_no_other(look_up: Callable[[str], Entry], code: str) -> None:
    assert look_up(code).code == code
    with pytest.raises(UnknownCodeError, match=code):
        look_up(code.upper())
    with pytest.raises(UnknownCodeError):
        look_up("")


@pytest.mark.parametrize("crosswalk", ["acled", "ucdp", "plover"])
def test_crosswalks_know_leaves_only(crosswalk: str) -> None:
    look_up = getattr(load(), crosswalk)
    assert look_up("riot")
    with pytest.raises(UnknownCodeError):
        look_up("battle")
