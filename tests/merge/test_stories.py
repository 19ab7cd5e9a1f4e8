"""Which reports tell one story."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import yaml

from marsad.merge.stories import ALIKE, MOST_MET, MOST_TERMS, Stories, story_of
from marsad.model import Document
from tests.merge.factory import report

DATA = yaml.safe_load((Path(__file__).parent / "data" / "stories.yaml").read_text(encoding="utf-8"))
SAME: Sequence[tuple[str, str]] = tuple((one, two) for one, two in DATA["stories"])
ALONE: Sequence[str] = DATA["others"]


def archive(*, published: date | None = date(2024, 5, 12)) -> tuple[list[Document], list[Document], list[Document]]:
    """Return the first tellings, the second tellings in the same order, and reports of other stories."""
    first = [report(one, outlet="A", published=published) for one, _ in SAME]
    second = [report(two, outlet="B", published=published) for _, two in SAME]
    return first, second, [report(text, outlet="C", published=published) for text in ALONE]


def test_reports_of_one_story_are_more_alike_than_any_of_two() -> None:
    first, second, others = archive()
    stories = Stories.of([*first, *second, *others])
    one = [stories.likeness(a.id, b.id) for a, b in zip(first, second, strict=True)]
    two = [stories.likeness(a.id, b.id) for a in first for b in (*first, *second, *others)]
    assert min(one) > 2 * max(likeness for likeness in two if likeness not in one and likeness < 0.99)
    assert max(one) <= 1


def test_each_report_finds_the_other_of_its_story_first() -> None:
    first, second, others = archive()
    stories = Stories.of([*first, *second, *others])
    assert [stories.alike(a.id)[0] for a in first] == [b.id for b in second]
    assert [stories.alike(b.id)[0] for b in second] == [a.id for a in first]
    assert list(stories.alike(others[0].id)) == []


def test_a_report_is_wholly_like_itself_and_the_order_of_two_does_not_matter() -> None:
    first, second, _ = archive()
    stories = Stories.of([*first, *second])
    assert stories.likeness(first[0].id, first[0].id) == pytest.approx(1, abs=0.01)
    assert stories.likeness(first[0].id, second[0].id) == stories.likeness(second[0].id, first[0].id)


def test_the_order_of_the_archive_does_not_matter() -> None:
    first, second, others = archive()
    documents = [*first, *second, *others]
    one, two = Stories.of(documents), Stories.of(reversed(documents))
    for a in documents:
        assert one.alike(a.id) == two.alike(a.id)
        assert [one.likeness(a.id, b.id) for b in documents] == [two.likeness(a.id, b.id) for b in documents]


def test_days_between_two_reports_make_them_less_alike_and_unknown_days_do_not() -> None:
    (text, again), others = SAME[0], archive()[2]
    papers = {
        name: report(again, outlet=name, published=day)
        for name, day in {
            "same": date(2024, 5, 12),
            "near": date(2024, 5, 14),
            "week": date(2024, 5, 22),
            "year": date(2025, 5, 12),
            "none": None,
        }.items()
    }
    paper = report(text, outlet="A", published=date(2024, 5, 12))
    stories = Stories.of([paper, *papers.values(), *others])
    likeness = {name: stories.likeness(paper.id, other.id) for name, other in papers.items()}
    assert likeness["same"] == likeness["near"] == likeness["none"] > likeness["week"] > likeness["year"] > 0


def test_of_very_many_alike_only_some_are_given() -> None:
    text = SAME[0][0]
    papers = [report(f"{text} Paper {number} says so.", outlet=f"paper {number}") for number in range(MOST_MET + 50)]
    found = Stories.of(papers).alike(papers[0].id)
    assert len(found) == MOST_MET
    assert papers[0].id not in found


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Boulikessi", "Boulkessy"),
        ("Mashalab", "Meshleb"),
        ("Piendamó", "Piendamo"),
        ("Kharkiv", "Kharkov"),
        ("Sloviansk", "Slavyansk"),
        ("Maiduguri", "Maydugury"),
    ],
)
def test_spellings_of_one_name_meet(one: str, two: str) -> None:
    first, second = report(f"They came to {one}.", outlet="A"), report(f"We left {two}.", outlet="B")
    other = report("We left Badakhshan.", outlet="C")
    stories = Stories.of([first, second, other])
    assert stories.likeness(first.id, second.id) > 0.5 > stories.likeness(first.id, other.id)


def test_what_many_reports_of_an_archive_say_tells_little() -> None:
    lines = "Zalingei market livestock herders donkey clinic"
    first, second, _ = archive()
    small = Stories.of([first[0], second[0]])
    crowd = [report(f"{lines}, paper {number}.", outlet=f"crowd {number}") for number in range(400)]
    large = Stories.of([first[0], second[0], *crowd])
    assert large.likeness(first[0].id, second[0].id) < small.likeness(first[0].id, second[0].id)


def test_only_title_and_body_are_read_and_the_opening_weighs_more() -> None:
    tail = " Nothing else is known of it." * 30
    text = "Barges burned at Izmail." + tail
    opening, ending = report(text), report(tail.strip() + " Barges burned at Izmail.")
    other = report("Barges burned at Izmail.", outlet="B")
    stories = Stories.of([opening, ending, other])
    assert stories.likeness(opening.id, other.id) > stories.likeness(ending.id, other.id)


def test_a_story_is_small_whatever_the_length_of_the_report() -> None:
    story = story_of(report(" ".join(f"Word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}" for n in range(20_000))))
    assert len(story.weights) <= MOST_TERMS
    assert len(story.terms) == 4 * len(story.weights)


def test_an_empty_archive_and_a_report_without_words() -> None:
    assert Stories.of([])
    empty, other = report("", outlet="A"), report("Barges burned at Izmail.", outlet="B")
    stories = Stories.of([empty, other])
    assert stories.alike(empty.id) == []
    assert stories.likeness(empty.id, other.id) == 0


def test_an_unknown_report_is_an_error() -> None:
    with pytest.raises(KeyError):
        Stories.of([]).alike("d_none")
    assert 0 < ALIKE < 1
