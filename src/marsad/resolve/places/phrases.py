"""From the names in a place phrase to one place: the finest that resolves, the others as what holds it."""

import re
from itertools import pairwise

from msgspec.structs import replace

from marsad.facts import derived, parties
from marsad.model import Mention, Place
from marsad.resolve.places import placing
from marsad.resolve.places.choosing import KNOWN_ALONE, LARGE, MENTIONED, Choice
from marsad.resolve.places.compiling.keys import name_key
from marsad.resolve.places.gazetteer import Entry
from marsad.resolve.places.names import is_part_of_town
from marsad.resolve.places.reader import DocumentPlaces
from marsad.resolve.places.relations import AT, Relation, joins, relation_before
from marsad.resolve.places.scan import Found
from marsad.resolve.places.vocabulary import COMPANIONS, FAITHS, NO_PLACES, PARTS_OF_TOWNS, TITLES

_INITIAL = re.compile(r"(?:^|\s)[A-Z]$")
"""A name cut at a full stop: James R. Hill."""
_PARTIES_TO = re.compile(r"\bbetween\b[^.;\n]{1,80}\band (?:the )?$")
"""Before the last of the countries between which something is agreed or fought out."""
_CAPITAL_OF = re.compile(
    r"\b(?:capital|seat)(?: city)? of (?:the )?(?:[a-z-]+ ){0,3}?"
    r"(?:(?:province|region|state|governorate|oblast|district|department) of )?(?:the )?$"
)
"""Before the name of a province of which the capital is meant."""
_LONGEST_CAPITAL_OF = 80
_SAINT = re.compile(r"(?:St\.?|Saint|San|Santa) ")
_OWNED_SITE = re.compile(
    r"['’]s (?:[A-Z][\w-]* ){0,3}(?:[Ss]chool|[Cc]hurch|[Cc]athedral|[Hh]ospital|[Cc]ollege|[Uu]niversity|[Mm]osque|"
    r"[Ss]hrine|[Mm]onastery|[Cc]onvent|[Ss]eminary|[Oo]rphanage|[Cc]linic|Academy|Hotel|Market|Square|Palace|Gate|Tomb|"
    r"Stadium|Barracks|Prison|Camp)\b"
)
"""Behind whose a site is called: "St Mary" + "'s Catholic School"."""
PARTS_OF_TOWNS_KINDS = frozenset({"quarter", "site", "bridge", "prison", "camp"})
Settled = tuple[Found, Choice | None]


@derived
def party_keys() -> frozenset[str]:
    """Return the names of parties, which stand in place phrases ("Islamic State territory") and are no places."""
    return frozenset(name_key(name) for fact in parties().values() for name in (fact.name, *fact.aliases))


def read_names(names: list[Found], mention: Mention, around: tuple[Entry, ...], places: DocumentPlaces) -> Place | None:
    """Place the names of one phrase; ``around`` are areas that the rest of the claim gives, the finest first."""
    names = _owners_joined(names, places.text)
    settled: list[Settled] = [(item, _chosen(item, around, places)) for item in names]
    settled = [(item, None if _has_article(item, choice, places) else choice) for item, choice in settled]
    settled = [(item, choice) for item, choice in settled if choice is not None or may_be_a_place(item, places)]
    if not settled:
        return None
    pair = _between(settled, mention, places)
    if pair is not None:
        return pair
    resolved = [(item, choice) for item, choice in settled if choice is not None]
    unknown = [position for position, (_, choice) in enumerate(settled) if choice is None]
    best = min(
        resolved, key=lambda known: (placing.ORDER.index(_fineness(known)), not _is_part(known[1].entry)), default=None
    )
    for position in unknown:
        if _leads(position, settled, best):
            return _unknown(settled[position][0], best, mention, around, places)
    return None if best is None else _known(best[0], best[1], mention, places)


