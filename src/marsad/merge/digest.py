"""What merging needs of a claim and of its document, small enough to keep for a whole record."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from marsad.merge import phrasing
from marsad.merge.commonplace import NAMES, WORDS
from marsad.merge.passages import passage_key, passages
from marsad.merge.rewording import Sketch, sketch
from marsad.model import Document, Mention, Place, ResolvedClaim, Span
from marsad.ontology import load

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH += r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH_DAY = re.compile(
    rf"(?P<before>{_MONTH}) (?P<day>\d{{1,2}})\b|\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)? (?P<after>{_MONTH})"
)
_NAME = re.compile(r"(?<=[\w,;] )[^\W\d_a-z]\w{3,}")
_NAME_WORD = re.compile(r"[^\W\d_a-z]\w{3,}")
_AREA = re.compile(
    r"[^\W\d_]+(?: [Ss]tate| [Pp]rovince| [Rr]egion| [Gg]overnorate| [Oo]blast| [Dd]epartment| [Cc]ounty)\b"
    r"|\b(?:[Ss]tate|[Pp]rovince|[Rr]egion|[Gg]overnorate|[Oo]blast|[Dd]epartment|[Cc]ounty) of [^\W\d_]+"
)
"""A name of an area, which many happenings share."""
_AN_AREA = ("tate", "rovince", "egion", "overnorate", "blast", "epartment", "ounty")
"""What each such name holds one of, with either first letter."""
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
CLAUSE = 120
"""Characters around a further mention of a happening, about its clause."""
SENTENCE = 200
"""Characters around a further mention of a happening, about its sentence."""
LEAD = 300
"""Characters of the body that open the report: about its first two sentences."""

REPORT_DELAY = timedelta(days=4)
"""A happening told without a time is taken to lie within so many days before publication."""
ASIDE_DELAY = timedelta(days=40)
"""One that is told to date another may be as old as this."""


class DocumentDigest(Struct, frozen=True):
    """A document without its text: keys of its sentences with their length in characters, and its names.

    ``season`` is, for a report without a date, the last month and day that it tells of.
    """

    id: str
    outlet: str | None
    agencies: tuple[str, ...]
    published: tuple[date, date] | None
    passages: dict[int, int]
    names: frozenset[str]
    season: tuple[int, int] | None
    sketch: Sketch | None


class ClaimDigest(Struct, frozen=True):
    """A claim with its document, the words of its sentence that tell something, and the days it can lie in.

    ``own_place`` and ``own_time`` say that a sentence of the claim itself gives its place, its time; else they were
    taken from elsewhere in the report and are weaker evidence. ``calendar_day`` is the month and day on which it lies,
    also where the year is not known. ``heads`` are the stems of its triggers; ``leading`` says that title or lead tell
    it. ``clause`` is where the clause of its trigger begins; ``typed`` says that its words leave no other type;
    ``spokesmen`` are credited persons whose institution the report has named before.
    """

    claim: ResolvedClaim
    document: DocumentDigest
    passages: frozenset[int]
    words: frozenset[str]
    names: frozenset[str]
    window: tuple[date, date] | None
    family: str
    who: frozenset[str]
    whom: frozenset[str]
    own_place: bool
    own_time: bool
    calendar_day: tuple[int, int] | None
    types: frozenset[str]
    heads: frozenset[str]
    reference: phrasing.Reference
    level: phrasing.Level | None
    hours: frozenset[str]
    sites: frozenset[str]
    lasting: bool
    leading: bool
    headline: bool
    clause: int
    typed: bool
    spokesmen: frozenset[str]


def digest_document(document: Document, claims: Collection[ResolvedClaim] = ()) -> DocumentDigest:
    """Drop the text, keep what identifies its sentences."""
    published = document.published
    days = [day for claim in claims if (day := calendar_day(claim)) is not None and claim.when is None]
    return DocumentDigest(
        document.id,
        document.outlet,
        document.agencies,
        None if published is None else (published.start, published.end),
        passages(document),
        _names_in(document) - _weighed(claims),
        max(days, default=None) if published is None else None,
        sketch(document),
    )


def _names_in(document: Document) -> frozenset[str]:
    """Names in title and body, known by a capital within a sentence, and no word that stands without one as well."""
    told = [document.text[block.start : block.end] for block in document.blocks if block.kind in ("title", "body")]
    plain = {word for text in told for word in _WORD.findall(text) if word.islower()}
    names = {name for text in told for name in _NAME.findall(text)} - NAMES
    return frozenset(name for name in names if name.casefold() not in plain)


def _weighed(claims: Collection[ResolvedClaim]) -> frozenset[str]:
    """Names of countries and known parties: two attacks of one war share them, of whatever day they are."""
    named = [claim.where.name for claim in claims if claim.where is not None and _is_wide(claim.where)]
    for claim in claims:
        known = [party for party in (*claim.who, *claim.whom) if party.id is not None]
        named += [party.name for party in known]
        named += [party.mention.text for party in known if party.mention is not None]
    return frozenset(_WORD.findall(" ".join(named)))


def _is_wide(place: Place) -> bool:
    return place.id is not None and place.precision in ("country", "region")


def name_words(name: str) -> frozenset[str]:
    """Return the words of a name by which it is told from others."""
    return frozenset(_NAME_WORD.findall(name)) - NAMES


def digest_claim(claim: ResolvedClaim, document: Document, digest: DocumentDigest) -> ClaimDigest:
    """Gather what the comparison asks of a claim."""
    claim = _without_others_day(claim, document)
    spans = [claim.sentence, *(_around(mention, SENTENCE) for mention in claim.mentions)]
    told = " ".join(document.text[span.start : span.end] for span in spans)
    names = frozenset(_NAME_WORD.findall(_without_areas(told))) & digest.names
    known = {name.casefold() for name in names} | WORDS | _weighed_elsewhere(claim)
    taken_up = phrasing.reference(document.text, claim)
    return ClaimDigest(
        claim,
        digest,
        _passage(claim, document),
        frozenset(phrasing.stem(word) for word in frozenset(_WORD.findall(told.casefold())) - known),
        names,
        window(claim, digest, aside=phrasing.aside(document.text, claim)),
        load().event_type(claim.type).family,
        frozenset(party.id or party.name.casefold() for party in claim.who),
        frozenset(party.id or party.name.casefold() for party in claim.whom),
        claim.where is not None and _names(claim.where.mention) and _own(claim.where.mention, claim),
        claim.when is not None and _own(claim.when.mention, claim) and claim.when.mention != claim.trigger,
        calendar_day(claim),
        frozenset({claim.type}),
        frozenset(phrasing.stem(mention.text) for mention in (claim.trigger, *claim.mentions)),
        taken_up,
        phrasing.level(document.text, claim, taken_up),
        phrasing.hours(document.text, claim),
        phrasing.sites(document.text, claim),
        phrasing.lasting(claim),
        _leads(claim, document),
        _heads(claim, document),
        phrasing.clause(document.text, claim),
        phrasing.names_type(document.text, claim),
        phrasing.spokesmen(document.text, claim),
    )


def _without_areas(told: str) -> str:
    """Drop the names of areas, where there are any: to look for them in full takes long."""
    return _AREA.sub(" ", told) if any(word in told for word in _AN_AREA) else told


def _passage(claim: ResolvedClaim, document: Document) -> frozenset[int]:
    """Key the sentence with the trigger's place in it, so that two happenings of one sentence are kept apart."""
    key = passage_key(document.text[claim.sentence.start : claim.sentence.end])
    return frozenset() if key is None else frozenset({hash((key, claim.trigger.start - claim.sentence.start))})


