"""Roads that are called by their two ends: the Gao-Ansongo road lies between the towns."""

import re

from marsad.model import Mention, Place
from marsad.resolve.places import placing
from marsad.resolve.places.gazetteer import Entry
from marsad.resolve.places.reader import DocumentPlaces
from marsad.resolve.places.scan import look_up_words

_NAME = r"[A-Z][\w’']{1,30}(?: [A-Z][\w’']{1,30}){0,2}"
_ROAD = re.compile(
    rf"(?P<first>{_NAME})(?: ?[-–—/] ?| to )(?P<second>{_NAME}) "
    r"(?:main |old |coastal |international )?"
    r"(?:road|highway|motorway|route|axis|railway|line|corridor|expressway|pipeline)\b"
)
_BEHIND = 12
"""Letters behind a mention in which the word for a road may stand."""

_TOWNS = frozenset({"town", "capital", "village"})


def road(mention: Mention, places: DocumentPlaces) -> Place | None:
    """Return the place half way along the road that a mention calls by its ends, if both are towns that are known."""
    found = _ROAD.search(places.text, mention.start, mention.end + _BEHIND)
    if found is None:
        return None
    ends = [_town(*found.span(group), places) for group in ("first", "second")]
    if ends[0] is None or ends[1] is None or ends[0].number == ends[1].number:
        return None
    return placing.between(ends[0], ends[1], mention, places.gazetteer)


def _town(start: int, end: int, places: DocumentPlaces) -> Entry | None:
    choice = places.choose(look_up_words(places.text, start, end, places.gazetteer), given=True)
    return None if choice is None or choice.entry.kind not in _TOWNS else choice.entry
