"""The commands of the tutorial run, in the order in which it tells them."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from marsad.cli import main
from marsad.store import Store

ROOT = Path(__file__).parents[1]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ marsad (.*)$", TUTORIAL, re.MULTILINE)


def test_every_command_of_the_tutorial_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples" / "reports", tmp_path / "examples" / "reports")
    monkeypatch.chdir(tmp_path)
    for command in COMMANDS:
        if "e-" in command:
            with Store.open(tmp_path / "record") as record:
                event = next(record.events()).id
            command = re.sub(r"\be-[0-9a-f]+", event, command)  # noqa: PLW2901
        assert main(shlex.split(command)) == 0, command
        assert capsys.readouterr().out.strip(), command


def test_the_tutorial_shows_every_verb() -> None:
    assert {"build", "show", "search", "diff", "export", "gazetteer", "parties", "ontology", "doctor"} <= {
        command.split()[0] for command in COMMANDS
    }


def test_links_of_the_tutorial_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TUTORIAL):
        assert (ROOT / "docs" / target).exists(), target
