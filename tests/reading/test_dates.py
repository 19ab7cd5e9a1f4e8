"""The day of publication and how it is known; and when it is not known."""

from datetime import date

import pytest

from marsad.model import Published
from marsad.reading import read
from marsad.reading.dates import day_of_url, given_day
from marsad.reading.days import find_days, find_yearless
from marsad.reading.raw import Given, RawReport

STORY = "Rebels shelled the town of Sake on Monday, residents said, and at least four people were hurt in the market."
TITLE = "Shells fall on Sake"


def published(text: str, given: Given | None = None) -> Published | None:
    return read(RawReport.of("a.txt", text.encode(), "text", given=given)).published


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("June 4, 2016", "2016-06-04"),
        ("June 08, 2017", "2017-06-08"),
        ("Sept. 3, 2014", "2014-09-03"),
        ("7 June 2017", "2017-06-07"),
        ("the 3rd of March 2022", "2022-03-03"),
        ("2017-06-09", "2017-06-09"),
        ("2017/06/09", "2017-06-09"),
        ("09.06.2017", "2017-06-09"),
        ("25/12/2015", "2015-12-25"),
        ("12/25/2015", "2015-12-25"),
        ("Monday, 3-Jul-2023", "2023-07-03"),
        ("10 de junio de 2025", "2025-06-10"),
        ("vendredi 1er mars 2024", "2024-03-01"),
        ("24. Juni 2022", "2022-06-24"),
        ("5 травня 2024", "2024-05-05"),
        ("3 октября 2023 г.", "2023-10-03"),
        ("12 Ağustos 2021", "2021-08-12"),
        ("7 نوفمبر 2023", "2023-11-07"),
        ("06/07/2017", None),
        ("31 June 2017", None),
        ("1 of 2017", None),
    ],
)
def test_days_with_a_year(words: str, day: str | None) -> None:
    assert [found.day.isoformat() for found in find_days(words)] == ([day] if day else [])


def test_days_without_a_year_know_their_weekday() -> None:
    found = list(find_yearless("It fell on Tuesday, July 4, not on June 3, 2016, nor on 5 May."))
    assert [(day.month, day.day, day.weekday) for day in found] == [(7, 4, 1), (5, 5, None)]
    assert found[0].in_year(2017) == date(2017, 7, 4)
    assert found[0].in_year(2018) is None


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2019-03-14", "2019-03-14", "2019-03-14"),
        ("2019-03-14T23:10:00Z", "2019-03-14", "2019-03-14"),
        ("20190314", "2019-03-14", "2019-03-14"),
        ("2019-03", "2019-03-01", "2019-03-31"),
        ("2019-12", "2019-12-01", "2019-12-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("14 March 2019", "2019-03-14", "2019-03-14"),
        ("Thu, 14 Mar 2019 10:00:00 GMT", "2019-03-14", "2019-03-14"),
    ],
)
def test_a_day_given_wins_and_says_so(words: str, start: str, end: str) -> None:
    found = published(f"{TITLE}\n\nMay 1, 2016\n\n{STORY}", Given(published=words))
    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)
    assert found.basis.startswith("given with the report")


@pytest.mark.parametrize("words", ["yesterday", "2019-02-30", "2019-13", "03/04/2019"])
def test_a_day_given_that_is_none_is_an_issue_and_the_words_are_asked(words: str) -> None:
    doc = read(
        RawReport.of("a.txt", f"{TITLE}\n\nMay 1, 2016\n\n{STORY}".encode(), "text", given=Given(published=words))
    )
    assert [issue.code for issue in doc.issues] == ["published_unreadable"]
    assert doc.published is not None
    assert doc.published.start == date(2016, 5, 1)
    assert given_day(words) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2017/06/08/strike", "2017-06-08"),
        ("https://x.example/world/2017/jun/08/strike", "2017-06-08"),
        ("https://x.example/a-2017-06-08.html", "2017-06-08"),
        ("https://x.example/news/20170608/strike", "2017-06-08"),
        ("https://x.example/2017/06/strike", None),
        ("https://x.example/item/20179999/x", None),
    ],
)
def test_the_day_in_an_address(url: str, day: str | None) -> None:
    found = day_of_url(url)
    assert (found.start.isoformat() if found else None) == day


