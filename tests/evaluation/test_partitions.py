"""The measures of coreference, by the worked examples of the papers that define them."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.partitions import Agreement, Group, b_cubed, ceaf_e, coreference, groups_of, muc, total


def groups(*words: str) -> tuple[Group, ...]:
    """Return groups of letters: "ab", "c" are a with b, and c alone."""
    return tuple(frozenset(word) for word in words)


TRUTH = groups("12345", "67", "89ABC")
"""The key of Bagga and Baldwin (1998), which Luo (2005) takes up."""
SMALL_WRONG = groups("12345", "6789ABC")
"""Its first response: a group of two is joined to one of five."""
LARGE_WRONG = groups("1234589ABC", "67")
"""Its second response: two groups of five are joined."""


def values(agreement: Agreement) -> tuple[float | None, float | None]:
    return agreement.recall, agreement.precision


@pytest.mark.parametrize(
    ("key", "response", "recall", "precision"),
    [
        (("ABCD",), ("AB", "CD"), 2 / 3, 2 / 2),
        (("AB", "CD"), ("ABCD",), 2 / 2, 2 / 3),
        (("ABCD",), ("ABCD",), 1.0, 1.0),
        (("ABCD",), ("AB", "C", "D"), 1 / 3, 1.0),
        (("ABC",), ("AC",), 1 / 2, 1.0),
    ],
)
def test_muc_as_vilain_and_others_work_it_out(
    key: tuple[str, ...], response: tuple[str, ...], recall: float, precision: float
) -> None:
    assert values(muc(groups(*key), groups(*response))) == pytest.approx((recall, precision))


@pytest.mark.parametrize(("response", "precision"), [(SMALL_WRONG, 16 / 21), (LARGE_WRONG, 7 / 12)])
def test_b_cubed_as_bagga_and_baldwin_work_it_out(response: tuple[Group, ...], precision: float) -> None:
    assert values(b_cubed(TRUTH, response)) == pytest.approx((1.0, precision))
    assert values(muc(TRUTH, response)) == pytest.approx((1.0, 0.9))


@pytest.mark.parametrize(("response", "f1"), [(SMALL_WRONG, 0.733), (LARGE_WRONG, 0.667)])
def test_ceaf_e_as_luo_works_it_out(response: tuple[Group, ...], f1: float) -> None:
    assert ceaf_e(TRUTH, response).f1 == pytest.approx(f1, abs=0.0005)


def test_all_three_as_pradhan_and_others_work_them_out_where_mentions_are_missed_and_invented() -> None:
    key, response = groups("abc", "defg"), groups("ab", "cd", "fghi")
    assert values(muc(key, response)) == pytest.approx((0.40, 0.40))
    recall, precision = values(b_cubed(key, response))
    assert recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
    assert precision == pytest.approx((4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8)
    assert values(ceaf_e(key, response)) == pytest.approx((0.65, 1.3 / 3))


def test_groups_of_one_are_invisible_to_muc_alone() -> None:
    assert values(muc(groups("a", "b"), groups("a", "b"))) == (None, None)
    assert values(b_cubed(groups("a", "b"), groups("a", "b"))) == (1.0, 1.0)
    assert values(ceaf_e(groups("a", "b"), groups("ab"))) == pytest.approx((1 / 3, 2 / 3))


def test_the_conll_score_is_the_mean_of_three() -> None:
    score = coreference(TRUTH, SMALL_WRONG)
    assert score.conll == pytest.approx((score.muc.f1 + score.b_cubed.f1 + score.ceaf_e.f1) / 3)
    assert coreference(TRUTH, TRUTH).conll == pytest.approx(1.0)


def test_parts_that_never_cross_add_up_to_the_whole() -> None:
    other, wrong = groups("pq", "r"), groups("p", "qr")
    whole = coreference((*TRUTH, *other), (*LARGE_WRONG, *wrong))
    parts = total([coreference(TRUTH, LARGE_WRONG), coreference(other, wrong)])
    assert parts.conll == pytest.approx(whole.conll)


LABELS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=9)


@given(LABELS)
def test_no_other_pairing_of_groups_is_better_than_that_of_ceaf_e(labels: list[tuple[int, int]]) -> None:
    key = groups_of({number: label for number, (label, _) in enumerate(labels)})
    response = groups_of({number: label for number, (_, label) in enumerate(labels)})
    few, many = sorted((key, response), key=len)
    sums = (
        sum(2 * len(a & b) / (len(a) + len(b)) for a, b in zip(few, chosen, strict=True))
        for chosen in permutations(many, len(few))
    )
    assert ceaf_e(key, response).found == pytest.approx(max(sums))


@given(LABELS)
def test_exchanging_key_and_response_exchanges_recall_and_precision(labels: list[tuple[int, int]]) -> None:
    key = groups_of({number: label for number, (label, _) in enumerate(labels)})
    response = groups_of({number: label for number, (_, label) in enumerate(labels)})
    for measure in (muc, b_cubed, ceaf_e):
        there, back = measure(key, response), measure(response, key)
        assert there.recall == pytest.approx(back.precision) if there.recall is not None else back.precision is None
