"""Sentences told of other parties and other places, so that the words of one war do not decide what happened.

A party is replaced by one of its side (those who may arrest, and those who abduct): the type of a happening can hang on
that. A place's name is replaced by a place's name, a country by a country. What was read moves along.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from marsad.facts import parties, places

Row = dict[str, Any]
Change = tuple[int, int, str]
"""Start, end and what comes there."""

_STATE = frozenset(
    ("state_force", "police", "government", "external_force", "coalition", "intelligence", "peacekeeper")
)
_PEOPLE = (
    ("soldiers troops policemen officers commandos gendarmes marines conscripts").split(),
    ("rebels militants insurgents gunmen jihadists militiamen fighters separatists paramilitaries guerrillas").split(),
)
"""Plural nouns of the two sides: the verb stays right."""
_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_THINGS = re.compile(
    r"\b(?:City|Province|District|County|Street|Road|Airport|Base|Camp|University|Hospital|River|Lake|Sea|Gulf|Strip|"
    r"Bank|Valley|Square|Bridge|North|South|East|West|Northern|Southern|Eastern|Western|Central|State|Department|Hotel)\b"
)


@cache
def _sides() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of parties, of states and of others."""
    found: tuple[list[str], list[str]] = ([], [])
    for fact in parties().values():
        names = (fact.name, *fact.aliases, *fact.weak_aliases)
        found[fact.kind not in _STATE].extend(name for name in names if name[:1].isupper() and len(name) < 50)
    return tuple(sorted(set(found[0]))), tuple(sorted(set(found[1])))


@cache
def _side_of() -> Mapping[str, int]:
    return {name: side for side, names in enumerate(_sides()) for name in names}


@cache
def _place_names() -> tuple[str, ...]:
    """Names of districts of the whole world and of places that matter in wars."""
    table = files("marsad.resolve.places").joinpath("data/districts.tsv").read_text(encoding="utf-8")
    districts = {line.split("\t")[2] for line in table.splitlines()[1:]}
    return tuple(sorted(name for name in districts | {place.name for place in places()} if _NAME.fullmatch(name)))


@cache
def _country_names() -> tuple[str, ...]:
    table = files("marsad.facts").joinpath("data/countries.jsonl").read_text(encoding="utf-8")
    return tuple(sorted(name for name in re.findall(r'"names": \["([^"]+)"', table)))


def swapped(row: Row, order: Random) -> Row:
    """Return the sentence told of others; the same sentence when it names nobody that can be replaced."""
    text = row["text"]
    others = dict(_replacements(row, order))
    if not others:
        return row
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(others, key=len, reverse=True))) + r")(?![\w-])"
    )
    changes = [(found.start(), found.end(), others[found.group()]) for found in pattern.finditer(text)]
    spans = [span for event in row["events"] for span in (event["trigger"], *(arg[1:] for arg in event["args"]))]
    if any(_cuts(change, span) for change in changes for span in spans):
        return row
    events = [
        event
        | {
            "trigger": _moved(event["trigger"], changes),
            "args": [[arg[0], *_moved(arg[1:], changes)] for arg in event["args"]],
        }
        for event in row["events"]
    ]
    return row | {"text": pattern.sub(lambda found: others[found.group()], text), "events": events}


def _replacements(row: Row, order: Random) -> Iterator[tuple[str, str]]:
    """Yield what each name in a role becomes."""
    for event in row["events"]:
        for role, start, end in event["args"]:
            name = row["text"][start:end]
            if role in {"who", "whom", "said"}:
                yield from _party(name, order)
            elif role == "where" and _NAME.fullmatch(name) and not _THINGS.search(name):
                yield name, order.choice(_country_names() if name in _country_names() else _place_names())


def _party(name: str, order: Random) -> Iterator[tuple[str, str]]:
    side = _side_of().get(name)
    if side is not None:
        yield name, order.choice(_sides()[side])
    for people in _PEOPLE:
        last = name.rpartition(" ")[2]
        if last in people:
            yield last, order.choice(people)


def _cuts(change: Change, span: Sequence[int]) -> bool:
    """Whether a span begins or ends in the middle of what is replaced."""
    start, end, _ = change
    return any(start < edge < end for edge in span)


def _moved(span: Sequence[int], changes: Sequence[Change]) -> list[int]:
    """Where a span lies after the changes."""

    def at(edge: int) -> int:
        return edge + sum(len(new) - (end - start) for start, end, new in changes if end <= edge)

    return [at(span[0]), at(span[1])]
