"""Fit the weights of merging (src/marsad/merge/data/weights.json) to reports of which it is known what is one.

    python -m tools.learn_weights OUT.json [DOCUMENTS.json | CLUSTERS_FOLDER ...]

Reads the clusters that ship, the pairs of tests/merge/data/look_alikes.yaml that must stay apart, and files of whole
reports (the format of ``python -m evaluation documents``) or folders of further clusters. Each pair of tellings of two
reports that nothing rules out is a row: the cases that the comparison finds, and whether both tell one happening. The
log odds of the cases are fitted with a normal prior about ``weights_by_reason.json``, and each keeps the sign that
reason gives it.
"""

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.optimize import minimize

from evaluation.cluster_files import read_clusters
from evaluation.clusters import SHIPPED
from evaluation.documents import GoldFile, GoldReport, outcome_of
from marsad import reading
from marsad.extract import default_extractor
from marsad.merge.archive import Archive
from marsad.merge.comparison import compare, ruled_out
from marsad.merge.digest import digest_claim, digest_document
from marsad.merge.stories import story_of
from marsad.merge.tellings import Telling, find_tellings
from marsad.merge.weights import Weights
from marsad.model import Document, ResolvedClaim
from marsad.ontology import load
from marsad.resolve import Resolver

PRECISION = 10.0
"""How firmly the weights set by reason hold: as if each had been seen in a handful of pairs."""
PRIOR = -4.5
"""Log odds that two tellings which meet are one, before anything is compared."""
OTHER_CLUSTER = 0.3
"""What a pair of two clusters counts: they are many, and far easier to tell apart than those of one."""
CAUTION = 0.55
"""Taken from the log odds of every pair, since two events in one row do more harm than one in two."""

LOOK_ALIKE = 5.0
"""What a pair of look-alikes counts."""
LOOK_ALIKES = Path(__file__).parents[1] / "tests" / "merge" / "data" / "look_alikes.yaml"

Read = tuple[Document, tuple[ResolvedClaim, ...]]
"""A report and its claims."""
Row = tuple[Mapping[str, float], bool, float]
"""How much of each case there is, whether the two are one, and what the pair counts."""
Vector = NDArray[np.float64]


def rows(golds: Mapping[str, GoldReport], documents: Iterable[Document]) -> Iterator[Row]:
    """Yield the pairs of tellings that are put to a happening and not ruled out."""
    read = [*_resolved(documents)]
    incident = {id_: one for document, claims in read for id_, one in _incidents(golds, document, claims)}
    tellings, archive = _tellings(read)
    told = [(telling, whose) for telling in tellings if (whose := _incident(telling, incident))]
    for (left, one), (right, two) in combinations(told, 2):
        cases = _cases(left, right, archive)
        if cases is not None:
            yield cases, one == two, 1.0 if _cluster(one) == _cluster(two) else OTHER_CLUSTER


def look_alikes(path: Path) -> Iterator[Row]:
    """Yield the pairs of tellings of each two reports that tell nothing in common."""
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))["apart"]):
        told = [
            {"id": f"{number}-{side}", "text": case[side][1], "outlet": side.title(), "published": str(case[side][0])}
            for side in ("left", "right")
        ]
        tellings, archive = _tellings([*_resolved(_read(msgspec.json.encode(one) + b"\n" for one in told))])
        for left, right in combinations(tellings, 2):
            cases = _cases(left, right, archive)
            if cases is not None:
                yield cases, False, LOOK_ALIKE


def _resolved(documents: Iterable[Document]) -> Iterator[Read]:
    resolver, extractor = Resolver.default(), default_extractor()
    for document in documents:
        yield document, tuple(resolver.resolve(document, extractor.extract(document)))


def _incidents(
    golds: Mapping[str, GoldReport], document: Document, claims: Iterable[ResolvedClaim]
) -> Iterator[tuple[str, str]]:
    """Yield of which incident each claim tells; a saying, which names what it speaks of as well, is none."""
    name, types = document.path.split("#", 1)[1], load().event_types
    for told in outcome_of(name, golds[name], tuple(claims)).told:
        speaks = types[told.happening.type].family == "speech"
        for claim in told.claims:
            if speaks == (types[claim.type].family == "speech"):
                yield claim.id, told.happening.incident or f"{name}#{told.happening.id}"


