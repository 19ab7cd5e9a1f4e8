"""Fields of an event from its claims: for each the value, the claims for it and those against it.

What most origins say is taken, not what most reports do: ten papers that print one agency's text are one voice.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from itertools import combinations
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from marsad.merge.denials import is_denial, own_denials
from marsad.merge.digest import calendar_day
from marsad.merge.parties import related
from marsad.merge.space import POINTS, SLACK_KM, kilometres
from marsad.merge.vagueness import specific_types
from marsad.merge.voices import Voices
from marsad.model import EventMeans, EventParty, EventPlace, EventTime, Party, Place, ResolvedClaim, Time
from marsad.ontology import load

T = TypeVar("T")
Claims = Sequence[ResolvedClaim]
"""Claims of one event, sorted by id."""
Origins = Mapping[str, str]
"""The origin of each claim by the claim's id."""
Speaker = tuple[str, str]
"""A report and an origin that speaks in it."""

SAME_POINT_KM = 1.0
"""Spots that no map knows are pinned on the town that they lie in, so near to its own point."""
FINEST_FIRST = ("exact", "near", "district", "province", "region", "country")


class _Chosen(Struct, Generic[T], frozen=True):
    """The value that speaks for all, the claim that states it first among those for it, and those against it."""

    value: T
    for_: tuple[str, ...]
    against: tuple[str, ...]


def _choose(
    stated: Sequence[tuple[str, T]],
    agree: Callable[[T, T], bool],
    rank: Callable[[T], object],
    origin_of: Origins,
    of: Container[T] | None = None,
) -> _Chosen[T] | None:
    """Choose the value that most origins agree with, of some if these are given.

    On a tie it is the first by rank, then by the claim's id.
    """
    if not stated:
        return None

    def order(pair: tuple[str, T]) -> tuple[int, object, str]:
        behind = {origin_of[claim] for claim, other in stated if agree(pair[1], other)}
        return -len(behind), rank(pair[1]), pair[0]

    firsts = {value: (claim, value) for claim, value in reversed(stated) if of is None or value in of}
    first, value = min(firsts.values(), key=order)
    others = [(claim, other) for claim, other in stated if claim != first]
    for_ = (first, *(claim for claim, other in others if agree(value, other)))
    return _Chosen(value, for_, tuple(claim for claim, other in others if not agree(value, other)))


def most_stated(claims: Claims, field: str, origin_of: Origins, order: Sequence[str]) -> str:
    """Return the code that most origins give for a field; on a tie the first in the given order."""
    origins: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        origins[getattr(claim, field)].add(origin_of[claim.id])
    return min(origins, key=lambda code: (-len(origins[code]), order.index(code)))


def merge_type(claims: Claims, origin_of: Origins) -> str:
    """Type that most origins give, of those that say more than "violence".

    On a tie it is that of most claims, then the first in the ontology's order.
    """
    telling = specific_types({claim.type for claim in claims})
    stated = Counter(claim.type for claim in claims if claim.type in telling)
    order = sorted(load().event_types, key=lambda code: -stated[code])
    return most_stated([claim for claim in claims if claim.type in telling], "type", origin_of, order)


def merge_modality(claims: Claims, voices: Voices) -> str:
    """Modality that most origins give; on a tie in the ontology's order, in which "happened" comes first.

    Who denies having done what others tell of does not say that it was not.
    """
    own = {denial.claim for denial in own_denials(claims, voices)}
    bearing = [claim for claim in claims if claim.id not in own] or claims
    origin_of = {claim.id: voices[claim.id].origin for claim in bearing}
    return most_stated(bearing, "modality", origin_of, list(load().modalities))


def merge_time(claims: Claims, origin_of: Origins) -> EventTime | None:
    """Time that most origins allow, the narrowest of these; words that give its day without a year speak for it too."""
    stated = [(claim.id, claim.when) for claim in claims if claim.when is not None]
    chosen = _choose(stated, times_meet, lambda time: time.end - time.start, origin_of)
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


def times_meet(left: Time | EventTime, right: Time | EventTime) -> bool:
    """Say whether some day lies in both."""
    return left.start <= right.end and right.start <= left.end


def merge_place(claims: Claims, origin_of: Origins) -> EventPlace | None:
    """Place that most origins allow, of those that hold no other: a village over its province, a quarter over its town.

    Where the finest that are told exclude each other and have equally many behind them, what holds both is taken.
    """
    stated = [(claim.id, claim.where) for claim in claims if claim.where is not None]
    told = list({replace(where, mention=None, basis=""): where for _, where in reversed(stated)}.values())
    finest = [where for where in told if not any(place_holds(where, other) for other in told)]
    behind = {where: _supporters(where, stated, origin_of) for where in finest}
    leading = [where for where in finest if behind[where] == max(behind.values())]
    if not all(places_meet(one, other) for one in leading for other in leading):
        leading = [where for where in told if all(place_holds(where, one) for one in leading)] or leading
    chosen = _choose(stated, places_meet, _fineness, origin_of, leading)
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


