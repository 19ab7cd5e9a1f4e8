"""Who published a report and whose wire copy it is."""

import pytest

from marsad.model import Document
from marsad.reading import read
from marsad.reading.raw import Given, RawReport

TITLE = "Shells fall on Sake"
STORY = "Rebels shelled the town of Sake on Monday, residents said, and at least four people were hurt in the market."


def document(text: str, **given: str) -> Document:
    return read(RawReport.of("a.txt", text.encode(), "text", given=Given(**given)))


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{TITLE}\n\nRiverNews.Net - {STORY}", "RiverNews.Net"),
        (f"{TITLE}\n\nSudan Tribune — {STORY}", "Sudan Tribune"),
        (f"{TITLE}\n\nGOMA - {STORY}", None),
        (f"{TITLE}\n\nGOMA (Reuters) - {STORY}", None),
        (f"{TITLE}\n\n{STORY}\n\nCopyright © 2022 Lake Courier. All rights reserved.", "Lake Courier"),
        (f"{TITLE}\n\n{STORY}\n\nThe original source of this article is [Lake Courier](#)", "Lake Courier"),
        (f"{TITLE}\n\nhttps://mirror.example/https/p.dw.com/p/1abc\n\n{STORY}", "Deutsche Welle"),
        (f"{TITLE}\n\n{STORY}\n\nJane Sample is a senior reporter for Fox News.", "Fox News"),
        (f"{TITLE}\n\n{STORY}\n\nFollow us: https://twitter.com/example", None),
        (f"{TITLE}\n\nGoma, June 3, 2019\n\n{STORY}", None),
        (f"{TITLE}\n\nLake Courier\n\nGoma, June 3, 2019\n\n{STORY}", "Lake Courier"),
        (f"{TITLE}\n\nLake and Sky | Analysis | June 3, 2019\n\n{STORY}", "Lake and Sky"),
        (f"{TITLE}\n\nSource\nUN News\nPosted\n3 Jun 2019\n\n{STORY}", "UN News"),
        (f"{TITLE}\n\n{STORY}\n\nCopyright © 2009-2019 · All Rights Reserved · Dabanga", "Radio Dabanga"),
        (f"{TITLE}\n\nWorld News\n\nBreaking News\n\n{STORY}", None),
        (f"{TITLE}\n\n{STORY}\n\nFollow the coverage of AP at https://apnews.com/hub/congo", None),
        (STORY, None),
    ],
)
def test_outlet_told_by_the_words(text: str, outlet: str | None) -> None:
    assert document(text).outlet == outlet


def test_what_is_given_wins_over_the_address_and_the_address_over_the_words() -> None:
    text = f"{TITLE}\n\nRiverNews.Net - {STORY}"
    assert document(text, outlet="Lake Courier", url="https://www.bbc.com/x").outlet == "Lake Courier"
    assert document(text, url="https://www.bbc.co.uk/news/x").outlet == "BBC"
    assert document(text, url="https://unknown.example/x").outlet == "RiverNews.Net"
    assert document(STORY, url="https://www.unknown.example/x").outlet == "unknown.example"
    assert document(STORY, outlet="BBC News").outlet == "BBC"


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (f"{TITLE}\n\n{STORY}\n\nab/cd (AP, AFP)", ["Associated Press", "Agence France-Presse"]),
        (f"{TITLE}\n\nGOMA (Reuters) - {STORY}", ["Reuters"]),
        (f"{TITLE}\n\nGOMA, Congo (AP) — {STORY}", ["Associated Press"]),
        (f"{TITLE}\n\nThe town was shelled again on Monday, AFP reports.", ["Agence France-Presse"]),
        (f"{TITLE}\n\nThe head of the hospital in Sake told AFP that four were hurt.", ["Agence France-Presse"]),
        (f"{TITLE}\n\nFour were hurt in Sake, according to Xinhua, when shells fell.", ["Xinhua"]),
        (f"{TITLE}\n\n{STORY} Reuters contributed to this report", ["Reuters"]),
        (f"{TITLE}\n\n{STORY}\n\nWith additional reporting by Reuters and EFE", ["Reuters", "EFE"]),
        (f"{TITLE}\n\n{STORY}\n\n© 2022 AFP", ["Agence France-Presse"]),
        (f"{TITLE}\n\nState news agency SANA reported that four people were hurt in Sake.", []),
        (f"{TITLE}\n\n{STORY}\n\nImage: Reuters/R. Sample", []),
        (f"{TITLE}\n\nA van of the broadcaster was hit in Sake, the AP bureau on the square was not.", []),
        (f"{TITLE}\n\nSAKE, Congo (LPA) - {STORY}", ["LPA"]),
        (f"{TITLE}\n\n{STORY}\n\nReporting by LPA", ["LPA"]),
        (f"{TITLE}\n\n{STORY}\n\nLPA", ["LPA"]),
        (f"{TITLE}\n\nVIEWS\n\n{STORY}\n\nEND", []),
        (f"{TITLE}\n\nA Russian official told the state agency TASS that a depot had been hit.", ["TASS"]),
        (f"{TITLE}\n\n{STORY}\n\nSome information for this report came from Reuters.", ["Reuters"]),
        (STORY, []),
    ],
)
def test_agencies_credited(text: str, agencies: list[str]) -> None:
    assert list(document(text).agencies) == agencies


def test_an_agency_is_not_credited_by_itself() -> None:
    assert document(f"{TITLE}\n\nGOMA (Reuters) - {STORY}", outlet="Reuters").agencies == ()


def test_other_stories_credit_no_one() -> None:
    assert document(f"{TITLE}\n\n{STORY}\n\nTop stories\n\nA ferry sank on Friday, AFP reports.").agencies == ()
