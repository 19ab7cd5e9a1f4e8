"""Parts of events and claims in the words of a terminal."""

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from marsad.cli.terminal import words
from marsad.model import Event, EventFigure, EventParty, EventPlace, EventTime, Figure, Party, Place, Source, Time
from marsad.ontology import load

UNKNOWN = "—"

_MODALITY_STYLES = {"denied": "bold red", "ongoing": "cyan"}


def type_label(code: str) -> str:
    """Return the type as a person says it."""
    return load().event_type(code).label


def modality(code: str) -> Text:
    """Return the mark of what did not simply happen; nothing for what did."""
    if code == "happened":
        return Text()
    return Text(f"[{load().modality(code).label.upper()}]", style=_MODALITY_STYLES.get(code, "bold yellow"))


def days(when: Time | EventTime | None) -> str:
    """Return the day, or the first and last day.

    >>> from datetime import date
    >>> days(Time(date(2022, 3, 1), date(2022, 3, 31), "month", None, ""))
    '2022-03-01 to 03-31'
    """
    if when is None:
        return UNKNOWN
    if when.start == when.end:
        return when.start.isoformat()
    return f"{when.start.isoformat()} to {_shorter(when.end, when.start)}"


def _shorter(end: date, start: date) -> str:
    return end.strftime("%m-%d") if end.year == start.year else end.isoformat()


def place(where: Place | EventPlace | None) -> str:
    """Return the place with its country and, unless it is exact, how exactly it is known."""
    if where is None:
        return UNKNOWN
    names = [where.name, *([where.country] if where.country and where.precision != "country" else [])]
    rough = "" if where.precision in ("exact", "country") else f" ({where.precision})"
    return ", ".join(names) + rough


def party_names(named: Sequence[Party] | Sequence[EventParty]) -> str:
    """Return the names, joined by commas."""
    return ", ".join(dict.fromkeys(party.name for party in named))


def source(said: Source) -> str:
    """Return who says so, and whether that is a side of the happening.

    >>> source(Source("Ministry of Health", None, "official", None, interest=True))
    'Ministry of Health (a side of it)'
    """
    return f"{said.name} (a side of it)" if said.interest else said.name


def sides(event: Event) -> str:
    """Return who did it to whom."""
    who, whom = party_names(event.who), party_names(event.whom)
    if not (who or whom):
        return UNKNOWN
    return f"{who or '?'} → {whom}" if whom else who


def bounds(low: int | None, high: int | None) -> str:
    """Return the two bounds shortly.

    >>> bounds(3, 5), bounds(4, 4), bounds(9, None), bounds(None, 7), bounds(None, None)
    ('3-5', '4', '≥9', '≤7', 'some')
    """
    if low is None and high is None:
        return "some"
    if low is None:
        return f"≤{high}"
    if high is None:
        return f"≥{low}"
    return f"{low:,}" if low == high else f"{low:,}-{high:,}"


def figure(value: Figure | EventFigure) -> str:
    """Return a figure shortly: ``killed 3-5 (civilians)``; a part of another stands in brackets."""
    whom = value.who or load().victim_class(value.who_class).label.lower()
    said = f"{value.measure} {bounds(value.low, value.high)} ({whom})"
    return said if value.part_of is None else f"[of these {said}]"


def weighed(value: EventFigure) -> str:
    """Return an event's figure with the rule that its bounds and best come from, and the reason."""
    best = f", best {value.best:,}" if value.best is not None and value.low != value.high else ""
    return f"{figure(value)}{best}; {value.rule}: {value.basis}" if value.basis else figure(value)


def figures(event: Event) -> str:
    """Return the event's figures shortly, without those that are part of another."""
    return ", ".join(
        f"{value.measure} {bounds(value.low, value.high)}" for value in event.figures if value.part_of is None
    )


def disputed(event: Event) -> Text:
    """Return the mark of an event on which the claims disagree, with the fields; nothing for others."""
    if not event.disputes:
        return Text()
    fields = ", ".join(dict.fromkeys(dispute.field for dispute in event.disputes))
    return words(f"≠ {fields}", "bold red")


def counted(number: int, one: str, many: str) -> str:
    """Return the number with its noun.

    >>> counted(1, "origin", "origins"), counted(2, "origin", "origins")
    ('1 origin', '2 origins')
    """
    return f"{number} {one if number == 1 else many}"
