"""Short reports with several claims, and who stands on their two sides in the end.

In the text ``[[1!arrest:detained]]`` marks the trigger of claim 1 with its type, and ``[[1who:The gang]]``,
``[[1whom:...]]``, ``[[1where:...]]``, ``[[1means:...]]`` and ``[[1sources:...]]`` the words that an extractor gave it,
and ``[[1killed:...]]`` those that count its dead. ``denied`` lists the
claims that are told as denied. Under ``sides`` stands what each claim has to have: parties by id, ``=words`` for
others.
"""

import re
from datetime import date
from pathlib import Path

import yaml
from msgspec import Struct, structs

from marsad.model import Claim, CountMention, Document, Mention, Published
from tests.resolve.actors.marked import claim_of, document_of

_MARK = re.compile(r"\[\[(\d)(?:!(\w+)|(who|whom|where|means|sources|killed)):([^\]]+)\]\]")


class Story(Struct, frozen=True):
    """A document, its claims, and the parties expected on each side of each claim."""

    document: Document
    claims: tuple[Claim, ...]
    sides: tuple[tuple[list[str], list[str]], ...]


def load_stories(path: Path) -> dict[str, Story]:
    """Read the stories of a file by name."""
    return {name: _story(case) for name, case in yaml.safe_load(path.read_text("utf-8")).items()}


def _story(case: dict[str, object]) -> Story:
    text, marks = _unmarked(str(case["text"]))
    day = date(int(str(case["year"])), 7, 1)
    document = structs.replace(document_of(text), published=Published(day, day, "given"))
    sides: dict[int, dict[str, list[str]]] = case["sides"]  # type: ignore[assignment]
    denied: list[int] = case.get("denied", [])  # type: ignore[assignment]
    claims = tuple(_claim(document, marks, number, "denied" if number in denied else "happened") for number in sides)
    return Story(document, claims, tuple((one.get("who", []), one.get("whom", [])) for one in sides.values()))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, str, str, int, int]]]:
    text, at, marks = "", 0, []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append((int(match[1]), match[2] or "", match[3] or "", len(text), len(text) + len(match[4])))
        text += match[4]
        at = match.end()
    return text + marked[at:], marks


def _claim(document: Document, marks: list[tuple[int, str, str, int, int]], number: int, modality: str) -> Claim:
    own = [mark for mark in marks if mark[0] == number]
    (type_, start, end), *_ = [(mark[1], mark[3], mark[4]) for mark in own if mark[1]]
    slots = {
        slot: tuple(Mention.of(document.text, mark[3], mark[4]) for mark in own if mark[2] == slot)
        for slot in ("who", "whom", "where", "means", "sources")
    }
    claim = structs.replace(claim_of(document, start, type_), trigger=Mention.of(document.text, start, end), **slots)
    counts = tuple(
        CountMention("killed", Mention.of(document.text, mark[3], mark[4])) for mark in own if mark[2] == "killed"
    )
    return structs.replace(claim, modality=modality, counts=counts)
