"""Why a name is taken for a party: the rows of the table that bear it, and how a report would be read."""

from datetime import date

from msgspec import Struct
from rapidfuzz import fuzz, process

from marsad import facts
from marsad.facts import PartyFact
from marsad.model import Block, Document, Published, Span, content_id
from marsad.resolve.actors.named import PartiesNamed
from marsad.resolve.actors.resolver import MentionReader
from marsad.resolve.actors.states import in_time
from marsad.resolve.context import Role, name_index

ALIKE = 82.0
"""Likeness (0 to 100, rapidfuzz) from which a name is offered in place of one that no row bears."""

_WHY = {
    Role.PARTY: "a name that stands for it alone",
    Role.PARTY_IN_CONTEXT: "a name that stands for it only in reports about its country, or that name it in full",
    Role.SPOKESPERSON: "a person who speaks for it",
}


class Match(Struct, frozen=True):
    """A party that a name may stand for, and why; ``taken`` says whether a report is read so."""

    party: PartyFact
    why: str
    taken: bool


def matches(name: str, *, country: str | None = None, year: int | None = None) -> tuple[Match, ...]:
    """Return the parties that a name may stand for in a report about a country (an ISO code) from a year.

    The one that the name is read as comes first. A name that no row bears may still be read: "the Malian army".
    """
    taken = _read(name, country, year)
    found: dict[str, str] = {}
    for role, why in _WHY.items():
        for known in name_index().exactly(name):
            if known.role is role:
                found.setdefault(known.id, why)
    if taken is not None:
        found = {taken: found.get(taken, "words that describe it"), **found}
    table = facts.parties()
    rows = [(table[id_], why) for id_, why in found.items()]
    fitting = [(row, why if in_time(row.id, year) else f"{why}, but not in {year}") for row, why in rows]
    return tuple(Match(row, why, row.id == taken) for row, why in fitting)


def alike(name: str, limit: int = 5) -> tuple[tuple[str, PartyFact], ...]:
    """Return names of the table that are written much like this one, the likest first, each with its party."""
    names = {alias: row for row in facts.parties().values() for alias in (row.name, *row.aliases, *row.weak_aliases)}
    near = process.extract(name, names.keys(), scorer=fuzz.WRatio, limit=limit, score_cutoff=ALIKE)
    return tuple((alias, names[alias]) for alias, _, _ in near)


def _read(name: str, country: str | None, year: int | None) -> str | None:
    """Return the party that the reader makes of the name in a report which says little besides."""
    fact = facts.countries().get(country or "")
    text = f"{name} attacked on Monday." + (f" It happened in {fact.names[0]}." if fact is not None else "")
    published = None if year is None else Published(date(year, 1, 1), date(year, 12, 31), "given")
    reader = MentionReader(PartiesNamed.of(_document(text, published)))
    return reader.party_id(0, len(name), Span(0, len(name) + len(" attacked on Monday.")))


def _document(text: str, published: Published | None) -> Document:
    sha256 = content_id("text", text)
    blocks = (Block(0, len(text), "body"),)
    given = content_id("d", "name", sha256)
    return Document(given, "name", None, sha256, None, None, (), "en", published, text, blocks, ())
