"""Which events a person asked for."""

import unicodedata
from datetime import date

from msgspec import Struct

from marsad.model import Event
from marsad.ontology import load


class Selection(Struct, frozen=True):
    """What an event must be; what is empty or None asks for nothing.

    A type may be a heading, which stands for all under it. Places and parties are found by any part of their name,
    accents and case apart, or by their whole id; a place also by its province or the two letters of its country.
    """

    types: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    place: str = ""
    party: str = ""
    since: date | None = None
    until: date | None = None

    def holds(self, event: Event) -> bool:
        """Say whether the event is one of those asked for."""
        return (
            (not self.types or not self.types.isdisjoint(_with_headings(event.type)))
            and (not self.modalities or event.modality in self.modalities)
            and self._in_time(event)
            and self._at_place(event)
            and self._with_party(event)
        )

    def _in_time(self, event: Event) -> bool:
        """Say whether some day of the event lies between the two; never of an event without a day."""
        if self.since is None and self.until is None:
            return True
        if event.when is None:
            return False
        after = self.since is None or event.when.end >= self.since
        return after and (self.until is None or event.when.start <= self.until)

    def _at_place(self, event: Event) -> bool:
        if not self.place:
            return True
        where = event.where
        if where is None:
            return False
        if self.place.upper() == where.country or self.place == where.id:
            return True
        return any(folded(self.place) in folded(name) for name in (where.name, where.admin1 or ""))

    def _with_party(self, event: Event) -> bool:
        if not self.party:
            return True
        named = [party for party in (*event.who, *event.whom) if not party.private]
        return any(self.party == party.id or folded(self.party) in folded(party.name) for party in named)


def folded(words: str) -> str:
    """Return the words without accents and case.

    >>> folded("Bogotá")
    'bogota'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))


def _with_headings(code: str) -> set[str]:
    """Return the type with all headings over it."""
    found: set[str] = set()
    at: str | None = code
    while at is not None and at not in found:
        found.add(at)
        at = load().event_type(at).parent
    return found
