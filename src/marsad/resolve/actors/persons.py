"""Tells a named private person from a party, an office holder and a thing with a name."""

import re

from marsad.resolve.actors.nouns import OFFICES, ORGANISATION_WORDS
from marsad.resolve.context import DocumentContext, Role

HARM = frozenset(
    "armed_clash air_strike shelling explosive_device suicide_bombing grenade chemical_weapon attack_on_civilians "
    "execution abduction sexual_violence arrest riot protest looting_or_destruction displacement violence_other "
    "territory_captured threat crime accident_or_disaster".split()
)
"""Types of happening whose named victims are withheld; a party to an agreement or a deployment is no victim."""

_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor)\.?\s+")
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-ſ][\w'’-]*\.?|al-[A-Z][\w'’-]*|el-[A-Z][\w'’-]*)"
_PARTICLE = r"(?:al|el|bin|ibn|bint|abu|abd|ul|ur|de|da|del|dos|la|van|von|den|der|y|ben)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_NAME_WORD}){{1,4}}")
_SINGLE = re.compile(_NAME_WORD)
_LETTERS = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"(\w*)[.;!?]\s+")
_APPOSITION = 60
"""Letters after a name in which an office may stand ("X, the governor of Y")."""
_NOT_PEOPLE = frozenset({Role.PARTY, Role.COUNTRY, Role.CAPITAL, Role.PLACE, Role.SOURCE})


def personal_name(context: DocumentContext, start: int, end: int) -> tuple[int, int] | None:
    """Return where a personal name stands in the words, if their noun is one."""
    title = None
    for match in _TITLE.finditer(context.text, start, end):
        title = match
    if title is not None and (single := _SINGLE.match(context.text, title.end(), end)) is not None:
        full = _NAME.match(context.text, title.end(), end)
        return (full or single).span()
    found = None
    for match in _NAME.finditer(context.text, start, end):
        if _could_be_person(context, match.start(), match.end()):
            found = match
    return None if found is None else _without_office(context.text, *found.span())


def _without_office(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the name without "General" or "Governor" before it."""
    words = list(_LETTERS.finditer(text, start, end))
    while words and words[0].group().casefold() in OFFICES:
        del words[0]
    return (words[0].start(), end) if words else None


def holds_office(context: DocumentContext, start: int, end: int) -> bool:
    """Say whether the document gives the named person a public office or a rank, or the tables know them."""
    name = context.text[start:end]
    if any(
        entry.value.role in {Role.SPOKESPERSON, Role.SOURCE_PERSON}
        for hit in context.hits_in(start, end)
        for entry in hit.entries
    ):
        return True
    return any(_office_beside(context.text, found.start(), found.end()) for found in _places(context.text, name))


def _places(text: str, name: str) -> list[re.Match[str]]:
    return list(re.finditer(re.escape(name), text))[:20]


def _office_beside(text: str, start: int, end: int) -> bool:
    before = _LETTERS.findall(_same_sentence(text[max(start - 40, 0) : start]))
    if any(word.casefold() in OFFICES for word in before[-3:]):
        return True
    after = text[end : end + _APPOSITION]
    if not after.startswith((",", " (", " is ", " was ")):
        return False
    clause = re.split(r"[.;!?]|\b(?:who|said|told|says)\b", after)[0]
    return any(word.casefold() in OFFICES for word in _LETTERS.findall(clause)[:6])


def _same_sentence(before: str) -> str:
    """Return what stands before a name in its own sentence; the full stop of "Gen." ends none."""
    ends = [match.end() for match in _STOP.finditer(before) if match[1].casefold() not in OFFICES]
    return before[ends[-1] :] if ends else before


def _could_be_person(context: DocumentContext, start: int, end: int) -> bool:
    words = _LETTERS.findall(context.text[start:end])
    if any(word.casefold() in ORGANISATION_WORDS for word in words) or all(word.isupper() for word in words):
        return False
    hits = context.hits_in(start, end)
    return not any(
        entry.value.role in _NOT_PEOPLE or entry.value.role is Role.PEOPLE for hit in hits for entry in hit.entries
    )
