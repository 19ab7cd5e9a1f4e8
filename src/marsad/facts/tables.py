"""Reads the tables of facts: one JSON object a line, checked, cached."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec

from marsad import ontology
from marsad.errors import FactsError
from marsad.facts.check import check_countries, check_leaders, check_parties, check_places, check_sources
from marsad.facts.derived import derived, forget
from marsad.facts.own import with_own
from marsad.facts.rows import CountryFact, LeaderFact, PartyFact, PlaceFact, SourceFact

VERSION = "3"
"""Version of the tables: rises with every change of a row that can change a record."""

Row = TypeVar("Row", PartyFact, LeaderFact, SourceFact, PlaceFact, CountryFact)


def read_rows(path: Path | Traversable, type_: type[Row]) -> tuple[Row, ...]:
    """Read one table, from the package or from anywhere else.

    Raises:
        FactsError: it cannot be read, or a line is no such row.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FactsError(f"cannot read {path.name}: {error.strerror}") from error
    return tuple(
        _row(line, type_, f"{path.name}, line {number}")
        for number, line in enumerate(content.split(b"\n"), start=1)
        if line.strip()
    )


def _row(line: bytes, type_: type[Row], where: str) -> Row:
    try:
        return msgspec.json.decode(line, type=type_)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FactsError(f"{where}: {error}") from error


def load_parties(path: Path | Traversable) -> Mapping[str, PartyFact]:
    """Read and check a table of parties.

    Raises:
        FactsError: a row is at fault.
    """
    rows = read_rows(path, PartyFact)
    check_parties(rows, ontology.load().actor_kinds)
    return MappingProxyType({row.id: row for row in rows})


def load_leaders(path: Path | Traversable) -> tuple[LeaderFact, ...]:
    """Read and check a table of leaders; the parties that they lead are those of the package.

    Raises:
        FactsError: a row is at fault.
    """
    rows = read_rows(path, LeaderFact)
    check_leaders(rows, parties())
    return rows


def load_sources(path: Path | Traversable) -> Mapping[str, SourceFact]:
    """Read and check a table of sources; the parties that they speak for are those of the package.

    Raises:
        FactsError: a row is at fault.
    """
    rows = read_rows(path, SourceFact)
    check_sources(rows, ontology.load().source_kinds, parties())
    return MappingProxyType({row.id: row for row in rows})


def load_places(path: Path | Traversable) -> tuple[PlaceFact, ...]:
    """Read and check a table of places.

    Raises:
        FactsError: a row is at fault.
    """
    rows = read_rows(path, PlaceFact)
    check_places(rows)
    return rows


def load_countries(path: Path | Traversable) -> Mapping[str, CountryFact]:
    """Read and check a table of countries.

    Raises:
        FactsError: a row is at fault.
    """
    rows = read_rows(path, CountryFact)
    check_countries(rows)
    return MappingProxyType({row.code: row for row in rows})


_own_parties: Path | None = None


def use_parties(path: Path | None) -> None:
    """Take a user's own table of parties into use in this process, or none.

    Raises:
        FactsError: the table cannot be read, or a row is at fault; what was in use stays so.
    """
    global _own_parties  # noqa: PLW0603 - the tables are facts of the whole process, as the shipped ones are
    if path is not None:
        with_own(path, _shipped_parties())
    if path != _own_parties or path is not None:
        _own_parties = path
        forget()


def own_parties() -> Path | None:
    """Return the user's own table of parties that is in use."""
    return _own_parties


@cache
def _shipped_parties() -> Mapping[str, PartyFact]:
    return load_parties(_shipped("parties.jsonl"))


@derived
def parties() -> Mapping[str, PartyFact]:
    """Return the parties by id, those of the user's own table among them."""
    return _shipped_parties() if _own_parties is None else with_own(_own_parties, _shipped_parties())


@derived
def leaders() -> tuple[LeaderFact, ...]:
    """Return the leaders, in the order of the table."""
    return load_leaders(_shipped("leaders.jsonl"))


@derived
def sources() -> Mapping[str, SourceFact]:
    """Return the sources by id."""
    return load_sources(_shipped("sources.jsonl"))


@cache
def places() -> tuple[PlaceFact, ...]:
    """Return the places, in the order of the table."""
    return load_places(_shipped("places.jsonl"))


@cache
def countries() -> Mapping[str, CountryFact]:
    """Return the countries by ISO 3166-1 alpha-2 code."""
    return load_countries(_shipped("countries.jsonl"))


@derived
def lineage(party: str) -> tuple[str, ...]:
    """Return a party, what it is part of, and so on up: two claims whose lineages meet may speak of one side.

    Raises:
        KeyError: there is no such party.
    """
    parent = parties()[party].parent
    return (party,) if parent is None else (party, *lineage(parent))


def _shipped(name: str) -> Traversable:
    return files("marsad.facts").joinpath("data", name)
