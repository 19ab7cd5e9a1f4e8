"""Refuses tables that would mislead: every fault is named with its row."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from importlib.resources import files

from marsad.errors import FactsError
from marsad.facts.rows import CountryFact, LeaderFact, PartyFact, PlaceFact, SourceFact

COUNTRY_CODE = re.compile(r"[A-Z]{2}")
ORDINARY_WORDS = frozenset(
    files("marsad.facts").joinpath("data/ordinary_words.txt").read_text(encoding="utf-8").split()
)
"""Words of general English that can never name one party or source alone."""


def require_ids(table: str, rows: Iterable[PartyFact] | Iterable[SourceFact]) -> None:
    """Every id is given once.

    Raises:
        FactsError: an id is empty or stands twice.
    """
    seen: set[str] = set()
    for row in rows:
        if not row.id or row.id in seen:
            raise FactsError(f"{table}: the id {row.id!r} is empty or stands twice")
        seen.add(row.id)


def require_unique_aliases(table: str, rows: Iterable[PartyFact] | Iterable[SourceFact]) -> None:
    """No strong alias names two rows, and none is a word of everyday English.

    Raises:
        FactsError: an alias is shared, empty or ordinary.
    """
    owners: dict[str, str] = {}
    for row in rows:
        for alias in (row.name, *row.aliases):
            key = alias.casefold()
            if not key.strip() or key in ORDINARY_WORDS:
                raise FactsError(f"{table}: {row.id}: {alias!r} is too ordinary to be an alias")
            if owners.setdefault(key, row.id) != row.id:
                raise FactsError(f"{table}: {alias!r} names both {owners[key]} and {row.id}")


def require_countries(table: str, name: str, codes: Iterable[str]) -> None:
    """Country codes are two capital letters.

    Raises:
        FactsError: one is not.
    """
    for code in codes:
        if not COUNTRY_CODE.fullmatch(code):
            raise FactsError(f"{table}: {name}: {code!r} is no country code")


def require_known(table: str, name: str, field: str, codes: Iterable[str | None], known: Collection[str]) -> None:
    """Refuse references to what does not exist; null refers to nothing.

    Raises:
        FactsError: it does not.
    """
    for code in codes:
        if code is not None and code not in known:
            raise FactsError(f"{table}: {name}: {field} {code!r} is not known")


def check_parties(rows: tuple[PartyFact, ...], kinds: Collection[str]) -> None:
    """Check the table of parties.

    Raises:
        FactsError: a row is at fault.
    """
    require_ids("parties", rows)
    require_unique_aliases("parties", rows)
    by_id = {row.id: row for row in rows}
    for row in rows:
        check_party("parties", row, by_id, kinds)


def check_party(table: str, row: PartyFact, by_id: Mapping[str, PartyFact], kinds: Collection[str]) -> None:
    """Check one party against the table that it stands in.

    Raises:
        FactsError: the row is at fault.
    """
    if not row.id or not row.name.strip():
        raise FactsError(f"{table}: a party has neither id nor name")
    require_countries(table, row.id, row.countries)
    require_known(table, row.id, "kind", [row.kind], kinds)
    require_known(table, row.id, "party", [row.parent, *row.allies], by_id)
    if row.from_ is not None and row.to is not None and row.from_ > row.to:
        raise FactsError(f"{table}: {row.id}: ends ({row.to}) before it begins ({row.from_})")
    _require_no_circle(table, row, by_id)


def _require_no_circle(table: str, row: PartyFact, by_id: Mapping[str, PartyFact]) -> None:
    seen = {row.id}
    parent = row.parent
    while parent is not None:
        if parent in seen:
            raise FactsError(f"{table}: {row.id}: is its own parent through {parent}")
        seen.add(parent)
        parent = by_id[parent].parent


def check_leaders(rows: tuple[LeaderFact, ...], parties: Collection[str]) -> None:
    """Check the table of leaders.

    Raises:
        FactsError: a row is at fault.
    """
    for row in rows:
        require_known("leaders", row.name, "party", [row.party], parties)
        if not all(name.strip() for name in (row.name, *row.aliases, *row.short)):
            raise FactsError(f"leaders: {row.name!r} has an empty name")
        if row.to is not None and row.from_ > row.to:
            raise FactsError(f"leaders: {row.name}: ends ({row.to}) before it begins ({row.from_})")


def check_sources(rows: tuple[SourceFact, ...], kinds: Collection[str], parties: Collection[str]) -> None:
    """Check the table of sources.

    Raises:
        FactsError: a row is at fault.
    """
    require_ids("sources", rows)
    require_unique_aliases("sources", rows)
    for row in rows:
        require_countries("sources", row.id, row.countries)
        require_known("sources", row.id, "kind", [row.kind], kinds)
        require_known("sources", row.id, "party", [row.party], parties)


def check_places(rows: tuple[PlaceFact, ...]) -> None:
    """Check the table of places.

    Raises:
        FactsError: a row is at fault.
    """
    for row in rows:
        require_countries("places", row.name, [] if row.country is None else [row.country])
        if not row.name.strip() or not all(alias.strip() for alias in row.aliases):
            raise FactsError(f"places: {row.name!r} has an empty name")
        if not (-90 <= row.lat <= 90 and -180 <= row.lon <= 180):
            raise FactsError(f"places: {row.name}: {row.lat}, {row.lon} is not on the globe")
        if row.radius_km <= 0:
            raise FactsError(f"places: {row.name}: radius {row.radius_km} km is not positive")


def check_countries(rows: tuple[CountryFact, ...]) -> None:
    """Check the table of countries.

    Raises:
        FactsError: a row is at fault.
    """
    seen: set[str] = set()
    for row in rows:
        require_countries("countries", row.code, [row.code])
        if row.code in seen or not row.names:
            raise FactsError(f"countries: {row.code} stands twice or has no name")
        seen.add(row.code)
    _require_one_country(rows, lambda row: row.names, "name")


def _require_one_country(
    rows: tuple[CountryFact, ...], words: Callable[[CountryFact], Iterable[str]], field: str
) -> None:
    owners: dict[str, str] = {}
    for row in rows:
        for word in words(row):
            if owners.setdefault(word, row.code) != row.code:
                raise FactsError(f"countries: the {field} {word!r} is of {owners[word]} and of {row.code}")
