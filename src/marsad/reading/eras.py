"""Which years a report can be from, by what it speaks of as present and what it looks forward to."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import yaml
from msgspec import Struct

from marsad.facts import PartyFact, derived, parties
from marsad.reading.days import MONTHS

FIRST_YEAR, LAST_YEAR = 1990, 2040
"""Years looked at: news on the web begins in the nineties. The end is far off so that no clock is asked."""

LONGEST_NAME = 6
"""Words of a party's name that are looked up."""


RECENT = 5
"""Years within which a report comes out that tells of a month with its year; a weekday takes longer to come again."""


class Bound(Struct, frozen=True):
    """Years that the words allow, and why, as a person reads it."""

    years: frozenset[int]
    reason: str


class _Era(Struct, frozen=True):
    words: tuple[re.Pattern[str], ...]
    years: frozenset[int]


@cache
def _eras() -> tuple[_Era, ...]:
    rows = yaml.safe_load(files("marsad.reading").joinpath("data", "eras.yaml").read_bytes())
    return tuple(_Era(tuple(_words(each) for each in row["words"]), _years(row["years"])) for row in rows)


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, alternatives.split('|')))})(?!\w)", re.IGNORECASE)


def _years(ends: list[int]) -> frozenset[int]:
    """Join the spans that pairs of first and last years make."""
    return frozenset(year for first, last in zip(ends[::2], ends[1::2], strict=True) for year in range(first, last + 1))


def bounds(story: str, page: str) -> Iterator[Bound]:
    """Give what limits the year: ``story`` is the report's own text, ``page`` everything on the page."""
    yield from _present(story)
    yield from _named_years(story)
    yield from _parties(story)
    yield from _outlook(page)
    yield from _rights(page)


_END = re.compile(r"(?<=[a-z0-9”\"’')])[.!?]\s|\n")
_FORMER = re.compile(
    r"\b(?:former|formerly|ex|then|late|ousted|toppled|deposed|once|erstwhile|one-?time|lost|losing|fell|fall of|defeat"
    r"|recaptured?|retook|retaken|liberated|driven|drove|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def _present(story: str) -> Iterator[Bound]:
    """Give what the report speaks of as present: an office held, a city held."""
    for era in _eras():
        for sentence in _END.split(story):
            found = [pattern.search(sentence) for pattern in era.words]
            if all(found) and not _FORMER.search(sentence):
                told = " with ".join(f"“{match.group()}”" for match in found if match)
                yield Bound(era.years, f"{told} belongs to {min(era.years)} to {max(era.years)}")
                break


_PAST = re.compile(
    r"\b(?:in|since|of|from|during|after|late|early|mid|summer|spring|autumn|winter|[A-Z][a-z]{2,8}\.?(?: \d{1,2},)?)"
    r"[ -](?P<year>(?:19|20)\d\d)\b(?![-,.]?\d)"
)
_MONTH = re.compile(rf"\b(?:{'|'.join(name.title() for name in MONTHS)})\.?(?: \d{{1,2}},)? (?P<year>(?:19|20)\d\d)\b")
_AHEAD = re.compile(
    r"\b(?:will|would|plans?|planned|expected|scheduled|due|next|by|until|through|elections?)\b", re.IGNORECASE
)
_OUTLOOK = re.compile(r"(?:^|[.!?]\s)In (?P<year>20\d\d),? [^.!?\n]{0,80}?\bwill\b", re.MULTILINE)
_SENTENCE = re.compile(r"[^.!?\n]+")


def _named_years(story: str) -> Iterator[Bound]:
    """Give the latest year told of as past: the report is not from before it."""
    latest = max(
        (
            int(match["year"])
            for sentence in _SENTENCE.finditer(story)
            for match in _PAST.finditer(sentence.group())
            if not _AHEAD.search(sentence.group())
        ),
        default=None,
    )
    if latest is not None and FIRST_YEAR <= latest <= LAST_YEAR:
        yield Bound(frozenset(range(latest, LAST_YEAR + 1)), f"it tells of {latest}")
    months = [(int(match["year"]), match.group()) for match in _MONTH.finditer(story)]
    if months and max(months)[0] == latest:
        yield Bound(frozenset(range(latest, latest + RECENT)), f"“{max(months)[1]}” is told as of the last years")


def _outlook(page: str) -> Iterator[Bound]:
    """Give the earliest year that the page looks forward to: it was there before, and so was the report."""
    ahead = [int(match["year"]) for match in _OUTLOOK.finditer(page)]
    if ahead:
        yield Bound(frozenset(range(FIRST_YEAR, min(ahead))), f"the page looks forward to {min(ahead)}")


_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,80}", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _rights(page: str) -> Iterator[Bound]:
    """Give the year of the page's copyright: the report came out in it or before."""
    years = [int(year) for match in _RIGHTS.finditer(page) for year in _YEAR.findall(match.group())]
    if years:
        yield Bound(frozenset(range(FIRST_YEAR, max(years) + 1)), f"the page's copyright is of {max(years)}")


@derived
def _founded() -> Mapping[str, PartyFact]:
    """Return the parties of known years by the names that identify them alone."""
    found: dict[str, PartyFact] = {}
    for party in parties().values():
        if party.from_ is not None or party.to is not None:
            for name in (party.name, *party.aliases):
                found.setdefault(name, party)
    return found


def _parties(story: str) -> Iterator[Bound]:
    """Give the years of the parties named: the report is not from before they were there."""
    table = _founded()
    seen: set[str] = set()
    for name in _names(story):
        party = table.get(name)
        if party is None or party.id in seen:
            continue
        seen.add(party.id)
        first = party.from_ if party.from_ is not None else FIRST_YEAR
        yield Bound(frozenset(range(first, LAST_YEAR + 1)), f"“{name}” is there from {first}")


_WORD = re.compile(r"[\w][\w'’.-]*")


def _names(story: str) -> Iterator[str]:
    """Give every run of up to six words that begins with a capital, once, the longest first at each place."""
    found = list(_WORD.finditer(story))
    given: set[str] = set()
    for at, word in enumerate(found):
        if not word.group()[0].isupper():
            continue
        for size in range(LONGEST_NAME, 0, -1):
            if at + size <= len(found):
                name = story[word.start() : found[at + size - 1].end()].rstrip(".")
                if name not in given:
                    given.add(name)
                    yield name
