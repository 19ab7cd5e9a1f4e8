"""Resolves who said so, claim by claim."""

import re
from collections.abc import Iterable
from typing import Final, Self

from msgspec.structs import replace

from marsad.model import Claim, Document, Mention, Source
from marsad.resolve.actors.named import PartiesNamed
from marsad.resolve.sources.speakers import Speakers

_ACCORDING: Final = re.compile(r",? according to\b")
_CREDITS: Final = re.compile(r"\b(?:said|says|told|by|to|citing|reported|and|from)\s+(?:the |an? )?(?:\w+ )?$")
"""What stands before one who is credited."""


class SourceResolver:
    """Finds the sources that the words of a claim stand for."""

    @classmethod
    def default(cls) -> Self:
        """Return the resolver with the tables that ship with marsad."""
        return cls()

    def resolve(self, document: Document, claims: tuple[Claim, ...]) -> tuple[tuple[Source, ...], ...]:
        """Return the sources of each claim, in the order of the claims."""
        if not any(claim.sources for claim in claims):
            return tuple(() for _ in claims)
        speakers = Speakers(PartiesNamed.of(document), document.outlet)
        found: dict[Mention, Source | None] = {}
        credited = sorted(
            ((mention, claim) for claim in claims for mention in claim.sources), key=lambda pair: (pair[0], pair[1].id)
        )
        for mention, claim in credited:
            if mention not in found:
                earlier = [source for source in found.values() if source is not None]
                found[mention] = speakers.source(mention, claim.sentence, before=earlier)
        return tuple(
            _once(
                _apposed(
                    document.text, _told([found_ for m in _speaking(document.text, claim) if (found_ := found[m])])
                )
            )
            for claim in claims
        )


def _speaking(text: str, claim: Claim) -> tuple[Mention, ...]:
    """Leave out a name that only stands before "according to" another: "at a clinic, the Red House, according to"."""
    last = max(claim.sources, default=None)
    return tuple(one for one in claim.sources if one == last or not _is_told_of(text, one))


def _is_told_of(text: str, mention: Mention) -> bool:
    before = text[max(mention.start - 30, 0) : mention.start]
    return _ACCORDING.match(text, mention.end) is not None and _CREDITS.search(before) is None


def _told(sources: list[Source]) -> list[Source]:
    """Leave out whom another one names in more words: "sources" of a headline beside "two security sources"."""
    return [source for source in sources if not any(_less(source, other) for other in sources)]


def _less(source: Source, other: Source) -> bool:
    words, more = _words(source), _words(other)
    return source.id is None and words < more


def _words(source: Source) -> frozenset[str]:
    return frozenset(source.name.casefold().split())


def _apposed(text: str, sources: list[Source]) -> list[Source]:
    """Make one of what an apposition names twice: "a hospital spokesman, Omar Ali", "the U.N. mission, UNMISS"."""
    kept: list[Source] = []
    for source in sources:
        last = kept[-1] if kept else None
        if last is not None and _describes(text, last, source):
            continue
        if last is None or not _stand_together(text, last, source):
            kept.append(source)
        elif source.id is not None or last.id is not None:
            kept[-1] = source if source.id is not None else last
        else:
            kept[-1] = replace(source, kind=last.kind if source.kind in {"unknown", "official"} else source.kind)
    return kept


def _describes(text: str, first: Source, second: Source) -> bool:
    """Say whether words between commas only describe who is named before ("Al Masirah, a channel, said")."""
    if first.mention is None or second.mention is None or second.id is not None:
        return False
    between = text[first.mention.end : second.mention.start]
    named = first.id is not None and first.mention.text[:1].isupper()
    described = second.mention.text.split()[-1].islower()
    return named and described and between in {", the ", ", a ", ", an "} and text.startswith(",", second.mention.end)


def _stand_together(text: str, first: Source, second: Source) -> bool:
    """Say whether a description is followed by the name of the one described."""
    if first.mention is None or second.mention is None:
        return False
    words = first.mention.text.split()
    described = words[-1].islower() or not any(word[:1].isupper() for word in words)
    return (
        described
        and text[first.mention.end : second.mention.start] == ", "
        and second.mention.text.removeprefix("the ")[:1].isupper()
    )


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple({source.id or source.name.casefold(): source for source in reversed(tuple(sources))}.values())[::-1]
