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
_BEFORE: Final = re.compile(r"([a-z’'-]+)(?: named| called)?,? $")
_LIVED_THROUGH: Final = re.compile(
    r"\bwho (?:\w+ )?(?:fled|escaped|survived|lost|saw|heard|witnessed|lives?|lived|hid|walked|reached|arrived|watched|"
    r"works|worked|stayed|was (?:there|wounded|injured|hurt|shot|held|displaced))\b|"
    r"\bwhose (?:\w+ ){0,3}(?:brother|sister|son|daughter|husband|wife|father|mother|uncle|aunt|cousin|nephew|niece|"
    r"home|house|family|shop|relatives|children|child|village)\b",
    re.IGNORECASE,
)
"""What is said of those who were there."""
_SAID: Final = re.compile(r"\b(?:said|says|told|added)\b")
_CLAUSE: Final = re.compile(r"\s(?:who|whose)\b")


def kind_by_description(text: str, name: str) -> str | None:
    """Return the kind that the words beside a person's name tell; somebody of whom only the age is told was there."""
    aged = False
    for place in islice(re.finditer(rf"\b{re.escape(name)}\b", text), _MOST_PLACES):
        behind = _BEHIND.match(text, place.end())
        if behind is not None and (kind := _told(behind.group("aside"))) is not None:
            return kind
        before = _BEFORE.search(text, max(place.start() - 60, 0), place.start())
        if before is not None and (kind := _told(before.group(1))) is not None:
            return kind
        aged = aged or _AGE.match(text, place.end()) is not None
    return "witness" if aged else None


def _told(words: str) -> str | None:
    """Return the kind of the noun before a clause, or that of somebody who went through what the clause tells."""
    if _LIVED_THROUGH.search(words) is not None:
        return "witness"
    aside = words.split(",", maxsplit=1)[0]
    if _SAID.search(aside) is not None:
        return None
    kind = kind_of_words(_CLAUSE.split(aside, maxsplit=1)[0])
    return None if kind == "unknown" else kind
