"""What is told of two records: figures that got another name, what came in, what was joined and what was split."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from marsad.changes import Change, Changed, compare
from marsad.model import Document, ResolvedClaim
from marsad.store import Store
from tests.merge.factory import claim, day, event_of, killed, report, town

Told = tuple[ResolvedClaim, Document]


Keep = Callable[..., Store]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Keep]:
    """Write records of events that are given by the claims which they are made of."""
    with ExitStack() as stack:

        def keep(*events: tuple[Told, ...]) -> Store:
            store = stack.enter_context(Store.open(tmp_path / f"{len(list(tmp_path.iterdir()))}", create=True))
            store.add([(document, (one,)) for event in events for one, document in event])
            store.replace_events(sorted((event_of(*pairs) for pairs in events), key=lambda event: event.id), ())
            return store

        yield keep


def told(outlet: str, number: int = 12, *, type_: str = "shelling", **slots: Any) -> Told:
    text = f"A strike hit the mill of Mopti, {outlet} wrote on 1{number}."
    document = replace(report(text, outlet=outlet, published=date(2024, 5, number)), sha256=text)
    return claim(document, type_, where=town("Mopti"), when=day(10), **slots), document


def changed(old: Store, new: Store) -> Changed:
    (found,) = compare(old, new).changed
    return found


def changes(old: Store, new: Store) -> dict[str, Change]:
    return {change.field: change for change in changed(old, new).changes}


FIRST = told("Sahel Review", figures=(killed(8),))
TRADERS = told("Bamako Mail", 13, figures=(killed(12, who="traders", who_class="civilian"),))
SILENT = told("Gao Mirror", 13)


def test_the_same_record_has_not_changed(kept: Keep) -> None:
    found = compare(kept((FIRST, TRADERS)), kept((TRADERS, FIRST)))
    assert (found.changed, found.unchanged, found.reports_in) == ((), 1, ())


def test_a_toll_is_the_same_figure_under_another_name(kept: Keep) -> None:
    found = changes(kept((FIRST,)), kept((FIRST, TRADERS)))
    assert (found["killed: people"].old, found["killed: people"].new) == ("8", "8 to 12, best 8")
    assert found["killed: people"].why == "came in: Bamako Mail, 2024-05-13"
    counted = told("Bamako Mail", 13, figures=(killed(8, who="traders", who_class="civilian"),))
    named = changes(kept((FIRST,)), kept((FIRST, counted)))
    assert (named["killed: traders"].old, named["killed: traders"].new) == ("8, as killed: people", "8")
    assert "killed: people" not in named


def test_two_tolls_are_not_taken_for_one(kept: Keep) -> None:
    both = told("Gao Mirror", 13, figures=(killed(9, who="traders", who_class="civilian"), killed(30)))
    found = changes(kept((TRADERS,)), kept((TRADERS, both)))
    assert (found["killed: people"].old, found["killed: people"].new) == (None, "30")
    assert found["killed: traders"].old == "12"


def test_what_is_split_off_is_told(kept: Keep) -> None:
    clash = told("Gao Mirror", 13, type_="armed_clash")
    found = changed(kept((FIRST, TRADERS, clash)), kept((FIRST, TRADERS), (clash,)))
    assert found.kind == "split"
    (apart,) = [change for change in found.changes if change.field == "apart now"]
    assert (apart.old, apart.new) == (None, "Armed clash, Mopti, ML, 2024-05-10")
    assert apart.why == "told by: Gao Mirror, 2024-05-13"


def test_what_was_apart_before_it_was_joined_is_told(kept: Keep) -> None:
    found = changed(kept((FIRST, TRADERS), (SILENT,)), kept((FIRST, TRADERS, SILENT)))
    assert found.kind == "joined"
    (apart,) = [change for change in found.changes if change.field == "apart before"]
    assert (apart.old, apart.new) == ("Shelling, artillery or missile attack, Mopti, ML, 2024-05-10", None)
    assert apart.why == "told by: Gao Mirror, 2024-05-13"
