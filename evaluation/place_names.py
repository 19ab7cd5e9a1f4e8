"""The names by which claims say where their happening was, without the areas that only hold the place.

Corpora that annotate places of happenings mark the name alone, and of several the narrowest: "Nablus" of "the West Bank
city of Nablus", "Yaqshid" of "Mogadishu's Yaqshid district". A claim keeps the whole phrase, and so its words are
brought to that form before they are compared.
"""

import re
from collections.abc import Iterable

from marsad.model import Claim, Document, Span
from marsad.resolve.places import placing
from marsad.resolve.places.choosing import Choice, holds
from marsad.resolve.places.gazetteer import default_gazetteer
from marsad.resolve.places.phrases import may_be_a_place
from marsad.resolve.places.reader import DocumentPlaces
from marsad.resolve.places.relations import relation_before
from marsad.resolve.places.resolver import WITHIN
from marsad.resolve.places.scan import Found
from marsad.resolve.places.vocabulary import COMPANIONS, DESIGNATORS

_FARTHEST = 40
"""Letters between two names of which one may hold the other."""

_KIND_BEFORE = re.compile(r"\b([A-Z][a-z]+) $")
_KIND_BEHIND = re.compile(r" ([A-Z][a-z]+)\b")
_LONGEST_KIND = 20

Named = tuple[Found, Choice | None]


def narrowest(document: Document, claims: Iterable[Claim]) -> tuple[Span, ...]:
    """Return where the names stand that say where the happening of some claims was."""
    places = DocumentPlaces(document, default_gazetteer())
    found = {
        item.start: item
        for claim in claims
        for mention in claim.where
        for item in places.names_in(mention)
        if not item.countries and not item.person
    }
    read = [(item, places.choose(item, given=True)) for _, item in sorted(found.items())]
    names = [(item, choice) for item, choice in read if choice is not None or may_be_a_place(item, places)]
    measured = [pair for pair in names if not _only_measures(pair[0], document.text)]
    return tuple(
        _whole(item, document.text)
        for item, choice in measured or names
        if not any(_is_held(other, (item, choice), places) for other in names if other[0] is not item)
    )


def _only_measures(item: Found, text: str) -> bool:
    """Say whether a name only tells where off it the place lies: Bogota in "460 miles north of Bogota"."""
    relation = relation_before(text, item.start)
    return relation.kind == "offset" or relation.bearing is not None


def _whole(item: Found, text: str) -> Span:
    """Return where a name stands with capitalised words for its kind or part: East Ghouta, Hama City."""
    before = _KIND_BEFORE.search(text[max(0, item.start - _LONGEST_KIND) : item.start])
    behind = _KIND_BEHIND.match(text, item.end)
    start = item.start - len(before[0]) if before is not None and before[1].lower() in COMPANIONS else item.start
    end = behind.end() if behind is not None and behind[1].lower() in COMPANIONS else item.end
    return Span(start, end)


def _is_held(inner: Named, area: Named, places: DocumentPlaces) -> bool:
    """Say whether one name is that of the place and the other of what holds it."""
    (item, choice), (other, wider) = inner, area
    if _owns(other, item) or _stands_within(item, other, places.text):
        return True
    if wider is None or (choice is not None and choice.entry.number == wider.entry.number):
        return False
    finer = choice is None or _order(choice) < _order(wider)
    return finer and _order(wider) >= placing.ORDER.index("district") and (choice is None or _lies_in(choice, wider))


def _order(choice: Choice) -> int:
    return placing.ORDER.index(placing.precision_of(choice.entry))


def _lies_in(choice: Choice, wider: Choice) -> bool:
    return holds(wider.entry, choice.entry)


def _owns(owner: Found, item: Found) -> bool:
    """Say whether a possessive stands right before a name: Mogadishu's Yaqshid."""
    return owner.possessive and 0 <= item.start - owner.end <= len("'s ")


def _stands_within(item: Found, other: Found, text: str) -> bool:
    """Say whether the text puts one name in the other: "X, Y", "X district of Y", "X in the Y area"."""
    if not 0 <= other.start - item.end <= _FARTHEST:
        return False
    between = text[item.end : other.start].lstrip()
    word = between.partition(" ")[0].strip(",")
    rest = between[len(word) :] if DESIGNATORS.get(word, "town") != "town" else text[item.end : other.start]
    return WITHIN.fullmatch(rest) is not None
