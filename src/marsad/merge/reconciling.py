"""Fields of an event from its claims: for each the value, the claims for it and those against it."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from marsad.merge.digest import calendar_day
from marsad.merge.parties import related
from marsad.merge.space import SLACK_KM, kilometres
from marsad.model import EventMeans, EventParty, EventPlace, EventTime, Party, Place, ResolvedClaim, Time
from marsad.ontology import load

T = TypeVar("T")
Claims = Sequence[ResolvedClaim]
"""Claims of one event, sorted by id."""

FINEST_FIRST = ("exact", "near", "district", "province", "region", "country")


class _Chosen(Struct, Generic[T], frozen=True):
    """The value that speaks for all, the claim that states it first among those for it, and those against it."""

    value: T
    for_: tuple[str, ...]
    against: tuple[str, ...]


def _choose(
    stated: Sequence[tuple[str, T]], agree: Callable[[T, T], bool], rank: Callable[[T], object]
) -> _Chosen[T] | None:
    """Choose the value that most claims agree with; on a tie the first by rank, then by the claim's id."""
    if not stated:
        return None

    def order(pair: tuple[str, T]) -> tuple[int, object, str]:
        return -sum(agree(pair[1], other) for _, other in stated), rank(pair[1]), pair[0]

    first, value = min(stated, key=order)
    others = [(claim, other) for claim, other in stated if claim != first]
    for_ = (first, *(claim for claim, other in others if agree(value, other)))
    return _Chosen(value, for_, tuple(claim for claim, other in others if not agree(value, other)))


def most_stated(claims: Claims, field: str, origin_of: Mapping[str, str], order: Sequence[str]) -> str:
    """Return the code that most origins give for a field; on a tie the first in the given order."""
    origins: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        origins[getattr(claim, field)].add(origin_of[claim.id])
    return min(origins, key=lambda code: (-len(origins[code]), order.index(code)))


def merge_type(claims: Claims, origin_of: Mapping[str, str]) -> str:
    """Type that most origins give; on a tie in the ontology's order, "other violence" last."""
    order = sorted(load().event_types, key=lambda code: code == "violence_other")
    return most_stated(claims, "type", origin_of, order)


def merge_modality(claims: Claims, origin_of: Mapping[str, str]) -> str:
    """Modality that most origins give; on a tie in the ontology's order, in which "happened" comes first."""
    return most_stated(claims, "modality", origin_of, list(load().modalities))


def merge_time(claims: Claims) -> EventTime | None:
    """Time that most claims allow, the narrowest of these; words that give its day without a year speak for it too."""
    stated = [(claim.id, claim.when) for claim in claims if claim.when is not None]
    chosen = _choose(stated, _meet, lambda time: time.end - time.start)
    if chosen is None:
        return None
    time = chosen.value
    yearless = [claim for claim in claims if claim.when is None and _is_day_of(claim, time)]
    for_ = (*chosen.for_, *(claim.id for claim in yearless))
    words = sorted({claim.undated.text for claim in yearless if claim.undated is not None})
    basis = "; ".join(
        (time.basis, *(f"“{day}” without a year in another report is taken for that day" for day in words))
    )
    return EventTime(time.start, time.end, time.precision, time.mention, basis, for_, chosen.against)


def _is_day_of(claim: ResolvedClaim, time: Time) -> bool:
    return time.start == time.end and calendar_day(claim) == (time.start.month, time.start.day)


def _meet(left: Time, right: Time) -> bool:
    return left.start <= right.end and right.start <= left.end


def merge_place(claims: Claims) -> EventPlace | None:
    """Place that most claims allow, the most precise of these."""
    stated = [(claim.id, claim.where) for claim in claims if claim.where is not None]
    chosen = _choose(stated, _one_place, lambda place: (place.lat is None, FINEST_FIRST.index(place.precision)))
    if chosen is None:
        return None
    place = chosen.value
    return EventPlace(
        place.name,
        place.id,
        place.lat,
        place.lon,
        place.radius_km,
        place.precision,
        place.country,
        place.admin1,
        place.mention,
        place.basis,
        chosen.for_,
        chosen.against,
    )


def _one_place(left: Place, right: Place) -> bool:
    distance = kilometres(left, right)
    if distance is None:
        return left.name.casefold() == right.name.casefold()
    return distance <= (left.radius_km or 0) + (right.radius_km or 0) + SLACK_KM


def merge_parties(claims: Claims, role: str) -> tuple[EventParty, ...]:
    """Everyone named in a role, those that most claims name first; all descriptions are kept.

    Against a party speak the claims that name only known parties which have nothing to do with it.
    """
    named: defaultdict[str, list[tuple[str, Party]]] = defaultdict(list)
    parties_of = {claim.id: getattr(claim, role) for claim in claims}
    for claim, parties in parties_of.items():
        for party in parties:
            named[party.id or party.name.casefold()].append((claim, party))
    merged = [_merge_party(stated, parties_of) for stated in named.values()]
    return tuple(sorted(merged, key=lambda party: (-len(party.for_), party.name)))


def _merge_party(stated: list[tuple[str, Party]], parties_of: Mapping[str, tuple[Party, ...]]) -> EventParty:
    party = stated[0][1]
    against = [claim for claim, others in parties_of.items() if others and all(_rival(party, o) for o in others)]
    for_ = tuple(dict.fromkeys(claim for claim, _ in stated))
    private = any(other.private for _, other in stated)
    return EventParty(party.name, party.id, party.mention, for_, tuple(against), private)


def _rival(party: Party, other: Party) -> bool:
    return party.id is not None and other.id is not None and not related(party.id, other.id)


def merge_means(claims: Claims) -> tuple[EventMeans, ...]:
    """Everything that is named as means, sorted by its words."""
    named: defaultdict[str, list[tuple[str, EventMeans]]] = defaultdict(list)
    for claim in claims:
        for means in claim.means:
            row = EventMeans(means.text, means.mention, (), ())
            named[means.text.casefold()].append((claim.id, row))
    return tuple(
        EventMeans(rows[0][1].text, rows[0][1].mention, tuple(dict.fromkeys(claim for claim, _ in rows)), ())
        for _, rows in sorted(named.items())
    )
