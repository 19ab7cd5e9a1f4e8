"""The party that a named leader heads: the forces of a president are the state's."""

import re
from collections import defaultdict
from collections.abc import Mapping

from marsad import facts
from marsad.facts import LeaderFact, derived
from marsad.resolve.actors.states import Arm, arm_of
from marsad.resolve.context import READ_LETTERS, DocumentContext, Role, name_index
from marsad.resolve.phrases import words_of

_OFFICE = r"(?:president|prime minister|leader|ruler|king|premier|dictator|strongman)"
_LED = re.compile(rf"(?:the )?(?:[a-z]+ ){{0,2}}{_OFFICE}\b", re.IGNORECASE)
_TITLE = re.compile(
    rf"^(?:(?:the )?(?:[\w-]+ ){{0,2}}(?:{_OFFICE}|general|gen\.|lt\.? gen\.|field marshal|warlord|commander|mr\.?|"
    r"ayatollah|sheikh|chancellor|emir) )+",
    re.IGNORECASE,
)
_LAST_NAME = re.compile(r"(?:[a-z]{2}-)?[A-Z][\w'’]+$")
_BEFORE = re.compile(rf"([A-Z][\w-]+)(?:['’]s?)?,? {_OFFICE},? (?:[A-Z][\w'’-]* |al-|el-){{0,3}}$", re.IGNORECASE)
"""Whose leader stands before a name: "Syrian President", "Belarus's ruler,"."""
_REACH = 80
_MOST = 20


def party_led_by(context: DocumentContext, words: str) -> str | None:
    """Return the party whose leader the words name: "President Zelenskiy", "Haftar", or a last name alone.

    The tables know the leader, or the report says whose leader it is somewhere; without that a president is one of the
    country at hand.
    """
    known = known_leader(context, words)
    if known is not None:
        return known
    code = _state_led_by(context, words)
    return None if code is None else arm_of(code, Arm.GOVERNMENT, context.year)


def known_leader(context: DocumentContext, words: str) -> str | None:
    """Return the party whose leader of the report's time the tables know by these words."""
    key = _key(_TITLE.sub("", words))
    full, short = _names()
    found = {row.party for row in full.get(key, ()) if _leads(row, context.year)}
    if not found:
        found = {row.party for row in short.get(key, ()) if _leads(row, context.year) and _is_about(context, row)}
    return found.pop() if len(found) == 1 else None


def _leads(row: LeaderFact, year: int | None) -> bool:
    return year is None or (row.from_ <= year and (row.to is None or year <= row.to))


def _is_about(context: DocumentContext, row: LeaderFact) -> bool:
    """Say whether the report gives the leader's full name, or speaks of the country whose leader is called so."""
    named = any(name in context.text for name in (row.name, *row.aliases))
    return named or any(code in context.weights for code in facts.parties()[row.party].countries)


@derived
def _names() -> tuple[Mapping[str, tuple[LeaderFact, ...]], Mapping[str, tuple[LeaderFact, ...]]]:
    """Return the leaders by full and by short name."""
    full: defaultdict[str, tuple[LeaderFact, ...]] = defaultdict(tuple)
    short: defaultdict[str, tuple[LeaderFact, ...]] = defaultdict(tuple)
    for row in facts.leaders():
        for name in {_key(name) for name in (row.name, *row.aliases)}:
            full[name] += (row,)
        for name in {_key(name) for name in row.short}:
            short[name] += (row,)
    return dict(full), dict(short)


def _key(name: str) -> str:
    return " ".join(word.key for word in words_of(name))


def _state_led_by(context: DocumentContext, words: str) -> str | None:
    """Return the code of the country whose leader the report says that the person is."""
    last = _LAST_NAME.search(words)
    if last is None:
        return None
    for place in list(re.finditer(re.escape(last[0]), context.text[:READ_LETTERS]))[:_MOST]:
        told = _BEFORE.search(context.text[max(place.start() - _REACH, 0) : place.start()])
        if told is not None and (code := _country(told[1])) is not None:
            return code
    return context.home if _LED.match(words) is not None else None


def _country(word: str) -> str | None:
    known = name_index().exactly(word)
    codes = {entry.id for entry in known if entry.role in {Role.COUNTRY, Role.PEOPLE}}
    return codes.pop() if len(codes) == 1 else None
