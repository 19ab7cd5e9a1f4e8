"""What kind of source a named person is, by what the document says of him or her beside the name."""

import re
from itertools import islice
from typing import Final

from marsad.resolve.sources.kinds import kind_of_words

_MOST_PLACES: Final = 20
"""Places at which a name is looked at."""
_BEHIND: Final = re.compile(
    r"(?:, \d\d(?=[,.;]|$))?,? (?P<aside>(?:an? |the |who |whose |one of |(?:head|director|chief) of )[^.;\n]{2,90})"
)
_AGE: Final = re.compile(r", \d\d(?=[,.;])| \(\d\d\)")
_BEFORE: Final = re.compile(r"(?<!\w)([a-z’'-]+)(?: named| called)?,? $")
_LIVED_THROUGH: Final = re.compile(
    r"\bwho (?:\w+ )?(?:fled|escaped|survived|lost|saw|heard|witnessed|lives?|lived|hid|walked|reached|arrived|watched|"
    r"works|worked|stayed|was (?:there|wounded|injured|hurt|shot|held|displaced|at home|inside|nearby|asleep|"
    r"\w{2,12}ing))\b|"
    r"\bwhose (?:\w+ ){0,3}(?:brother|sister|son|daughter|husband|wife|father|mother|uncle|aunt|cousin|nephew|niece|"
    r"home|house|family|shop|relatives|children|child|village)\b",
    re.IGNORECASE,
)
"""What is said of those who were there."""
_SAID: Final = re.compile(r"\b(?:said|says|told|added)\b")
_CLAUSE: Final = re.compile(r"\s(?:who|whose)\b")


_OWN_LOSS: Final = re.compile(
    r"\b(?:my|our) (?:\w+ ){0,2}(?:sons?|daughters?|husband|wife|father|mother|parents|brothers?|sisters?|children|"
    r"child|baby|uncle|aunt|cousins?|nephews?|nieces?|neighbou?rs?|family|house|home|village|shop|cattle|street)\b|"
    r"\b(?:I|[Ww]e) (?:\w+ly )?(?:saw|heard|ran|fled|hid|woke|lost|felt|escaped|survived|buried|lay|crawled|jumped|"
    r"(?:was|were) (?:sleeping|asleep|standing|sitting|at home|inside))\b"
)
"""What those say who were there: "my two sons", "we hid"."""
_QUOTED: Final = re.compile(r"[“\"][^“”\"\n]{3,400}[”\"]")
_BESIDE: Final = 450
"""Letters before and behind a speaker in which his or her own words stand."""


def tells_own_loss(text: str, start: int, end: int) -> bool:
    """Say whether what is quoted beside a speaker, in the same paragraph, is told by somebody who was there."""
    first = max(text.rfind("\n", 0, start) + 1, start - _BESIDE)
    behind = text.find("\n", end)
    last = min(behind if behind >= 0 else len(text), end + _BESIDE)
    quoted = [*_QUOTED.finditer(text, first, start)][-1:] + [*_QUOTED.finditer(text, end, last)][:1]
    return any(_OWN_LOSS.search(one.group()) is not None for one in quoted)


def kind_by_description(text: str, name: str, *, in_office: bool = False) -> str | None:
    """Return the kind that the words beside a person's name tell; somebody of whom only the age is told was there.

    Who is ``in_office`` tells more than that: a president who lost his seat, 70, was not there.
    """
    aged = False
    for place in islice(re.finditer(rf"\b{re.escape(name)}\b", text), _MOST_PLACES):
        behind = _BEHIND.match(text, place.end())
        if behind is not None and (kind := _told(behind.group("aside"), in_office=in_office)) is not None:
            return kind
        before = _BEFORE.search(text, max(place.start() - 60, 0), place.start())
        if before is not None and (kind := _told(before.group(1), in_office=in_office)) is not None:
            return kind
        aged = aged or _AGE.match(text, place.end()) is not None
    return "witness" if aged and not in_office else None


def _told(words: str, *, in_office: bool) -> str | None:
    """Return the kind of the noun before a clause, or that of somebody who went through what the clause tells."""
    if not in_office and _LIVED_THROUGH.search(words) is not None:
        return "witness"
    aside = words.split(",", maxsplit=1)[0]
    if _SAID.search(aside) is not None:
        return None
    kind = kind_of_words(_CLAUSE.split(aside, maxsplit=1)[0])
    return None if kind == "unknown" else kind
