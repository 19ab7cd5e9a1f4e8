"""The counts of a claim as figures."""

import pytest

from marsad.model import Block, Claim, CountMention, Document, Figure, Mention, Span
from marsad.resolve.figures import resolve_figures

AREAS = [
    ("700 square kilometres", 700, 700),
    ("more than 100 square kilometers of territory", 100, None),
    ("12 sq km", 12, 12),
    ("100 square miles", 259, 259),
    ("5,000 hectares", 50, 50),
    ("700 square kilometers (270 square miles)", 700, 700),
]


@pytest.mark.parametrize(("words", "low", "high"), AREAS)
def test_areas_are_in_square_kilometres(words: str, low: int, high: int | None) -> None:
    (figure,) = figures([("area", words, None)])
    assert (figure.low, figure.high, figure.who) == (low, high, None)


def test_a_length_is_no_area() -> None:
    assert figures([("area", "20 kilometres", None)]) == ()


def test_parts_keep_their_whole_when_another_count_is_dropped() -> None:
    read = figures(
        [
            ("injured", "10 percent of the crowd", None),
            ("killed", "eight civilians", None),
            ("killed", "three children", 1),
        ]
    )
    assert [(figure.who, figure.part_of) for figure in read] == [("civilians", None), ("children", 0)]


def test_part_of_a_dropped_count_is_part_of_what_that_was_in() -> None:
    read = figures([("killed", "50 people", None), ("killed", "a third of them", 0), ("killed", "two children", 1)])
    assert [(figure.low, figure.part_of) for figure in read] == [(50, None), (2, 0)]


def test_parts_that_name_each_other_end() -> None:
    read = figures([("killed", "half of them", 1), ("killed", "most of them", 0), ("killed", "two men", 0)])
    assert [(figure.low, figure.part_of) for figure in read] == [(2, None)]


@pytest.mark.parametrize("words", ["several towns", "41 Isis positions", "an M-16 rifle", "300 cattle"])
def test_things_are_no_captives(words: str) -> None:
    assert figures([("captured", words, None)]) == ()


@pytest.mark.parametrize("measure", ["destroyed", "targeted"])
def test_things_are_destroyed_and_targeted(measure: str) -> None:
    (figure,) = figures([(measure, "two army lorries", None)])
    assert (figure.low, figure.who, figure.who_class) == (2, "army lorries", "unknown")


def test_a_figure_quotes_its_words() -> None:
    (figure,) = figures([("killed", "at least 26 jihadists", None)])
    assert figure.mention.text == "at least 26 jihadists"
    assert figure.measure == "killed"


# the document's text, the counts quoted in it, their bounds
IN_TEXT = [
    ("A blast in Baidoa killed 18-year-old Amina.", ["18"], []),
    ("Shells hit Donetsk 12 km from the front.", ["12"], []),
    ("Two very different tolls of the blast in Baidoa went round.", ["Two"], []),
    ("Three videos of the raid on Djibo were shared.", ["Three"], []),
    ("At least 10 were killed and 45 injured in Idlib.", ["At least 10", "45"], [(10, None), (45, None)]),
    ("At least 10 were killed. In Idlib and Hama 45 were injured.", ["At least 10", "45"], [(10, None), (45, 45)]),
    ("Ten were killed and at least 45 injured.", ["Ten", "45"], [(10, 10), (45, None)]),
    ("Two women, 61 and 74, were killed in Hirnyk.", ["Two women", "61", "74"], [(2, 2)]),
    ("None of the 300 inmates in Insein was hurt.", ["300 inmates"], []),
    ("The raid on Bunia left dozens of dead and wounded.", ["dozens of dead"], []),
    ("All of them over 60 were killed in Wharf Jeremie.", ["over 60"], []),
    ("Those killed in Haiti this year number 5,000 by now.", ["5"], [(5_000, 5_000)]),
    ("20:05 The dead of Tyre are counted.", ["20"], []),
    ("In Sudzha 84 were rescued from the rubble.", ["84"], []),
    ("The toll of Kryvyi Rih rose from 17 to 20.", ["17 to 20"], [(20, 20)]),
    ("Shells killed 16 people of Sumy rather than 20.", ["16 people", "rather than 20"], [(16, 16)]),
    ("Bombs in Jos killed or injured 40 people.", ["40 people"], []),
    ("Eight men of Jurf were killed and as many hurt.", ["Eight men", "as many"], [(8, 8)]),
    ("In Jolo one marine was hurt and another killed.", ["another"], [(1, 1)]),
    ("A third of the town of Derna was hit.", ["A third"], []),
    ("He spoke of 1968 in Belfast.", ["1968"], []),
    ("The death of Ambassador Ada Okoye in Jos.", ["Ambassador"], []),
    ("A passer-by in Timbío was hit.", ["A passer"], [(1, 1)]),
    (
        "A guard was shot dead at the jail of Kismayo on the night before the feast. Neighbours buried the guard.",
        ["A guard", "the guard"],
        [(1, 1)],
    ),
    ("Gunmen of Wukari killed a guard, the mayor and two aides.", ["a guard", "the mayor"], [(1, 1), (1, 1)]),
    ("The day on which her father, a judge, was shot in Cali.", ["her father", "a judge"], [(1, 1)]),
    ("Men stormed a bank in Marib and threatened to kill three clerks.", ["three clerks"], []),
    ("Clansmen of Wajir killed one another.", ["one another"], []),
    ("Hundreds of thousands of people fled Rafah.", ["Hundreds of", "thousands of people"], [(200_000, 999_999)]),
    ("They hanged him and her in Zahedan.", ["him", "her"], []),
    ("More than 30 soldiers and 12 rebels died.", ["30 soldiers", "12 rebels"], [(30, None), (12, 12)]),
]


