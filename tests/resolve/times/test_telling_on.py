"""What a report goes on to tell has the day of the happening told right before it; nothing else has."""

import pytest

from marsad.model import Block, Document
from marsad.resolve.times import resolve_times
from tests.resolve.times.reports import claim, report, told


def days(document: Document, *triggers: tuple[str, str], when: tuple[str, ...] = ()) -> list[tuple[str, str] | None]:
    """Days of claims given by trigger and type; ``when`` are words of time of the last."""
    *first, (trigger, code) = triggers
    claims = [claim(document, other, type=kind) for other, kind in first]
    return [told(time) for time in resolve_times(document, (*claims, claim(document, trigger, when, type=code)))]


# two sentences or three, the trigger of the first, the one that tells on
TOLD_ON = [
    ("Gunmen attacked Djibo on Monday. Granaries and a school were burned.", "attacked", "burned"),
    ("Drones hit Odesa late on Monday. Two people were killed, the mayor said.", "hit", "killed"),
    ("Troops raided a camp near Jenin on Monday. A fuel tank exploded.", "raided", "exploded"),
    ("Rebels entered Sake on Monday. Thousands fled towards Goma.", "entered", "fled"),
    ("Fighters stormed a post in Cauca on Monday. Rain fell. A mortar bomb wounded four.", "stormed", "wounded"),
    ("Police broke up a sit-in in Khartoum on Monday. They made at least 40 arrests.", "broke up", "arrests"),
    ("Jets bombed Pinlebu on Monday. Two nurses were among the dead.", "bombed", "dead"),
]


@pytest.mark.parametrize(("text", "first", "second"), TOLD_ON)
def test_the_report_tells_on(text: str, first: str, second: str) -> None:
    document = report(text)
    monday = ("2023-05-08", "2023-05-08")
    assert days(document, (first, "armed_clash"), (second, "violence_other")) == [monday, monday]


def test_the_basis_says_from_where_the_day_is() -> None:
    document = report("Gunmen attacked Djibo on Monday. A school was burned. Two wells were blown up.")
    claims = [claim(document, trigger, type="armed_clash") for trigger in ("attacked", "burned", "blown up")]
    for time in resolve_times(document, claims)[1:]:
        assert time is not None
        assert time.basis == "told on from what has a day before: 'Monday' before publication on 2023-05-12"
        assert time.mention is not None
        assert time.mention.text == "Monday"


# the first sentence is as above; what follows tells of something else, or not of the past
NOT_TOLD_ON = [
    ("Gunmen attacked Djibo on Monday. They have killed thousands.", "killed"),
    ("Gunmen attacked Djibo on Monday. Mourners had fled before.", "fled"),
    ("Gunmen attacked Djibo on Monday. In Kaya a bomb wounded nine.", "wounded"),
    ("Gunmen attacked Djibo on Monday. Another raid killed nine.", "killed"),
    ("Gunmen attacked Djibo on Monday. Militias often burned its wells.", "burned"),
    ("Gunmen attacked Djibo on Monday. In March they held talks. Nine were killed.", "killed"),
    ("Gunmen attacked Djibo on Monday. Those who fled met envoys.", "fled"),
    ("Gunmen attacked Djibo on Monday. Meanwhile, jets bombed a dam.", "bombed"),
    ("Gunmen attacked Djibo this month. Nine were killed.", "killed"),
]


@pytest.mark.parametrize(("text", "second"), NOT_TOLD_ON)
def test_no_day_is_made_up(text: str, second: str) -> None:
    assert days(report(text), ("attacked", "armed_clash"), (second, "violence_other"))[1] is None


def test_what_is_told_as_ongoing_or_said_gives_no_day() -> None:
    document = report("The army condemned the raid on Monday. Nine were killed.")
    assert days(document, ("condemned", "statement"), ("killed", "violence_other"))[1] is None
    claims = [claim(document, "raid", modality="ongoing"), claim(document, "killed", type="violence_other")]
    assert resolve_times(document, claims)[1] is None


def test_far_off_nothing_is_told_on() -> None:
    document = report("Gunmen attacked Djibo on Monday." + " Rain fell." * 50 + " Nine were killed.")
    assert days(document, ("attacked", "armed_clash"), ("killed", "violence_other"))[1] is None


def test_several_attacks_are_told_one_by_one() -> None:
    document = report("Two attacks shook Colombia on Thursday. In Tame a car bomb killed two.")
    thursday = ("2023-05-11", "2023-05-11")
    assert days(document, ("attacks", "violence_other"), ("car bomb", "explosive_device")) == [thursday, thursday]


def test_an_hour_has_the_day_told_before() -> None:
    document = report("Sappers reached Severodonetsk on Monday. In the early morning they took the station.")
    monday = ("2023-05-08", "2023-05-08")
    triggers = ("reached", "armed_clash"), ("took", "territory_captured")
    assert days(document, *triggers, when=("In the early morning",)) == [monday, monday]
    document = report("Sappers reached Severodonetsk on Monday. One rainy night they took the station.")
    assert days(document, *triggers, when=("One rainy night",))[1] is None


def test_a_headline_takes_the_day_of_the_lead_sentences() -> None:
    text = "Blast in Mogadishu kills six\n\nRain fell. A car bomb went off near a cafe on Tuesday."
    blocks = (Block(0, 30, "title"), Block(30, len(text), "body"))
    document = report(text, blocks=blocks)
    tuesday = ("2023-05-09", "2023-05-09")
    assert days(document, ("bomb", "explosive_device"), ("Blast", "explosive_device")) == [tuesday, tuesday]
    claims = [claim(document, "bomb", type="explosive_device"), claim(document, "Blast", type="explosive_device")]
    time = resolve_times(document, claims)[1]
    assert time is not None
    assert time.basis == "of the same told in the report's opening: 'Tuesday' before publication on 2023-05-12"
