"""One record of all clusters: which claims are put into one event, whose origins are counted, whose figures are kept.

A claim is put to the happening in whose marked words its trigger stands; claims that stand in none, and those of the
speech by which somebody tells of one, are counted and listed apart and take no part in any figure. All clusters are
read as one record, so that a report can also be joined to one of another cluster.
"""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from evaluation.cluster_events import (
    Fault,
    Judged,
    Placed,
    by_event,
    by_incident,
    false_merges,
    invented,
    judge,
    missed_merges,
    pair_tally,
)
from evaluation.cluster_files import Clusters, Telling, read_clusters
from evaluation.documents import Happening, outcome_of
from evaluation.partitions import b_cubed, groups_of
from evaluation.report import Cell, Report, Table, tally_figures, tally_table
from evaluation.scores import Tally, rounded, share
from evaluation.texts import quoted
from marsad import reading
from marsad.extract import Extractor
from marsad.merge import merge
from marsad.model import Document, Event, ResolvedClaim
from marsad.ontology import load
from marsad.resolve import Resolver

SHIPPED = Path(__file__).parent / "data" / "clusters"
"""19 clusters of 109 reports written for this project."""


class Stray(Struct, frozen=True):
    """A claim that tells of none of the happenings."""

    claim: ResolvedClaim
    report: str
    sentence: str


class Outcome(Struct, frozen=True):
    """The clusters, the claims put to their happenings, and the other ones."""

    clusters: Clusters
    placed: tuple[Placed, ...]
    strays: tuple[Stray, ...]


class Merging(Struct, frozen=True):
    """What came of an outcome: each incident's event judged, and the wrong and missing merges."""

    judged: tuple[Judged, ...]
    joined: tuple[Fault, ...]
    parted: tuple[Fault, ...]


def yardstick() -> bytes:
    """Return the bytes of the clusters that ship, by which a change of them is noticed."""
    return b"".join(file.read_bytes() for file in sorted(SHIPPED.glob("*.yaml")))


def measure(path: Path, extractor: Extractor) -> Report:
    """Build one record from a file or folder of clusters and compare its events with the reading.

    Raises:
        FormatError: it is none.
    """
    clusters = read_clusters(path)
    documents = _documents(clusters.tellings)
    resolver = Resolver.default()
    claims = {name: resolver.resolve(document, extractor.extract(document)) for name, document in documents.items()}
    events = merge([claim for some in claims.values() for claim in some], documents.values()).events
    return report_of(outcome(clusters, claims, events), extractor.name)


def _documents(tellings: Iterable[Telling]) -> dict[str, Document]:
    """Read the reports as a build reads them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_bytes(b"".join(telling.line for telling in tellings))
        read = [reading.read(raw) for raw in reading.find([path])]
    return {document.path.split("#", 1)[1]: document for document in read}


def outcome(clusters: Clusters, claims: Mapping[str, Sequence[ResolvedClaim]], events: Iterable[Event]) -> Outcome:
    """Put the claims of each report, by the report's name, to the happenings that they tell of."""
    event_of = {claim: event for event in events for claim in event.claims}
    placed: list[Placed] = []
    strays: list[Stray] = []
    for telling in clusters.tellings:
        text = telling.gold.text
        found = outcome_of(telling.name, telling.gold, claims.get(telling.name, ()))
        told = [(claim, one.happening) for one in found.told for claim in one.claims]
        others = [*found.others, *(claim for claim, happening in told if _only_speaks(claim, happening))]
        strays += [Stray(claim, telling.name, _shown(claim, text)) for claim in others]
        placed += [
            Placed(claim, telling.name, _shown(claim, text), happening.id, _origin(claim, telling), event)
            for claim, happening in told
            if (event := event_of.get(claim.id)) is not None and claim not in others
        ]
    return Outcome(clusters, tuple(placed), tuple(strays))


def _only_speaks(claim: ResolvedClaim, happening: Happening) -> bool:
    """Tell "the army denied" and "a group claimed", which are acts of their own, from what they speak of."""
    types = load().event_types
    return types[claim.type].family == "speech" != types[happening.type].family


def _shown(claim: ResolvedClaim, text: str) -> str:
    start, end = claim.sentence.start, claim.sentence.end
    shown = quoted(text[start:end], (claim.trigger.start - start, claim.trigger.end - start))
    return " ".join(shown.split())


def _origin(claim: ResolvedClaim, telling: Telling) -> str:
    """Return the origin of the marked stretch that holds the trigger."""
    held = [stretch for stretch in telling.origins if stretch[0] <= claim.trigger.start < stretch[1]]
    return telling.origins[held[0]]


