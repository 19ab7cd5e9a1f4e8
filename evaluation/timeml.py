"""TimeML files: a text, the day on which it was written, and its time expressions with their values."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lxml import etree
from msgspec import Struct

from evaluation.texts import FormatError

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


class Timex(Struct, frozen=True):
    """A time expression: its place in the text and its normalised value (TIMEX3: "1998-01-08", "P3D", "PAST_REF")."""

    start: int
    end: int
    value: str


class TimedText(Struct, frozen=True):
    """A text, the day of its creation where that is told, and its time expressions in order."""

    name: str
    text: str
    created: date | None
    timexes: tuple[Timex, ...]


def read_folder(folder: Path) -> Iterator[TimedText]:
    """Yield all TimeML files below a folder, by path; a file that is given is the only one.

    Raises:
        FormatError: one is no XML, or has no TEXT.
    """
    for path in [folder] if folder.is_file() else sorted(folder.rglob("*.tml")):
        yield read_text(path)


def read_text(path: Path) -> TimedText:
    """Read one file.

    Raises:
        FormatError: it is no XML, or has no TEXT.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.parse(str(path), parser).getroot()
    except etree.XMLSyntaxError as error:
        raise FormatError(f"{path.name}: {error}") from error
    body = root.find("TEXT")
    if body is None:
        raise FormatError(f"{path.name}: no TEXT")
    return TimedText(path.stem, "".join(map(str, body.itertext())), _created(root), tuple(_timexes(body)))


def _created(root: etree._Element) -> date | None:
    stamp = root.find("DCT/TIMEX3")
    told = _DAY.match(stamp.get("value", "")) if stamp is not None else None
    return date(*map(int, told.groups())) if told is not None else None


def _timexes(body: etree._Element) -> Iterator[Timex]:
    """Yield the expressions that have words; those without are no part of finding them."""
    at = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            words = "".join(map(str, element.itertext()))
            if element.tag == "TIMEX3" and words.strip():
                yield Timex(at, at + len(words), element.get("value", ""))
            at += len(element.text or "")
        elif element is not body:
            at += len(element.tail or "")
