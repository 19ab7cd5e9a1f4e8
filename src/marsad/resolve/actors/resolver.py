"""Resolves who did it and to whom, claim by claim."""

from typing import Self

from marsad.model import Claim, Document, Mention, Party


class ActorResolver:
    """Finds the parties that the words of a claim stand for."""

    @classmethod
    def default(cls) -> Self:
        """Return the resolver with the tables that ship with marsad."""
        return cls()

    def resolve(
        self, document: Document, claims: tuple[Claim, ...]
    ) -> tuple[tuple[tuple[Party, ...], tuple[Party, ...]], ...]:
        """Return who and whom of each claim, in the order of the claims."""
        del document
        return tuple((tuple(map(_plain, claim.who)), tuple(map(_plain, claim.whom))) for claim in claims)


def _plain(mention: Mention) -> Party:
    return Party(mention.text, None, mention)
