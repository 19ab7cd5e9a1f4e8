"""The body that somebody is told to speak for by a word that refers back ("Hana Young, its deputy director")."""

import re
from collections.abc import Sequence
from typing import Final

from marsad.model import Mention, Source
from marsad.resolve.actors.nouns import OFFICES

_REACH: Final = 900
"""Letters over which "its" still means a body that was credited: four or five sentences."""
_NOUN: Final = (
    r"group|organi[sz]ation|agency|network|monitor|charity|observatory|union|ministry|mission|movement|party|front|"
    r"army|militia|committee|association|council|foundation"
)
_BEHIND: Final = re.compile(rf",? (?:[Ii]ts|[Tt]heir|the (?:{_NOUN})['’]s) (?P<office>[^,.;:“”\n]{{3,70}})")
_BEFORE: Final = re.compile(rf"(?:\b[Ii]ts|\b[Tt]he (?:{_NOUN})['’]s) (?P<office>[^,.;:“”\n]{{3,50}}?),? $")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_SPEAKING_FOR: Final = OFFICES | {
    "representative",
    "researcher",
    "analyst",
    "member",
    "adviser",
    "advisor",
    "coordinator",
}


def body_meant(text: str, mention: Mention, before: Sequence[Source]) -> Source | None:
    """Return the body credited last before a person of whom the text says "its spokesman"; None without such words."""
    behind = _BEHIND.match(text, mention.end)
    ahead = _BEFORE.search(text, max(mention.start - 70, 0), mention.start)
    told = [found.group("office").casefold() for found in (behind, ahead) if found is not None]
    if not any(word in _SPEAKING_FOR for office in told for word in _WORDS.findall(office)):
        return None
    known = [
        source
        for source in before
        if source.id is not None and source.mention is not None and 0 < mention.start - source.mention.end <= _REACH
    ]
    return max(known, key=lambda source: source.mention or mention, default=None)
