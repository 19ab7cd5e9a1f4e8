"""Where claims are that name no place: where the report's story is at that point."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from marsad.model import Claim, Place
from marsad.resolve.places.discourse import SPOKEN, Discourse
from marsad.resolve.places.names import is_part_of_town

_WAR = re.compile(
    r"\b(?:wars?|insurgency|insurgencies|conflicts?|uprising|rebellion|civil war|hostilities)\b", re.IGNORECASE
)
"""What goes on all over a country and is not where the report's last attack was."""

Told = Sequence[Place | None]


def continued(claims: Sequence[Claim], told: Told, discourse: Discourse) -> tuple[Place | None, ...]:
    """Return the places of a document's claims; ``told`` are those that their own words give."""
    return tuple(
        place if place is not None or claim.type in SPOKEN else _place(claim, claims, told, discourse)
        for claim, place in zip(claims, told, strict=True)
    )


def _place(claim: Claim, claims: Sequence[Claim], told: Told, discourse: Discourse) -> Place | None:
    if _WAR.search(claim.trigger.text):
        return discourse.country()
    if discourse.in_title(claim):
        return _main(claim, claims, told, discourse) or discourse.lead() or discourse.afar()
    return (
        discourse.country_in_sentence(claim)
        or _gone_on(claim, claims, told, discourse)
        or _main(claim, claims, told, discourse)
        or discourse.lead()
        or discourse.afar()
    )


def _gone_on(claim: Claim, claims: Sequence[Claim], told: Told, discourse: Discourse) -> Place | None:
    """Return the place of the last happening told in this paragraph or the one before, or a later place there."""
    named = discourse.before(claim)
    start = discourse.two_paragraphs(claim)
    last = max(
        (
            (other.trigger.start, other, place)
            for other, place in _fine(claims, told, discourse)
            if _between(start, other, claim)
        ),
        key=lambda found: found[0],
        default=None,
    )
    if last is None:
        return named
    _, other, place = last
    if named is not None and named.mention is not None and named.mention.start >= other.sentence.end:
        return named
    return replace(place, basis=f"{place.basis}; the text before the sentence is about it")


def _between(start: int, other: Claim, claim: Claim) -> bool:
    return start <= other.trigger.start < claim.trigger.start


def _main(claim: Claim, claims: Sequence[Claim], told: Told, discourse: Discourse) -> Place | None:
    """Return the place of the report's main happening: the first in its headline or lead, of the same type first."""
    leading = [
        (other, place)
        for other, place in _fine(claims, told, discourse)
        if discourse.leads(other) and other is not claim
    ]
    leading.sort(key=lambda pair: (pair[0].type != claim.type, pair[0].trigger.start))
    for _, place in leading[:1]:
        return replace(place, basis=f"{place.basis}; there is the report's main happening")
    return None


def _fine(claims: Sequence[Claim], told: Told, discourse: Discourse) -> list[tuple[Claim, Place]]:
    """Return the claims whose own words give a place within a country."""
    return [
        (claim, place)
        for claim, place in zip(claims, told, strict=True)
        if place is not None and place.lat is not None and place.precision != "country" and claim.type not in SPOKEN
        if not (_is_site(place) if place.id is None else discourse.is_long(place))
    ]


def _is_site(place: Place) -> bool:
    return is_part_of_town(place.name) or (place.mention is not None and is_part_of_town(place.mention.text))
