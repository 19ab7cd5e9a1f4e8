"""What counts as a time expression, and where it starts and ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.resolve.times import find_times
from marsad.resolve.times.words import COUNTS, DAY_PARTS, MONTHS, PARTS, TURNS, UNITS, WEEKDAYS

# text, the expressions found, their grain
SPANS = [
    ("Drones hit a depot near Odesa late on Tuesday, officials said.", ["late on Tuesday"], ["day"]),
    ("On the night of 3-4 March shells fell on El Fasher.", ["the night of 3-4 March"], ["day"]),
    ("Fighting in Khartoum has gone on since mid-April.", ["since mid-April"], ["month"]),
    ("The junta bombed the school last month.", ["last month"], ["month"]),
    ("Between May 3 and May 5, rebels held Goma airport.", ["Between May 3 and May 5"], ["day"]),
    ("He fled Mosul in 2014 and came back two years later.", ["2014", "two years later"], ["year", "year"]),
    ("The 2016 accord with the FARC held.", ["2016"], ["year"]),
    ("Every Friday there were protests.", ["Every Friday"], ["day"]),
    ("The raid of November 3, 2022, killed four.", ["November 3, 2022"], ["day"]),
    ("After a two-week siege they left on Sunday.", ["two-week", "Sunday"], ["week", "day"]),
    ("It was the worst attack in the spring of 2022.", ["the spring of 2022"], ["quarter"]),
    ("Troops arrived on Friday, March 3.", ["Friday, March 3"], ["day"]),
    ("By the end of last week Bucha was empty.", ["By the end of last week"], ["week"]),
    ("Earlier in the day, a convoy was hit.", ["Earlier in the day"], ["day"]),
    ("The town fell in the last few days.", ["the last few days"], ["day"]),
    ("Both sides agreed on the same day last week.", ["the same day last week"], ["week"]),
    ("It came shortly before dawn on Friday.", ["dawn on Friday"], ["day"]),
    ("Around 9 a.m. on Friday it fell.", ["9 a.m. on Friday"], ["day"]),
    ("It fell on Friday at 10:30 p.m. local time.", ["Friday at 10:30 p.m. local time"], ["day"]),
    ("It fell at 17:00 GMT on 3 May.", ["17:00 GMT on 3 May"], ["day"]),
    ("On May 3 at noon, at 5 points.", ["May 3 at noon"], ["day"]),
    ("They left before Friday's raid.", ["Friday"], ["day"]),
    ("They held it before 2014.", ["before 2014"], ["year"]),
    ("Losses fell in the third quarter, said the bank.", ["the third quarter"], ["quarter"]),
    ("Up from the year-ago period, in fiscal 2020.", ["the year-ago period", "fiscal 2020"], ["quarter", "year"]),
    ("Some 20 men of Jan Egeland's team came in Jan. 2012.", ["Jan. 2012"], ["month"]),
    ("In the 20th century it was a port.", ["the 20th century"], ["decade"]),
    ("By year's end, or in the year 2030, it may be one again.", ["By year's end", "the year 2030"], ["year", "year"]),
    ("A decades-long feud, two to three weeks of calm.", ["A decades-long", "two to three weeks"], ["decade", "week"]),
    ("It lasted two and a half years, and then ended.", ["two and a half years"], ["month"]),
    ("Right now nobody knows; recently two fled.", ["Right now", "recently"], ["day", "day"]),
    ("On Eid al-Adha, or Christmas Day 2014, it was calm.", ["Eid al-Adha", "Christmas Day 2014"], ["day", "day"]),
    ("It fell on 23 Asad 1402 [14 August 2023].", ["23 Asad 1402 [14 August 2023]"], ["day"]),
    ("Seven months\nago the camp was full.", ["Seven months\nago"], ["month"]),
]

NO_TIMES = [
    "The march may go on.",
    "They may attack; troops march on the sun-lit hill.",
    "Some 2014 fighters of Division 17 held 3 hills.",
    "A second convoy reached the spring at the fall of the wall.",
    "She sat near Cape April.",
    "He was shot at 5.56 m from 12/13 Main Road.",
    "Brigade 12 and Route 66.",
    "31/31/2017",
    "They came at 10:30 with 9 am bassadors by 17:00.",
    "A 12-year-old and a three-month-old baby, both under two years old.",
    "Fuel costs $2 a day, 24 hours a day at 12 litres an hour, four times a week.",
    "About three-quarters of the town and a quarter of its people.",
    "Ramadan Shalah met Taha Yassin Ramadan at the Easter Rising museum.",
    "He lives in the old quarter of Aleppo.",
    "Their 2000 men and its 1950 wells.",
    "",
]


@pytest.mark.parametrize(("text", "expected", "grains"), SPANS)
def test_finds_the_whole_expression(text: str, expected: list[str], grains: list[str]) -> None:
    found = find_times(text)
    assert [expression.text for expression in found] == expected
    assert [expression.grain for expression in found] == grains


@pytest.mark.parametrize("text", NO_TIMES)
def test_other_words_are_no_times(text: str) -> None:
    assert find_times(text) == ()


VOCABULARY = sorted(
    {*MONTHS, *WEEKDAYS, *UNITS, *COUNTS, *PARTS, *TURNS, *DAY_PARTS, "the", "of", "on", "since", "from"}
)


@given(st.lists(st.sampled_from([*VOCABULARY, "May", "Monday", "2014", "3", "-", "to", "and", ","]), max_size=12))
def test_every_expression_quotes_its_place_and_none_overlap(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for expression in find_times(text):
        assert text[expression.start : expression.end] == expression.text
        assert expression.start >= end
        end = expression.end


@pytest.mark.parametrize(
    "piece", ["late ", "the night of ", "between ", "since ", "from Monday to ", "the end of the ", "3 ", "more "]
)
def test_long_hostile_text_is_read_in_bounded_depth(piece: str) -> None:
    assert isinstance(find_times(piece * 5000), tuple)
