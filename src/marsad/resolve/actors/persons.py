"""Tells a named private person from a party, an office holder and a thing with a name."""

import re
from itertools import islice

from marsad.resolve.actors.nouns import OFFICES, ORGANISATION_WORDS
from marsad.resolve.context import READ_LETTERS, DocumentContext, Role
from marsad.resolve.places.gazetteer import default_gazetteer

HARM = frozenset(
    "armed_clash air_strike shelling explosive_device suicide_bombing grenade chemical_weapon attack_on_civilians "
    "execution abduction sexual_violence arrest riot protest looting_or_destruction displacement violence_other "
    "territory_captured threat crime accident_or_disaster".split()
)
"""Types of happening whose named victims are withheld; a party to an agreement or a deployment is no victim."""

_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor)\.?\s+")
_NAME_WORD = r"(?:[A-Z]\.|[A-ZÀ-ÖØ-ÞĀ-ſ][\w'’-]*|al-[A-Z][\w'’-]*|el-[A-Z][\w'’-]*)"
_PARTICLE = r"(?:al|el|bin|ibn|bint|abu|abd|ul|ur|de|da|del|dos|la|van|von|den|der|y|ben)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_NAME_WORD}){{1,4}}")
_SINGLE = re.compile(_NAME_WORD)
_NAME_PART = re.compile(r"[^\s]+")
_SHORTEST_SURNAME = 4
_LETTERS = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset({"the", "a", "an", "in", "on", "at", "of", "its", "their"})
_SET_OFF = re.compile(r"(?:^|[,;.]\s|\b(?:said|and|by|as)\s)([^,;.]{3,90}),\s*$")
"""What stands between commas before a name: "the information minister of the government, Omar Ali"."""
_STOP = re.compile(r"(\w*)[.;!?]\s+")
_APPOSITION = 60
"""Letters after a name in which an office may stand ("X, the governor of Y")."""
_APPOSITION_BEFORE = 120
"""Letters before a name in which one may stand in full ("the governor of Y, X")."""
_NOT_PEOPLE = frozenset({Role.PARTY, Role.COUNTRY, Role.CAPITAL, Role.PEOPLE, Role.PLACE, Role.SOURCE})


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
        bare = _without_office(context.text, *match.span())
        if bare is not None and _could_be_person(context, *bare):
            found = bare
    return found


def full_name(context: DocumentContext, start: int, end: int) -> tuple[int, int] | None:
    """Return where the document gives the full name of a person whom it names by the last name alone."""
    last = context.text[start:end]
    if _SINGLE.fullmatch(last) is None or len(last) < _SHORTEST_SURNAME:
        return None
    for match in re.finditer(
        rf"{_NAME_WORD}\s+(?:{_NAME_WORD}\s+)?{re.escape(last)}(?!\w)", context.text[:READ_LETTERS]
    ):
        bare = _without_office(context.text, *match.span())
        if bare is not None and _could_be_person(context, *bare):
            return bare
    return None


def _without_office(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the name after "General" or "Party Chairwoman", if two words are left of it."""
    words = list(_NAME_PART.finditer(text, start, end))
    offices = [at for at, word in enumerate(words) if set(word[0].rstrip(".").casefold().split("-")) & OFFICES]
    left = words[offices[-1] + 1 :] if offices else words
    if len(left) < 2 and not (offices and left):
        return None
    return left[0].start(), end


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
    return list(islice(re.finditer(re.escape(name), text[:READ_LETTERS]), 20))


def _office_beside(text: str, start: int, end: int) -> bool:
    before = _LETTERS.findall(_same_sentence(text[max(start - 40, 0) : start]))
    if any(word.casefold() in OFFICES for word in before[-3:]):
        return True
    set_off = _SET_OFF.search(text[max(start - _APPOSITION_BEFORE, 0) : start])
    if set_off is not None and _is_office(set_off[1]):
        return True
    after = text[end : end + _APPOSITION]
    if not after.startswith((",", " (", " is ", " was ")):
        return False
    clause = re.split(r"[.;!?]|\b(?:who|said|told|says)\b", after)[0]
    return any(word.casefold() in OFFICES for word in _LETTERS.findall(clause)[:6])


def _is_office(words: str) -> bool:
    """Say whether the noun of a phrase is an office: that of a minister of something, not that of his driver."""
    head = re.split(r"\s(?:of|for|in|at|to|on)\s", words)[0].split()
    return bool(head) and head[-1].casefold() in OFFICES


def _same_sentence(before: str) -> str:
    """Return what stands before a name in its own sentence; the full stop of "Gen." ends none."""
    ends = [match.end() for match in _STOP.finditer(before) if match[1].casefold() not in OFFICES]
    return before[ends[-1] :] if ends else before


def _could_be_person(context: DocumentContext, start: int, end: int) -> bool:
    name = context.text[start:end]
    words = _LETTERS.findall(name)
    if any(word.casefold() in ORGANISATION_WORDS | _ARTICLES for word in words) or all(
        word.isupper() for word in words
    ):
        return False
    roles = {entry.value.role for hit in context.hits_in(start, end) for entry in hit.entries}
    return not (roles & _NOT_PEOPLE) and _in_running_text(context, start, name) and not is_place(context, name)


def _in_running_text(context: DocumentContext, start: int, name: str) -> bool:
    """Say whether the capitals are a name's, not those of a headline."""
    return start >= context.title_end or name in context.text[context.title_end :]


def is_place(context: DocumentContext, name: str) -> bool:
    """Say whether a town or area of a country that the document speaks of has the name."""
    return any(entry.country in context.countries for entry in default_gazetteer().named(name))
