"""The state that a named leader heads: the forces of its president are the state's."""

import re

from marsad.resolve.context import READ_LETTERS, DocumentContext, Role, name_index

_OFFICE = r"(?:president|prime minister|leader|ruler|king|premier|dictator|strongman)"
_LED = re.compile(rf"(?:the )?(?:[a-z]+ ){{0,2}}{_OFFICE}\b", re.IGNORECASE)
_LAST_NAME = re.compile(r"(?:[a-z]{2}-)?[A-Z][\w'’]+$")
_BEFORE = re.compile(rf"([A-Z][\w-]+)(?:['’]s?)?,? {_OFFICE},? (?:[A-Z][\w'’-]* |al-|el-){{0,3}}$", re.IGNORECASE)
"""Whose leader stands before a name: "Syrian President", "Belarus's ruler,"."""
_REACH = 80
_MOST = 20


def state_led_by(context: DocumentContext, words: str) -> str | None:
    """Return the code of the country whose leader the words name: "President Zelenskiy", or a last name alone.

    The report says whose leader it is somewhere; without that a president is one of the country at hand.
    """
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
