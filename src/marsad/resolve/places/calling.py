"""What a report calls its places: "the village" is the one that it called so, not the last town named."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from marsad.resolve.places.reader import DocumentPlaces
from marsad.resolve.places.scan import Found

KINDS = frozenset(
    "city town village hamlet settlement camp base airbase airport prison island port quarter neighbourhood "
    "neighborhood suburb township district enclave crossing oasis".split()
)
"""Words that a report may call a place by and then go on to use alone."""

MEANT_WITHIN = 3000
"""Letters over which a word goes on to mean the place that was called so: a page."""

_WORDS = "|".join(sorted(KINDS))
_APPOSED = re.compile(rf"(?:,| is| was) (?:a|an|the) (?:[a-z-]+ ){{0,3}}?({_WORDS})\b")
"""Behind the name: "X, a mining town"."""
_HOLDS = re.compile(
    r"(?:^|[^A-Z\w])[a-z][\w-]* (camp|base|airbase|airport|prison)s?(?: [a-z]+){0,5}? (?:in|at|near|outside|of)"
    r"(?: the (?:town|village) of)? $"
)
"""In front of it: "a camp for displaced people in X"."""
_FARTHEST = 80


class Called:
    """The names of a document by the words that it calls them."""

    def __init__(self, places: DocumentPlaces) -> None:
        self._places = places
        self._kinds = self._read()

    def kinds(self, found: Found) -> frozenset[str]:
        """Return the words by which the document calls a name."""
        return self._kinds.get(found.key, frozenset())

    def last(self, kind: str, before: int) -> Found | None:
        """Return the name that was called by that word, as it was last used before a place of the text."""
        for item in reversed(self._places.between(max(0, before - MEANT_WITHIN), before)):
            if kind in self.kinds(item) and not item.person:
                return item
        return None

    def _read(self) -> Mapping[str, frozenset[str]]:
        kinds: dict[str, set[str]] = defaultdict(set)
        for item in self._places.found:
            if not item.countries:
                kinds[item.key].update(self._words(item))
        return {key: frozenset(words) for key, words in kinds.items() if words}

    def _words(self, item: Found) -> Iterator[str]:
        text = self._places.text
        if item.word in KINDS:
            yield item.word
        behind = _APPOSED.match(text, item.end, min(len(text), item.end + _FARTHEST))
        if behind is not None:
            yield behind[1]
        before = _HOLDS.search(text[max(0, item.start - _FARTHEST) : item.start])
        if before is not None:
            yield before[1]
