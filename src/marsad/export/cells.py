"""Values of a record as cells of a table that a person reads and a spreadsheet opens."""

from collections.abc import Iterable, Sequence
from datetime import date

from marsad.model import EventFigure, Figure

Cell = str | int | float | None
"""None is an empty cell: unknown."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def inert(words: str | None) -> str | None:
    """Return words that no spreadsheet takes for a formula, on one line.

    Words that begin as a formula does (``=``, ``+``, ``-``, ``@``) get an apostrophe before them, which spreadsheets
    take as "this is text"; numbers are cells of their own and stay as they are (OWASP, "CSV Injection").

    >>> inert("=HYPERLINK(0)")
    "'=HYPERLINK(0)"
    """
    if words is None:
        return None
    line = " ".join(words.replace("\0", " ").split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def listed(words: Iterable[str | None]) -> str | None:
    """Return different words in their order, joined by a semicolon; None when there are none."""
    return inert("; ".join(dict.fromkeys(word for word in words if word))) or None


def day(value: date | None) -> str | None:
    """Return the day as ISO 8601."""
    return None if value is None else value.isoformat()


def yes(value: bool) -> str:  # noqa: FBT001 - the value itself
    """Return "yes" or "no"."""
    return "yes" if value else "no"


def between(low: int | None, high: int | None) -> str:
    """Return the two bounds as a person says them.

    >>> between(3, 5), between(4, 4), between(9, None), between(None, 7)
    ('3 to 5', '4', 'at least 9', 'at most 7')
    """
    if low is None and high is None:
        return "some"
    if low is None:
        return f"at most {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"


def in_words(figures: Sequence[Figure] | Sequence[EventFigure]) -> str | None:
    """Return all figures in words, those counted in another one in brackets.

    An event's bounds are the lowest and the highest that any claim states, its best the one that most origins do.
    """
    return listed(_figure(figure) for figure in figures)


def _figure(figure: Figure | EventFigure) -> str:
    best = getattr(figure, "best", None)
    bounds = between(figure.low, figure.high) + (
        f", best {best}" if best is not None and figure.low != figure.high else ""
    )
    whom = figure.who or figure.who_class
    words = f"{figure.measure}: {bounds} ({whom})"
    return words if figure.part_of is None else f"[of these {words}]"


def whole(figures: Sequence[Figure] | Sequence[EventFigure], measure: str) -> tuple[int | None, int | None, int | None]:
    """Return (low, best, high) of everything a measure counts, without adding anything up.

    One figure that is no part of another stands for the whole. Where several do (civilians and soldiers, say), no more
    is known than that it was at least the lowest of their lows, so best and high are None.
    """
    wholes = [figure for figure in figures if figure.measure == measure and figure.part_of is None]
    if len(wholes) == 1:
        return wholes[0].low, getattr(wholes[0], "best", None), wholes[0].high
    lows = [figure.low for figure in wholes]
    return min((low for low in lows if low is not None), default=None), None, None