def _tellings(read: Iterable[Read]) -> tuple[list[Telling], Archive]:
    digests, stories = [], []
    for document, claims in read:
        digest = digest_document(document, claims)
        digests += [digest_claim(claim, document, digest) for claim in claims]
        stories.append(story_of(document))
    return find_tellings(digests), Archive.of(stories, digests)


def _cases(left: Telling, right: Telling, archive: Archive) -> Mapping[str, float] | None:
    """Return how much of each case two tellings of two reports have; None where something rules them out."""
    if left.digest.document.id == right.digest.document.id or ruled_out(left.digest, right.digest):
        return None
    found = compare(left.digest, right.digest, archive)
    cases: defaultdict[str, float] = defaultdict(float)
    for finding in found.findings:
        cases[finding.code] += finding.amount
    return None if found.vetoed else cases


def _incident(telling: Telling, incident: Mapping[str, str]) -> str | None:
    """Return what most of the claims tell of."""
    told = Counter(incident[member.claim.id] for member in telling.members if member.claim.id in incident)
    return told.most_common(1)[0][0] if told else None


def _cluster(incident: str) -> str:
    return incident.split("/", maxsplit=1)[0].split(".", maxsplit=1)[0]


def fit(learned: list[Row], reason: Mapping[str, float]) -> Weights:
    """Return the weights most likely under the rows and the prior."""
    cases = sorted({case for row in learned for case in row[0] if case} | reason.keys())
    amounts = np.array([[row[0].get(case, 0.0) for case in cases] for row in learned])
    same, counts = np.array([row[1] for row in learned], float), np.array([row[2] for row in learned])
    start = np.array([*(reason.get(case, 0.0) for case in cases), PRIOR])

    def loss(weights: Vector) -> tuple[float, Vector]:
        odds = amounts @ weights[:-1] + weights[-1]
        off, wrong = weights - start, counts * (1 / (1 + np.exp(-odds)) - same)
        firm = np.array([*([PRECISION] * len(cases)), 0.1])
        total = float((counts * (np.logaddexp(0, odds) - same * odds)).sum() + (firm * off**2).sum() / 2)
        return total, np.append(amounts.T @ wrong, wrong.sum()) + firm * off

    bounds = [*(_bounds(reason.get(case, 0.0)) for case in cases), (None, None)]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    told = {case: round(float(weight), 2) for case, weight in zip(cases, found[:-1], strict=True)}
    made = f"fitted to {len(learned)} pairs, {int(same.sum())} of them one, by tools/learn_weights.py"
    return Weights(made, round(float(found[-1]) - CAUTION, 2), told)


def _bounds(reason: float) -> tuple[float, float]:
    """Keep the sign that reason gives; what is clearly against two being one stays so whatever few pairs show."""
    if reason == 0:
        return -0.7, 0.7
    least = 1.0 if reason <= -1 else 0.3
    return min(3 * reason, least * reason), max(3 * reason, least * reason)


def _read(lines: Iterable[bytes]) -> list[Document]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_bytes(b"".join(lines))
        return [reading.read(raw) for raw in reading.find([path])]


def _of_clusters(path: Path) -> Iterator[Row]:
    tellings = read_clusters(path).tellings
    return rows({telling.name: telling.gold for telling in tellings}, _read(one.line for one in tellings))


def _of_file(path: Path) -> Iterator[Row]:
    golds = {
        name.replace("/", "__"): gold
        for name, gold in msgspec.json.decode(path.read_bytes(), type=GoldFile).docs.items()
    }
    told = (
        {"id": name, "text": gold.text, "outlet": gold.outlet, "published": gold.published}
        for name, gold in golds.items()
    )
    return rows(golds, _read(msgspec.json.encode(one) + b"\n" for one in told))


def main(out: Path, files: Iterable[Path]) -> None:
    """Learn from the clusters that ship, the look-alikes and the files, and write the weights."""
    learned = [*_of_clusters(SHIPPED), *look_alikes(LOOK_ALIKES)]
    for file in files:
        learned += _of_clusters(file) if file.is_dir() else _of_file(file)
    reason = msgspec.json.decode(Path(__file__).with_name("weights_by_reason.json").read_bytes(), type=dict[str, float])
    out.write_bytes(msgspec.json.format(msgspec.json.encode(fit(learned, reason)), indent=1) + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), map(Path, sys.argv[2:]))
