"""The counts of two claims compared: equal, fitting, rival, or of other persons."""

from datetime import date

from marsad.merge.digest import ClaimDigest
from marsad.merge.finding import Finding, unknown
from marsad.model import Figure

GROWN = 3.0
"""A toll grows so many times over at most, in all but the first hours."""
FEW = 12
"""Counts up to a dozen are so common that two happenings often share one."""
RIVALS = "figures: rival counts"
OF_ONE_DAY = ("when: one day", "when: one calendar day", "when: days in common", "when: one span", "when: next day")
"""Cases of time by which two counts can be of one happening."""


def compare_tolls(left: ClaimDigest, right: ClaimDigest, when: Finding) -> Finding:
    """Compare counts as :func:`compare_figures` does; of rival ones a later report may have the higher.

    Two numbers of dead are a dispute where a day says that they are of one happening; where none does, they are as
    likely of two.
    """
    found = compare_figures(left, right)
    if found.words != RIVALS:
        return found
    pairs = [(a, b) for a in _counted(left) for b in _counted(right) if a.measure == b.measure and _like_persons(a, b)]
    if any(_fit(a, b) for a, b in pairs):
        return Finding("figures", "agrees", 0.5, "figures: one count holds the other", code="figures: fit")
    near = min(max(_number(a), _number(b)) / min(_number(a), _number(b)) for a, b in pairs)
    if near > GROWN:
        return Finding("figures", "differs", -2.0, "figures: counts far apart", code="figures: far apart")
    if _sinks(left, right) or _sinks(right, left):
        words = "figures: one source's later count is lower"
        return Finding("figures", "differs", -2.0, words, code="figures: sinking")
    if not when.code.startswith(OF_ONE_DAY):
        return Finding("figures", "differs", -1.5, f"{RIVALS}, and no day in common", code="figures: rivals of no day")
    return found


def _sinks(earlier: ClaimDigest, later: ClaimDigest) -> bool:
    """Say whether a source that both credit counts fewer in a report of a later day: tolls grow as bodies are found."""
    said = [{source.id for source in one.claim.sources} - {None} for one in (earlier, later)]
    if not said[0] & said[1] or not _later(earlier.document.published, later.document.published):
        return False
    measures = {figure.measure for figure in _counted(later)}
    return all(_most(later, measure) < _most(earlier, measure) for measure in measures)


def _later(one: tuple[date, date] | None, two: tuple[date, date] | None) -> bool:
    return one is not None and two is not None and one[1] < two[0]


def _most(digest: ClaimDigest, measure: str) -> int:
    return max((_number(figure) for figure in _counted(digest) if figure.measure == measure), default=0)


def _fit(left: Figure, right: Figure) -> bool:
    """Say whether "more than 100" may be the 132 of the other."""
    bounds = [(figure.low or 0, figure.high or 10 * _number(figure)) for figure in (left, right)]
    return bounds[0][0] <= bounds[1][1] and bounds[1][0] <= bounds[0][1]


def compare_figures(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Compare counts of two or more: equal ones of like persons are telling, rival ones are what reports dispute.

    Twenty civilians are not the twenty soldiers of another claim, however equal the number.
    """
    pairs = [(a, b) for a in _counted(left) for b in _counted(right) if a.measure == b.measure]
    if not pairs:
        return unknown("figures", "figures: nothing counted by both")
    alike = [pair for pair in pairs if _like_persons(*pair)]
    if not alike:
        words = "figures: the counts are of other persons"
        return Finding("figures", "differs", -2.0, words, code="figures: other persons")
    equal = sorted({(a.measure, _number(a)) for a, b in alike if _number(a) == _number(b)})
    if not equal:
        return Finding("figures", "differs", 0.0, RIVALS, code="figures: rivals")
    measure, number = max(equal, key=lambda pair: (_is_odd(pair[1]), pair))
    weight = min(2.0, len(equal) + 0.5) + (1.0 if _is_odd(number) else 0.0)
    told = "odd count" if _is_odd(number) else "two counts" if len(equal) > 1 else "one count"
    return Finding("figures", "agrees", weight, f"figures: both {number} {measure}", code=f"figures: {told}")


def _is_odd(number: int) -> bool:
    """Say whether a count is no small and no round number, so that two happenings seldom share it."""
    return number > FEW and number % 5 != 0


def _counted(digest: ClaimDigest) -> list[Figure]:
    return [figure for figure in digest.claim.figures if _number(figure) >= 2]


def _number(figure: Figure) -> int:
    return figure.low if figure.low is not None else figure.high or 0


def _like_persons(left: Figure, right: Figure) -> bool:
    """Say whether two counts can be of the same persons: not when each names another class."""
    classes = {left.who_class, right.who_class}
    return len(classes) == 1 or bool(classes & {"unknown", "mixed"})
