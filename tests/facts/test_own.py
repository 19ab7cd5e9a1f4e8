import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad import facts
from marsad.errors import FactsError
from marsad.resolve.context import Role, name_index


@pytest.fixture(autouse=True)
def _no_own_table_afterwards() -> Iterator[None]:
    yield
    facts.use_parties(None)


def table(folder: Path, *lines: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_table_of_ones_own_stands_beside_the_shipped_one(tmp_path: Path) -> None:
    shipped = len(facts.parties())
    path = table(
        tmp_path,
        "name,kind,aliases,weak_aliases,countries,parent,from",
        '"Salt Road Front",rebel,Salt Roaders|Front of the Salt Road,SRF,TD|NE,,2021',
        "Dune Wing,rebel,,,TD,salt-road-front,",
    )
    facts.use_parties(path)
    front = facts.parties()["salt-road-front"]
    assert (front.aliases, front.weak_aliases, front.countries, front.from_, front.to) == (
        ("Salt Roaders", "Front of the Salt Road"), ("SRF",), ("TD", "NE"), 2021, None,
    )  # fmt: skip
    assert facts.lineage("dune-wing") == ("dune-wing", "salt-road-front")
    assert len(facts.parties()) == shipped + 2
    facts.use_parties(None)
    assert len(facts.parties()) == shipped


def test_what_is_made_of_the_tables_follows_them(tmp_path: Path) -> None:
    assert name_index().exactly("Salt Roaders") == ()
    facts.use_parties(table(tmp_path, "name,kind,aliases", "Salt Road Front,rebel,Salt Roaders"))
    assert [(known.role, known.id) for known in name_index().exactly("salt roaders")] == [
        (Role.PARTY, "salt-road-front")
    ]


def test_a_row_with_a_shipped_id_replaces_the_shipped_row(tmp_path: Path) -> None:
    row = {"id": "tiger-forces", "name": "Tiger Forces", "kind": "state_force", "countries": ["SY"], "to": 2020}
    facts.use_parties(table(tmp_path, json.dumps(row), name="mine.jsonl"))
    assert (facts.parties()["tiger-forces"].to, facts.parties()["tiger-forces"].aliases) == (2020, ())


def test_a_table_can_be_written_and_read_again(tmp_path: Path) -> None:
    rows = facts.read_own(table(tmp_path, "name\tkind\tfrom", "Reed Front\trebel\t1999", name="mine.tsv"))
    (tmp_path / "kept.jsonl").write_bytes(facts.as_lines(rows))
    assert facts.read_own(tmp_path / "kept.jsonl") == rows


HEAD = "id,name,kind,aliases,countries,parent,from,to"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (",Reed Front,knight,,,,,", "line 3: reed-front: kind 'knight' is not known"),
        (",Reed Front,rebel,,Chad,,,", "line 3: reed-front: 'Chad' is no country code"),
        (",Reed Front,rebel,,,nobody,,", "line 3: reed-front: party 'nobody' is not known"),
        (",Reed Front,rebel,,,,2010,2001", "line 3: reed-front: ends (2001) before it begins (2010)"),
        (",Reed Front,rebel,,,,long ago,", "line 3: Expected `int | null`"),
        (",Reed Front,rebel,Daesh,,,,", "line 3: 'Daesh' names is (Islamic State) already; give the row that id"),
        (",Reed Front,rebel,rebels,,,,", "line 3: reed-front: 'rebels' is too ordinary"),
        (",Reed Front,rebel,Hill People,,,,", "line 3: 'Hill People' names hill-front (Hill Front) already"),
        ("hill-front,Reed Front,rebel,,,,,", "line 3: the id 'hill-front' stands in mine.csv, line 2 already"),
        (",Reed Front,rebel", "line 3: has more or fewer columns than the head line"),
        (",,rebel,,,,,", "line 3: Object missing required field `name`"),
    ],
)
def test_a_row_at_fault_is_named_by_its_line(tmp_path: Path, line: str, said: str) -> None:
    path = table(tmp_path, HEAD, ",Hill Front,rebel,Hill People,PE,,,", line)
    with pytest.raises(FactsError) as error:
        facts.use_parties(path)
    assert f"mine.csv, {said}" in str(error.value)
    assert "hill-front" not in facts.parties()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"name": "A", "kind": "rebel", "leader": "X"}', "line 1: Object contains unknown field `leader`"),
        (b'\n{"name": ', "line 2: "),
        (b'\n\n{"name": "\xff"}', "line 3: not written in UTF-8"),
        (b"", "holds no party"),
    ],
)
def test_a_table_that_cannot_be_read_is_said_in_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "mine.jsonl").write_bytes(content)
    with pytest.raises(FactsError, match=r"^mine\.jsonl") as error:
        facts.use_parties(tmp_path / "mine.jsonl")
    assert said in str(error.value)


def test_a_missing_table_is_said(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="No such file"):
        facts.use_parties(tmp_path / "none.csv")