def test_the_month_in_an_address_when_nothing_tells_the_day() -> None:
    url = "https://x.example/2017/06/strike-on-sake"
    found = published(f"{TITLE}\n\n{STORY}", Given(url=url))
    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat()) == ("2017-06-01", "2017-06-30")
    assert "the address holds “2017/06”" in found.basis
    dated = published(f"{TITLE}\n\nJune 5, 2017\n\n{STORY}", Given(url=url))
    assert dated is not None
    assert dated.start == date(2017, 6, 5)
    assert published(f"{TITLE}\n\n{STORY}", Given(url="https://x.example/2017/16/strike")) is None


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        (f"{TITLE}\n\nMay 1, 2016\n\n{STORY}", "2016-05-01", "“May 1, 2016”"),
        (f"{TITLE}\n\nBy A. Sample\n\nPublished: 1 May 2016 10:14\n\n{STORY}", "2016-05-01", "Published: 1 May 2016"),
        (
            f"{TITLE}\n\nUpdated: 3 May 2016\n\nPublished: 1 May 2016\n\n{STORY}",
            "2016-05-01",
            "another line says “Updated",
        ),
        (
            f"{TITLE}\n\nUpdated May 3, 2016 at 5:37 p.m. EDT|Published May 1, 2016 at 1:43 a.m. EDT\n\n{STORY}",
            "2016-05-01",
            "Published May 1, 2016",
        ),
        (f"{TITLE}\n\nMis à jour le 3 mai 2016 | Publié le 1er mai 2016\n\n{STORY}", "2016-05-01", "Publié le"),
        (f"North Kivu weekly situation report, 1 May 2016\n\n{STORY}", "2016-05-01", "situation report, 1 May"),
        (f"Life in Sake since the raid of 1 May 2016\n\n{STORY}", None, None),
        (f" date 2016-05-01 {STORY}", "2016-05-01", "“date 2016-05-01”"),
        (f"{TITLE}\n\nGOMA, 1 May 2016 (Reuters) - {STORY}", "2016-05-01", "GOMA, 1 May 2016 (Reuters) -"),
        (f"{TITLE}\n\n{STORY}\n\nLake Courier, May 1, 2016", "2016-05-01", "“Lake Courier, May 1, 2016”"),
        (f"June 7, 2024\n\n{TITLE}\n\nMay 1, 2016\n\n{STORY}", "2016-05-01", "another line says “June 7, 2024”"),
        (f"{TITLE}\n\n{STORY} The war began on 1 May 2016.", None, None),
        (f"{TITLE}\n\n{STORY}\n\nCopyright 2016 Lake Courier", None, None),
        (f"{TITLE}\n\n{STORY}\n\nTop stories\n\nMay 1, 2016\n\nA ferry sank off the coast on Friday.", None, None),
        (f"{TITLE}\n\nPhoto: A. Sample, May 1, 2016\n\n{STORY}", None, None),
        (
            f"{TITLE}\n\nSmoke rises over the market of Sake by the lake in North Kivu on May 1, 2016. AFP\n\n{STORY}",
            None,
            None,
        ),
        (STORY, None, None),
    ],
)
def test_the_day_in_the_words(text: str, day: str | None, basis: str | None) -> None:
    found = published(text)
    assert (found.start.isoformat() if found else None) == day
    assert basis is None or (found is not None and basis in found.basis)


def test_the_day_of_a_repost_is_that_of_the_outlet_that_reposts() -> None:
    lines = (TITLE, "Lake Courier, June 08, 2017", "River Echo 7 June 2017", STORY, "www.lakecourier.example")
    doc = read(RawReport.of("a.txt", "\n\n".join(lines).encode(), "text"))
    assert doc.outlet == "Lake Courier"
    assert doc.published is not None
    assert doc.published.start == date(2017, 6, 8)
    assert "7 June 2017" in doc.published.basis


WEEKDAY = "A statement dated Tuesday, July 4 said that shells had hit the town of {place} and that {more}."


@pytest.mark.parametrize(
    ("more", "year", "reason"),
    [
        ("Prime Minister Binali Yildirim had been told of it", 2017, "Binali Yildirim"),
        ("the town, a bastion of ISIL near Mosul, was cut off", 2017, "bastion"),
        ("the road had been shut since March 2022", 2023, "March 2022"),
        ("no one was hurt", None, None),
        ("the road had been shut since 2011", None, None),
        ("the former Prime Minister Binali Yildirim had been told of it", None, None),
    ],
)
def test_a_weekday_with_a_day_fixes_the_year_only_with_other_evidence(
    more: str, year: int | None, reason: str | None
) -> None:
    found = published(f"{TITLE}\n\n{WEEKDAY.format(place='Sake', more=more)}")
    assert (found.start if found else None) == (date(year, 7, 4) if year else None)
    assert reason is None or (found is not None and reason in found.basis and "Tuesday, July 4" in found.basis)


def test_another_story_does_not_date_the_report_but_what_it_looks_forward_to_does() -> None:
    told = WEEKDAY.format(place="Raqqa", more="the Syrian Democratic Forces had moved on")
    story = f"{TITLE}\n\n{told}\n\nTop stories\n\n"
    assert published(story + "The school was shut since March 2022, the teachers of the town said.") is None
    found = published(story + "In 2023, the government will build a bridge over the lake.")
    assert found is not None
    assert found.start == date(2017, 7, 4)


def test_weekdays_that_hold_in_no_year_together_give_none() -> None:
    assert (
        published(f"{TITLE}\n\nIt began on Tuesday, July 4 and ended on Tuesday, July 5, said residents of Sake.")
        is None
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{TITLE}\n\nKyiv, 22 October 2025. {STORY}", "2025-10-22"),
        (f"{TITLE}\n\nGoma, North Kivu, May 3, 2024. {STORY}", "2024-05-03"),
        (
            f"{TITLE}\n\n{STORY} Published 2025-05-12.\n\nTroops came later and burned the market, they said.",
            "2025-05-12",
        ),
        (f"{TITLE}\n\n{STORY} A report published on 12 May 2025 blamed rebels for the attack on the town.", None),
        (f"{TITLE}\n\n{STORY} The truce ended in Goma, on 22 October 2025. Rebels came.", None),
    ],
)
def test_a_day_that_only_dates_the_story(text: str, day: str | None) -> None:
    found = published(text)
    assert (found and found.start.isoformat()) == day
