"""Resolves who said so, claim by claim."""

from collections.abc import Iterable
from typing import Self

from marsad.model import Claim, Document, Mention, Source
from marsad.resolve.actors.named import PartiesNamed
from marsad.resolve.sources.speakers import Speakers


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
                found[mention] = speakers.source(mention, claim.sentence, before=filter(None, found.values()))
        return tuple(_once(filter(None, (found[mention] for mention in claim.sources))) for claim in claims)


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple({source.id or source.name.casefold(): source for source in reversed(tuple(sources))}.values())[::-1]
