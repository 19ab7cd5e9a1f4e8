"""Claims that several documents make in the same words, folded before anything is compared.

A text that two hundred papers print would else be compared with itself twenty thousand times. What is folded says the
same in every field that a comparison looks at, so that comparing one of them stands for all.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable

from marsad.merge.digest import ClaimDigest
from marsad.merge.tellings import Telling
from marsad.model import Figure, Place, Time


def fold(tellings: Iterable[Telling], alone: Collection[str]) -> tuple[tuple[Telling, ...], ...]:
    """Group tellings of different documents that tell the same in the same sentences, each group by the tellings' ids.

    Tellings of claims whose ids are in ``alone`` stay by themselves, and so do those of which a sentence is too short
    to be telling.
    """
    groups: defaultdict[Hashable, list[Telling]] = defaultdict(list)
    told: Counter[Hashable] = Counter()
    for telling in sorted(tellings, key=lambda telling: telling.id):
        if not all(member.passages and member.claim.id not in alone for member in telling.members):
            groups[telling.id].append(telling)
            continue
        testimony = tuple(map(_testimony, telling.members))
        again = (telling.digest.document.id, testimony)
        groups[testimony, told[again]].append(telling)
        told[again] += 1
    return tuple(map(tuple, groups.values()))


def _testimony(digest: ClaimDigest) -> Hashable:
    claim = digest.claim
    return (
        digest.passages,
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
        digest.names,
        digest.window,
        digest.calendar_day,
        digest.own_place,
        digest.own_time,
        digest.leading,
        digest.document.published,
    )


def _time(when: Time | None) -> Hashable:
    return None if when is None else (when.start, when.end, when.precision)


def _place(where: Place | None) -> Hashable:
    return None if where is None else (where.id, where.name, where.lat, where.lon, where.radius_km, where.precision)


def _figure(figure: Figure) -> Hashable:
    return figure.measure, figure.who_class, figure.low, figure.high