def _supporters(where: Place, stated: Sequence[tuple[str, Place]], origin_of: Origins) -> int:
    return len({origin_of[claim] for claim, other in stated if places_meet(where, other)})


def _fineness(where: Place) -> tuple[bool, int, float, bool]:
    """Rank places by how closely they say where it was; a spot that is on no map is finer than what it lies in."""
    grade = 0 if where.precision in POINTS else FINEST_FIRST.index(where.precision)
    return where.lat is None, grade, where.radius_km or 0, where.id is not None


def place_holds(area: Place, place: Place) -> bool:
    """Say whether the second place lies within the first one and says more."""
    if not places_meet(area, place) or _fineness(place) >= _fineness(area):
        return False
    distance = kilometres(area, place)
    if _is_within(place, area) or distance is None:
        return distance is not None or place.lat is not None
    if area.precision in POINTS and place.precision in POINTS:
        within = area.precision == "exact" and distance + (place.radius_km or 0) <= (area.radius_km or 0)
        return within or distance < SAME_POINT_KM
    return distance <= (area.radius_km or 0)


def places_meet(left: Place, right: Place) -> bool:
    """Say whether some point may lie in both: within both radii, or in the province or country that one of them is."""
    if left.country is not None and right.country is not None and left.country != right.country:
        return False
    distance = kilometres(left, right)
    if distance is None:
        return left.name.casefold() == right.name.casefold() or _is_within(left, right) or _is_within(right, left)
    near = distance <= (left.radius_km or 0) + (right.radius_km or 0) + SLACK_KM
    return near or _is_within(left, right) or _is_within(right, left)


def places_rival(left: Place, right: Place) -> bool:
    """Say whether two reports cannot both be right; that two places have one name is the map's doing, not theirs."""
    return not places_meet(left, right) and left.name.casefold() != right.name.casefold()


def _is_within(place: Place, area: Place) -> bool:
    """Say whether the area is the country or the province of the place, however far its middle lies."""
    if area.precision == "country":
        return area.country is not None and area.country == place.country
    return area.precision == "province" and area.admin1 is not None and area.admin1 == place.admin1


def merge_parties(claims: Claims, role: str, origin_of: Origins) -> tuple[EventParty, ...]:
    """Everyone named in a role, those that most origins name first; all descriptions are kept.

    Against a party speak the claims that name only known parties which have nothing to do with it, and those that deny
    that it was the one, unless nobody says that it was.
    """
    denials = [claim for claim in claims if role == "who" and is_denial(claim)]
    told = [claim for claim in claims if role != "who" or not is_denial(claim)] or claims
    named: defaultdict[str, list[tuple[str, Party]]] = defaultdict(list)
    beside: defaultdict[Speaker, set[str]] = defaultdict(set)
    for claim in told:
        for party in getattr(claim, role):
            named[party_key(party)].append((claim.id, party))
            beside[claim.document, origin_of[claim.id]].add(party_key(party))
    together = {frozenset(pair) for keys in beside.values() for pair in combinations(keys, 2)}
    parties_of = {claim.id: getattr(claim, role) for claim in told}
    denied = {claim.id: claim.who for claim in denials if claim.id not in parties_of}
    merged = [_merge_party(stated, parties_of, denied, together) for stated in named.values()]

    def order(party: EventParty) -> tuple[int, int, str]:
        return -len({origin_of[claim] for claim in party.for_}), -len(party.for_), party.name

    return tuple(sorted(merged, key=order))


def party_key(party: Party | EventParty) -> str:
    """Return what makes two mentions one party: the id, else the words."""
    return party.id or party.name.casefold()


def _merge_party(
    stated: Sequence[tuple[str, Party]],
    parties_of: Mapping[str, tuple[Party, ...]],
    denied: Mapping[str, tuple[Party, ...]],
    together: Container[frozenset[str]],
) -> EventParty:
    party = stated[0][1]

    def excluded(other: Party) -> bool:
        return rivals(party, other) and frozenset((party_key(party), party_key(other))) not in together

    instead = [claim for claim, others in parties_of.items() if others and all(map(excluded, others))]
    not_it = [claim for claim, others in denied.items() if any(party_key(party) == party_key(o) for o in others)]
    for_ = tuple(dict.fromkeys(claim for claim, _ in stated))
    private = any(other.private for _, other in stated)
    return EventParty(party.name, party.id, party.mention, for_, (*instead, *not_it), private)


def rivals(party: Party | EventParty, other: Party | EventParty) -> bool:
    """Say whether two known parties have nothing to do with each other."""
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
