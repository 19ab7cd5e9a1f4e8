"""Words for those who took part, given where they stand in short reports, and the parties that they are taken for."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.report import Cell, Report, Table
from evaluation.scores import rounded, share
from evaluation.texts import FormatError, document_of
from marsad.model import Claim, Document, Mention, Party, Span, content_id
from marsad.resolve.actors import ActorResolver

SHIPPED = Path(__file__).parent / "data" / "parties.yaml"
"""623 marked parties in 72 reports on 27 wars, written for this project."""
_MARK = re.compile(r"\[\[(?:(whom):)?([^|\]]+)\|([^\]]*)\]\]")
_END = re.compile(r"[.!?]\s+")
Marks = list[tuple[str, int, int, str]]


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """A report: its war, the year in which it came out, and the text with its marks."""

    war: str
    year: int
    text: str


class Answer(Struct, frozen=True):
    """Marked words, what they stand for, and what they were taken for."""

    war: str
    words: str
    wanted: str
    found: str

    @property
    def right(self) -> bool:
        """Whether the two are the same; words that are kept as they stand count whatever their article."""
        return self.wanted.casefold() == self.found.casefold()


def measure(path: Path) -> Report:
    """Resolve the marked words of a file.

    Raises:
        FormatError: it is no such file.
    """
    try:
        cases = msgspec.yaml.decode(path.read_bytes(), type=dict[str, Case])
    except msgspec.DecodeError as error:
        raise FormatError(f"{path.name}: {error}") from error
    return report_of([answer for case in cases.values() for answer in answers(case)])


def report_of(found: list[Answer]) -> Report:
    """Add up by war, and by whether a row of the table is wanted, other words or nobody."""
    groups: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in found:
        groups[answer.war].append(answer)
    known = [answer for answer in found if answer.wanted and not answer.wanted.startswith("=")]
    others = [answer for answer in found if answer not in known]
    rows = [(war, _right(some), len(some)) for war, some in groups.items()]
    rows += [
        ("parties of the table", _right(known), len(known)),
        ("others", _right(others), len(others)),
        ("all", _right(found), len(found)),
    ]
    figures: dict[str, Cell] = {
        "parties": len(found),
        "wars": len(groups),
        "right": rounded(_right(found)),
        "right_of_the_table": rounded(_right(known)),
        "right_of_others": rounded(_right(others)),
    }
    errors = tuple(
        f"{one.war}: {one.words}: {one.found or 'nobody'}, not {one.wanted or 'nobody'}"
        for one in found
        if not one.right
    )
    table = Table("Taken for the right party", ("", "share", "words"), tuple(rows))
    return Report("parties", (table,), figures, errors)


def _right(answers: list[Answer]) -> float | None:
    return share(sum(answer.right for answer in answers), len(answers))


def answers(case: Case) -> Iterator[Answer]:
    """Resolve each of the marked words of a report, in a claim of its own."""
    text, marks = unmarked(case.text)
    document = document_of(text, published=date(case.year, 7, 1))
    for slot, start, end, wanted in marks:
        who, whom = ActorResolver.default().resolve(document, (_claim(document, slot, start, end),))[0]
        yield Answer(case.war, text[start:end], wanted, _shown(whom if slot == "whom" else who))


def _shown(parties: tuple[Party, ...]) -> str:
    return "+".join(party.id or f"={party.name}" for party in parties)


def unmarked(marked: str) -> tuple[str, Marks]:
    """Return the text without its marks, and each mark as slot, start, end and what the words stand for.

    >>> unmarked("[[whom:Boats|=Boats]] burned")
    ('Boats burned', [('whom', 0, 5, '=Boats')])
    """
    text, at, marks = "", 0, []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append((match[1] or "who", len(text), len(text) + len(match[2]), match[3]))
        text += match[2]
        at = match.end()
    return text + marked[at:], marks


def _claim(document: Document, slot: str, start: int, end: int) -> Claim:
    """Return a claim of that one party, told by the last letter of its sentence."""
    ends = [match.end() for match in _END.finditer(document.text)]
    sentence = Span(
        max((place for place in ends if place <= start), default=0),
        min((place for place in ends if place > start), default=len(document.text)),
    )
    mentions = (Mention.of(document.text, start, end),)
    return Claim(
        id=content_id("c", document.id, start),
        document=document.id,
        type="armed_clash",
        modality="happened",
        trigger=Mention.of(document.text, sentence.end - 1, sentence.end),
        sentence=sentence,
        mentions=(),
        who=() if slot == "whom" else mentions,
        whom=mentions if slot == "whom" else (),
        where=(),
        when=(),
        counts=(),
        means=(),
        sources=(),
        extractor="given",
        confidence=1.0,
    )
