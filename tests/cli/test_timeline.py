from io import StringIO

import pytest
from rich.console import Console

from marsad.cli.timeline import tell_timeline
from marsad.model import Event
from tests import sample_record as sample


def told(width: int, *events: Event, terminal: bool = True) -> str:
    file = StringIO()
    out = Console(file=file, width=width, force_terminal=terminal, highlight=False, markup=False)
    tell_timeline(out, events or sample.EVENTS)
    return file.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 110, 160])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    shown = told(width, terminal=False)
    assert max(map(len, shown.splitlines())) <= width
    for event in sample.EVENTS:
        assert event.id in shown
    assert "≠" in shown
    assert "[POSSIBLE]" in shown


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[36m" in told(120)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "36m" not in told(120)


@pytest.mark.parametrize("width", [60, 160])
def test_history_is_marked(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    told_as_history = sample.event(sample.STRIKE, background=True)
    assert "(history)" in told(width, told_as_history, terminal=False)
    assert "(history)" not in told(width, sample.STRIKE_EVENT, terminal=False)
