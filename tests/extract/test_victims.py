"""Those whom a report only counts are the ones hit."""

import pytest
from msgspec.structs import replace

from marsad.extract.draft import Draft
from marsad.extract.victims import (
    with_shot_captives_dead,
    with_victims,
    without_speakers,
    without_tellings,
    without_those_before,
)
from marsad.model import CountMention, Mention, Span


def draft_of(*counts: tuple[str, str], whom: tuple[Mention, ...] = ()) -> Draft:
    mentions = [CountMention(measure, Mention(100, 100 + len(words), words)) for measure, words in counts]
    return Draft("shelling", "happened", Mention(0, 7, "shelled"), Span(0, 200), 1.0, whom=whom, counts=tuple(mentions))


@pytest.mark.parametrize(
    ("counted", "victims"),
    [
        ("at least 15 traders", "traders"),
        ("two local journalists", "local journalists"),
        ("dozens of worshippers", "worshippers"),
        ("an aid worker", "aid worker"),
        ("Between 10 and 15 herders", "herders"),
        ("11 of them children", "children"),
    ],
)
def test_the_noun_is_kept_and_the_number_goes(counted: str, victims: str) -> None:
    (mention,) = with_victims(draft_of(("killed", counted))).whom
    assert mention.text == victims
    assert mention.start == 100 + counted.index(victims)
    assert mention.end == 100 + len(counted)


@pytest.mark.parametrize(
    "counted",
    ["12 people", "three others", "34", "several bodies", "two", "a third victim", "the number of", "two bombers"],
)
def test_words_that_name_nobody_are_no_target(counted: str) -> None:
    assert with_victims(draft_of(("killed", counted))).whom == ()


def test_what_the_report_names_stays() -> None:
    named = (Mention(20, 26, "convoy"),)
    assert with_victims(draft_of(("killed", "two drivers"), whom=named)).whom == named


def test_things_destroyed_are_no_victims_and_parts_are_not_told_twice() -> None:
    assert with_victims(draft_of(("destroyed", "two tanks"))).whom == ()
    part = CountMention("killed", Mention(130, 142, "two teachers"), part_of=0)
    whole = draft_of(("killed", "nine people"))
    assert with_victims(Draft(whole.type, whole.modality, whole.trigger, whole.sentence, 1.0,
                              counts=(*whole.counts, part))).whom == ()  # fmt: skip


# text, who is credited, whom the draft has, how many of its counts stay
SPEAKERS = [
    ("“They shot at the lorries,” said a driver who lived.", "driver", 0),
    ("Gunmen came at night, a trader told a paper in Jos.", "trader", 0),
    ("Shells fell all day, according to a nurse in Goma.", "nurse", 0),
    ("“They shot at us,” said a soldier wounded in the leg.", "soldier", 1),
    ("A teacher who says she was left alone was held in Loikaw.", "teacher", 1),
]


@pytest.mark.parametrize(("text", "speaker", "left"), SPEAKERS)
def test_who_only_tells_is_no_victim(text: str, speaker: str, left: int) -> None:
    start = text.index(speaker)
    said = Mention.of(text, start, start + len(speaker))
    counted = CountMention("injured", Mention.of(text, start - 2, said.end))
    part = CountMention("killed", Mention.of(text, 0, 1), part_of=0)
    draft = replace(draft_of(("killed", "x")), whom=(said,), sources=(said,), counts=(counted, part))
    found = without_speakers(draft, text)
    assert len(found.whom) == left
    assert [count.part_of for count in found.counts] == ([None, 0] if left else [None])


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("The raid came a week after JNIM killed nine.", "raid", 0),
        ("The blast in Kano followed two days after JNIM fled.", "blast", 0),
        ("The raid came at dawn and JNIM fled.", "raid", 1),
        ("The raid by JNIM came after talks.", "raid", 1),
    ],
)
def test_those_of_what_came_before_are_not_its_own(text: str, trigger: str, kept: int) -> None:
    start, named = text.index(trigger), text.index("JNIM")
    one = Mention.of(text, named, named + 4)
    count = CountMention("killed", one)
    draft = Draft("shelling", "happened", Mention.of(text, start, start + len(trigger)), Span(0, len(text)), 1.0)
    found = without_those_before(replace(draft, who=(one,), where=(one,), counts=(count,)), text)
    assert (found.who, found.where, found.counts) == ((one,) * kept, (one,) * kept, (count,) * kept)


@pytest.mark.parametrize(
    ("text", "counted", "kept"),
    [
        ("Two very different tolls of the blast in Baidoa went round.", "Two very", 0),
        ("Three videos of the raid on Djibo were shared.", "Three videos", 0),
        ("Four rival reports told of the shelling of Sumy.", "Four", 0),
        ("Two reporters were killed in Gedaref.", "Two reporters", 1),
        ("Six other fighters died near Kidal.", "Six other fighters", 1),
    ],
)
def test_what_was_told_is_nobody(text: str, counted: str, kept: int) -> None:
    mention = Mention(0, len(counted), counted)
    draft = replace(draft_of(), counts=(CountMention("killed", mention, None),), whom=(mention,))
    told = without_tellings(draft, text)
    assert (len(told.counts), len(told.whom)) == (kept, kept)


@pytest.mark.parametrize(
    ("text", "counted", "measure"),
    [
        ("The rebels shot some 160 captured soldiers near Tabqa.", "160 captured soldiers", "killed"),
        ("Fighters shot 30 men who had surrendered in Moura.", "30 men", "killed"),
        ("The guards shot two prisoners in Insein, one of whom survived.", "two prisoners", "injured"),
        ("Gunmen shot two policemen in Cauca.", "two policemen", "injured"),
        ("Gunmen wounded two captured soldiers near Bakhmut.", "two captured soldiers", "injured"),
    ],
)
def test_captives_who_are_shot_are_dead(text: str, counted: str, measure: str) -> None:
    start = text.index(counted)
    count = CountMention("injured", Mention.of(text, start, start + len(counted)))
    draft = Draft("attack_on_civilians", "happened", Mention(0, 1, "T"), Span(0, len(text)), 1.0, counts=(count,))
    assert [count.measure for count in with_shot_captives_dead(draft, text).counts] == [measure]
