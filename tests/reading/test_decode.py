"""Bytes to text, whatever their encoding is or claims to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import UnreadableError
from marsad.reading.decode import decode

TEXT = "The mayor of Orléans said “no one” was hurt – for now."
RUSSIAN = "Военные сообщили, что обстрел города продолжался всю ночь и утро понедельника. " * 5
ARABIC = "قال شهود إن القصف على المدينة استمر طوال الليل."

CASES = {
    "utf-8": (TEXT.encode(), None, TEXT, []),
    "utf-8 with a mark": (TEXT.encode("utf-8-sig"), None, TEXT, []),
    "utf-16 with a mark": (TEXT.encode("utf-16"), None, TEXT, []),
    "utf-16 big with a mark": ("\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be"), None, TEXT, []),
    "utf-32 with a mark": (TEXT.encode("utf-32"), None, TEXT, []),
    "utf-16 without a mark": (TEXT.encode("utf-16-le"), None, TEXT, ["encoding_guessed"]),
    "windows-1252": (TEXT.encode("cp1252"), None, TEXT, ["encoding_guessed"]),
    "windows-1252 declared": (TEXT.encode("cp1252"), "windows-1252", TEXT, []),
    "windows-1252 declared as latin 1": (TEXT.encode("cp1252"), "ISO-8859-1", TEXT, []),
    "windows-1252 declared as utf-8": (TEXT.encode("cp1252"), "utf-8", TEXT, ["encoding_guessed"]),
    "utf-8 declared as windows-1252": (TEXT.encode(), "windows-1252", TEXT, []),
    "an encoding that is none": (TEXT.encode("cp1252"), "x-klingon", TEXT, ["encoding_guessed"]),
    "windows-1251": (RUSSIAN.encode("cp1251"), None, RUSSIAN, ["encoding_guessed"]),
    "koi8-r declared": (RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN, []),
    "right to left": (ARABIC.encode(), None, ARABIC, []),
    "one wrong byte in utf-8": (
        f"{ARABIC} ".encode() + b"\xff end",
        None,
        f"{ARABIC} \ufffd end",
        ["encoding_guessed"],
    ),
    "line ends": (b"a\r\nb\rc\nd", None, "a\nb\nc\nd", []),
    "nul": (b"Shelling went on in the town of Bakhmut\0 through the night", None, None, ["encoding_guessed"]),
}


@pytest.mark.parametrize("name", CASES)
def test_decoding(name: str) -> None:
    data, declared, text, issues = CASES[name]
    decoded = decode(data, declared)
    assert text is None or decoded.text == text
    assert [issue.code for issue in decoded.issues] == issues
    assert "\0" not in decoded.text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\0\0\0\0"])
def test_nothing_but_space_is_empty(data: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        decode(data)
    assert error.value.code == "empty"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0\x08\0" * 9]
)
def test_pictures_and_archives_are_binary(data: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        decode(data)
    assert error.value.code == "binary"


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "base64", "idna", "rot13", ""]))
def test_any_bytes_give_text_that_can_be_written_or_a_reason(data: bytes, declared: str | None) -> None:
    text, code = outcome(data, declared)
    assert code in (None, "empty", "binary")
    text.encode("utf-8")
    assert "\r" not in text


def outcome(data: bytes, declared: str | None) -> tuple[str, str | None]:
    try:
        return decode(data, declared).text, None
    except UnreadableError as error:
        return "", error.code
