"""Claims that several documents make in the same words, folded before anything is compared.

A text that two hundred papers print would else be compared with itself twenty thousand times. What is folded says the
same in every field that a comparison looks at, so that comparing one of them stands for all.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable

from marsad.merge.digest import ClaimDigest
from marsad.model import Figure, Place, Time


def fold(digests: Iterable[ClaimDigest], alone: Collection[str]) -> tuple[tuple[ClaimDigest, ...], ...]:
    """Group claims of different documents that tell the same in the same sentence, each group by the claims' ids.

    Claims whose ids are in ``alone`` stay by themselves, and so do those whose sentence is too short to be telling.
    """
    groups: defaultdict[Hashable, list[ClaimDigest]] = defaultdict(list)
    told: Counter[Hashable] = Counter()
    for digest in sorted(digests, key=lambda digest: digest.claim.id):
        id_ = digest.claim.id
        if digest.passage is None or id_ in alone:
            groups[id_].append(digest)
            continue
        testimony = _testimony(digest)
        again = (digest.document.id, testimony)
        groups[testimony, told[again]].append(digest)
        told[again] += 1
    return tuple(map(tuple, groups.values()))


def _testimony(digest: ClaimDigest) -> Hashable:
    claim = digest.claim
    return (
        digest.passage,
        claim.trigger.start - claim.sentence.start,
        claim.trigger.text,
        claim.type,
        claim.modality,
        claim.background,
        _time(claim.when),
        _place(claim.where),
        tuple(map(_figure, claim.figures)),
        digest.who,
        digest.whom,
        digest.words,
        digest.window,
        digest.calendar_day,
        digest.own_place,
        digest.own_time,
        digest.document.published,
    )


def _time(when: Time | None) -> Hashable:
    return None if when is None else (when.start, when.end, when.precision)


def _place(where: Place | None) -> Hashable:
    return None if where is None else (where.id, where.name, where.lat, where.lon, where.radius_km, where.precision)


def _figure(figure: Figure) -> Hashable:
    return figure.measure, figure.who_class, figure.low, figure.high
