import pytest

from marsad.cli.progress import told
from marsad.pipeline import Progress


def test_lines_tell_stages_and_now_and_then_the_rate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 1.0, 3.0, 21.0, 22.0, 30.0])
    monkeypatch.setattr("marsad.cli.progress.time.monotonic", lambda: next(clock))
    with told(quiet=False) as tell:
        for step in [(32, 2000, "read"), (64, 2000, "read"), (1000, 2000, "read"), (1032, 2000, "read")]:
            tell(Progress(*step))
        tell(Progress(0, 1, "merge"))
    assert capsys.readouterr().err.splitlines() == [
        "reading reports: 32 of 2000",
        "reading reports: 1000 of 2000, 50/s, 20 s left",
        "merging claims",
    ]


def test_quiet_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with told(quiet=True) as tell:
        tell(Progress(1, 2, "read"))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("last", "shown"),
    [(Progress(64, 64, "read"), "64 of 64"), (Progress(0, 1, "merge"), "merging claims")],
    ids=["counted", "not counted"],
)
def test_a_terminal_gets_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], last: Progress, shown: str
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with told(quiet=False) as tell:
        tell(Progress(32, 64, "read"))
        tell(last)
    drawn = capsys.readouterr().err
    assert shown in drawn
    assert "of 1" not in drawn
