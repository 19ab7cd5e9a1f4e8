"""Where claims are that name no place: where the report's story is at that point."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from marsad.model import Claim, Place
from marsad.resolve.places.discourse import SPOKEN, Discourse
from marsad.resolve.places.names import is_part_of_town

_WAR = re.compile(
    r"\b(?:wars?|insurgency|insurgencies|conflicts?|uprising|rebellion|civil war|hostilities)\b", re.IGNORECASE
)
"""What goes on all over a country and is not where the report's last attack was."""

Fine = Sequence[tuple[Claim, Place]]
"""The claims whose own words give a place within a country, in the order of their sentences."""


def continued(claims: Sequence[Claim], told: Sequence[Place | None], discourse: Discourse) -> tuple[Place | None, ...]:
    """Return the places of a document's claims; ``told`` are those that their own words give."""
    fine = _fine(claims, told, discourse)
    return tuple(
        place if place is not None or claim.type in SPOKEN else _place(claim, fine, discourse)
        for claim, place in zip(claims, told, strict=True)
    )


def _place(claim: Claim, fine: Fine, discourse: Discourse) -> Place | None:
    if _WAR.search(claim.trigger.text):
        return discourse.country()
    if discourse.in_title(claim):
        return _main(claim, fine, discourse) or discourse.lead() or discourse.afar()
    return (
        discourse.country_in_sentence(claim)
        or _gone_on(claim, fine, discourse)
        or _main(claim, fine, discourse)
        or discourse.lead()
        or discourse.afar()
    )


def _gone_on(claim: Claim, fine: Fine, discourse: Discourse) -> Place | None:
    """Return the place of the last happening told in this paragraph or the one before, or a later place there."""
    named = discourse.before(claim)
    start = discourse.two_paragraphs(claim)
    behind = bisect_left(fine, claim.trigger.start, key=lambda pair: pair[0].trigger.start)
    if behind == 0 or fine[behind - 1][0].trigger.start < start:
        return named
    other, place = fine[behind - 1]
    if named is not None and named.mention is not None and named.mention.start >= other.sentence.end:
        return named
    return replace(place, basis=f"{place.basis}; the text before the sentence is about it")


def _main(claim: Claim, fine: Fine, discourse: Discourse) -> Place | None:
    """Return the place of the report's main happening: the first in its headline or lead, of the same type first."""
    leading = list(takewhile(lambda pair: discourse.leads(pair[0]), fine))
    same = next((place for other, place in leading if other.type == claim.type), None)
    place = same or next((place for _, place in leading), None)
    return None if place is None else replace(place, basis=f"{place.basis}; there is the report's main happening")


def _fine(claims: Sequence[Claim], told: Sequence[Place | None], discourse: Discourse) -> Fine:
    found = [
        (claim, place)
        for claim, place in zip(claims, told, strict=True)
        if place is not None and place.lat is not None and place.precision != "country" and claim.type not in SPOKEN
        if not (_is_site(place) if place.id is None else discourse.is_long(place))
    ]
    return sorted(found, key=lambda pair: pair[0].trigger.start)


def _is_site(place: Place) -> bool:
    return is_part_of_town(place.name) or (place.mention is not None and is_part_of_town(place.mention.text))
