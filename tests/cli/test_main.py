import os
import subprocess
import sys
from pathlib import Path

import pytest

from marsad import __version__
from marsad.cli import main
from marsad.cli.verbs import VERBS
from tests.cli.conftest import Run

HEAVY = ("sqlalchemy", "trafilatura", "lxml", "rich", "nupunkt", "marsad.pipeline", "marsad.store", "marsad.ontology")


def modules_after(*arguments: str) -> set[str]:
    """Return the modules loaded by a run of the command line in a process of its own."""
    code = f"import sys; from marsad.cli import main; main({list(arguments)!r}); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    return set(ran.stderr.split())


@pytest.mark.parametrize("arguments", [("--version",), ("--help",)])
def test_nothing_heavy_is_loaded_before_a_verb_is_called(arguments: tuple[str, ...]) -> None:
    loaded = modules_after(*arguments)
    assert "marsad.cli.verbs" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_a_verb_loads_no_other_one() -> None:
    loaded = modules_after("ontology", "measures")
    assert "marsad.cli.ontology" in loaded
    assert loaded.isdisjoint({"marsad.cli.build", "marsad.cli.show", "sqlalchemy", "trafilatura"})


def test_the_version_is_told(run: Run) -> None:
    ran = run("--version")
    assert (ran.code, ran.out) == (0, f"marsad {__version__}\n")


def test_help_lists_verbs_and_exit_codes(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    for verb, line in VERBS.items():
        assert f"  {verb} " in ran.out
        assert line[:40] in ran.out
    for code in ("0    ", "1    ", "2    ", "130  "):
        assert code in ran.out


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_with_examples(run: Run, verb: str) -> None:
    ran = run(verb, "--help")
    assert ran.code == 0
    assert f"Usage: marsad {verb}" in ran.out
    assert "Examples:\n" in ran.out
    assert f"    marsad {verb}" in ran.out


def test_no_verb_is_wrong_usage_and_gives_help(run: Run) -> None:
    ran = run()
    assert ran.code == 2
    assert "Usage: marsad" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("shwo", "r"), "Did you mean 'show'"),
        (("show",), "Missing argument 'RECORD'; see `marsad show --help`"),
        (("show", "r", "--colour"), "No such option"),
        (("show", "r", "--since", "yesterday"), "write it as in 2024-05-31"),
        (("show", "r", "--type", "tornado"), "'tornado' is no event type"),
        (("show", "r", "--modality", "maybe"), "'maybe' is no modality"),
        (("show", "r", "--limit", "0"), "--limit"),
        (("search", "r"), "WORDS"),
        (("build", "x"), "--output"),
        (("export", "r", "--format", "xls", "-o", "x"), "known: jsonl, csv, geojson"),
        (("ontology", "air_strik"), "did you mean air_strike"),
        (("ontology", "zzz"), "`marsad ontology` lists all codes"),
    ],
)
def test_wrong_usage_is_told_in_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("marsad: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err


@pytest.mark.parametrize("verb", [("show",), ("search", "word"), ("export", "--format", "csv", "--output", "out")])
def test_a_failed_run_is_told_in_one_line(run: Run, tmp_path: Path, verb: tuple[str, ...]) -> None:
    ran = run(verb[0], tmp_path / "none", *verb[1:])
    assert ran.code == 1
    assert (
        ran.err == f"marsad: {tmp_path / 'none'} is no record; make one with: marsad build REPORTS -o {tmp_path}/none\n"
    )


@pytest.mark.parametrize("position", [0, 1, 2])
def test_the_traceback_comes_with_debug_alone_wherever_it_stands(run: Run, tmp_path: Path, position: int) -> None:
    arguments = ["show", str(tmp_path)]
    assert "Traceback" not in run(*arguments).err
    arguments.insert(position, "--debug")
    ran = run(*arguments)
    assert ran.code == 1
    assert "Traceback" in ran.err
    assert "RecordError" in ran.err


def test_a_word_may_be_called_debug(run: Run, record: Path) -> None:
    ran = run("search", record, "--", "--debug")
    assert (ran.code, ran.out, ran.err) == (0, "nothing found\n", "")


def test_a_fault_of_marsad_is_told_as_one(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("marsad.store.Store.search", fail)
    ran = run("search", record, "market")
    assert ran.code == 1
    assert ran.err.startswith("marsad: internal error: ZeroDivisionError: division by zero; please report it")
    assert ran.err.count("\n") == 1


def marsad(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m marsad`` with a pipe behind it."""
    command = [sys.executable, "-W", "error", "-m", "marsad", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=os.environ | environment, check=False)  # noqa: S603


def test_a_pipe_gets_neither_colour_nor_boxes(record: Path) -> None:
    ran = marsad("show", record)
    assert (ran.returncode, ran.stderr) == (0, b"")
    text = ran.stdout.decode()
    assert "\x1b" not in text
    assert not set(text) & set("─│┃━┏┓┗┛╭╮╰╯")
    assert len(text.splitlines()) == 5


def test_letters_that_the_output_cannot_hold_do_not_stop_it(record: Path) -> None:
    ran = marsad("show", record, PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"El Fasher" in ran.stdout


def test_a_reader_that_leaves_ends_the_run_quietly(record: Path) -> None:
    command = f"{sys.executable} -m marsad ontology --json | head -n 1"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=record)  # noqa: S603, S607
    assert ran.stdout.count(b"\n") == 1
    assert ran.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
def test_output_that_cannot_be_written_is_told_in_one_line(record: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "marsad", "show", str(record)]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603
    assert ran.returncode == 1
    assert ran.stderr == b"marsad: cannot use the output: No space left on device\n"


def test_main_reads_the_command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["marsad", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("marsad ")
