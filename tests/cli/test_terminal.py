import json

import pytest

from marsad.cli.terminal import marked, words, write_json
from marsad.model import Span


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Goma", "Goma"),
        ("\x1b[2Jgone", " [2Jgone"),
        ("one\r\ntwo", "one  two"),
        ("[bold]Homs[/bold]", "[bold]Homs[/bold]"),
        ("\u202eexe.txt", "exe.txt"),
        ("half \ud83d", "half "),
        ("مدينة غزة", "\u2068مدينة غزة\u2069"),
        ("חברון", "\u2068חברון\u2069"),
        ("Харків :smile:", "Харків :smile:"),
    ],
)
def test_words_of_others_cannot_steer_the_terminal(text: str, shown: str) -> None:
    assert words(text).plain == shown


def test_marks_stand_where_the_words_do() -> None:
    text = marked("two shells\x07 fell", [Span(4, 10)], "bold")
    assert text.plain == "two shells  fell"
    assert [(span.start, span.end) for span in text.spans] == [(4, 10)]


def test_marks_within_words_from_right_to_left_keep_them_together() -> None:
    text = marked("قصف عنيف على غزة", [Span(4, 8)], "bold")
    assert text.plain == "\u2068قصف عنيف على غزة\u2069"
    assert [text.plain[span.start : span.end] for span in text.spans if span.style == "bold"] == ["عنيف"]


def test_marks_that_overlap_or_lie_outside_lose_no_word() -> None:
    assert marked("shells fell", [Span(0, 6), Span(3, 8), Span(9, 99)], "bold").plain == "shells fell"


def test_json_is_one_line_in_its_own_letters(capsys: pytest.CaptureFixture[str]) -> None:
    write_json({"place": "Ḥimṣ\n", "name": "غزة"})
    line = capsys.readouterr().out
    assert line.count("\n") == 1
    assert "غزة" in line
    assert json.loads(line) == {"place": "Ḥimṣ\n", "name": "غزة"}
