"""What a report opens with, or tells as just done, has the days before it came out; nothing else is given any."""

from datetime import date

import pytest

from marsad.resolve.times import resolve_time
from tests.resolve.times.reports import claim, report, told

NEWS = ("2023-05-10", "2023-05-12")  # reports come out on Friday, 12 May 2023

# text, trigger; the opening's main verb, or "has also", "had" after "said"
AS_NEWS = [
    ("Rebels have seized the town of Kalemie.", "seized"),
    ("Insurgents, who live by ransom, have freed nine pupils.", "freed"),
    ("Both armies have brokered a truce around Sana'a.", "truce"),
    ("Ethiopian troops withdrew from Adwa.", "withdrew"),
    ("Rain fell on Taiz. Its garrison has also shelled Hodeidah.", "shelled"),
    ("Rain fell on Aleppo. The army said it had retaken the citadel.", "retaken"),
    ("Rain fell on Marib. Drones struck a clinic, residents said.", "struck"),
    ("Rain fell on Arauca. Villagers told reporters they had been attacked.", "attacked"),
    ("A car bomb killed six people in Mogadishu.", "car bomb"),  # new, and what the sentence tells of
    ("In Chaman two suicide bombers blew up a bus.", "blew up"),
    ("Rain fell on Hpakant. An air strike destroyed a school, teachers said on Friday.", "air strike"),
    ("Rain fell on Merowe. The army said on Friday that it had repelled an assault.", "assault"),
]

# text, trigger
NOT_AS_NEWS = [
    ("The war has killed thousands since it began.", "killed"),  # goes on
    ("Militias have repeatedly shelled the port.", "shelled"),
    ("People who have fled Mariupol live in tents.", "fled"),  # not the main verb
    ("A man arrested in Goma has been named.", "arrested"),  # a participle
    ("Details have emerged of the raid.", "raid"),  # not what was done
    ("Talks opened after militants bombed the hotel.", "bombed"),
    ("Rain fell on Kidal. Soldiers burned the market.", "burned"),  # not the opening, and no perfect
    ("Rain fell on Kidal. Soldiers have burned the market.", "burned"),
    ("Rain fell. The army had shelled it, said the mayor.", "shelled"),
    ("Rain fell. Drones often struck clinics, residents said.", "struck"),
    ("Rain fell. Elders said the army had once shelled the town.", "shelled"),
    ("The blast in Kano killed nine people, doctors said on Thursday.", "blast"),  # known, and of any day
    ("Rain fell. Police said they had studied the explosion.", "explosion"),
    ("Rain fell. A raid killed nine people.", "raid"),
    ("A man hurt in a raid killed himself.", "raid"),
]


@pytest.mark.parametrize(("text", "trigger"), AS_NEWS)
def test_news_has_the_last_days(text: str, trigger: str) -> None:
    document = report(text)
    time = resolve_time(document, claim(document, trigger))
    assert told(time) == NEWS
    assert time is not None
    assert time.precision == "days"
    assert time.basis == "told as news, without a day, in a report that came out on 2023-05-12"


@pytest.mark.parametrize(("text", "trigger"), NOT_AS_NEWS)
def test_no_day_is_made_up_for_anything_else(text: str, trigger: str) -> None:
    document = report(text)
    assert resolve_time(document, claim(document, trigger)) is None


def test_a_dateline_is_no_part_of_the_opening() -> None:
    document = report("KYIV, May 12 (Agency) — Drones have struck a depot.")
    assert told(resolve_time(document, claim(document, "struck"))) == NEWS


@pytest.mark.parametrize("modality", ["planned", "possible", "denied"])
def test_only_what_happened_is_news(modality: str) -> None:
    document = report("Rebels have seized the town of Kalemie.")
    assert resolve_time(document, claim(document, "seized", modality=modality)) is None


def test_a_report_of_some_day_in_a_year_tells_no_news_of_a_day() -> None:
    document = report("Rebels have seized Kalemie.", published=(date(2023, 1, 1), date(2023, 12, 31)))
    assert resolve_time(document, claim(document, "seized")) is None
    document = report("Rebels have seized Kalemie.", published=None)
    assert resolve_time(document, claim(document, "seized")) is None


def test_a_time_of_the_claim_that_could_not_be_read_is_not_overruled() -> None:
    document = report("Rebels have seized Kalemie one rainy night.")
    assert resolve_time(document, claim(document, "seized", ("one rainy night",))) is None


def test_what_was_said_before_publication_is_news_of_that_day() -> None:
    document = report("Rebels have burned the mill at Rutshuru, its owner said on Wednesday.")
    time = resolve_time(document, claim(document, "burned"))
    assert told(time) == ("2023-05-08", "2023-05-10")
    assert time is not None
    assert time.basis == "told as news, without a day, said on 2023-05-10 in a report that came out on 2023-05-12"


def test_what_was_said_at_some_time_is_no_news() -> None:
    document = report("Rebels have burned the mill at Rutshuru, its owner said in April.")
    assert resolve_time(document, claim(document, "burned")) is None
