"""On which side of "a day after" a happening stands, and what its day is then."""

import pytest

from marsad.resolve.times import resolve_time
from tests.resolve.times.reports import claim, report, told

# text, trigger, first and last day; reports come out on Friday, 12 May 2023
CASES = [
    # the sentence goes on with what has been told; what is tied to it lies before or after that
    ("Mortars hit Sake on Monday. It came two days after a convoy was burned there.", "burned", "2023-05-06"),
    ("Jets struck Nyala on Tuesday. The raid came a day after drones hit Kosti.", "hit", "2023-05-08"),
    ("A bus was shot at near Gao on 9 May. The ambush followed two days after a mine went off.", "went", "2023-05-07"),
    ("Rockets fell on Sderot on Tuesday. This was a day before jets bombed Rafah.", "bombed", "2023-05-10"),
    # what stands at the end of its clause counts from the day told in it
    (
        "Nurses marched in Cali on Thursday over the shooting of a colleague three days before.",
        "shooting",
        "2023-05-08",
    ),
    ("On 4 May police buried the officers who were killed in Jos two days earlier.", "killed", "2023-05-02"),
    ("Shelling resumed in Loikaw on Monday and troops left the town two days later.", "left", "2023-05-10"),
    # the first sentence of a report that tells no day counts from its news
    ("Envoys left Aden, two days after drones struck the airport.", "struck", ("2023-05-09", "2023-05-10")),
    ("A day after gunmen raided Kaya, mourners filled its mosques.", "filled", ("2023-05-11", "2023-05-12")),
    # a time that is tied to the trigger is its own, whatever else the sentence tells
    ("Crowds fled Bama on Thursday, two days after gunmen burned its market.", "burned", "2023-05-09"),
    ("Crowds fled Bama on Thursday, two days after gunmen burned its market.", "fled", "2023-05-11"),
    # a raid told before, and what followed it
    ("Herat was raided on Monday. Two days after the raid, troops came.", "came", "2023-05-10"),
]


@pytest.mark.parametrize(("text", "trigger", "days"), CASES)
def test_two_happenings_tied_by_a_distance(text: str, trigger: str, days: str | tuple[str, str]) -> None:
    document = report(text)
    assert told(resolve_time(document, claim(document, trigger))) == ((days, days) if isinstance(days, str) else days)


def test_the_basis_says_that_it_counts_from_publication() -> None:
    document = report("Envoys left Aden, two days after drones struck the airport.")
    time = resolve_time(document, claim(document, "struck"))
    assert time is not None
    assert time.basis == "'two days after', counted from publication on 2023-05-12"


# text, trigger: what is told further on, or of what is no news, counts from nothing
UNDATED = [
    ("Rain fell. Envoys left Aden, two days after drones struck the airport.", "struck"),
    ("The blast in Kano came two days after the talks began.", "blast"),
    # what is only taken up has the day told before, whatever it came after
    ("Bandits burned Kuya on 4 May. The raid came three days after gunmen seized a bus.", "raid"),
    ("Jets hit Loikaw on Monday. The latest strike followed two days after rebels took a post.", "strike"),
]


@pytest.mark.parametrize(("text", "trigger"), UNDATED)
def test_nothing_is_counted_from_a_day_that_is_not_told(text: str, trigger: str) -> None:
    document = report(text)
    assert resolve_time(document, claim(document, trigger)) is None
