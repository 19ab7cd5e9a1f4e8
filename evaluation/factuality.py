"""Whether a predicate happened, on corpora that say how sure the text is of it (UDS-IH2, UW and kin).

A line of the file is ``{"text", "targets": [{"span1": [first, last], "label"}]}``: words between single spaces, and a
mean judgement from -3 (did not happen) to 3 (happened). The extractor is told the predicate and reads its modality; the
predicates are of all kinds, so this shows what is learned about modality and not about conflict.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from evaluation.report import Cell, Report, Table
from evaluation.scores import macro_f1, rounded, share
from evaluation.sentences import ReadsGiven
from evaluation.texts import FormatError, document_of, quoted, read_rows
from marsad.extract import Extractor

SURE: Final = 2.0
"""A mean judgement from here up is "happened", from its negative down "denied"."""
OPEN: Final = 1.0
"""Between the negative and this it is open: "possible", "planned" or "threatened". What lies between is left out."""
SCORE: Final = {"happened": 3.0, "ongoing": 3.0, "planned": 0.0, "possible": 0.0, "threatened": 0.0, "denied": -3.0}
"""Where each modality stands on the scale of the judgements, for the correlation."""
ANY_TYPE: Final = "armed_clash"
"""The type is not used in reading a modality; only threats have theirs fixed."""


class Target(Struct, frozen=True):
    """A predicate and its mean judgement."""

    span1: tuple[int, int]
    label: float


class Row(Struct, frozen=True):
    """A sentence and its predicates."""

    text: str
    targets: tuple[Target, ...]


class Judged(Struct, frozen=True):
    """A predicate, what people made of it and what the extractor did."""

    text: str
    start: int
    end: int
    label: float
    modality: str

    @property
    def wanted(self) -> str | None:
        """The class that people are sure of; None between the classes."""
        if abs(self.label) >= SURE:
            return "happened" if self.label > 0 else "denied"
        return "open" if abs(self.label) <= OPEN else None

    @property
    def given(self) -> str:
        """The class of the modality read."""
        return {3.0: "happened", 0.0: "open", -3.0: "denied"}[SCORE[self.modality]]


def measure(path: Path, extractor: Extractor) -> Report:
    """Measure the modality of given predicates.

    Raises:
        FormatError: the extractor cannot be told a predicate.
    """
    if not isinstance(extractor, ReadsGiven):
        raise FormatError(f"{extractor.name} cannot be told a predicate")
    return report_of([judged for row in read_rows(path, Row) for judged in _judged(row, extractor)], extractor.name)


def _judged(row: Row, extractor: ReadsGiven) -> Iterator[Judged]:
    for target in row.targets:
        start, end = characters(row.text, *target.span1)
        try:
            claim = extractor.read_given(document_of(row.text), [(start, end, ANY_TYPE)])[0]
        except ValueError:  # the sentence splitter sees no sentence there
            continue
        yield Judged(row.text, start, end, target.label, claim.modality)


def characters(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where the words from the first up to but without the last stand.

    >>> characters("they fled home", 1, 2)
    (5, 9)
    """
    words = text.split(" ")
    start = sum(len(word) + 1 for word in words[:first])
    return start, start + len(" ".join(words[first:last]))


def report_of(judged: Sequence[Judged], extractor: str) -> Report:
    """Return correlation, accuracy and the classes against each other."""
    pairs = [(one.wanted, one.given) for one in judged if one.wanted is not None]
    classes = ("happened", "open", "denied")
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (wanted, *(pairs.count((wanted, given)) for given in classes)) for wanted in classes
    )
    figures: dict[str, Cell] = {
        "extractor": extractor,
        "predicates": len(judged),
        "pearson": rounded(pearson([one.label for one in judged], [SCORE[one.modality] for one in judged])),
        "accuracy": rounded(share(sum(wanted == given for wanted, given in pairs), len(pairs))),
        "macro_f1": rounded(macro_f1(pairs)),
    }
    wrong = [one for one in judged if one.wanted is not None and one.wanted != one.given]
    errors = tuple(f"{one.label:+.1f}, {one.modality}: {quoted(one.text, (one.start, one.end))}" for one in wrong)
    return Report("factuality", (Table("Judged (rows) and read", ("", *classes), rows),), figures, errors)


def pearson(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Correlation of two series of one length; None where one does not vary.

    >>> pearson([1, 2, 3], [2, 4, 6])
    1.0
    """
    count = len(left)
    if not count:
        return None
    mean_left, mean_right = sum(left) / count, sum(right) / count
    both = sum((a - mean_left) * (b - mean_right) for a, b in zip(left, right, strict=True))
    spread = sum((a - mean_left) ** 2 for a in left) * sum((b - mean_right) ** 2 for b in right)
    return both / spread**0.5 if spread else None
