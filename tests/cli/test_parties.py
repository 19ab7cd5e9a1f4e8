import json
from pathlib import Path

import pytest

from marsad import facts
from tests.cli.conftest import Run


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(
        "name,kind,aliases,weak_aliases,countries,from,parent\n"
        "Salt Road Front,rebel,Salt Roaders,SRQ,TD,2021,\n"
        "Dune Wing,rebel,,,TD,,salt-road-front\n",
        encoding="utf-8",
    )
    return path


def test_a_party_is_told_with_what_is_known_of_it(run: Run) -> None:
    out = run("parties", "find", "Tiger Forces").out
    assert out.startswith("Tiger Forces  tiger-forces  taken\n  a name that stands for it alone\n")
    for part in (
        "  kind       State forces",
        "  when       2013 to 2024",
        "part of    Syrian Army → Government of Syria",
    ):
        assert part in out


def test_country_and_year_decide_between_parties_of_one_name(run: Run) -> None:
    assert run("parties", "find", "SNA", "--country", "Syria", "--year", "2019").out.startswith("Syrian National Army")
    assert run("parties", "find", "SNA", "--country", "SO").out.startswith("Somali National Army")


def test_json_has_one_party_a_line(run: Run) -> None:
    rows = [json.loads(line) for line in run("parties", "find", "SNA", "--json").out.splitlines()]
    assert {"sna", "somali-army"} <= {row["id"] for row in rows}
    assert all(row["why"] for row in rows)


def test_an_unknown_name_is_said_with_its_neighbours(run: Run) -> None:
    assert "no party of that name; written much like it: Houthi" in run("parties", "find", "Houtis").out
    ran = run("parties", "find", "Daesh", "--country", "Atlantis")
    assert (ran.code, ran.err) == (1, "marsad: no country is called 'Atlantis'\n")


def test_a_table_of_ones_own_is_looked_in(run: Run, mine: Path) -> None:
    assert run("parties", "find", "Dune Wing", "--parties", mine).out.startswith("Dune Wing  dune-wing  taken")
    assert "no party of that name" in run("parties", "find", "Dune Wing").out
    assert facts.own_parties() is None


def test_a_record_keeps_the_table_that_it_was_begun_with(run: Run, mine: Path, tmp_path: Path) -> None:
    reports, record = tmp_path / "reports", tmp_path / "record"
    reports.mkdir()
    (reports / "a.txt").write_text("The Salt Roaders attacked a convoy in Chad on 3 May 2024.", encoding="utf-8")
    built = run("build", reports, "-o", record, "--parties", mine)
    assert "It was read with parties of your own" in built.out
    mine.write_text("name,kind\nOther Front,rebel\n", encoding="utf-8")
    (reports / "b.txt").write_text("The Dune Wing shelled a barracks in Chad on 9 May 2024.", encoding="utf-8")
    assert run("build", reports, "-o", record, "--quiet").code == 0
    assert run("export", record, "--format", "jsonl", "-o", tmp_path / "out").code == 0
    claims = [json.loads(line) for line in (tmp_path / "out" / "claims.jsonl").read_text("utf-8").splitlines()]
    assert {"salt-road-front", "dune-wing"} <= {party["id"] for claim in claims for party in claim["who"]}
    refused = run("build", reports, "-o", record, "--parties", mine)
    assert refused.code == 1
    assert "was begun with other parties than these; build into a new folder" in refused.err


def test_a_table_at_fault_stops_a_build_before_it_begins(run: Run, mine: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Troops clashed in Chad.", encoding="utf-8")
    mine.write_text("name,kind\nA Front,rebel\nB Front,knights\n", encoding="utf-8")
    ran = run("build", tmp_path / "a.txt", "-o", tmp_path / "record", "--parties", mine)
    assert ran.code == 1
    assert ran.err == "marsad: mine.csv, line 3: b-front: kind 'knights' is not known\n"
    assert not (tmp_path / "record").exists()
