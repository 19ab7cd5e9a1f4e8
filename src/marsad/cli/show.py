"""``marsad show``: a record's events by date, or one event with everything said of it."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from marsad.cli.account import Account, tell_account
from marsad.cli.opening import opened
from marsad.cli.selection import Selection
from marsad.cli.terminal import console, write_json
from marsad.cli.timeline import tell_timeline
from marsad.errors import UnknownCodeError
from marsad.export import Withholding
from marsad.model import Document, Event
from marsad.ontology import load
from marsad.store import Store

EXAMPLES = (
    "marsad show record --type air_strike --since 2024-03-01",
    'marsad show record --place "North Darfur" --party "Rapid Support"',
    "marsad show record e-5f2a",
    "marsad show record --json | jq .type",
)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write it as in 2024-05-31") from None


def _types(codes: list[str] | None) -> list[str]:
    return [_known(code, load().event_type) for code in codes or ()]


def _modalities(codes: list[str] | None) -> list[str]:
    return [_known(code, load().modality) for code in codes or ()]


def _known(code: str, look_up: Any) -> str:  # noqa: ANN401 - any lookup of the ontology
    try:
        look_up(code)
    except UnknownCodeError as error:
        raise typer.BadParameter(str(error)) from None
    return code


def run(  # noqa: PLR0913, PLR0917 - one argument an option
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="Folder of the record.")],
    event: Annotated[str | None, typer.Argument(metavar="EVENT", help="Id of an event, or its beginning.")] = None,
    type: Annotated[
        list[str] | None,
        typer.Option(
            "--type", "-t", callback=_types, metavar="CODE", help="Code of a type or heading; may be repeated."
        ),
    ] = None,
    modality: Annotated[
        list[str] | None,
        typer.Option("--modality", "-m", callback=_modalities, metavar="CODE", help="Code; may be repeated."),
    ] = None,
    place: Annotated[
        str, typer.Option(metavar="WORDS", help="Part of a place's or province's name, or a country's two letters.")
    ] = "",
    party: Annotated[str, typer.Option(metavar="WORDS", help="Part of the name of one who took part.")] = "",
    since: Annotated[date | None, typer.Option(parser=_day, metavar="DAY", help="Not before this day.")] = None,
    until: Annotated[date | None, typer.Option(parser=_day, metavar="DAY", help="Not after this day.")] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="How many events to show.")
    ] = None,
    with_names: Annotated[bool, typer.Option("--with-names", help="Name private victims.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object an event.")] = False,
) -> None:
    """Show a record's events by date, or one event with every claim, its sentence, source and outlet.

    What did not simply happen is marked: [PLANNED], [THREATENED], [POSSIBLE], [DENIED], [ONGOING]; what was told as
    history, older than two weeks, with (history). The sign ≠ names what the reports do not agree on. Events without a
    date come last.
    """
    selection = Selection(frozenset(type or ()), frozenset(modality or ()), place, party, since, until)
    with opened(record) as store:
        if event is None:
            _show_events(store, selection, limit, with_names=with_names, as_json=as_json)
        else:
            _show_event(store, store.event(event), with_names=with_names, as_json=as_json)


def _show_events(store: Store, selection: Selection, limit: int | None, *, with_names: bool, as_json: bool) -> None:
    selected = islice((event for event in store.timeline() if selection.holds(event)), limit)
    shown = (_withheld(store, event, with_names=with_names) for event in selected)
    if as_json:
        for event in shown:
            write_json(event)
    else:
        tell_timeline(console(), shown)


def _withheld(store: Store, event: Event, *, with_names: bool) -> Event:
    """Return the event without private names, those of its own claims."""
    if with_names or not any(party.private for party in (*event.who, *event.whom)):
        return event
    claims = store.claims_of(event)
    return Withholding.of(claims).event(event, claims)


def _show_event(store: Store, event: Event, *, with_names: bool, as_json: bool) -> None:
    claims = store.claims_of(event)
    documents = {claim.document: store.document(claim.document) for claim in claims}
    withholding = Withholding.nothing() if with_names else Withholding.of(claims)
    account = Account.of(event, claims, documents, withholding)
    if as_json:
        write_json(
            {
                "event": msgspec.to_builtins(account.event),
                "claims": list(_claims_json(account)),
                "documents": [_document_json(document) for _, document in sorted(documents.items())],
            }
        )
    else:
        tell_account(console(), account)


def _claims_json(account: Account) -> Iterator[dict[str, Any]]:
    """Give each claim with the words of its sentence."""
    for claim in account.claims:
        yield msgspec.to_builtins(claim) | {"sentence_text": account.sentences[claim.id][0]}


def _document_json(document: Document) -> dict[str, Any]:
    """Return what identifies the document, without its text."""
    fields = ("id", "path", "url", "title", "outlet", "agencies", "published")
    whole = msgspec.to_builtins(document)
    return {field: whole[field] for field in fields}