@pytest.mark.parametrize(("text", "words", "bounds"), IN_TEXT)
def test_counts_are_read_in_their_text(
    text: str, words: list[str], bounds: list[tuple[int | None, int | None]]
) -> None:
    mentions = [Mention.of(text, text.index(quote), text.index(quote) + len(quote)) for quote in words]
    read = resolve_figures(*claim(text, [CountMention("killed", mention) for mention in mentions]))
    assert [(figure.low, figure.high) for figure in read] == bounds


def figures(counts: list[tuple[str, str, int | None]]) -> tuple[Figure, ...]:
    """Resolve a claim whose counts are these measures, words and wholes, each in a sentence of its own."""
    text, mentions = "", []
    for measure, words, part_of in counts:
        text += "There were: "
        mentions.append(CountMention(measure, Mention(len(text), len(text) + len(words), words), part_of))
        text += f"{words}. "
    return resolve_figures(*claim(text, mentions))


def claim(text: str, counts: list[CountMention]) -> tuple[Document, Claim]:
    """Return a document of that text and a claim of those counts."""
    document = Document("d-1", "a.txt", None, "", None, None, (), "en", None, text, (Block(0, len(text), "body"),), ())
    return document, Claim(
        id="c-1",
        document="d-1",
        type="air_strike",
        modality="happened",
        trigger=Mention.of(text, 0, 5),
        sentence=Span(0, len(text)),
        mentions=(),
        who=(),
        whom=(),
        where=(),
        when=(),
        counts=tuple(counts),
        means=(),
        sources=(),
        extractor="test",
        confidence=1.0,
    )


def test_the_number_of_the_dead_is_told_elsewhere() -> None:
    assert figures([("killed", "The number of people", None)]) == ()
    assert figures([("killed", "a number of people", None)]) == ()
    assert figures([("injured", "many villagers", None)]) == ()
    assert figures([("killed", "number", None)]) == ()


def test_a_toll_told_twice_is_one_figure() -> None:
    between = "10 percent of the crowd that had stood in the street since the early hours of the day"
    told = figures([("killed", "6", None), ("injured", between, None), ("killed", "six people", None)])
    assert [(figure.measure, figure.low) for figure in told] == [("killed", 6)]
    beside = figures([("killed", "five men", None), ("killed", "five women", None)])
    assert len(beside) == 2


def test_tens_of_thousands_are_not_tens() -> None:
    text = "There were: Tens of thousands of people in the camps."
    (figure,) = resolve_figures(*claim(text, [CountMention("displaced", Mention(12, 16, "Tens"))]))
    assert (figure.low, figure.high, figure.who) == (20_000, 99_999, "people")
    assert figure.mention.text == "Tens of thousands of people"


@pytest.mark.parametrize(
    ("text", "words", "read"),
    [
        ("Rebels burned the camp at Hilla.", "camp", []),
        ("Rebels burned its bridge.", "its bridge", []),
        ("Rebels burned a bridge near Hilla.", "a bridge", [1]),
        ("Rebels shot down the helicopter.", "the helicopter", [1]),
        ("Rebels burned macabre flags.", "macabre", []),
        ("Militants had a dwindling supply of shells.", "a dwindling supply", []),
    ],
)
def test_a_place_that_was_struck_is_not_one_of_those_destroyed(text: str, words: str, read: list[int]) -> None:
    start = text.index(words)
    mention = Mention.of(text, start, start + len(words))
    found = resolve_figures(*claim(text, [CountMention("destroyed", mention)]))
    assert [figure.low for figure in found] == read
