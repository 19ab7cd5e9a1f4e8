import json
from pathlib import Path
from typing import Any

import pytest

from marsad import facts, ontology
from marsad.errors import FactsError

PARTY: dict[str, Any] = {
    "id": "hill-front",
    "name": "Hill Front",
    "aliases": ["HF (hills)"],
    "weak_aliases": ["HF"],
    "kind": "rebel",
    "countries": ["PE"],
    "parent": None,
    "allies": [],
    "from": 1991,
    "to": None,
    "descriptions": [],
    "spokespersons": [],
}
SOURCE: dict[str, Any] = {
    "id": "hill-radio",
    "name": "Hill Radio",
    "aliases": [],
    "weak_aliases": [],
    "kind": "outlet",
    "countries": ["PE"],
    "party": None,
    "people": [],
    "domains": [],
}
PLACE: dict[str, Any] = {
    "name": "Hill Camp",
    "aliases": [],
    "kind": "camp",
    "country": "PE",
    "admin1": None,
    "in": None,
    "lat": -12.5,
    "lon": -74.5,
    "radius_km": 5,
}
COUNTRY: dict[str, Any] = {"code": "PE", "names": ["Peru"], "demonyms": ["Peruvian"], "capitals": ["Lima"]}


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "table.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_party_is_read_from_any_path(tmp_path: Path) -> None:
    found = facts.load_parties(
        written(tmp_path, PARTY, PARTY | {"id": "b", "name": "B Wing", "aliases": [], "parent": "hill-front"})
    )
    assert found["hill-front"].from_ == 1991
    assert found["b"].parent == "hill-front"
    assert list(found) == ["hill-front", "b"]


BAD_PARTIES: dict[str, dict[str, Any]] = {
    "unknown parent": {"parent": "nobody"},
    "unknown ally": {"allies": ["nobody"]},
    "own parent": {"parent": "hill-front"},
    "unknown kind": {"kind": "knights"},
    "country in words": {"countries": ["Peru"]},
    "ends before it begins": {"from": 2000, "to": 1999},
    "ordinary word": {"aliases": ["Rebels"]},
    "empty alias": {"aliases": [" "]},
    "empty id": {"id": ""},
    "unknown field": {"leader": "X"},
    "year in words": {"from": "1991"},
}


@pytest.mark.parametrize("change", list(BAD_PARTIES))
def test_a_bad_party_is_refused(tmp_path: Path, change: str) -> None:
    with pytest.raises(FactsError):
        facts.load_parties(written(tmp_path, PARTY | BAD_PARTIES[change]))


def test_an_id_or_an_alias_of_two_parties_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="twice"):
        facts.load_parties(written(tmp_path, PARTY, PARTY | {"name": "Other", "aliases": []}))
    with pytest.raises(FactsError, match="both hill-front and other"):
        facts.load_parties(written(tmp_path, PARTY, PARTY | {"id": "other", "name": "HILL FRONT", "aliases": []}))


@pytest.mark.parametrize("change", [{"kind": "gossip"}, {"party": "nobody"}, {"countries": ["pe"]}, {"name": "Media"}])
def test_a_bad_source_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    assert "hill-radio" in facts.load_sources(written(tmp_path, SOURCE))
    with pytest.raises(FactsError):
        facts.load_sources(written(tmp_path, SOURCE | change))


@pytest.mark.parametrize(
    "change", [{"lat": 95}, {"lon": -181}, {"radius_km": 0}, {"country": "Peru"}, {"aliases": [""]}]
)
def test_a_bad_place_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    assert facts.load_places(written(tmp_path, PLACE))[0].in_ is None
    with pytest.raises(FactsError):
        facts.load_places(written(tmp_path, PLACE | change))


def test_a_country_needs_a_name_and_shares_none(tmp_path: Path) -> None:
    assert facts.load_countries(written(tmp_path, COUNTRY))["PE"].capitals == ("Lima",)
    with pytest.raises(FactsError):
        facts.load_countries(written(tmp_path, COUNTRY | {"names": []}))
    with pytest.raises(FactsError):
        facts.load_countries(written(tmp_path, COUNTRY, COUNTRY | {"code": "EC"}))


def test_a_missing_file_and_broken_lines_are_named(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"nowhere\.jsonl"):
        facts.load_parties(tmp_path / "nowhere.jsonl")
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(json.dumps(PARTY).encode() + b"\n{\xff\n")
    with pytest.raises(FactsError, match=r"broken\.jsonl, line 2"):
        facts.load_parties(broken)


def test_the_shipped_tables_hold_together() -> None:
    assert len(facts.parties()) > 1900
    assert len(facts.sources()) > 400
    assert len(facts.places()) > 1500
    codes = set(facts.countries())
    used = {code for party in facts.parties().values() for code in party.countries}
    used |= {code for source in facts.sources().values() for code in source.countries}
    assert used <= codes
    assert {source.kind for source in facts.sources().values()} <= set(ontology.load().source_kinds)


def test_lineage_goes_up_to_the_state() -> None:
    assert facts.lineage("russia-vks") == ("russia-vks", "russia-armed-forces", "russia-mod", "russia-government")
    assert facts.lineage("hamas") == ("hamas",)
    with pytest.raises(KeyError):
        facts.lineage("nobody")


THEATRES = [
    "SD",
    "UA",
    "CO",
    "MM",
    "ML",
    "BF",
    "NE",
    "NG",
    "AF",
    "IL",
    "YE",
    "ET",
    "CD",
    "IQ",
    "SY",
    "SO",
    "HT",
    "MX",
    "PH",
]


@pytest.mark.parametrize("code", THEATRES)
def test_every_theatre_has_its_government_forces_and_others(code: str) -> None:
    kinds = {party.kind for party in facts.parties().values() if party.countries[:1] == (code,)}
    assert {"government", "state_force", "police"} <= kinds
    assert kinds & {"rebel", "political_militia", "criminal_group", "communal_militia"}


LEADER: dict[str, Any] = {
    "name": "Ana Quispe",
    "aliases": [],
    "short": ["Quispe"],
    "party": "shining-path",
    "from": 1990,
    "to": 1999,
}


def test_leaders_lead_parties_that_exist_in_years_that_follow(tmp_path: Path) -> None:
    party = next(iter(facts.parties()))
    row = LEADER | {"party": party}
    assert facts.load_leaders(written(tmp_path, row))[0].from_ == 1990
    for fault in ({"party": "no-such-party"}, {"to": 1980}, {"short": [" "]}):
        with pytest.raises(FactsError):
            facts.load_leaders(written(tmp_path, row | fault))
    assert all(leader.party in facts.parties() for leader in facts.leaders())
