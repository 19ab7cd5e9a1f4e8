"""Events by date: a table where there is room for one, two lines an event on a narrow terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from marsad.cli import phrases
from marsad.cli.terminal import words
from marsad.model import Event

ROOM_FOR_A_TABLE = 110
"""Columns of a terminal below which a table would break most cells."""


def tell_timeline(out: Console, events: Iterable[Event]) -> None:
    """Print the events."""
    shown = list(events)
    if not shown:
        out.print("no event")
    elif out.width >= ROOM_FOR_A_TABLE:
        out.print(_table(shown))
    else:
        for event in shown:
            for line in _lines(event):
                out.print(line)


def _table(events: list[Event]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
    for title, wraps in (("Date", False), ("What", True), ("Where", True), ("Who", True), ("Figures", True)):
        table.add_column(title, no_wrap=not wraps, overflow="fold")
    table.add_column("Origins", justify="right", no_wrap=True)
    table.add_column("Event", no_wrap=True)
    for event in events:
        table.add_row(
            Text(phrases.days(event.when)),
            _what(event),
            words(phrases.place(event.where)),
            words(phrases.sides(event)),
            _counts(event),
            str(event.origins),
            words(event.id, "cyan"),
        )
    return table


def _what(event: Event) -> Text:
    history = Text("(history)" if event.background else "", style="dim")
    return _joined(Text(phrases.type_label(event.type), style="bold"), phrases.modality(event.modality), history)


def _counts(event: Event) -> Text:
    return _joined(words(phrases.figures(event)), phrases.disputed(event))


def _joined(*parts: Text) -> Text:
    return Text(" ").join(part for part in parts if part)


def _lines(event: Event) -> Iterator[Text]:
    where = Text() if event.where is None else words(phrases.place(event.where))
    yield _joined(Text(phrases.days(event.when)), _what(event), where, words(event.id, "cyan"))
    origins = Text(phrases.counted(event.origins, "origin", "origins"), style="dim")
    sides = Text() if not (event.who or event.whom) else words(f"{phrases.sides(event)} ·")
    yield Text.assemble("  ", _joined(sides, _counts(event), origins))
