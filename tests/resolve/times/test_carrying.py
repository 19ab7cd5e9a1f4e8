"""What is told again has the days on which it was told first, where these are certain."""

from marsad.model import Document
from marsad.resolve.times import resolve_times
from tests.resolve.times.reports import claim, report, told

BLAST = "A blast shook Jos on Sunday. "


def days(document: Document, *triggers: tuple[str, str]) -> list[tuple[str, str] | None]:
    """Days of claims given by trigger and type."""
    claims = tuple(claim(document, trigger, type=code) for trigger, code in triggers)
    return [told(time) for time in resolve_times(document, claims)]


def test_the_explosion_is_the_blast_of_sunday() -> None:
    document = report(BLAST + "Four shops burned in the loud explosion.")
    sunday = ("2023-05-07", "2023-05-07")
    assert days(document, ("blast", "explosive_device"), ("explosion", "explosive_device")) == [sunday, sunday]
    claims = (claim(document, "blast", type="explosive_device"), claim(document, "explosion", type="explosive_device"))
    carried = resolve_times(document, claims)[1]
    assert carried is not None
    assert carried.basis == "of the same told before: 'Sunday' before publication on 2023-05-12"
    assert carried.mention is not None
    assert carried.mention.text == "Sunday"


def test_an_attack_may_be_any_violence_told_before() -> None:
    document = report(BLAST + "Nobody claimed the attack.")
    assert days(document, ("blast", "explosive_device"), ("attack", "violence_other"))[1] is not None


def test_another_one_is_not_the_same() -> None:
    document = report(BLAST + "Witnesses feared an explosion. This was an attack like no other.")
    triggers = ("blast", "explosive_device"), ("explosion", "explosive_device"), ("attack", "violence_other")
    assert days(document, *triggers)[1:] == [None, None]


def test_other_kinds_take_no_day() -> None:
    document = report(BLAST + "Delegates left the truce.")
    assert days(document, ("blast", "explosive_device"), ("truce", "agreement"))[1] is None


def test_two_days_told_before_are_no_choice() -> None:
    document = report(BLAST + "Bombs went off in Kano on Tuesday. Police studied the explosion.")
    triggers = ("blast", "explosive_device"), ("Bombs", "explosive_device"), ("explosion", "explosive_device")
    assert days(document, *triggers)[2] is None


def test_what_is_told_later_gives_nothing_to_what_was_told_before() -> None:
    document = report("Police studied the explosion. A blast shook Jos on Sunday.")
    assert days(document, ("explosion", "explosive_device"), ("blast", "explosive_device"))[0] is None


def test_a_long_time_is_not_handed_on() -> None:
    document = report("Bombings shook Jos last month. Police studied the explosion.")
    assert days(document, ("Bombings", "explosive_device"), ("explosion", "explosive_device"))[1] is None


def test_a_verb_names_nothing_again() -> None:
    document = report("Raqqa was captured on Sunday. After losing the city, gangs fled; the army swept on.")
    triggers = ("captured", "territory_captured"), ("losing", "territory_captured"), ("swept", "territory_captured")
    assert days(document, *triggers)[1:] == [None, None]


def test_the_attack_goes_by_any_name_of_the_same() -> None:
    document = report(BLAST + "Nine bystanders died in the shelling. Envoys saw the city couldn't fall.")
    triggers = ("blast", "explosive_device"), ("shelling", "shelling"), ("fall", "territory_captured")
    assert days(document, *triggers)[1:] == [("2023-05-07", "2023-05-07"), None]


def test_an_hour_without_a_day_is_one_of_the_day_told_before() -> None:
    document = report(BLAST + "The attack came shortly after 7 a.m. at a bakery.")
    claims = (
        claim(document, "blast", type="explosive_device"),
        claim(document, "attack", ("shortly after 7 a.m.",), type="violence_other"),
    )
    assert told(resolve_times(document, claims)[1]) == ("2023-05-07", "2023-05-07")


def test_who_claims_an_attack_speaks_between_it_and_publication() -> None:
    text = (
        "A blast shook Quetta on Wednesday. A militia claimed responsibility for the attack. Envoys condemned the war."
    )
    document = report(text)
    triggers = ("blast", "explosive_device"), ("claimed responsibility", "statement"), ("condemned", "statement")
    assert days(document, *triggers)[1:] == [("2023-05-10", "2023-05-12"), None]


def test_nobody_is_dated_by_an_attack_of_long_ago() -> None:
    document = report("A blast shook Quetta on 4 May. A militia claimed responsibility for the attack.")
    assert days(document, ("blast", "explosive_device"), ("claimed responsibility", "statement"))[1] is None


def test_what_came_days_after_another_keeps_its_own_day() -> None:
    document = report("Bandits burned Kuya on 4 May. The raid came three days after gunmen seized a bus.")
    times = resolve_times(document, [claim(document, "burned", ("4 May",)), claim(document, "raid", ("three days",))])
    assert told(times[1]) == ("2023-05-04", "2023-05-04")
