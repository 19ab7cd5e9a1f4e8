import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from marsad.model import EventValue
from marsad.store import Store
from tests import sample_record as sample
from tests.cli.conftest import Run

MARKET, ANSWER = sample.MARKET_EVENT.id, sample.ANSWER_EVENT.id
STRIKE, KIDNAP = sample.STRIKE_EVENT.id, sample.KIDNAP_EVENT.id


def test_the_timeline_goes_by_date_with_a_line_an_event(run: Run, record: Path) -> None:
    lines = run("show", record).out.splitlines()[1:]
    assert [line.split()[-1] for line in lines] == [STRIKE, MARKET, *sorted([ANSWER, KIDNAP])]
    [market] = [line for line in lines if MARKET in line]
    for part in ("2024-05-14", "Shelling", "El Fasher, SD", "Rapid Support Forces → traders", "killed 9", "≠ killed"):
        assert part in market


def test_what_did_not_happen_is_marked(run: Run, record: Path) -> None:
    lines = run("show", record).out.splitlines()
    assert [line.split()[-1] for line in lines if "[POSSIBLE]" in line] == [ANSWER]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--type", "shelling"], [MARKET]),
        (["--type", "remote_violence"], [STRIKE, MARKET, ANSWER]),
        (["--type", "shelling", "--type", "abduction"], [MARKET, KIDNAP]),
        (["--modality", "possible"], [ANSWER]),
        (["--place", "fasher"], [MARKET]),
        (["--place", "north darfur"], [MARKET]),
        (["--place", "ua"], [STRIKE]),
        (["--party", "rapid support"], [MARKET]),
        (["--party", "saf"], [ANSWER]),
        (["--party", "olena"], []),
        (["--since", "2024-05-14"], [MARKET]),
        (["--until", "2024-05-13"], [STRIKE]),
        (["--since", "2024-03-03", "--until", "2024-05-14"], [STRIKE, MARKET]),
        (["--limit", "1"], [STRIKE]),
        (["--place", "nowhere"], []),
    ],
)
def test_filters(run: Run, record: Path, options: list[str], expected: list[str]) -> None:
    ran = run("show", record, "--json", *options)
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == expected
    assert ran.code == 0


def test_no_event_is_said(run: Run, record: Path) -> None:
    assert run("show", record, "--place", "nowhere").out == "no event\n"


def test_an_event_is_shown_with_every_claim(run: Run, record: Path) -> None:
    ran = run("show", record, MARKET[:6])
    assert ran.code == 0
    for part in (
        "when      2024-05-14 (day)",
        "where     El Fasher, SD, North Darfur, within 3 km: El Fasher in the gazetteer",
        "support   Weak; 2 origins, 2 outlets, 2 reports",
        "disputed  ≠ killed: 9 (Darfur Ledger) / 14 (Nile Courier)",
        "Darfur Ledger, 2024-05-15  sudan/market.txt",
        "“On Tuesday shells fell on the livestock market of El Fasher.”",
        "according to Emergency Room",
        "killed 9 (traders)",
        "“A medic in El Fasher counted 14 dead after Tuesday's shelling of the livestock market by the RSF.”",
        "(0.93): same day; same town; same side",
    ):
        assert part in ran.out


def test_rules_reasons_and_values_are_told(run: Run, record: Path) -> None:
    (toll, *others) = sample.MARKET_EVENT.figures
    dispute = replace(sample.MARKET_EVENT.disputes[0], text="How many were killed is disputed: 9, but 14.")
    value = EventValue("killed", "14", "rival", "counted by a medic", (sample.SHELLING_AGAIN.id,), ())
    told = replace(
        sample.MARKET_EVENT,
        figures=(replace(toll, rule="ucdp", basis="best is 9, stated by one"), *others),
        disputes=(dispute,),
        grade_basis="one origin tells it: Darfur Ledger",
        values=(value,),
    )
    with Store.open(record) as store:
        store.replace_events([told], ())
    out = run("show", record, MARKET).out
    for part in (
        "; ucdp: best is 9, stated by one",
        "one origin tells it: Darfur Ledger",
        "disputed  ≠ How many were killed is disputed: 9, but 14.",
        "told      killed: 14 (rival: counted by a medic) by ",
    ):
        assert part in out


def test_an_event_as_json_holds_claims_and_reports(run: Run, record: Path) -> None:
    shown = json.loads(run("show", record, MARKET, "--json").out)
    assert shown["event"]["id"] == MARKET
    assert sorted(claim["id"] for claim in shown["claims"]) == sorted(sample.MARKET_EVENT.claims)
    assert {claim["sentence_text"] for claim in shown["claims"]} == {
        "On Tuesday shells fell on the livestock market of El Fasher.",
        sample.MARKET_AGAIN.text,
    }
    assert {document["outlet"] for document in shown["documents"]} == {"Darfur Ledger", "Nile Courier"}


@pytest.mark.parametrize("arguments", [["--json"], [], [STRIKE], [STRIKE, "--json"]])
def test_private_victims_are_named_on_request_alone(run: Run, record: Path, arguments: list[str]) -> None:
    assert "Olena" not in run("show", record, *arguments).out
    assert "Olena Tkach" in run("show", record, *arguments, "--with-names").out


def test_an_unknown_event_is_an_error(run: Run, record: Path) -> None:
    ran = run("show", record, "e-none")
    assert ran.code == 1
    assert "no event 'e-none'" in ran.err


@pytest.mark.parametrize("verb", [["show"], ["search", "market"]])
def test_an_unfinished_record_is_shown_with_a_warning(run: Run, record: Path, verb: list[str]) -> None:
    assert run(verb[0], record, *verb[1:]).err == ""
    with Store.open(record) as store:
        store.add([(sample.document("haiti/new.txt", "A market burned in Croix-des-Bouquets."), ())])
    ran = run(verb[0], record, *verb[1:])
    assert ran.code == 0
    assert ran.out
    assert "is unfinished or of another version of marsad" in ran.err
