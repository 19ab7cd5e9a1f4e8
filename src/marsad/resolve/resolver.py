"""Claims in a document's words → claims with days, places, parties, sources and numbers."""

from typing import Self

from msgspec.structs import replace

from marsad.model import Claim, Document, Means, Party, Place, ResolvedClaim, Source, Time
from marsad.resolve.actors import ActorResolver
from marsad.resolve.figures import resolve_figures, with_tolls
from marsad.resolve.places import PlaceResolver
from marsad.resolve.sources import SourceResolver, with_interest
from marsad.resolve.times import is_background, resolve_times
from marsad.resolve.wording import in_whole_words


class Resolver:
    """Resolves all claims of one document at a time; holds the gazetteer and the tables of facts, and no state."""

    def __init__(self, places: PlaceResolver, actors: ActorResolver, sources: SourceResolver) -> None:
        self._places = places
        self._actors = actors
        self._sources = sources

    @classmethod
    def default(cls) -> Self:
        """Return the resolver with the gazetteer and tables that ship with marsad."""
        return cls(PlaceResolver.default(), ActorResolver.default(), SourceResolver.default())

    def resolve(self, document: Document, claims: tuple[Claim, ...]) -> tuple[ResolvedClaim, ...]:
        """Resolve the claims of one document, in their order."""
        claims = with_tolls(document, tuple(in_whole_words(document, claim) for claim in claims))
        places = self._places.resolve(document, claims)
        countries = [place.country if place is not None else None for place in places]
        actors = self._actors.resolve(document, tuple(map(_armed, claims)), countries)
        sources = self._sources.resolve(document, claims)
        times = resolve_times(document, claims)
        return tuple(
            _resolved(document, claim, when, place, who if claim.who else _without_weapons(who, claim), whom, said)
            for claim, when, place, (who, whom), said in zip(claims, times, places, actors, sources, strict=True)
        )


def _armed(claim: Claim) -> Claim:
    """Ask of the means whose they are, where nobody is named: "Russian missiles hit"."""
    return claim if claim.who else replace(claim, who=claim.means)


def _without_weapons(parties: tuple[Party, ...], claim: Claim) -> tuple[Party, ...]:
    """Leave out weapons that are no party's in the tables: a weapon as such did nothing."""
    return tuple(party for party in parties if party.id is not None or not _is_weapon(party, claim))


def _is_weapon(party: Party, claim: Claim) -> bool:
    mention = party.mention
    return mention is None or any(mention.start < means.end and means.start < mention.end for means in claim.means)


def _resolved(  # noqa: PLR0913, PLR0917 - one argument a slot
    document: Document,
    claim: Claim,
    when: Time | None,
    where: Place | None,
    who: tuple[Party, ...],
    whom: tuple[Party, ...],
    sources: tuple[Source, ...],
) -> ResolvedClaim:
    return ResolvedClaim(
        id=claim.id,
        document=claim.document,
        type=claim.type,
        modality=claim.modality,
        background=is_background(document, when),
        trigger=claim.trigger,
        sentence=claim.sentence,
        mentions=claim.mentions,
        who=who,
        whom=whom,
        where=where,
        when=when,
        figures=resolve_figures(document, claim),
        means=tuple(Means(mention.text, mention) for mention in claim.means),
        sources=with_interest(sources, who, whom),
        extractor=claim.extractor,
        confidence=claim.confidence,
        undated=claim.when[0] if when is None and claim.when else None,
    )
