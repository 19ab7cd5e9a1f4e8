"""The day of what came of a happening is not the happening's own."""

import pytest

from marsad.resolve.times import resolve_time
from tests.resolve.times.reports import claim, report, told

# text, trigger
OF_OUTCOMES = [
    ("The toll of the bomb attack on a market in Maiduguri rose to 31 on Thursday.", "attack"),
    ("Rain fell. Survivors of the massacre were flown to Goma on Wednesday.", "massacre"),
    ("Rain fell. Two of those hurt in the shelling died on Tuesday in Kharkiv.", "shelling"),
    ("Rain fell. Victims of last week's raid were buried in Hpakant on Monday.", "raid"),
    ("Rain fell. Protests against the bombing began in Sanaa on Thursday.", "bombing"),
    ("The number killed by the blast in Bogota climbed to nine on Friday.", "blast"),
]

# text, trigger, day
OWN = [
    ("Nine people died in the attack on the market on Thursday.", "attack", "2023-05-11"),
    ("The attack on the market was launched on Thursday.", "attack", "2023-05-11"),
    ("Six soldiers were hurt in the ambush, which was laid near Djibo on Monday.", "ambush", "2023-05-08"),
    ("Two people died in the strike and three were hurt on Tuesday in Rafah.", "strike", "2023-05-09"),
    ("The raid on Sagaing killed eight people on Wednesday.", "raid", "2023-05-10"),
    ("Residents of Bama said the shelling had begun on Monday.", "shelling", "2023-05-08"),
]


@pytest.mark.parametrize(("text", "trigger"), OF_OUTCOMES)
def test_the_day_of_an_outcome(text: str, trigger: str) -> None:
    document = report(text)
    time = resolve_time(document, claim(document, trigger))
    assert time is None or "last week" in time.basis


@pytest.mark.parametrize(("text", "trigger", "day"), OWN)
def test_its_own_day(text: str, trigger: str, day: str) -> None:
    document = report(text)
    assert told(resolve_time(document, claim(document, trigger))) == (day, day)


def test_no_outcome_is_the_happening_even_where_the_day_was_taken_for_its_own() -> None:
    document = report("The toll of the raid on Bunia rose to 31 on Thursday.")
    assert resolve_time(document, claim(document, "raid", ("Thursday",))) is None