def report_of(outcome: Outcome, name: str) -> Report:
    """Add up over the clusters."""
    merging = _merging(outcome)
    pairs, shared = pair_tally(outcome.placed), b_cubed(*_partitions(outcome.placed))
    counts = {
        "pairs of claims": pairs,
        "figures read": sum((one.read for one in merging.judged), Tally()),
        "figures kept in the event": sum((one.kept for one in merging.judged), Tally()),
    }
    shares = _shares(outcome, merging.judged)
    figures: dict[str, Cell] = {
        "extractor": name,
        "clusters": len({telling.cluster for telling in outcome.clusters.tellings}),
        "reports": len(outcome.clusters.tellings),
        "happenings": len(outcome.clusters.incidents),
        **tally_figures("pairs", pairs),
        "b_cubed_precision": rounded(shared.precision),
        "b_cubed_recall": rounded(shared.recall),
        "b_cubed_f1": rounded(shared.f1),
        "false_merges": len(merging.joined),
        "false_merges_within_a_cluster": sum(len(fault.clusters) == 1 for fault in merging.joined),
        "missed_merges": len(merging.parted),
        **{label.replace(",", "").replace(" ", "_"): rounded(share(*counted)) for label, counted in shares.items()},
        "figures_kept": rounded(counts["figures kept in the event"].recall),
        "invented_numbers": sum(len(invented(some[0].event)) for some in by_event(outcome.placed).values()),
        "claims": len(outcome.placed),
        "claims_on_no_happening": len(outcome.strays),
    }
    rows = tuple((label, share(*counted), counted[1]) for label, counted in shares.items())
    tables = (
        tally_table("Claims of one happening, and its figures", counts),
        Table("What is right", ("", "share", "of"), rows),
        _by_cluster(outcome, merging),
    )
    return Report("clusters", tables, figures, tuple(_errors(outcome, merging)))


def _merging(outcome: Outcome) -> Merging:
    told = sorted(by_incident(outcome.placed).items())
    behind = _origins(outcome.clusters.tellings)
    judged = (judge(name, some, outcome.clusters.incidents[name], behind[name]) for name, some in told)
    return Merging(tuple(judged), tuple(false_merges(outcome.placed)), tuple(missed_merges(outcome.placed)))


def _origins(tellings: Iterable[Telling]) -> dict[str, int]:
    """Count the origins that tell of each incident."""
    told: dict[str, set[str]] = {}
    for telling in tellings:
        for happening in telling.gold.happenings:
            names = {telling.origins[stretch] for stretch in happening.mentions}
            told.setdefault(happening.id, set()).update(names)
    return {name: len(origins) for name, origins in told.items()}


def _partitions(placed: Sequence[Placed]) -> tuple[tuple[frozenset[object], ...], tuple[frozenset[object], ...]]:
    """Group the claims by what they tell of, and by the event that they are put into."""
    key = groups_of({one.claim.id: one.incident for one in placed})
    return key, groups_of({one.claim.id: one.event.id for one in placed})


def _shares(outcome: Outcome, judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Return how many are right of how many."""
    told = len({(one.report, one.incident) for one in outcome.placed})
    return {
        "tellings with a claim": (told, sum(len(one.gold.happenings) for one in outcome.clusters.tellings)),
        "origins right": _counted(one.origins for one in judged),
        "origins right, several reports": _counted(one.origins for one in judged if one.reports > 1),
        "all origins right": _counted(one.all_origins for one in judged),
        "rivals side by side": _counted(one.rivals for one in judged if one.rivals is not None),
        "type right": _counted(one.type for one in judged),
        "day right": _counted(one.when for one in judged),
        "place right": _counted(one.where for one in judged if one.where is not None),
    }


def _counted(flags: Iterable[bool]) -> tuple[int, int]:
    found = list(flags)
    return sum(found), len(found)


def _by_cluster(outcome: Outcome, merging: Merging) -> Table:
    rows = []
    for cluster in sorted({telling.cluster for telling in outcome.clusters.tellings}):
        placed = [one for one in outcome.placed if _of(one.incident) == cluster]
        pairs = pair_tally(placed)
        joined, parted = (sum(cluster in f.clusters for f in some) for some in (merging.joined, merging.parted))
        origins = share(*_counted(one.origins for one in merging.judged if _of(one.name) == cluster))
        rows.append((cluster, pairs.precision, pairs.recall, pairs.f1, joined, parted, origins))
    head = ("", "precision", "recall", "F1", "false", "missed", "origins")
    return Table("Pairs, false and missed merges, and origins by cluster", head, tuple(rows))


def _of(incident: str) -> str:
    return incident.split("/", maxsplit=1)[0]


def _errors(outcome: Outcome, merging: Merging) -> Iterable[str]:
    """Yield false merges first, then missed ones, wrong origins, what was not found, and claims on no happening."""
    yield from (fault.words for fault in (*merging.joined, *merging.parted))
    for one in merging.judged:
        if not one.origins:
            yield f"origins: {one.name}: {one.event.origins} counted, {one.expected} behind its claims"
        if one.rivals is False:
            yield f"rivals: {one.name}: a figure that was read is not in the event"
        yield from one.wrong_fields
    found = {(one.report, one.incident) for one in outcome.placed}
    for telling in outcome.clusters.tellings:
        for happening in telling.gold.happenings:
            if (telling.name, happening.id) not in found:
                yield f"not found: {telling.name}: {telling.gold.text[slice(*happening.mentions[0])]}"
    yield from (f"on no happening: {one.report} ({one.claim.type}): {one.sentence}" for one in outcome.strays)
