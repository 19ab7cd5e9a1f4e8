import pytest

from marsad.resolve.actors import alike, matches


@pytest.mark.parametrize(
    ("name", "country", "year", "taken"),
    [
        ("Daesh", None, None, "is"),
        ("al-Shabaab", "SO", None, "al-shabaab"),
        ("al-Shabaab", "MZ", None, "aswj-mozambique"),
        ("SNA", "SY", 2019, "sna"),
        ("SNA", "SO", 2019, "somali-army"),
        ("the Malian army", "ML", None, "fama-mali"),
        ("the Zorglub Front", "ML", None, None),
    ],
)
def test_the_party_that_a_report_means_comes_first(
    name: str, country: str | None, year: int | None, taken: str | None
) -> None:
    found = matches(name, country=country, year=year)
    assert [match.party.id for match in found if match.taken] == ([] if taken is None else [taken])
    assert taken is None or found[0].taken


def test_the_reason_says_how_the_name_stands_for_it() -> None:
    why = {match.party.id: match.why for match in matches("SNA", country="SY")}
    assert why["sna"].startswith("a name that stands for it only in reports about its country")
    assert matches("Daesh")[0].why == "a name that stands for it alone"
    assert any("speaks for it" in match.why for match in matches("Abu Mohammed al-Adnani"))


def test_a_party_of_another_time_is_marked() -> None:
    assert [match.why.endswith("but not in 1995") for match in matches("Daesh", year=1995)] == [True]


def test_a_name_that_no_row_bears_has_neighbours() -> None:
    assert matches("Houtis") == ()
    assert alike("Houtis")[0][1].id == "houthis"
    assert alike("Xqwzv") == ()
