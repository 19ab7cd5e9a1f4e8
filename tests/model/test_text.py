"""Spans count code points and mentions quote the text."""

import pytest

from marsad.model import Mention, Span

TEXT = "القصف hit Омск"


def test_a_mention_is_the_text_between_its_ends() -> None:
    mention = Mention.of(TEXT, 6, 9)
    assert mention.text == "hit"
    assert mention.span == Span(6, 9)


@pytest.mark.parametrize(
    ("left", "right", "overlaps", "holds"),
    [
        ((0, 5), (5, 9), False, False),
        ((0, 5), (4, 9), True, False),
        ((0, 9), (4, 9), True, True),
        ((4, 9), (0, 9), True, False),
    ],
)
def test_spans_are_half_open(left: tuple[int, int], right: tuple[int, int], overlaps: bool, holds: bool) -> None:  # noqa: FBT001
    assert Span(*left).overlaps(Span(*right)) is overlaps
    assert Span(*left).holds(Span(*right)) is holds


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_cannot_run_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)
