import pytest

from marsad.resolve.places.names import Run, readings, runs

CASES = [
    ("Shells hit Deir ez-Zor and al-Hol.", [["Shells"], ["Deir", "ez-Zor"], ["al-Hol"]]),
    ("In Kabul, on Monday", [["Kabul"]]),
    ("Nigeria's Borno State", [["Nigeria"], ["Borno", "State"]]),
    ("the Democratic Republic of Congo", [["Democratic", "Republic", "of", "Congo"]]),
    ("the rebel-held El Fasher as Sudan", [["El", "Fasher"], ["Sudan"]]),
    ("U.S. troops near N'Djamena", [["U.S."], ["N'Djamena"]]),
    ("a Houthi-controlled port", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_runs(text: str, expected: list[list[str]]) -> None:
    assert [[token.text for token in run.tokens] for run in runs(text)] == expected


def only_run(text: str) -> Run:
    (run,) = runs(text)
    return run


def read(text: str) -> list[str]:
    run = only_run(text)
    return [" ".join(token.text for token in run.tokens[first:last]) for first, last in readings(run)]


def test_a_name_may_be_cut_out_of_words_for_places() -> None:
    assert "Helmand" in read("Helmand Province")
    assert "Kivu" in read("North Kivu Province")


def test_no_name_is_cut_out_of_a_persons_or_partys() -> None:
    assert read("George Bush") == ["George Bush"]
    assert read("Aleppo Media Office") == ["Aleppo Media Office"]


def test_words_for_kinds_of_places_are_no_names() -> None:
    assert read("Northern Region") == []


def test_long_runs_are_cut() -> None:
    assert len(only_run(" ".join(["Abc"] * 5000)).tokens) == 8