def _owners_joined(names: list[Found], text: str) -> list[Found]:
    """Join a site with whose it is called, which is no place: St Mary's School, King's College; not Raqqa's Old City.

    A saint owns whatever follows; what else is in the gazetteer is the town that the site stands in.
    """
    joined: list[Found] = []
    for item in names:
        owned = _OWNED_SITE.match(text, item.end) if item.possessive else None
        if owned is not None and (_SAINT.match(item.text) or not item.entries):
            name = text[item.start : owned.end()]
            item = replace(  # noqa: PLW2901 - the same name, read whole
                item, end=owned.end(), text=name, entries=(), designator="site", word=None, possessive=False,
                person=False, key=name_key(name),
            )  # fmt: skip
        if not joined or item.start >= joined[-1].end:
            joined.append(item)
    return joined


def _chosen(item: Found, around: tuple[Entry, ...], places: DocumentPlaces) -> Choice | None:
    """Return what a name means inside the areas that the claim gives, else outside them if that is likely enough."""
    inside = places.choose(item, around, given=True)
    if inside is not None or not around:
        return inside or places.choose(item, given=True)
    outside = places.choose(item, given=True)
    return None if outside is None or _strays(outside.entry, item, around, places) else outside


def _strays(entry: Entry, item: Found, around: tuple[Entry, ...], places: DocumentPlaces) -> bool:
    """Say whether a small town lies outside the areas of its claim, so that one in them may be meant that is unknown.

    That is so in a country that the text does not name, and in a province that it does not name where others bear the
    name as well.
    """
    if entry.kind != "town" or entry.country is None:
        return False
    if entry.country not in {area.country for area in around}:
        return entry.country not in places.context.named and entry.population < LARGE
    if entry.population >= KNOWN_ALONE:
        return False
    namesakes = [other for other in item.entries if other.country == entry.country and other.kind == "town"]
    return len(namesakes) > 1 and not places.context.province_share(entry.province, item.key)


def _is_part(entry: Entry) -> bool:
    """Say whether a place is part of a town, which is finer than the town: Karrada in Baghdad."""
    return entry.kind in PARTS_OF_TOWNS_KINDS


def _has_article(item: Found, choice: Choice | None, places: DocumentPlaces) -> bool:
    """Say whether an article makes a far town's name that of something else: the Shangri-La, a hotel."""
    if choice is None or choice.entry.kind != "town" or item.designator is not None:
        return False
    article = places.text[max(0, item.start - 5) : item.start].endswith(" the ")
    return article and places.context.share(choice.entry.country, item.key) < MENTIONED


def may_be_a_place(item: Found, places: DocumentPlaces) -> bool:
    """Say whether a name that the gazetteer lacks may be a place's: no person's, party's, faith's or office's."""
    if item.person or item.key in TITLES or item.key in NO_PLACES or _INITIAL.search(item.text):
        return False
    words = set(item.text.lower().split())
    if words & FAITHS and words <= FAITHS | PARTS_OF_TOWNS | COMPANIONS:
        return False  # a Catholic school is one of many
    if {item.key, name_key(f"{item.text} {item.word}")} & party_keys():
        return False
    return item.key not in places.context.persons or item.designator is not None


def _fineness(known: tuple[Found, Choice]) -> str:
    item, choice = known
    if item.designator in ("province", "district") and choice.entry.kind in ("town", "capital"):
        return item.designator
    return placing.precision_of(choice.entry)


def _between(settled: list[Settled], mention: Mention, places: DocumentPlaces) -> Place | None:
    for (item, choice), (other, other_choice) in pairwise(settled):
        if choice is None or other_choice is None or choice.entry.number == other_choice.entry.number:
            continue
        if not joins(places.text, item.end, other.start):
            continue
        if relation_before(places.text, item.start).kind == "between":
            return placing.between(choice.entry, other_choice.entry, mention, places.gazetteer)
    return None


def _leads(position: int, settled: list[Settled], best: tuple[Found, Choice] | None) -> bool:
    """Say whether an unknown name is what the phrase is about: it comes first, or belongs to the name before it."""
    item = settled[position][0]
    if best is None or position == 0:
        return True
    before = settled[position - 1][0]
    return before.possessive and before.end + 3 >= item.start


