"""The rows of the tables of facts, one frozen type a table."""

from msgspec import Struct


class PartyFact(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A party to a war or to political violence.

    ``aliases`` identify it alone, ``weak_aliases`` only in context (its country at hand, its full name earlier).
    ``kind`` is a code of the ontology's kinds of actor; ``countries`` are ISO 3166-1 alpha-2 codes, the first one its
    own; ``parent`` is what it is part of or led by, ``allies`` whom it fights beside, all ids of the same table;
    ``from_`` and ``to`` are years, inclusive, null when not known or still going on. ``descriptions`` are words that
    reports use for it beside its names.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    weak_aliases: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]
    parent: str | None
    allies: tuple[str, ...]
    from_: int | None
    to: int | None
    descriptions: tuple[str, ...]
    spokespersons: tuple[str, ...]


class LeaderFact(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """One who heads a state or an armed group, and stands for it: "Putin's troops".

    ``aliases`` are other spellings of the full name, ``short`` what reports on the country call him or her alone;
    ``party`` is the id of the party that is led; ``from_`` and ``to`` are years, inclusive, ``to`` null when the person
    still leads. One who led twice has two rows.
    """

    name: str
    aliases: tuple[str, ...]
    short: tuple[str, ...]
    party: str
    from_: int
    to: int | None


class SourceFact(Struct, frozen=True, forbid_unknown_fields=True):
    """One who reports or is quoted: a monitor, an agency, an outlet, an organisation.

    ``kind`` is a code of the ontology's kinds of source; ``party`` the id of the party it speaks for, if any;
    ``people`` speak for it; ``domains`` are those of its web sites.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    weak_aliases: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]
    party: str | None
    people: tuple[str, ...]
    domains: tuple[str, ...]


class PlaceFact(Struct, frozen=True, forbid_unknown_fields=True, rename={"in_": "in"}):
    """A place in a theatre of war that lists of towns lack: a base, a quarter, a camp, a region.

    ``lat`` and ``lon`` are degrees (WGS 84), rounded, to be read with ``radius_km``; ``in_`` is the town that holds it.
    ``country`` is null for a sea or a region of several countries.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    admin1: str | None
    in_: str | None
    lat: float
    lon: float
    radius_km: float


class CountryFact(Struct, frozen=True, forbid_unknown_fields=True):
    """A country or territory and the words that stand for it.

    ``code`` is ISO 3166-1 alpha-2; ``names`` stand for the country, the first being its usual one; ``demonyms`` for its
    people or as adjectives; ``capitals`` are seats that reports name in place of its government;
    none where the seat bears the country's name.
    """

    code: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
