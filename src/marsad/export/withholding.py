"""Withholding the names of private victims from what is handed on.

A victim who is named in a report and holds no public office is marked ``private`` in its claims. An export withholds
the name: in the party, in every mention that overlaps the words that name them (start and end stay), and in every
other wording of the same document's claims. What stays as published is the text of the documents themselves.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self, TypeVar

import msgspec

from marsad.model import Document, Event, Party, ResolvedClaim, Span
from marsad.model.privacy import wordings

WITHHELD = "name withheld"
"""What stands instead of a name."""

T = TypeVar("T", Event, ResolvedClaim)


class Withholding:
    """What must not be named, by document."""

    def __init__(self, spans: Mapping[str, tuple[Span, ...]], names: Mapping[str, frozenset[str]]) -> None:
        self._spans = spans
        self._names = names

    @classmethod
    def nothing(cls) -> Self:
        """Withhold nothing."""
        return cls({}, {})

    @classmethod
    def of(cls, claims: Iterable[ResolvedClaim]) -> Self:
        """Withhold everything that is private in the claims, which are best all those of their documents."""
        spans: defaultdict[str, list[Span]] = defaultdict(list)
        names: defaultdict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for party in _private(claim):
                names[claim.document] |= _names(party)
                if party.mention is not None:
                    spans[claim.document].append(party.mention.span)
        return cls(
            {document: tuple(found) for document, found in spans.items()},
            {document: frozenset(found) for document, found in names.items()},
        )

    def claim(self, claim: ResolvedClaim) -> ResolvedClaim:
        """Return the claim without private names."""
        names = self._names.get(claim.document, frozenset())
        return _without(claim, names, self._spans.get(claim.document, ())) if names else claim

    def event(self, event: Event, claims: Iterable[ResolvedClaim]) -> Event:
        """Return the event of those claims without private names."""
        if not self._names:
            return event
        found = [self._names.get(claim.document, frozenset()) for claim in claims]
        own = [_names(party) for party in (*event.who, *event.whom) if party.private]
        names = frozenset().union(*found, *own)
        return _without(event, names, ()) if names else event

    def quote(self, document: Document, span: Span) -> str:
        """Return what the span covers, without private names and the parts of them that stand alone."""
        quoted = document.text[span.start : span.end]
        names = frozenset().union(*map(wordings, self._names.get(document.id, ())))
        return _pattern(names).sub(WITHHELD, quoted) if names else quoted


def _private(claim: ResolvedClaim) -> Iterator[Party]:
    return (party for party in (*claim.who, *claim.whom) if party.private)


def _names(party: Any) -> frozenset[str]:  # noqa: ANN401 - a party of a claim or of an event
    wordings = (party.name, party.mention.text if party.mention is not None else "")
    return frozenset(word for word in wordings if word.strip() and word != WITHHELD)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _without(value: T, names: Iterable[str], spans: Iterable[Span]) -> T:
    """Return the value with every string in it freed of the names and every mention of the spans emptied."""
    pattern, spans = _pattern(names), tuple(spans)

    def free(part: Any) -> Any:  # noqa: ANN401 - anything that JSON holds
        if isinstance(part, str):
            return pattern.sub(WITHHELD, part)
        if isinstance(part, list | tuple):
            return [free(item) for item in part]
        if not isinstance(part, dict):
            return part
        if part.keys() == {"start", "end", "text"} and _overlaps(part, spans):
            return part | {"text": WITHHELD}
        freed = {key: free(item) for key, item in part.items()}
        return freed | _described(part, spans)

    return msgspec.convert(free(msgspec.to_builtins(value)), type(value))


def _described(part: dict[str, Any], spans: tuple[Span, ...]) -> dict[str, str]:
    """Return what replaces the words that a private mention is described by: a party's name, a figure's ``who``."""
    mention = part.get("mention")
    if not isinstance(mention, dict) or not _overlaps(mention, spans):
        return {}
    return {key: WITHHELD for key in ("name", "who", "text") if part.get(key) is not None}


def _overlaps(mention: dict[str, Any], spans: tuple[Span, ...]) -> bool:
    return any(span.start < mention["end"] and mention["start"] < span.end for span in spans)
