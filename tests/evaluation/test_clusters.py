"""Clusters of reports as one record, and the clusters that ship."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import pytest

from evaluation import clusters
from evaluation.cluster_files import Clusters, read_clusters
from evaluation.clusters import measure, outcome, report_of
from marsad.model import Claim, Document, Event, ResolvedClaim, content_id
from marsad.ontology import load
from marsad.resolve import Resolver
from tests.evaluation.reader import claim_of

FILE = """\
about: an attack on a mill and the same day's attack on a bridge
reports:
  - id: one
    outlet: Kassala Post
    title: Monday
    published: 2024-02-06
    text:
      - "[[mill|Rebels attacked a mill in Kassala on Monday]] and [[bridge|shelled a bridge in Kassala]]."
  - id: two
    outlet: Gash Review
    title: Mill
    published: 2024-02-06
    text:
      - "[[mill|A mill in Kassala was attacked on Monday]], and [[mill|the army denied the raid]]. A shop was looted."
happenings:
  mill: {type: armed_clash, when: [2024-02-05, 2024-02-05], where: null}
  bridge: {type: shelling, when: [2024-02-05, 2024-02-05], where: null}
"""


class Words:
    """An extractor that makes a claim of every one of certain words."""

    name = "words.v1"

    def __init__(self, types: Mapping[str, str]) -> None:
        self._types = types

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return a claim for each of the words that the text holds."""
        text = document.text
        found = (claim_of(text, word, type_) for word, type_ in self._types.items() if word in text)
        return tuple(msgspec.structs.replace(claim, document=document.id) for claim in found)


TYPES = {
    "attacked": "armed_clash",
    "shelled": "shelling",
    "denied": "statement",
    "raid": "armed_clash",
    "looted": "looting_or_destruction",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mill.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def claims_of(path: Path) -> dict[str, tuple[ResolvedClaim, ...]]:
    resolver, extractor = Resolver.default(), Words(TYPES)
    documents = clusters._documents(read_clusters(path).tellings)
    return {name: resolver.resolve(document, extractor.extract(document)) for name, document in documents.items()}


def events_of(groups: Sequence[Sequence[ResolvedClaim]]) -> list[Event]:
    """Return events that hold the given claims and nothing else."""
    usual = Event(
        id="",
        type="armed_clash",
        modality="happened",
        background=False,
        when=None,
        where=None,
        who=(),
        whom=(),
        means=(),
        figures=(),
        claims=(),
        documents=1,
        outlets=1,
        origins=1,
        disputes=(),
        grade="weak",
        merged_because=(),
    )
    return [
        msgspec.structs.replace(usual, id=content_id("e", number), claims=tuple(claim.id for claim in group))
        for number, group in enumerate(groups)
    ]


def test_claims_are_put_to_happenings_and_speech_and_others_apart(path: Path) -> None:
    claims = claims_of(path)
    found = outcome(read_clusters(path), claims, events_of([[c] for some in claims.values() for c in some]))
    placed = sorted((one.report, one.incident, one.claim.trigger.text) for one in found.placed)
    assert placed == [
        ("mill/one", "mill/bridge", "shelled"),
        ("mill/one", "mill/mill", "attacked"),
        ("mill/two", "mill/mill", "attacked"),
        ("mill/two", "mill/mill", "raid"),
    ]
    assert sorted(stray.claim.trigger.text for stray in found.strays) == ["denied", "looted"]


def test_figures_of_right_and_wrong_events(path: Path) -> None:
    claims = [claim for some in claims_of(path).values() for claim in some]
    mill = [claim for claim in claims if claim.type == "armed_clash"]
    rest = [claim for claim in claims if claim.type != "armed_clash"]
    read = read_clusters(path)
    right = report_of(outcome(read, claims_of(path), events_of([mill, *([claim] for claim in rest)])), "words.v1")
    assert (right.figures["pairs_f1"], right.figures["b_cubed_f1"]) == (1.0, 1.0)
    assert (right.figures["false_merges"], right.figures["missed_merges"]) == (0, 0)
    one = report_of(outcome(read, claims_of(path), events_of([claims])), "words.v1")
    assert (one.figures["pairs_precision"], one.figures["pairs_recall"]) == (0.4, 1.0)
    assert (one.figures["false_merges"], one.figures["false_merges_within_a_cluster"]) == (1, 1)
    none = report_of(outcome(read, claims_of(path), events_of([[claim] for claim in claims])), "words.v1")
    assert (none.figures["pairs_recall"], none.figures["missed_merges"]) == (0.0, 2)
    assert none.figures["claims_on_no_happening"] == 2


def test_a_file_becomes_one_record(path: Path) -> None:
    figures = measure(path, Words(TYPES)).figures
    assert (figures["clusters"], figures["reports"], figures["happenings"]) == (1, 2, 2)
    assert figures["tellings_with_a_claim"] == 1.0


SHIPPED = read_clusters(clusters.SHIPPED)
UNSEEN = read_clusters(clusters.SHIPPED.with_name("clusters-unseen"))


@pytest.mark.parametrize(("files", "least"), [(SHIPPED, 14), (UNSEEN, 12)], ids=["shipped", "unseen"])
def test_the_clusters_are_of_many_wars_and_of_four_to_eight_reports(files: Clusters, least: int) -> None:
    sizes = Counter(telling.cluster for telling in files.tellings)
    assert len(sizes) >= least
    assert 4 <= min(sizes.values()) <= max(sizes.values()) <= 8
    assert all(incident.type in load().event_types for incident in files.incidents.values())


def test_what_the_clusters_that_ship_are_to_show_is_in_them() -> None:
    """Tolls that rival each other, origins behind several reports, and look-alikes in every cluster."""
    rivals = [key for key, incident in SHIPPED.incidents.items() if len({(t.low, t.high) for t in incident.tolls}) > 1]
    assert len(rivals) >= 14
    shared = [one.cluster for one in SHIPPED.tellings if any(o != one.report for o in one.origins.values())]
    assert len(set(shared)) >= 10
    assert min(Counter(key.split("/")[0] for key in SHIPPED.incidents).values()) >= 2


def test_a_change_of_the_clusters_is_noticed() -> None:
    assert clusters.yardstick().count(b"about:") == len({telling.cluster for telling in SHIPPED.tellings})
