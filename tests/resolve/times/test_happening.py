"""The time of a claim in its document."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model import Block, Time
from marsad.resolve.times import is_background, resolve_time
from tests.resolve.times.reports import claim, quote, report, told

# text, trigger, words of the claim's time, the day or first/last day
OWN_WORDS = [
    ("Shells struck Kherson on Wednesday.", "struck", ("on Wednesday",), "2023-05-10"),
    ("Late on May 9, drones hit Kyiv.", "hit", ("May 9",), "2023-05-09"),
    ("Jets bombed Pazigyi on 11 April 2022, it said.", "bombed", ("11 April",), "2022-04-11"),
    ("Gunmen raided Karma in April 2022 and on 20 April killed 60.", "killed", ("20 April",), "2023-04-20"),
    ("Last week, on Thursday, Goma was shelled.", "shelled", ("Last week", "Thursday"), "2023-05-11"),
    ("In March, on March 3, the dam was hit.", "hit", ("In March", "March 3"), "2023-03-03"),
    ("A raid came on Monday. Two days later Arauca was hit.", "was hit", ("Two days later",), "2023-05-10"),
    ("Rafah was hit on 2 May. The next day fire came; a day later bombs.", "bombs", ("a day later",), "2023-05-04"),
    ("Troops advanced on May 7, a day after rebels breached it.", "breached", ("a day after",), "2023-05-06"),
    ("Troops advanced on May 7, a day after rebels breached it.", "advanced", ("May 7", "a day after"), "2023-05-07"),
    ("Maiduguri was raided on Monday. A day after, police struck back.", "struck", ("A day after",), "2023-05-09"),
    ("In Kabul, for seven months, raids went on.", "raids", ("for seven months",), "2022-10-12/2023-05-12"),
    ("Almost a year ago they left Popasna.", "left", ("Almost a year ago",), "2022-05-12/2022-08-12"),
    ("They left Popasna more than a year ago.", "left", ("more than a year ago",), "2022-02-12/2022-05-12"),
    ("They left Popasna a year ago.", "left", ("a year ago",), "2022-02-12/2022-08-12"),
    ("Since February they have besieged Djibo.", "besieged", ("Since February",), "2023-02-01/2023-05-12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "when", "days"), OWN_WORDS)
def test_the_claims_own_words(text: str, trigger: str, when: tuple[str, ...], days: str) -> None:
    document = report(text)
    assert told(resolve_time(document, claim(document, trigger, when))) == (days[:10], days[-10:])


def test_the_mention_is_the_whole_expression_and_the_basis_quotes_it() -> None:
    document = report("Shells struck Nikopol late on Wednesday night.")
    time = resolve_time(document, claim(document, "struck", ("Wednesday",)))
    assert time is not None
    assert time.mention == quote(document.text, "late on Wednesday night")
    assert time.basis == "'late on Wednesday night' before publication on 2023-05-12"
    assert time.precision == "day"


# text, trigger, modality, type, first day or None
BY_MODALITY = [
    ("Talks will open on Monday.", "open", "planned", "agreement", "2023-05-15"),
    ("Talks opened on Monday.", "opened", "happened", "agreement", "2023-05-08"),
    ("The M23 warned on Monday that Goma would burn.", "warned", "threatened", "threat", "2023-05-08"),
    (
        "His best day came in April, when he spoke of a plan to raid Merca.",
        "raid",
        "planned",
        "armed_clash",
        "2023-04-01",
    ),
    ("Hodeidah may be shelled on Monday.", "shelled", "possible", "shelling", "2023-05-15"),
    ("Drones may have hit Hodeidah on Monday.", "hit", "possible", "air_strike", "2023-05-08"),
    ("Fighting goes on around Bakhmut.", "Fighting", "ongoing", "armed_clash", "2023-05-12"),
    ("Fighting broke out around Bakhmut.", "Fighting", "happened", "armed_clash", None),
]


@pytest.mark.parametrize(("text", "trigger", "modality", "type", "start"), BY_MODALITY)
def test_the_modality_gives_the_direction(text: str, trigger: str, modality: str, type: str, start: str | None) -> None:
    document = report(text)
    time = resolve_time(document, claim(document, trigger, modality=modality, type=type))
    assert (time.start.isoformat() if time is not None else None) == start


def test_without_own_words_the_one_time_of_the_sentence() -> None:
    document = report("A blast on Sunday killed two in Jos.")
    assert told(resolve_time(document, claim(document, "blast"))) == ("2023-05-07", "2023-05-07")


def test_two_times_in_the_sentence_are_no_choice() -> None:
    document = report("A blast came after the raid of Sunday and the truce of 3 May.")
    assert resolve_time(document, claim(document, "blast")) is None


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        ("After the raid of 3 May, Sunday's blast shook Jos.", "blast", "2023-05-07"),
        ("After the truce of 3 May, shelling on Sunday hit Jos.", "shelling", "2023-05-07"),
        ("The arrests followed the bombings of 3 May, police said on Sunday.", "bombings", "2023-05-03"),
    ],
)
def test_the_time_beside_the_trigger_is_its_own(text: str, trigger: str, start: str) -> None:
    document = report(text)
    assert told(resolve_time(document, claim(document, trigger))) == (start, start)


def test_a_day_within_the_week_that_is_told_too() -> None:
    document = report("Last week a blast killed two in Jos, on Saturday.")
    assert told(resolve_time(document, claim(document, "blast"))) == ("2023-05-06", "2023-05-06")


@pytest.mark.parametrize(
    "text",
    [
        "The SAF said on Tuesday that it would storm Omdurman.",
        "On Tuesday the SAF vowed to storm Omdurman.",
        "The SAF told reporters late Tuesday it would storm Omdurman.",
    ],
)
def test_the_day_on_which_a_plan_was_told_is_not_the_plans(text: str) -> None:
    document = report(text)
    assert resolve_time(document, claim(document, "storm", ("Tuesday",), modality="planned")) is None


def test_how_far_back_nothing_compares_is_no_time_of_the_happening() -> None:
    document = report("The raid was the deadliest in Djibo since March. Rebels have raided Arbinda since March.")
    assert resolve_time(document, claim(document, "raid")) is None
    assert told(resolve_time(document, claim(document, "raided"))) == ("2023-03-01", "2023-05-12")


def test_lengths_do_not_stand_in_the_way() -> None:
    document = report("A blast on Sunday ended a three-day calm.")
    assert told(resolve_time(document, claim(document, "blast"))) == ("2023-05-07", "2023-05-07")


def test_a_time_in_the_next_sentence_is_not_taken() -> None:
    document = report("The blast killed two in Jos. On Sunday a market reopened.")
    assert resolve_time(document, claim(document, "blast")) is None


def test_another_mention_of_the_happening_tells_its_time() -> None:
    document = report("A blast killed two in Jos. The explosion came on Sunday. Rain fell on 3 May.")
    found = resolve_time(document, claim(document, "blast", mentions=("explosion",)))
    assert told(found) == ("2023-05-07", "2023-05-07")


def test_a_headline_takes_the_time_of_the_lead() -> None:
    text = "Strike hits market in Marib\n\nA strike hit Marib on Tuesday. It was repaired on 3 May."
    title = len("Strike hits market in Marib")
    document = report(text, blocks=(Block(0, title, "title"), Block(title, len(text), "body")))
    assert told(resolve_time(document, claim(document, "hits"))) == ("2023-05-09", "2023-05-09")


def test_furniture_tells_no_earlier_day() -> None:
    text = "Updated 1 May 2023\nThe next day, bombs fell."
    furniture = len("Updated 1 May 2023\n")
    document = report(text, blocks=(Block(0, furniture, "furniture"), Block(furniture, len(text), "body")))
    assert resolve_time(document, claim(document, "fell", ("The next day",))) is None


def test_without_publication_only_dates_with_their_year() -> None:
    document = report("On 3 May 2022 a mine killed two. On Monday another did.", published=None)
    assert told(resolve_time(document, claim(document, "mine", ("3 May 2022",)))) == ("2022-05-03", "2022-05-03")
    assert resolve_time(document, claim(document, "another", ("Monday",))) is None


OPENED = "Gunmen raided a school in Kebbi early on Friday, 5 May 2023, police said."


@pytest.mark.parametrize(
    ("rest", "words", "day"),
    [
        ("On Tuesday rebels shot two farmers.", "Tuesday", "2023-05-02"),
        ("On Thursday rebels shot two farmers.", "Thursday", "2023-05-04"),
        # from the fifth or from the eighth, it is another Sunday
        ("On Sunday rebels shot two farmers.", "Sunday", None),
        ("Yesterday rebels shot two farmers.", "Yesterday", None),
    ],
)
def test_weekdays_count_from_the_last_day_of_the_opening(rest: str, words: str, day: str | None) -> None:
    document = report(f"{OPENED} {rest}", published=None)
    time = resolve_time(document, claim(document, "shot", (words,)))
    assert told(time) == (None if day is None else (day, day))
    assert time is None or time.basis.endswith("counted from 2023-05-05, the last day told in the report's opening")


def test_the_day_of_what_came_before_is_not_its_own() -> None:
    text = "Aid workers died in a truce that the junta announced after the 28 April earthquake."
    assert resolve_time(report(text), claim(report(text), "died")) is None
    text = "Nine died. The strike broke a truce that came after the 28 April earthquake."
    died = resolve_time(report(text), claim(report(text), "died", mentions=("strike",)))
    assert told(died) == ("2023-05-10", "2023-05-12")
    text = "The guards were shot after the 28 April attack."
    attack = resolve_time(report(text), claim(report(text), "attack"))
    assert told(attack) == ("2023-04-28", "2023-04-28")


def test_weekday_and_date_in_a_report_of_which_only_the_year_is_known() -> None:
    document = report("A mine killed two on Tuesday, 9 May.", published=(date(2023, 1, 1), date(2023, 12, 31)))
    time = resolve_time(document, claim(document, "mine", ("Tuesday",)))
    assert told(time) == ("2023-05-09", "2023-05-09")


@pytest.mark.parametrize(
    ("end", "background"), [("2023-04-27", True), ("2023-04-28", False), ("2023-05-12", False), ("2014-12-31", True)]
)
def test_background_is_older_than_two_weeks(end: str, background: bool) -> None:  # noqa: FBT001 - a case, no switch
    day = date.fromisoformat(end)
    assert is_background(report("x"), Time(day, day, "day", None, "")) is background


def test_background_needs_both_days() -> None:
    day = date(2001, 1, 1)
    assert not is_background(report("x", published=None), Time(day, day, "day", None, ""))
    assert not is_background(report("x"), None)


PHRASES = [
    "on Monday",
    "May 3",
    "in 2014",
    "the next day",
    "a day after",
    "last month",
    "since",
    "between",
    "9999",
    "said",
]
DAYS = st.dates(date(1, 1, 2), date(9999, 12, 30))


@given(st.lists(st.sampled_from(PHRASES), max_size=8), DAYS, st.sampled_from(["happened", "planned", "ongoing"]))
def test_any_text_on_any_day_gives_days_in_order_or_none(words: list[str], published: date, modality: str) -> None:
    document = report(f"Raid {' '.join(words)}.", (published, published))
    time = resolve_time(document, claim(document, "Raid", modality=modality))
    if time is not None:
        assert time.start <= time.end
        assert time.mention is not None
        assert document.text[time.mention.start : time.mention.end] == time.mention.text


def test_a_long_text_on_one_line_is_read_near_the_claim_only() -> None:
    document = report("On Monday, the next day, " * 40_000 + "shells struck Taiz the next day.")
    whole = claim(document, "struck", ("the next day.",))
    assert whole.sentence.end > 900_000
    assert resolve_time(document, whole) is not None


# text, trigger, the day or None
NO_TIMES_OF_THEIR_OWN = [
    ("The March 23 Movement shelled Sake on Wednesday.", "shelled", "2023-05-10"),
    ("Clashes with the March 23 Movement raged around Sake.", "Clashes", None),
    ("KYIV, May 11 — Missiles hit Pokrovsk on Tuesday.", "hit", "2023-05-09"),
    ("GOMA, May 11 — Missiles hit a camp.", "hit", "2023-05-10"),  # as news of a report of 12 May
    ("The blast came a day after the talks began. It rained on Monday.", "blast", None),
    ("Rebels agreed to open talks on June 8.", "agreed", None),
    ("Rebels agreed on a truce on March 8.", "agreed", "2023-03-08"),
]


@pytest.mark.parametrize(("text", "trigger", "day"), NO_TIMES_OF_THEIR_OWN)
def test_days_in_names_and_datelines_and_days_to_come_are_not_told(text: str, trigger: str, day: str | None) -> None:
    document = report(text)
    time = resolve_time(document, claim(document, trigger))
    assert (None if time is None else time.start.isoformat()) == day


def test_the_day_of_a_saying_that_opens_the_sentence_is_not_the_happenings() -> None:
    document = report(
        "Rain fell. On Wednesday, police said an officer of the Lagos garrison had been held for robbing a bus."
    )
    assert resolve_time(document, claim(document, "robbing")) is None
    assert told(resolve_time(document, claim(document, "robbing", ("Wednesday",)))) == ("2023-05-10", "2023-05-10")


# text, trigger, words of the claim's time, the day or first/last day, or None (published on Friday, 12 May 2023)
OF_OTHER_HAPPENINGS = [
    ("Two days after Monday's raid, gunmen returned.", "returned", (), "2023-05-10"),
    ("Two days after Monday's raid, gunmen returned.", "raid", (), "2023-05-08"),
    ("Gunmen returned a day after the 3 May attack.", "returned", (), "2023-05-04"),
    ("Police arrested three men after Monday's attack, the mayor said.", "arrested", (), "2023-05-10/2023-05-12"),
    ("Mourners buried nine dead of Monday's attack.", "attack", (), "2023-05-08"),
    ("The raid followed a blast in Jenin on Monday.", "raid", (), None),
    ("The withdrawal caps months of losses in recent weeks; the town was taken in 2014.", "withdrawal", (), None),
    ("The blast came hours after a raid on Wednesday.", "raid", (), "2023-05-10"),
    ("The army said it struck a man who led the 3 April attacks.", "struck", (), None),
    ("Nine people died in the Tuesday attack.", "died", (), "2023-05-09"),
    (
        "On Wednesday a truce began after the 5 May earthquake. Two days earlier, jets had bombed Naungcho.",
        "bombed",
        ("Two days earlier",),
        "2023-05-08",
    ),
    (
        "Shells fell hours after the 5 May earthquake. Two days earlier, gunmen had shot a monk.",
        "shot",
        ("Two days earlier",),
        "2023-05-03",
    ),
    ("A bomb killed nine people in Kabul shortly after midnight.", "killed", (), "2023-05-10/2023-05-12"),
    ("A bomb killed six in Kabul shortly after midnight.", "killed", ("midnight",), "2023-05-10/2023-05-12"),
    ("Heavy fighting broke out in Omdurman, doctors said.", "fighting", (), "2023-05-10/2023-05-12"),
    ("Crowds came on Monday night. The evening began quietly: youths marched.", "marched", (), "2023-05-08"),
]


@pytest.mark.parametrize(("text", "trigger", "when", "days"), OF_OTHER_HAPPENINGS)
def test_a_day_of_another_happening_is_counted_from_and_not_taken(
    text: str, trigger: str, when: tuple[str, ...], days: str | None
) -> None:
    document = report(text)
    expected = None if days is None else (days[:10], days[-10:])
    assert told(resolve_time(document, claim(document, trigger, when))) == expected


def test_what_was_said_on_a_day_to_have_happened_was_no_later() -> None:
    text = "On Wednesday, an official said the rebels had surrendered. On Thursday the surrender was denied."
    document = report(text)
    told_twice = claim(document, "surrendered", type="withdrawal", mentions=("the surrender was",))
    assert told(resolve_time(document, told_twice)) == ("2023-05-08", "2023-05-10")


def test_somebody_elses_words_on_a_day_do_not_date_a_threat() -> None:
    document = report("On Wednesday, police said a man had been held for threatening a nurse.")
    assert told(resolve_time(document, claim(document, "threatening", type="threat", modality="threatened"))) is None
