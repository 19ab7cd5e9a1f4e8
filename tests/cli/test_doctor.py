import json

import pytest

from marsad.errors import FactsError
from tests.cli.conftest import Run


def test_a_whole_installation_passes(run: Run) -> None:
    ran = run("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert {line.split()[0] for line in ran.out.splitlines()} == {"ok"}
    for name in ("python", "database", "ontology", "facts", "gazetteer", "extractor", "terminal"):
        assert f" {name} " in ran.out


def test_what_is_wrong_is_named_and_the_rest_still_checked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise FactsError("parties.jsonl, line 3: no id")

    monkeypatch.setattr("marsad.cli.doctor.parties", broken)
    ran = run("doctor", "--json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert told["ok"] is False
    assert {check["name"]: check["found"] for check in told["checks"] if not check["ok"]} == {
        "facts": "parties.jsonl, line 3: no id"
    }
    assert len(told["checks"]) == 7
