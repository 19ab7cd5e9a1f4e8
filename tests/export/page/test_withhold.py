import pytest

from marsad.export.page.withhold import HIDDEN, Withheld
from marsad.model.privacy import private_names
from tests.export.page.fake_record import party


def shown(text: str, *names: str) -> str:
    hidden = Withheld(private_names(party(name, private=True) for name in names)).text(text)
    assert len(hidden) == len(text)
    return hidden.replace(HIDDEN, "_")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Olena Kovalchuk", "Olena Kovalchuk fled.", "_______________ fled."),
        ("Olena Kovalchuk", "Kovalchuk’s flat burned.", "_________’s flat burned."),
        ("Olena Kovalchuk", "In Kovalchukivka shells fell.", "In Kovalchukivka shells fell."),
        ("Dr Ko Ko Maung", "The doctor, Dr Maung, died.", "The doctor, Dr _____, died."),
        ("Abd al-Rahman", "al-Rahman was 9.", "al-Rahman was 9."),
        ("أمل حسن", "قالت أمل إن البيت احترق", "قالت ___ إن البيت احترق"),
    ],
)
def test_hides_whole_names_and_their_parts(name: str, text: str, expected: str) -> None:
    assert shown(text, name) == expected


def test_public_names_stay() -> None:
    assert private_names([party("Rapid Support Forces"), party("M23")]) == set()
    assert Withheld(()).everywhere({"who": ["M23"]}) == {"who": ["M23"]}


def test_hides_in_all_texts_of_a_value() -> None:
    withheld = Withheld({"Amal"})
    assert withheld.everywhere({"a": ["Amal", 3, None, {"b": "x Amal"}]}) == {
        "a": [HIDDEN * 4, 3, None, {"b": "x " + HIDDEN * 4}]
    }


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://post.example/2024/amal-idris-found", False),
        ("mail/AMAL_IDRIS.txt", False),
        ("https://post.example/2024/amalgam", True),
        (None, True),
    ],
)
def test_addresses_made_of_names_are_left_out(address: str | None, kept: bool) -> None:  # noqa: FBT001
    assert Withheld({"Amal Idris", "Amal", "Idris"}).address(address) == (address if kept else None)
