"""Groups grow from the strongest pair down and hold no contradiction."""

from itertools import combinations

from marsad.merge.comparison import ENOUGH, Comparison
from marsad.merge.finding import Finding
from marsad.merge.grouping import Groups


def comparison(left: str, right: str, evidence: float, *, veto: bool = False) -> Comparison:
    found = Finding("where", "differs" if veto else "agrees", evidence, "where: as said", veto=veto)
    return Comparison(left, right, (found,))


class Told:
    """Comparisons of every two, and which of them were asked for."""

    def __init__(self, *apart: tuple[str, str]) -> None:
        self.apart = apart
        self.asked: list[tuple[str, str]] = []

    def compare(self, left: str, right: str) -> Comparison:
        """Compare as told, and note that it was asked for."""
        one, two = sorted((left, right))
        self.asked.append((one, two))
        return comparison(one, two, ENOUGH, veto=(one, two) in self.apart)


def test_a_pair_that_is_alike_never_chains_over_a_contradiction() -> None:
    groups = Groups("abc", Told(("a", "c")).compare, frozenset())
    groups.join_alike([comparison("a", "b", ENOUGH + 2), comparison("b", "c", ENOUGH + 1)])
    assert groups.all() == [("a", "b"), ("c",)]


def test_two_groups_that_may_not_join_are_compared_once_however_many_pairs_lead_across() -> None:
    told = Told(("a", "d"))
    groups = Groups("abcdef", told.compare, frozenset())
    within = [comparison(*pair, ENOUGH + 2) for side in ("abc", "def") for pair in combinations(side, 2)]
    across = [comparison(left, right, ENOUGH) for left in "abc" for right in "def" if (left, right) != ("a", "d")]
    groups.join_alike([*within, *across])
    assert groups.all() == [("a", "b", "c"), ("d", "e", "f")]
    assert told.asked.count(("a", "d")) == 1


def test_what_was_refused_is_tried_again_once_a_group_has_grown() -> None:
    weak = {("a", "b"): 3.0}

    def compare(left: str, right: str) -> Comparison:
        one, two = sorted((left, right))
        return comparison(one, two, weak.get((one, two), ENOUGH + 1))

    groups = Groups("abc", compare, frozenset())
    groups.join_alike([comparison("a", "b", 3.0)])
    assert groups.all() == [("a",), ("b",), ("c",)]
    groups.join_alike([comparison("b", "c", ENOUGH + 1), comparison("a", "b", 3.0)])
    assert groups.all() == [("a", "b", "c")]


def test_a_short_report_joins_a_story_through_the_report_that_it_is_like() -> None:
    def compare(left: str, right: str) -> Comparison:
        one, two = sorted((left, right))
        alike = {"ab": 1.0, "ac": 1.0, "bc": -3.0}[one + two]
        found = (Finding("when", "agrees", ENOUGH, "when: one day"), Finding("reports", "agrees", alike, "reports"))
        return Comparison(one, two, found)

    groups = Groups("abc", compare, frozenset())
    groups.join_alike([compare("a", "b"), compare("a", "c")])
    assert groups.all() == [("a", "b", "c")]
