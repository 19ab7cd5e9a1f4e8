"""In what two drafts of one document agree, by the words of their slots."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from marsad.extract.draft import Draft
from marsad.model import CountMention, Mention

_WORD: Final = re.compile(r"[^\W_]{3,}")
_FILLERS: Final = frozenset(
    "the and city town village province area region forces fighters troops people near south north east west".split()
)
_DESCRIPTIONS: Final = frozenset(
    "army attacker attackers authorities bandits bomber civilians fighters forces gang government gunman gunmen "
    "insurgents jets jihadists local men militants militia militias officers officials police rebels residents "
    "security soldiers suspected suspects the troops villagers warplanes".split()
)
"""Words for parties that name none, also where a headline writes them large."""
_UNITS: Final = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
_TENS: Final = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_SPELT: Final = re.compile(r"[a-z]+")


def words(mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the words of mentions by which one is told from another."""
    found = {word.lower() for mention in mentions for word in _WORD.findall(mention.text)}
    return frozenset(found - _FILLERS)


def disagree(left: Iterable[Mention], right: Iterable[Mention]) -> bool:
    """Say whether both name something and share no word."""
    a, b = words(left), words(right)
    return bool(a) and bool(b) and not a & b


def named(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Leave out descriptions: "warplanes" may be those of the army just named, "three weeks" end on the day named."""
    return tuple(mention for mention in mentions if not _describes(mention.text))


def _describes(said: str) -> bool:
    return said.islower() or _DESCRIPTIONS.issuperset(said.lower().split())


def tolls_differ(left: Sequence[CountMention], right: Sequence[CountMention]) -> bool:
    """Two tolls of one measure and other numbers may be of two happenings; better two claims than a wrong one.

    "Dozens" and a number may well be one toll.
    """
    for a in left:
        exact = [told for b in right if b.measure == a.measure and isinstance(told := number(b), int)]
        if exact and isinstance(number(a), int) and number(a) not in exact:
            return True
    return False


def number(count: CountMention) -> int | str:
    """Return the number of a count, in digits or spelt out up to 99; its first word where it has none."""
    said = count.mention.text.lower()
    digits = _DIGITS.search(said)
    if digits is not None:
        return int(digits.group().replace(",", ""))
    spelt = _SPELT.findall(said)
    for index, word in enumerate(spelt):
        if word in _UNITS:
            return _UNITS[word]
        if word in _TENS:
            return _TENS[word] + (_UNITS.get(spelt[index + 1], 0) if index + 1 < len(spelt) else 0)
    return spelt[0] if spelt else ""


def shared(group: Draft, draft: Draft) -> int:
    """On how many of who, whom, where, when and figures the two agree."""
    slots = ((group.who, draft.who), (group.whom, draft.whom), (group.where, draft.where), (group.when, draft.when))
    agreed = sum(bool(words(left) & words(right)) for left, right in slots)
    figures = {(count.measure, number(count)) for count in group.counts} & {
        (count.measure, number(count)) for count in draft.counts
    }
    return agreed + bool(figures)
