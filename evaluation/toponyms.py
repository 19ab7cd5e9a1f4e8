"""Names of places with coordinates: how far from them the resolver puts each name, given where it stands in the text.

Reads the LGL format (``article`` with ``text`` and ``toponym``s: ``start``, ``end``, ``gaztag/lat``, ``gaztag/lon``)
and its kin: the same fields right in a ``toponym`` or ``location``, or one place for all names of a ``page``.
"""

import statistics
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lxml import etree
from msgspec import Struct

from evaluation.distance import kilometres
from evaluation.report import Report, Table
from evaluation.scores import rounded, share
from evaluation.texts import FormatError, document_of, quoted
from marsad.resolve.places.choosing import Choice
from marsad.resolve.places.gazetteer import Gazetteer, default_gazetteer
from marsad.resolve.places.reader import DocumentPlaces

NEAR_KM = 161.0
"""100 miles: the distance that this task is scored by since Cheng et al. 2010 (doi 10.1145/1871437.1871535)."""
DRIFT = 40
"""Characters that a name may stand off its offsets: in some articles of TR-News they run up to ten characters ahead."""
CONTEXT = 60
"""Characters of the text shown around a name that went wrong."""

Pair = tuple[int, int]


class Toponym(Struct, frozen=True):
    """A name in a text and where the place lies (degrees)."""

    start: int
    end: int
    lat: float
    lon: float


class Article(Struct, frozen=True):
    """A text with its names."""

    text: str
    published: date | None
    toponyms: tuple[Toponym, ...]


class Outcome(Struct, frozen=True):
    """A name, what it was taken for and how many kilometres off that lies; both None where it stayed unresolved."""

    article: Article
    toponym: Toponym
    choice: Choice | None
    error_km: float | None

    @property
    def near(self) -> bool:
        """Whether it was put within the distance that counts as right."""
        return self.error_km is not None and self.error_km <= NEAR_KM

    @property
    def covered(self) -> bool:
        """Whether it was, or lies within the radius told: two middles of Canada lie far apart."""
        return self.near or (
            self.choice is not None and self.error_km is not None and self.error_km <= self.choice.entry.radius_km
        )


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a file; names without coordinates are no part of the task.

    Raises:
        FormatError: it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    try:
        root = etree.parse(str(path), parser).getroot()
    except etree.XMLSyntaxError as error:
        raise FormatError(f"{path.name}: {error}") from error
    for element in root.iter("article", "page"):
        text = element.findtext("text")
        if text is not None:
            yield Article(text, _day(element.findtext("dltime")), tuple(_toponyms(element, text)))


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat((told or "").strip()[:10])
    except ValueError:
        return None


def _toponyms(article: etree._Element, text: str) -> Iterator[Toponym]:
    shared = _point(article)
    for element in article.iter("toponym", "location"):
        start, end = element.findtext("start"), element.findtext("end")
        point = _point(element) or _point(element.find("gaztag")) or shared
        if start is not None and end is not None and point is not None:
            yield Toponym(*_placed(text, int(start), int(end), element.findtext("phrase")), *point)


def _placed(text: str, start: int, end: int, phrase: str | None) -> Pair:
    """Return where the name stands: the nearest place of its words, where the offsets were counted in another text."""
    if not phrase or text[start:end] == phrase:
        return start, end
    before = text.rfind(phrase, max(0, start - DRIFT), start + len(phrase))
    after = text.find(phrase, start, start + DRIFT + len(phrase))
    found = [at for at in (before, after) if at >= 0]
    nearest = min(found, key=lambda at: abs(at - start), default=start)
    return (nearest, nearest + len(phrase)) if found else (start, end)


def _point(element: etree._Element | None) -> tuple[float, float] | None:
    if element is None:
        return None
    lat, lon = element.findtext("lat"), element.findtext("lon")
    return (float(lat), float(lon)) if lat and lon else None


def measure(path: Path) -> Report:
    """Resolve every name of a file of articles."""
    gazetteer = default_gazetteer()
    return report_of([outcome for article in read_articles(path) for outcome in resolve(article, gazetteer)])


def resolve(article: Article, gazetteer: Gazetteer) -> list[Outcome]:
    """Resolve the names of one article."""
    places = DocumentPlaces(document_of(article.text, published=article.published), gazetteer)
    return [_outcome(article, toponym, places) for toponym in article.toponyms]


def _outcome(article: Article, toponym: Toponym, places: DocumentPlaces) -> Outcome:
    choice = places.toponym_at(toponym.start, toponym.end)
    if choice is None:
        return Outcome(article, toponym, None, None)
    return Outcome(article, toponym, choice, kilometres(toponym.lat, toponym.lon, choice.entry.lat, choice.entry.lon))


def report_of(outcomes: list[Outcome]) -> Report:
    """Add up; what stayed unresolved counts as wrong in the accuracy and not at all in the median."""
    errors = [outcome.error_km for outcome in outcomes if outcome.error_km is not None]
    near = sum(outcome.near for outcome in outcomes)
    median = round(statistics.median(errors), 1) if errors else None
    rows = (
        ("within 161 km", share(near, len(outcomes))),
        ("within 161 km, of those resolved", share(near, len(errors))),
        ("within 161 km or the radius told", share(sum(outcome.covered for outcome in outcomes), len(outcomes))),
        ("unresolved", share(len(outcomes) - len(errors), len(outcomes))),
        ("median error", None if median is None else f"{median} km"),
        ("names", len(outcomes)),
    )
    figures = {
        "toponyms": len(outcomes),
        "accuracy_161km": rounded(share(near, len(outcomes))),
        "accuracy_161km_of_resolved": rounded(share(near, len(errors))),
        "accuracy_161km_or_radius": rounded(share(sum(outcome.covered for outcome in outcomes), len(outcomes))),
        "unresolved": rounded(share(len(outcomes) - len(errors), len(outcomes))),
        "median_error_km": median,
    }
    wrong = tuple(_error(outcome) for outcome in outcomes if not outcome.near)
    return Report("toponyms", (Table("Names of places, given where they stand", ("", "value"), rows),), figures, wrong)


def _error(outcome: Outcome) -> str:
    start, end = outcome.toponym.start, outcome.toponym.end
    first = max(0, start - CONTEXT)
    shown = quoted(outcome.article.text[first : end + CONTEXT], (start - first, end - first)).replace("\n", " ")
    if outcome.choice is None:
        return f"unresolved: {shown}"
    entry = outcome.choice.entry
    return f"{outcome.error_km:.0f} km: {entry.name}, {entry.admin1 or '–'}, {entry.country} ({entry.kind}): {shown}"
