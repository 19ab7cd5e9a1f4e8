"""Whether those who are credited take part in what they tell of, so that a reader can weigh their word."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from marsad import facts
from marsad.model import Party, Source

_SPEAKING_FOR_A_SIDE: Final = frozenset(("party", "party_media", "official", "state_media", "anonymous", "unknown"))


def with_interest(sources: Sequence[Source], who: Sequence[Party], whom: Sequence[Party]) -> tuple[Source, ...]:
    """Return the sources, those marked that are a side of the claim, a part of one, or speak for one."""
    parties = (*who, *whom)
    return tuple(replace(source, interest=True) if _is_side(source, parties) else source for source in sources)


def _is_side(source: Source, parties: Sequence[Party]) -> bool:
    own = set(_lineage(source.id))
    return any(own & set(_lineage(party.id)) or _is_named(source, party) for party in parties)


def _lineage(id_: str | None) -> tuple[str, ...]:
    """Return the party that speaks and what it is part of; nothing where no party does."""
    fact = facts.sources().get(id_) if id_ is not None else None
    party = fact.party if fact is not None else id_
    return facts.lineage(party) if party in facts.parties() and party is not None else ()


def _is_named(source: Source, party: Party) -> bool:
    """Whether both bear one name that no table knows; survivors who tell what was done to them are no side."""
    return (
        source.kind in _SPEAKING_FOR_A_SIDE
        and source.id is None
        and party.id is None
        and source.name.casefold() == party.name.casefold()
    )
