"""A user's own table of parties, put on top of the one that ships with marsad.

It is one JSON object a line, or a table with a head line (.csv, or .tsv with tabs) whose lists are separated by ``|``.
The fields are those of :class:`PartyFact`; only ``name`` and ``kind`` must be given.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec
from msgspec import Struct

from marsad import ontology
from marsad.errors import FactsError
from marsad.facts.check import check_party, require_unique_aliases
from marsad.facts.rows import PartyFact

_LISTS = frozenset(field.name for field in msgspec.structs.fields(PartyFact) if field.type == tuple[str, ...])
_YEARS = frozenset(["from", "to"])
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
LARGEST = 64 * 1024 * 1024
"""Bytes of a table that is read: the shipped one has less than one million."""


class OwnParty(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A row as a user writes it: what is not known may be left out, the id too."""

    name: str
    kind: str
    id: str = ""
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    parent: str | None = None
    allies: tuple[str, ...] = ()
    from_: int | None = None
    to: int | None = None
    descriptions: tuple[str, ...] = ()
    spokespersons: tuple[str, ...] = ()

    @property
    def fact(self) -> PartyFact:
        """The row of the table that it stands for; an id is made of the name where none is given."""
        id_ = self.id or _NOT_IN_IDS.sub("-", self.name.casefold()).strip("-") or self.name
        return msgspec.convert(msgspec.to_builtins(self) | {"id": id_}, PartyFact)


Numbered = tuple[str, PartyFact]
"""A row with where it stands: "mine.csv, line 3"."""


def with_own(path: Path, shipped: Mapping[str, PartyFact]) -> Mapping[str, PartyFact]:
    """Return the shipped parties and the user's; a row with the id of a shipped one replaces it.

    Raises:
        FactsError: the table cannot be read, or a row is at fault; the message names its line.
    """
    rows = tuple(_read(path))
    if not rows:
        raise FactsError(f"{path.name} holds no party")
    _require_each_once(rows)
    own = {row.id: row for _, row in rows}
    together = {**shipped, **own}
    kinds = ontology.load().actor_kinds
    for where, row in rows:
        check_party(where, row, together, kinds)
    _require_names_of_their_own(rows, together)
    return MappingProxyType(together)


def as_lines(parties: Mapping[str, PartyFact]) -> bytes:
    """Write parties as a table of JSON lines."""
    return b"".join(msgspec.json.encode(row) + b"\n" for row in parties.values())


def read_own(path: Path) -> Mapping[str, PartyFact]:
    """Return the rows of a user's table alone, unchecked but for their form."""
    return {row.id: row for _, row in _read(path)}


def _read(path: Path) -> Iterator[Numbered]:
    try:
        content = path.read_bytes()
        if len(content) > LARGEST:
            raise FactsError(f"{path.name} is too large for a table of parties")
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise FactsError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FactsError(f"{path.name}, line {line}: not written in UTF-8") from error
    suffix = path.suffix.casefold()
    lines = _table(path.name, text, "\t" if suffix == ".tsv" else ",") if suffix in {".csv", ".tsv"} else _lines(text)
    for number, row in lines:
        where = f"{path.name}, line {number}"
        try:
            read = msgspec.json.decode(row, type=OwnParty) if isinstance(row, str) else msgspec.convert(row, OwnParty)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise FactsError(f"{where}: {error}") from error
        yield where, read.fact


def _lines(text: str) -> Iterator[tuple[int, str | dict[str, object]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def _table(name: str, text: str, delimiter: str) -> Iterator[tuple[int, str | dict[str, object]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                raise FactsError(f"{name}, line {reader.line_num}: has more or fewer columns than the head line")
            yield reader.line_num, {field: value for field, value in map(_cell, row.items()) if value is not None}
    except csv.Error as error:
        raise FactsError(f"{name}, line {reader.line_num}: {error}") from error


def _cell(cell: tuple[str, str]) -> tuple[str, object]:
    """Return a field with its value; None for an empty cell."""
    field, written = cell[0].strip(), cell[1].strip()
    if not written:
        return field, None
    if field in _LISTS:
        return field, [part.strip() for part in written.split("|") if part.strip()]
    if field in _YEARS and written.lstrip("-").isdecimal():
        return field, int(written)
    return field, written


def _require_each_once(rows: tuple[Numbered, ...]) -> None:
    seen: dict[str, str] = {}
    for where, row in rows:
        if row.id in seen:
            raise FactsError(f"{where}: the id {row.id!r} stands in {seen[row.id]} already")
        seen[row.id] = where


def _require_names_of_their_own(rows: tuple[Numbered, ...], together: Mapping[str, PartyFact]) -> None:
    """Refuse a name that identifies another party: which one a report means could not be told.

    Raises:
        FactsError: there is one.
    """
    own = {row.id for _, row in rows}
    owners = {
        name.casefold(): row.id for row in together.values() if row.id not in own for name in (row.name, *row.aliases)
    }
    for where, row in rows:
        require_unique_aliases(where, [row])
        for name in (row.name, *row.aliases):
            owner = owners.setdefault(name.casefold(), row.id)
            if owner != row.id:
                raise FactsError(
                    f"{where}: {name!r} names {owner} ({together[owner].name}) already; "
                    "give the row that id to replace it, or write the name among weak_aliases"
                )
