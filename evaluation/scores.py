"""Precision, recall and F1 from counts."""

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T", bound=Hashable)


class Tally(Struct, frozen=True):
    """Counts behind a precision and a recall.

    ``right`` of the ``given`` answers are right, ``found`` of the ``wanted`` ones were found. The two differ where an
    answer need only overlap what is wanted, for then one answer may find two and two answers may find one.
    """

    right: int = 0
    given: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.given + other.given, self.found + other.found, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float | None:
        """Share of the answers that are right; None without any."""
        return share(self.right, self.given)

    @property
    def recall(self) -> float | None:
        """Share of what is wanted that was found; None when nothing is."""
        return share(self.found, self.wanted)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; 0 when either is missing, None when there was nothing to find and nothing given."""
        if self.given == 0 and self.wanted == 0:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(part: int, whole: int) -> float | None:
    """Return the part over the whole, or None of nothing.

    >>> share(1, 4), share(0, 0)
    (0.25, None)
    """
    return part / whole if whole else None


def exact(given: Iterable[T], wanted: Iterable[T]) -> Tally:
    """Count the answers that are equal to something wanted, one for one.

    >>> exact(["a", "a", "b"], ["a", "c"])
    Tally(right=1, given=3, found=1, wanted=2)
    """
    answers, targets = Counter(given), Counter(wanted)
    both = (answers & targets).total()
    return Tally(both, answers.total(), both, targets.total())


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float | None:
    """Mean F1 over the labels that are wanted at least once, from pairs of (wanted, given)."""
    found = list(pairs)
    labels = sorted({wanted for wanted, _ in found})
    scores = [_label(found, label).f1 or 0.0 for label in labels]
    return sum(scores) / len(scores) if scores else None


def _label(pairs: list[tuple[str, str]], label: str) -> Tally:
    right = sum(wanted == given == label for wanted, given in pairs)
    return Tally(right, sum(given == label for _, given in pairs), right, sum(wanted == label for wanted, _ in pairs))


def rounded(value: float | None) -> float | None:
    """Return the value to four digits behind the point, enough to tell one case in ten thousand."""
    return None if value is None else round(value, 4)