def _unknown(
    item: Found, best: tuple[Found, Choice] | None, mention: Mention, around: tuple[Entry, ...], places: DocumentPlaces
) -> Place:
    name = item.text if item.designator not in ("site", "quarter") or item.word is None else _with_word(item, places)
    holder = best[1].entry if best is not None else places.holder(item) or next(iter(around), None)
    finer = (area for area in around if area.country == getattr(holder, "country", None) and area.kind != "country")
    if holder is not None and holder.kind == "country":
        holder = next(finer, holder)
    holder = holder or (places.named_after(item) if is_part_of_town(item.text) else None) or _beside(item, places)
    if holder is None:
        country, why = places.focus_country(), "which the report is about"
        return placing.within_area(name, country, mention, places.gazetteer, why=why)
    if placing.precision_of(holder) == "exact":
        of_province = item.designator == "district" and name_key(holder.admin1 or "") == name_key(holder.name)
        return placing.part_of_town(name, holder, mention, places.gazetteer, of_province=of_province)
    return placing.within_area(name, holder, mention, places.gazetteer)


def _beside(item: Found, places: DocumentPlaces) -> Entry | None:
    """Return the province or district that the same sentence gives as the place of something."""
    start, end = sentence_around(places.text, item.start, item.end)
    areas = [
        choice.entry
        for other in places.between(start, end)
        if other.start != item.start and not (other.aside or other.speaks or other.person)
        for choice in [places.choose(other)]
        if choice is not None and placing.precision_of(choice.entry) in ("province", "district")
    ]
    return min(areas, key=lambda entry: (placing.ORDER.index(placing.precision_of(entry)), entry.number), default=None)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a stretch of text begins and ends, as full stops and lines tell."""
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    ends = [found for found in (text.find(". ", end), text.find("\n", end)) if found >= 0]
    return first, min(ends, default=len(text))


def _with_word(item: Found, places: DocumentPlaces) -> str:
    """Return the name with the word for its kind where that follows it: Kafr Janna camp."""
    after = places.text[item.end + 1 : item.end + 1 + len(item.word or "")]
    return f"{item.text} {after}" if after.lower() == item.word else item.text


def _known(item: Found, choice: Choice, mention: Mention | None, places: DocumentPlaces) -> Place | None:
    choice, widened = _as_designated(item, choice, places)
    relation = relation_before(places.text, item.start)
    if placing.precision_of(choice.entry) == "country" and _PARTIES_TO.search(
        places.text[max(0, item.start - 90) : item.start]
    ):
        return None
    if relation.kind == "between":
        if placing.precision_of(choice.entry) == "country":
            return None  # a treaty or a war between two countries is in neither
        relation = Relation("near", "between")
    if widened and relation.kind == "at":
        relation = Relation("near", item.word or "")
    return placing.place(item, choice, relation if relation is not AT else AT, mention, places.gazetteer)


def _as_designated(item: Found, choice: Choice, places: DocumentPlaces) -> tuple[Choice, bool]:
    """Follow the word beside the name: "Idlib province" is no town, "Idlib countryside" lies around one."""
    seat = _seat(item, choice, places)
    if seat is not choice:
        return seat, False
    entry = choice.entry
    if placing.precision_of(entry) != "exact" or item.designator is None or entry.kind not in ("town", "capital"):
        return choice, False
    if item.designator == "province" and entry.province is not None:
        province = places.gazetteer.province(entry.province)
        if province is not None:
            return Choice(province, choice.score, choice.by_sound), False
    return choice, item.designator in ("district", "around", "site") and item.word != "capital"


def _seat(item: Found, choice: Choice, places: DocumentPlaces) -> Choice:
    """Return the town that a province is named after where its capital is meant: "the capital of Kunduz province"."""
    before = places.text[max(0, item.start - _LONGEST_CAPITAL_OF) : item.start]
    if choice.entry.kind != "province" or _CAPITAL_OF.search(before) is None:
        return choice
    towns = [e for e in item.entries if e.kind in ("town", "capital") and e.province == choice.entry.number]
    return Choice(towns[0], choice.score, choice.by_sound) if towns else choice
