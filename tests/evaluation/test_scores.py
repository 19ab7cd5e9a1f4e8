"""Counts to precision, recall and F1."""

import pytest

from evaluation.scores import Tally, exact, macro_f1


def test_precision_counts_answers_and_recall_counts_targets() -> None:
    tally = Tally(right=1, given=2, found=3, wanted=4)
    assert tally.precision == 0.5
    assert tally.recall == 0.75
    assert tally.f1 == pytest.approx(0.6)


def test_sums_count_every_case_alike() -> None:
    assert Tally(1, 2, 1, 2) + Tally(0, 1, 0, 5) == Tally(1, 3, 1, 7)


def test_nothing_to_find_and_nothing_given_is_no_score() -> None:
    assert Tally().f1 is None
    assert Tally(wanted=3).f1 == 0.0
    assert Tally(given=3).f1 == 0.0


def test_equal_answers_are_counted_as_often_as_they_are_wanted() -> None:
    assert exact(["x", "x"], ["x"]) == Tally(1, 2, 1, 1)


def test_macro_f1_weighs_rare_labels_like_common_ones() -> None:
    pairs = [("happened", "happened")] * 8 + [("denied", "happened")] * 2
    happened = 2 * 0.8 * 1.0 / 1.8
    assert macro_f1(pairs) == pytest.approx((happened + 0.0) / 2)


def test_macro_f1_leaves_out_labels_that_nobody_wants() -> None:
    assert macro_f1([("denied", "denied"), ("denied", "possible")]) == pytest.approx(2 / 3)
