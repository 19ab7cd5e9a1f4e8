"""Fit the weights of merging (src/marsad/merge/data/weights.json) to reports of which it is known what is one.

    python -m tools.learn_weights OUT.json [DOCUMENTS.json ...]

Reads the clusters that ship and files of whole reports (the format of ``python -m evaluation documents``). Each pair of
tellings of two reports that nothing rules out is a row: the cases that the comparison finds, and whether both tell one
happening. The log odds of the cases are fitted with a normal prior about ``weights_by_reason.json``, and each keeps the
sign that reason gives it. The weights that ship were fitted in the same way, with the pairs of
tests/merge/data/look_alikes.yaml that must stay apart among the rows; those tests show whether an outcome may ship.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
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
from marsad.resolve import Resolver

PRECISION = 8.0
"""How firmly the weights set by reason hold: as if each had been seen in a handful of pairs."""
PRIOR = -4.5
"""Log odds that two tellings which meet are one, before anything is compared."""
OTHER_CLUSTER = 0.3
"""What a pair of two clusters counts: they are many, and far easier to tell apart than those of one."""
CAUTION = 0.45
"""Taken from the log odds of every pair, since two events in one row do more harm than one in two."""

Row = tuple[Mapping[str, float], bool, float]
"""How much of each case there is, whether the two are one, and what the pair counts."""
Vector = NDArray[np.float64]


def rows(golds: Mapping[str, GoldReport], documents: Iterable[Document]) -> Iterator[Row]:
    """Yield the pairs of tellings that are put to a happening and not ruled out."""
    incident: dict[str, str] = {}
    digests, stories = [], []
    resolver, extractor = Resolver.default(), default_extractor()
    for document in documents:
        name = document.path.split("#", 1)[1]
        claims: tuple[ResolvedClaim, ...] = resolver.resolve(document, extractor.extract(document))
        for told in outcome_of(name, golds[name], claims).told:
            one = told.happening.incident or f"{name}#{told.happening.id}"
            incident |= {claim.id: one for claim in told.claims}
        digest = digest_document(document, claims)
        digests += [digest_claim(claim, document, digest) for claim in claims]
        stories.append(story_of(document))
    archive = Archive.of(stories, digests)
    tellings = [(telling, whose) for telling in find_tellings(digests) if (whose := _incident(telling, incident))]
    for (left, one), (right, two) in combinations(tellings, 2):
        if left.digest.document.id != right.digest.document.id and not ruled_out(left.digest, right.digest):
            found = compare(left.digest, right.digest, archive)
            if not found.vetoed:
                cases: Counter[str] = Counter()
                for finding in found.findings:
                    cases[finding.code] += finding.amount  # type: ignore[assignment]
                yield cases, one == two, 1.0 if _cluster(one) == _cluster(two) else OTHER_CLUSTER


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
    least = 0.8 if reason <= -1 else 0.3
    return min(3 * reason, least * reason), max(3 * reason, least * reason)


def _read(lines: Iterable[bytes]) -> list[Document]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_bytes(b"".join(lines))
        return [reading.read(raw) for raw in reading.find([path])]


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
    """Learn from the clusters that ship and the files, and write the weights."""
    tellings = read_clusters(SHIPPED).tellings
    learned = [*rows({telling.name: telling.gold for telling in tellings}, _read(one.line for one in tellings))]
    for file in files:
        learned += _of_file(file)
    reason = msgspec.json.decode(Path(__file__).with_name("weights_by_reason.json").read_bytes(), type=dict[str, float])
    out.write_bytes(msgspec.json.format(msgspec.json.encode(fit(learned, reason)), indent=1) + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), map(Path, sys.argv[2:]))
