"""A row of the tables as one who is credited."""

from msgspec import Struct

from marsad import facts
from marsad.resolve.sources.kinds import kind_of_party


class Credit(Struct, frozen=True):
    """A body that is credited: a row of the tables."""

    name: str
    id: str
    kind: str


def source_credit(id_: str) -> Credit:
    """Return a row of the table of sources as credited; the spokespersons of an armed force speak as that force."""
    fact = facts.sources()[id_]
    if fact.kind == "official" and fact.party is not None and facts.parties()[fact.party].kind != "government":
        return party_credit(fact.party)
    return Credit(fact.name, fact.id, fact.kind)


def party_credit(id_: str) -> Credit:
    """Return a row of the table of parties as credited."""
    fact = facts.parties()[id_]
    return Credit(fact.name, fact.id, kind_of_party(fact))


def person_credit(id_: str) -> Credit:
    """Return whom a person of the table of sources speaks for: who runs a party's media speaks for the party."""
    fact = facts.sources()[id_]
    if fact.kind == "party_media" and fact.party is not None:
        return party_credit(fact.party)
    return source_credit(id_)
