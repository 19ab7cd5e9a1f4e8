"""``marsad gazetteer``: look names of places up, and add places of one's own."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.text import Text

from marsad.cli.own import LAYER, own_layer
from marsad.cli.phrases import counted
from marsad.cli.terminal import console, words, write_json
from marsad.cli.verbs import Command
from marsad.errors import FactsError
from marsad.facts import countries
from marsad.resolve.places import Candidate, Entry, Gazetteer, add, candidates

MOST_SHOWN = 10

LayerOption = Annotated[
    Path | None,
    typer.Option("--layer", metavar="LAYER", help=f"The file of your places.  [default: ${LAYER}, or one of your own]"),
]


def _find(  # noqa: PLR0913, PLR0917 - one argument an option
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report prints it.")],
    country: Annotated[
        str | None, typer.Option("--country", metavar="COUNTRY", help="Only places there: a code or a name.")
    ] = None,
    near: Annotated[
        list[str] | None,
        typer.Option("--near", metavar="PLACE", help="What the report is about: a country, or a place it names."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="How many to show.")] = MOST_SHOWN,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a candidate.")] = False,
    layer: LayerOption = None,
) -> None:
    """Show which places a name may mean, the likeliest first, and what speaks for each.

    The first one is marked "taken" when a report that says so little besides would be read so. Other spellings of a
    name (Raqa for Raqqa) are looked for only in countries that the report is about.
    """
    gazetteer = Gazetteer(layer=layer or _if_there(own_layer()))
    about = [_known(place, gazetteer) for place in [*filter(None, [country]), *(near or [])]]
    codes = tuple(dict.fromkeys(entry.country for entry in about if entry.kind == "country" and entry.country))
    others = tuple(entry for entry in about if entry.kind != "country")
    found = candidates(name, gazetteer, countries=codes, near=others, within=tuple(about[:1] if country else ()))
    for candidate in found[:limit]:
        if as_json:
            write_json(_as_row(candidate))
        else:
            _tell(candidate, gazetteer)
    if not found and not as_json:
        hint = "" if about else "; other spellings are looked for with --near COUNTRY"
        console().print(words(f"no place of that name{hint}"))
    elif len(found) > limit and not as_json:
        console().print(words(f"and {len(found) - limit} more", "dim"))


def _add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A GeoNames dump (SD.txt, SD.zip) or a .csv.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as one JSON object.")] = False,
    layer: LayerOption = None,
) -> None:
    """Add places to your own layer of the gazetteer, which `marsad build` uses from then on.

    FILE is a country of https://download.geonames.org/export/dump, or a table with the columns name, lat, lon and
    country (two letters), and if you like kind, aliases (separated by |), admin1, radius_km, population and id.
    Adding a file of the same name again replaces what it added before.
    """
    target = layer or own_layer()
    added = add(file, target)
    if as_json:
        write_json(msgspec.to_builtins(added) | {"layer": str(target)})
        return
    console().print(words(f"{counted(added.places, 'place', 'places')} of {added.source} added"))
    console().print(words(f"{target} holds {added.total} now; builds of new records use it"))


def _if_there(layer: Path) -> Path | None:
    return layer if layer.exists() else None


def _known(name: str, gazetteer: Gazetteer) -> Entry:
    """Return the country of a code or name, or else the likeliest place of that name."""
    for code, fact in countries().items():
        if name.casefold() in {code.casefold(), *map(str.casefold, fact.names)}:
            entry = gazetteer.country(code)
            if entry is not None:
                return entry
    found = candidates(name, gazetteer)
    if not found:
        raise FactsError(f"the gazetteer has no place called {name!r}")
    return found[0].entry


def _as_row(candidate: Candidate) -> dict[str, object]:
    entry = candidate.entry
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "country": entry.country,
        "admin1": entry.admin1,
        "lat": entry.lat,
        "lon": entry.lon,
        "radius_km": entry.radius_km,
        "population": entry.population,
        "score": candidate.score,
        "taken": candidate.taken,
        "weights": dict(candidate.weights),
    }


def _tell(candidate: Candidate, gazetteer: Gazetteer) -> None:
    entry = candidate.entry
    country = gazetteer.country(entry.country) if entry.country else None
    within = [
        entry.admin1 if entry.kind != "province" else None,
        country.name if country and country != entry else None,
    ]
    out = console()
    name = ", ".join([entry.name, *(part for part in within if part)])
    mark = ("  taken", "bold green") if candidate.taken else ("", "")
    out.print(Text.assemble(words(name, "bold"), words(f"  {entry.kind}"), (f"  {entry.id}", "cyan"), mark))
    people = f", {entry.population:,} people" if entry.population and entry.geonames is not None else ""
    out.print(words(f"  {entry.lat:.3f}, {entry.lon:.3f}, within {entry.radius_km:g} km{people}"))
    weighed = ", ".join(f"{label} {weight:+.2f}" for label, weight in candidate.weights.items())
    out.print(words(f"  score {candidate.score:.2f}: {weighed}", "dim"))


COMMANDS = {
    "find": Command(
        _find,
        "Show which places a name may mean, and why.",
        (
            "marsad gazetteer find Raqqa",
            "marsad gazetteer find Al-Fashir --near Sudan",
            "marsad gazetteer find Springfield --near Chicago --limit 3",
        ),
    ),
    "add": Command(
        _add,
        "Add places to your own layer of the gazetteer.",
        (
            "marsad gazetteer add SD.zip",
            "marsad gazetteer add quarters.csv",
            "marsad gazetteer add quarters.csv --layer project.db",
        ),
    ),
}
EXAMPLES = ("marsad gazetteer find Al-Fashir --near Sudan", "marsad gazetteer add SD.zip")
