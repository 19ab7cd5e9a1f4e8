"""What a line says once its marks are off: links, list numbers, heading signs, emphasis."""

import re
import unicodedata
from functools import lru_cache

RECENT = 512
"""Lines whose answers are kept: every stage of reading asks of the lines of one report again."""

_LINK = re.compile(r"!?\[([^\[\]\n]{0,400})\]\([^()\n]{0,1000}\)")
_BRACKETED = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_MARK = re.compile(r"^\s*(?:(?:[-*+•·▪■►»>#|=~]{1,6}|\d{1,2}[.)])\s+)+")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_BULLET = re.compile(r"^\s*(?:[-*+•·▪■►–]|\d{1,2}[.)])\s+\S")
_WORD = re.compile(r"\w[\w'’-]*")
_NOTES = re.compile(r"(?<=.)(?:\[\d{1,3}\]){1,9}$")
_CLOSERS = "\"'”’»)]*_ \t"
_ENDS = ".!?…。！？؟।։።॥"


@lru_cache(maxsize=RECENT)
def plain(line: str) -> str:
    """Return the words of a line without its marks.

    >>> plain("  2. [Skip to *main* menu](#)")
    'Skip to main menu'
    """
    text = _BRACKETED.sub(r"\1", _LINK.sub(r"\1", line))
    text = _EMPHASIS.sub("", _MARK.sub("", text))
    return " ".join(text.split())


def is_bullet(line: str) -> bool:
    """Say whether the line is an item of a list."""
    return _BULLET.match(line) is not None


def words(text: str) -> list[str]:
    """Return the words, as written."""
    return _WORD.findall(text)


def ends_sentence(text: str) -> bool:
    """Say whether the text ends as a sentence does, in any of the scripts that mark it; numbers of notes may follow.

    >>> ends_sentence('"We saw it," she said.”'), ends_sentence("Talks fail")
    (True, False)
    """
    end = _NOTES.sub("", text.rstrip()).rstrip(_CLOSERS)[-1:]
    return end != "" and end in _ENDS


@lru_cache(maxsize=RECENT)
def folded(text: str) -> str:
    """Return the text as it compares with another copy of itself: no case, no marks, one kind of quote and space."""
    text = unicodedata.normalize("NFKC", plain(text)).casefold()
    return " ".join(_WORD.findall(text.replace("’", "'")))
