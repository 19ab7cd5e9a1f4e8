import pytest

from marsad.export.cells import Cell, in_words, inert, listed, whole
from marsad.model import EventFigure


def figure(
    who_class: str, low: int | None, best: int | None, high: int | None, part_of: int | None = None
) -> EventFigure:
    return EventFigure("killed", who_class, low, best, high, "ucdp", (), None, part_of)


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        (None, None),
        ("", ""),
        ("Goma", "Goma"),
        ("=1+1", "'=1+1"),
        ("  -5 of them", "'-5 of them"),
        ("\t@home", "'@home"),
        ("＝A1", "'＝A1"),
        ("one\r\ntwo", "one two"),
        ("a\0b", "a b"),
        ("5 - 3", "5 - 3"),
    ],
)
def test_words_are_made_inert(words: str | None, cell: Cell) -> None:
    assert inert(words) == cell


def test_lists_name_each_once() -> None:
    assert listed(["Reuters", None, "AFP", "Reuters"]) == "Reuters; AFP"
    assert listed([]) is None


@pytest.mark.parametrize(
    ("figures", "columns"),
    [
        ([], (None, None, None)),
        ([figure("civilian", 8, 12, 21)], (8, 12, 21)),
        ([figure("civilian", 8, 8, 8), figure("child", 3, 3, 3, part_of=0)], (8, 8, 8)),
        ([figure("civilian", 3, 3, 3), figure("combatant", 5, 5, 5)], (3, None, None)),
        ([figure("civilian", None, None, 4), figure("combatant", None, None, 6)], (None, None, None)),
    ],
)
def test_nothing_is_added_up(figures: list[EventFigure], columns: tuple[int | None, int | None, int | None]) -> None:
    assert whole(figures, "killed") == columns


def test_figures_in_words() -> None:
    figures = [figure("civilian", 8, 12, 21), figure("child", 3, 3, None, part_of=0)]
    assert in_words(figures) == "killed: 8 to 21, best 12 (civilian); [of these killed: at least 3, best 3 (child)]"
