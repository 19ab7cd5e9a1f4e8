"""Writing to a terminal, or to a pipe, words that others wrote."""

import json
import sys
import unicodedata
from collections.abc import Iterable
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from marsad.model import Span

PIPED_COLUMNS = 10_000
"""Width where there is no terminal: nothing wraps, so that every row stays one line for ``grep``."""

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def console() -> Console:
    """Return standard output: coloured and wrapped on a terminal, bare lines elsewhere."""
    width = None if sys.stdout.isatty() else PIPED_COLUMNS
    return Console(width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def words(text: str, style: str = "") -> Text:
    """Return words that others wrote, safe to print.

    Control characters, which could steer the terminal, become blanks; characters that turn the direction of writing
    are left out, and words written from right to left are isolated, so that what stands beside them keeps its place.
    """
    return _isolated(Text(_clean(text), style=style))


def marked(text: str, spans: Iterable[Span], style: str) -> Text:
    """Return words that others wrote, safe to print, with those of the spans in a style of their own.

    Spans that overlap an earlier one are left unmarked.
    """
    found, done = Text(), 0
    for span in sorted(spans):
        if span.start < done or span.end > len(text):
            continue
        found.append(_clean(text[done : span.start]))
        found.append(_clean(text[span.start : span.end]), style=style)
        done = span.end
    found.append(_clean(text[done:]))
    return _isolated(found)


def _isolated(text: Text) -> Text:
    if any(unicodedata.bidirectional(character) in ("R", "AL") for character in text.plain):
        return Text.assemble(_ISOLATE, text, _END_ISOLATE)
    return text


def _clean(text: str) -> str:
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    turns = unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    return "" if turns or category == "Cs" else character


def write_json(value: Any) -> None:  # noqa: ANN401 - anything that JSON holds
    """Write one JSON object on one line of standard output."""
    sys.stdout.write(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":")) + "\n")
