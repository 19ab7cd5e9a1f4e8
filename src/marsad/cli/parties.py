"""``marsad parties``: look names of parties up."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.text import Text

from marsad.cli.terminal import console, words, write_json
from marsad.cli.verbs import Command
from marsad.errors import FactsError
from marsad.facts import countries, parties, use_parties
from marsad.ontology import load
from marsad.resolve.actors import Match, alike, matches

FIRST_YEAR, LAST_YEAR = 1900, 2100


def _find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report prints it.")],
    country: Annotated[
        str | None, typer.Option("--country", metavar="COUNTRY", help="The report's country: a code or a name.")
    ] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", min=FIRST_YEAR, max=LAST_YEAR, metavar="YEAR", help="The report's year."),
    ] = None,
    own: Annotated[Path | None, typer.Option("--parties", metavar="FILE", help="Your own table of parties.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a party.")] = False,
) -> None:
    """Show which parties a name may stand for, why, and what is known of each.

    The one marked "taken" is what the name is read as in a report about that country and of that year which says
    little besides. Many names stand for a party only where the report makes it sure, so give the country.
    """
    use_parties(own)
    found = matches(name, country=None if country is None else _code(country), year=year)
    for match in found:
        if as_json:
            write_json(msgspec.to_builtins(match.party) | {"why": match.why, "taken": match.taken})
        else:
            _tell(match)
    if not found and not as_json:
        console().print(words(f"no party of that name{_offered(name)}"))


def _code(country: str) -> str:
    for code, fact in countries().items():
        if country.casefold() in {code.casefold(), *map(str.casefold, fact.names)}:
            return code
    raise FactsError(f"no country is called {country!r}")


def _offered(name: str) -> str:
    near = [f"{alias} ({party.name})" if alias != party.name else alias for alias, party in alike(name)]
    return f"; written much like it: {', '.join(near)}" if near else ""


def _tell(match: Match) -> None:
    out, party = console(), match.party
    mark = ("  taken", "bold green") if match.taken else ("", "")
    out.print(Text.assemble(words(party.name, "bold"), (f"  {party.id}", "cyan"), mark))
    out.print(words(f"  {match.why}"))
    known = parties()
    line, parent = [], party.parent
    while parent is not None:
        line.append(known[parent].name)
        parent = known[parent].parent
    rows = {
        "kind": load().actor_kinds[party.kind].label,
        "where": ", ".join(_country_name(code) for code in party.countries),
        "when": _period(party.from_, party.to),
        "part of": " → ".join(line),
        "beside": ", ".join(known[ally].name for ally in party.allies),
        "also": ", ".join(party.aliases),
        "in context": ", ".join(party.weak_aliases),
        "called": ", ".join(party.descriptions),
        "speakers": ", ".join(party.spokespersons),
    }
    for label, told in rows.items():
        if told:
            out.print(Text.assemble((f"  {label:<11}", "dim"), words(told)))


def _country_name(code: str) -> str:
    return countries()[code].names[0] if code in countries() else code


def _period(first: int | None, last: int | None) -> str:
    """Return the years of a party.

    >>> _period(2011, None), _period(None, 2001), _period(None, None)
    ('since 2011', 'until 2001', '')
    """
    if first is not None and last is not None:
        return f"{first} to {last}"
    return f"since {first}" if first is not None else f"until {last}" if last is not None else ""


COMMANDS = {
    "find": Command(
        _find,
        "Show which parties a name may stand for, and why.",
        (
            "marsad parties find Daesh",
            "marsad parties find SNA --country Syria --year 2019",
            "marsad parties find 'Tiger Forces' --json",
            "marsad parties find 'Hill Front' --parties mine.csv",
        ),
    ),
}
EXAMPLES = ("marsad parties find Daesh", "marsad parties find SNA --country Syria --year 2019")
