"""The day of a lead without one, told by the sentences behind it."""

import pytest

from marsad.resolve.times.happening import resolve_times
from tests.resolve.times.reports import claim, report, told

# lead with its trigger, what follows, the days (published on Friday, 12 May 2023)
CASES = [
    (
        "A bomber blew himself up in Quetta, killing nine people, police said.",
        "blew himself up",
        "The attacker struck as shoppers left the bazaar on Wednesday.",
        "2023-05-10",
    ),
    (
        "Gunmen killed eleven farmers near Makurdi, the governor said.",
        "killed",
        "He wept. The attack took place late on Tuesday.",
        "2023-05-09",
    ),
    (
        "A Russian missile killed two people in Kherson, officials said.",
        "killed",
        "The missile hit a bakery at dawn on Thursday.",
        "2023-05-11",
    ),
]
OTHERS = [
    "The attackers struck on Tuesday, in another raid on the district.",
    "The attack came days after the army struck the hills in March 2019.",
    "The attack took place on Tuesday or on Wednesday, when the market is open.",
    "The bodies were buried on Tuesday.",
]


@pytest.mark.parametrize(("lead", "trigger", "behind", "day"), CASES)
def test_the_lead_has_the_day_that_the_next_sentences_give(lead: str, trigger: str, behind: str, day: str) -> None:
    document = report(f"{lead} {behind}")
    (time,) = resolve_times(document, (claim(document, trigger, type="suicide_bombing"),))
    assert told(time) == (day, day)
    assert time is not None
    assert time.basis.startswith("told of the same behind it: ")
    assert time.mention is not None
    assert time.mention.start > len(lead)


@pytest.mark.parametrize("behind", OTHERS)
def test_a_day_of_something_else_is_not_taken(behind: str) -> None:
    document = report(f"Gunmen killed eleven farmers near Makurdi, the governor said. {behind}")
    (time,) = resolve_times(document, (claim(document, "killed", type="attack_on_civilians"),))
    assert told(time) == ("2023-05-10", "2023-05-12")
