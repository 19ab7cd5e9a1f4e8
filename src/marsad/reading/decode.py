"""Bytes to text: byte order marks, UTF-8, what is declared, Windows-1252, and a guess as the last resort."""

import codecs
import re

from charset_normalizer import from_bytes
from msgspec import Struct

from marsad.errors import UnreadableError
from marsad.model import Issue

SAMPLE = 65_536
"""Bytes that guesses are made from."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer before those that they begin with."""

SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
"""What browsers read in place of what is declared (WHATWG Encoding Standard)."""

CONTROL = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))
MAX_CONTROL = 0.01
"""Share of control characters above which bytes are no text."""

WESTERN = 0.2
"""Share of bytes over 127 above which a text is not in a western single-byte encoding."""


class Decoded(Struct, frozen=True):
    """Text with line ends normalised, and what was wrong with its bytes."""

    text: str
    issues: tuple[Issue, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a report's bytes; ``declared`` is the encoding that they claim for themselves.

    Raises:
        UnreadableError: there is nothing in them (``empty``), or they are no text (``binary``).
    """
    if not data.strip(b" \t\r\n\f\0"):
        raise UnreadableError("empty", "the report holds no text")
    text, issue = _decode(data, declared)
    nul = text.count("\0")
    if nul:
        issue = issue or Issue("encoding_guessed", f"{nul} NUL characters are replaced by U+FFFD")
    return Decoded(normal_lines(text.replace("\0", "\N{REPLACEMENT CHARACTER}")), (issue,) if issue else ())


def normal_lines(text: str) -> str:
    r"""Make every line end ``\n``.

    >>> normal_lines("a\r\nb\rc")
    'a\nb\nc'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, declared: str | None) -> tuple[str, Issue | None]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    wide = _wide(data[:SAMPLE])
    if wide is not None:
        return _replaced(data, wide, "it has no byte order mark")
    _refuse_binary(data[:SAMPLE])
    text = _strict(data, "utf-8")
    if text is not None:
        return text, None
    return _other(data, declared)


def _marked(data: bytes, encoding: str) -> tuple[str, Issue | None]:
    text = _strict(data, encoding)
    return (text, None) if text is not None else _replaced(data, encoding, "some bytes do not fit its byte order mark")


def _other(data: bytes, declared: str | None) -> tuple[str, Issue | None]:
    known = _known(declared)
    if known not in (None, "utf-8"):
        text = _strict(data, known or "")
        if text is not None and not _has_controls(text):
            return text, None
    if _mostly_utf8(data[:SAMPLE]):
        return _replaced(data, "utf-8", "some bytes do not fit")
    reason = f"it is not {declared} as declared" if declared else "it is not UTF-8 and declares nothing"
    return _replaced(data, _guess(data[:SAMPLE]), reason)


def _known(declared: str | None) -> str | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    return SUPERSETS.get(name, name)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, TypeError, ValueError):
        return None


def _replaced(data: bytes, encoding: str, reason: str) -> tuple[str, Issue]:
    text = data.decode(encoding, "replace")
    return text, Issue("encoding_guessed", f"read as {encoding}: {reason}")


def _wide(sample: bytes) -> str | None:
    """Say which UTF-16 it is when every other byte is NUL, as in Latin script."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 2:
        return None
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _refuse_binary(sample: bytes) -> None:
    controls = len(sample) - len(sample.translate(None, CONTROL))
    if controls > MAX_CONTROL * len(sample) + 1:
        raise UnreadableError("binary", "the bytes are no text; is the file of another kind than its name says?")


def _has_controls(text: str) -> bool:
    return re.search(r"[\x80-\x9f]", text) is not None


def _mostly_utf8(sample: bytes) -> bool:
    """Say whether more characters over 127 are right UTF-8 than wrong."""
    text = sample.decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    return sum(character > "\x7f" for character in text) - wrong > 2 * wrong


def _guess(sample: bytes) -> str:
    high = sum(byte > 127 for byte in sample)
    if high <= WESTERN * len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"
