"""Where claims are that name no place: where the happening is that they go on with."""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from marsad.model import Claim, Place
from marsad.resolve.places.belonging import REAL, goes_on, is_act, may_belong, nobody_new, speaks_of_known
from marsad.resolve.places.compiling.rows import distance_km
from marsad.resolve.places.discourse import SPOKEN, Discourse
from marsad.resolve.places.names import is_part_of_town

_WAR = re.compile(
    r"\b(?:wars?|insurgency|insurgencies|conflicts?|uprising|rebellion|civil war|hostilities|"
    r"(?:military )?campaign)\b",
    re.IGNORECASE,
)
"""What goes on all over a country and is not where the report's last attack was."""

FEWEST_TOLD = 2
SAME_KM = 25.0
ONE_SCENE_KM, ONE_SCENE_SHARE = 40.0, 2 / 3
"""A report plays in one town where so many of its happenings lie that close to the first, and there are two or more."""

_POINTS = frozenset({"exact", "near"})

Fine = Sequence[tuple[Claim, Place]]
"""The claims whose place within a country is known, in the order of their sentences."""


def continued(claims: Sequence[Claim], told: Sequence[Place | None], discourse: Discourse) -> tuple[Place | None, ...]:
    """Return the places of a document's claims; ``told`` are those that their own words give."""
    fine = _fine(claims, told, discourse)
    places = list(told)
    scene = _scene(fine)
    for position in sorted(range(len(claims)), key=lambda number: claims[number].trigger.start):
        claim = claims[position]
        if places[position] is None and claim.type not in SPOKEN:
            place = _gone_on(claim, fine, discourse)
            if place is not None:
                fine = sorted([*fine, (claim, place)], key=lambda pair: pair[0].trigger.start)
            places[position] = place or _of_report(claim, fine, scene, discourse)
    return tuple(places)


def _of_report(claim: Claim, fine: Fine, scene: Place | None, discourse: Discourse) -> Place | None:
    """Return the place of a claim that goes on with no other: the report's, where it is of the report's story."""
    if _WAR.search(claim.trigger.text):
        return discourse.country()
    left = None if discourse.in_title(claim) else discourse.country_in_sentence(claim)
    if not is_act(claim) or discourse.names_unplaced(claim):
        return left
    if left is not None or not (
        discourse.in_title(claim) or may_belong(claim, discourse.text, leads=discourse.leads(claim))
    ):
        return left
    if _opens(claim, fine, discourse) or speaks_of_known(claim, discourse.text):
        return _main(claim, fine, discourse) or discourse.lead() or discourse.afar()
    return _amid(claim, fine, scene)


def _opens(claim: Claim, fine: Fine, discourse: Discourse) -> bool:
    """Say whether a claim stands in the headline or lead, and no other happening was told before it in the body."""
    return discourse.leads(claim) and all(
        other.trigger.start > claim.trigger.start or other.sentence == claim.sentence or discourse.in_title(other)
        for other, _ in fine
    )


def _amid(claim: Claim, fine: Fine, scene: Place | None) -> Place | None:
    """Return the place of which the report tells right before and after a claim, or of which it tells alone."""
    behind = bisect_left(fine, claim.trigger.start, key=lambda pair: pair[0].trigger.start)
    last = fine[behind - 1][1] if behind else None
    following = fine[behind][1] if behind < len(fine) else None
    if last is None:
        return None
    if following is not None and last.precision in _POINTS and _away(last, following) <= SAME_KM:
        return _because(last, "the text before and after it is about it")
    if scene is not None and _away(last, scene) <= ONE_SCENE_KM:
        return _because(scene, "the report tells of little else")
    return None


def _scene(fine: Fine) -> Place | None:
    """Return the place where a report plays that tells of hardly anything but one town and its surroundings."""
    scene = fine[0][1] if fine else None
    here = [place for _, place in fine if scene and place.precision in _POINTS and _away(place, scene) <= ONE_SCENE_KM]
    return here[0] if len(here) >= max(FEWEST_TOLD, ONE_SCENE_SHARE * len(fine)) else None


def _away(place: Place, other: Place) -> float:
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return math.inf
    return distance_km(place.lat, place.lon, other.lat, other.lon)


def _gone_on(claim: Claim, fine: Fine, discourse: Discourse) -> Place | None:
    """Return the place of the last happening told in this paragraph or the one before, or a later place there.

    What the claim does not go on with hides all that stands before it.
    """
    if discourse.in_title(claim) or discourse.names_unplaced(claim) or not may_belong(claim, discourse.text):
        return None
    if _WAR.search(claim.trigger.text) or discourse.country_in_sentence(claim) is not None:
        return None
    named = discourse.before(claim)
    start = discourse.two_paragraphs(claim)
    before = [pair for pair in fine if start <= pair[0].trigger.start < claim.trigger.start]
    last = before[-1][0].sentence.end if before else 0
    if named is not None and named.mention is not None and named.mention.start >= last:
        return named if nobody_new(claim) or speaks_of_known(claim, discourse.text) else None
    if not before or not goes_on(claim, before[-1][0], discourse.text):
        return None
    place = before[-1][1]
    return _because(place, "the text before the sentence is about it")


def _main(claim: Claim, fine: Fine, discourse: Discourse) -> Place | None:
    """Return the place of the report's main happening: the first in its headline or lead, of the same type first."""
    leading = list(takewhile(lambda pair: discourse.leads(pair[0]), fine))
    same = next((place for other, place in leading if other.type == claim.type), None)
    place = same or next((place for _, place in leading), None)
    return None if place is None else _because(place, "there is the report's main happening")


def _because(place: Place, why: str) -> Place:
    """Return a place with the reason why it is taken, said once however often it is carried on."""
    return place if place.basis.endswith(why) else replace(place, basis=f"{place.basis}; {why}")


def _fine(claims: Sequence[Claim], told: Sequence[Place | None], discourse: Discourse) -> Fine:
    found = [
        (claim, place)
        for claim, place in zip(claims, told, strict=True)
        if place is not None and place.lat is not None and place.precision != "country"
        if claim.type not in SPOKEN and claim.modality in REAL
        if not (_is_site(place) if place.id is None else discourse.is_long(place))
    ]
    return sorted(found, key=lambda pair: pair[0].trigger.start)


def _is_site(place: Place) -> bool:
    return is_part_of_town(place.name) or (place.mention is not None and is_part_of_town(place.mention.text))
