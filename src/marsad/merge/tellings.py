"""Claims of one report that tell one happening → one telling, before reports are compared with each other.

"Gunmen attacked a market", "the attack" and "Sunday's massacre" each give one half of what another report gives at
once; put together they can be compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from marsad.merge.comparison import Comparison
from marsad.merge.digest import ClaimDigest
from marsad.merge.grouping import Groups
from marsad.merge.retelling import compare_within, ruled_out_within
from marsad.merge.sharing import Shared
from marsad.merge.space import compare_places
from marsad.model import Figure, Party, Place, Time

FARTHEST = 40
"""Claims between two that may be one; title and lead are compared with all."""
MOST_LEADING = 8
LEAST = 2.5
"""Evidence that every two claims of one telling have: "the shooting" binds no two shootings that are not alike."""
DOUBT = 1.0
"""A claim that fits two happenings of the report which are not one, by less than this apart, is left alone."""
FINEST_FIRST = ("exact", "near", "district", "province", "region", "country")


class Telling(Struct, frozen=True):
    """All that one report says of one happening: ``digest`` sums up ``members``, which ``joins`` put together."""

    digest: ClaimDigest
    members: tuple[ClaimDigest, ...]
    joins: tuple[Comparison, ...] = ()

    @property
    def id(self) -> str:
        """Id of its first claim."""
        return self.digest.claim.id


def find_tellings(digests: Iterable[ClaimDigest], apart: frozenset[frozenset[str]] = frozenset()) -> list[Telling]:
    """Put together the claims of each report; pairs in ``apart`` were judged not to be the same. Sorted by id."""
    by_document: defaultdict[str, list[ClaimDigest]] = defaultdict(list)
    for digest in digests:
        by_document[digest.document.id].append(digest)
    shared = Shared()
    found = [telling for told in by_document.values() for telling in _of_report(told, apart, shared)]
    return sorted(found, key=lambda telling: telling.id)


def _of_report(digests: Sequence[ClaimDigest], apart: frozenset[frozenset[str]], shared: Shared) -> Iterable[Telling]:
    by_id = {digest.claim.id: digest for digest in sorted(digests, key=_place_in_text)}
    groups = Groups(by_id, lambda left, right: compare_within(by_id[left], by_id[right]), apart, least=LEAST)
    groups.join_alike(_without_doubt(by_id))
    for ids in groups.all():
        members = sorted((by_id[id_] for id_ in ids), key=_place_in_text)
        yield Telling(_summed_up(members), tuple(members), tuple(map(shared.comparison, groups.joins[ids[0]])))


def _place_in_text(digest: ClaimDigest) -> tuple[int, str]:
    return digest.claim.trigger.start, digest.claim.id


def _without_doubt(by_id: dict[str, ClaimDigest]) -> list[Comparison]:
    """Return the pairs that are alike, less those of a claim that fits another happening about as well."""
    alike = [pair for pair in _compared(list(by_id.values())) if pair.same]
    partners: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair in alike:
        partners[pair.left].append((pair.evidence, pair.right))
        partners[pair.right].append((pair.evidence, pair.left))

    def doubtful(id_: str, partner: str, evidence: float) -> bool:
        return any(
            strength > evidence - DOUBT and compare_within(by_id[other], by_id[partner]).vetoed
            for strength, other in partners[id_]
            if other != partner
        )

    return [
        pair
        for pair in alike
        if not doubtful(pair.left, pair.right, pair.evidence) and not doubtful(pair.right, pair.left, pair.evidence)
    ]


def _compared(digests: list[ClaimDigest]) -> Iterable[Comparison]:
    leading = [index for index, digest in enumerate(digests) if digest.leading][:MOST_LEADING]
    for later, digest in enumerate(digests):
        near = range(max(0, later - FARTHEST), later)
        for first in sorted({*near, *(index for index in leading if index < later)}):
            if not ruled_out_within(digests[first], digest):
                yield compare_within(digests[first], digest)


def _summed_up(members: Sequence[ClaimDigest]) -> ClaimDigest:
    """Return what the members say together, under the id of the one that comes first by id."""
    if len(members) == 1:
        return members[0]
    first = members[0]
    where, when = _best_placed(members), _best_dated(members)
    told = [member for member in members if member.claim.type == _type(members)]
    claim = replace(
        told[0].claim,
        id=min(member.claim.id for member in members),
        background=when.claim.background if when.own_time else all(member.claim.background for member in members),
        who=_parties(members, "who"),
        whom=_parties(members, "whom"),
        where=where.claim.where,
        when=when.claim.when,
        undated=next((member.claim.undated for member in members if member.claim.undated is not None), None),
        figures=_figures(members),
    )
    return replace(
        told[0],
        claim=claim,
        passages=frozenset().union(*(member.passages for member in members)),
        words=frozenset().union(*(member.words for member in members)),
        names=frozenset().union(*(member.names for member in members)),
        window=when.window,
        who=frozenset().union(*(member.who for member in members)),
        whom=frozenset().union(*(member.whom for member in members)),
        own_place=where.own_place,
        own_time=when.own_time,
        calendar_day=next((member.calendar_day for member in members if member.calendar_day is not None), None),
        types=frozenset().union(*(member.types for member in members)),
        heads=frozenset().union(*(member.heads for member in members)),
        reference=first.reference,
        level=next((member.level for member in members if member.level is not None), None),
        hours=_only(members, "hours"),
        sites=frozenset().union(*(member.sites for member in members)),
        lasting=when.lasting,
        leading=any(member.leading for member in members),
        headline=first.headline,
    )


def _type(members: Sequence[ClaimDigest]) -> str:
    """Type that most members give, "other violence" last, on a tie the first told."""
    counts = Counter(member.claim.type for member in members)
    order = [member.claim.type for member in members]
    return min(counts, key=lambda code: (code == "violence_other", -counts[code], order.index(code)))


def _best_placed(members: Sequence[ClaimDigest]) -> ClaimDigest:
    """Return the member with a place of its own that the most members allow, of these the most precise, else the first.

    Where no two allow each other ("its strike on Saada answered the missile at Jizan") the first told has the place.
    """

    def rank(number: int) -> tuple[bool, bool, int, int, bool, int]:
        member = members[number]
        where: Place | None = member.claim.where
        if where is None:
            return True, True, 0, 0, True, 0
        rivals = sum(compare_places(member, other).veto for other in members)
        order = number if rivals else 0
        return False, not member.own_place, rivals, order, where.lat is None, FINEST_FIRST.index(where.precision)

    return members[min(range(len(members)), key=rank)]


def _best_dated(members: Sequence[ClaimDigest]) -> ClaimDigest:
    """Return the member with the narrowest time of its own, else the first with any."""

    def rank(member: ClaimDigest) -> tuple[bool, bool, int]:
        when: Time | None = member.claim.when
        if when is None:
            return True, member.calendar_day is None, 0
        return False, not member.own_time, (when.end - when.start).days

    return min(members, key=rank)


def _parties(members: Sequence[ClaimDigest], role: str) -> tuple[Party, ...]:
    named: dict[str, Party] = {}
    for member in members:
        for party in getattr(member.claim, role):
            named.setdefault(party.id or party.name.casefold(), party)
    return tuple(named.values())


def _figures(members: Sequence[ClaimDigest]) -> tuple[Figure, ...]:
    """Return each count once; which is part of which is told in the claims themselves."""
    counted: dict[tuple[str, str, int | None, int | None], Figure] = {}
    for member in members:
        for figure in member.claim.figures:
            key = (figure.measure, figure.who_class, figure.low, figure.high)
            counted.setdefault(key, figure)
    return tuple(counted.values())


def _only(members: Sequence[ClaimDigest], field: str) -> frozenset[str]:
    """Return the one value that members give, or none where they give several."""
    given: set[frozenset[str]] = {getattr(member, field) for member in members} - {frozenset()}
    return given.pop() if len(given) == 1 else frozenset()