def _leads(claim: ResolvedClaim, document: Document) -> bool:
    """Say whether the title or the first sentences tell of it."""
    first = next((block.start for block in document.blocks if block.kind == "body"), 0)
    starts = (claim.trigger.start, *(mention.start for mention in claim.mentions))
    return any(start < first + LEAD for start in starts)


def _heads(claim: ResolvedClaim, document: Document) -> bool:
    """Say whether the title tells of it."""
    return any(block.kind == "title" and block.start <= claim.trigger.start < block.end for block in document.blocks)


def calendar_day(claim: ResolvedClaim) -> tuple[int, int] | None:
    """Return month and day of a claim of one day, also where its words give no year."""
    if claim.when is not None:
        day = claim.when.start
        return (day.month, day.day) if claim.when.end == day else None
    match = None if claim.undated is None else _MONTH_DAY.search(claim.undated.text)
    if match is None:
        return None
    month = match["before"] or match["after"]
    return _MONTHS.index(month[:3].casefold()) + 1, int(match["day"] or match["first"])


def _names(mention: Mention | None) -> bool:
    """Say whether a name is quoted: what "the area" or "there" refers to was read from elsewhere."""
    return mention is not None and not mention.text.islower()


def _own(mention: Mention | None, claim: ResolvedClaim) -> bool:
    """Say whether the words stand in the claim's sentence, or near a further mention of the happening."""
    if mention is None:
        return False
    near = (_around(other, CLAUSE) for other in claim.mentions)
    return any(span.overlaps(mention) for span in (claim.sentence, *near))


def _around(mention: Mention, reach: int) -> Span:
    return Span(max(0, mention.start - reach), mention.end + reach)


def _weighed_elsewhere(claim: ResolvedClaim) -> frozenset[str]:
    """Words of the place, time and parties, which the comparison weighs by themselves."""
    told = [party.name for party in (*claim.who, *claim.whom)]
    told += [claim.where.name] if claim.where is not None else []
    told += [claim.when.mention.text] if claim.when is not None and claim.when.mention is not None else []
    return frozenset(_WORD.findall(" ".join(told).casefold()))


def _without_others_day(claim: ResolvedClaim, document: Document) -> ResolvedClaim:
    """Drop a time that is not that of the happening: when the toll rose, when what came after it happened."""
    said = None if claim.when is None else claim.when.mention
    if said is None:
        return claim
    counted = phrasing.counts_from_another(said.text)
    elsewhere = phrasing.aside(document.text, claim) and said.start < claim.trigger.start and not counted
    return replace(claim, when=None) if elsewhere or phrasing.dates_a_toll(document.text, said) else claim


def window(claim: ResolvedClaim, digest: DocumentDigest, *, aside: bool = False) -> tuple[date, date] | None:
    """First and last day on which the happening can lie; None when neither words nor publication bound it."""
    if claim.when is not None:
        return claim.when.start, claim.when.end
    if digest.published is None:
        return None
    first, last = digest.published
    return first - (ASIDE_DELAY if aside else REPORT_DELAY), last
