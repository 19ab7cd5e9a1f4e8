"""The day of publication, with the words that tell it. Never a default, never today."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from marsad.model import Block, Published
from marsad.reading.days import DATE, find_days
from marsad.reading.plain import folded, plain, words
from marsad.reading.signals import is_picture

GIVEN = "given with the report"

MAX_LINE = 200
"""Characters of a line around the story that may date it; longer ones are legal text."""


MAX_WORDS = 12
"""Words of a line that dates the report without saying so; longer ones describe pictures."""


class DatedLine(Struct, frozen=True):
    """A line that dates the report: the smaller ``rank``, the surer it is."""

    rank: int
    day: date
    words: str


def given_day(words: str) -> Published | None:
    """Read a day as collectors write it: ISO 8601, with or without time, or in words."""
    found = _first_day(words)
    return Published(*found, f"{GIVEN} (“{words}”)") if found else None


def day_of_metadata(published: tuple[str, str], modified: tuple[str, str] | None = None) -> Published | None:
    """Read the day that a page's head names: words and the tag that holds them. A later change is told in the basis."""
    words, where = published
    found = _first_day(words)
    if found is None:
        return None
    changed = _first_day(modified[0]) if modified else None
    later = f"; it was changed on {changed[0]}" if changed and changed[0] > found[1] else ""
    return Published(*found, f"{where} says “{words}”{later}")


_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_ISO = re.compile(r"\s*((?:19|20)\d\d)(?:-(\d\d?))?(?:-(\d\d?))?(?![\d/-])")


def _first_day(words: str) -> tuple[date, date] | None:
    """Return the first and last day that the words name: a month or a year is an interval."""
    iso = _COMPACT.match(words) or _ISO.match(words)
    if iso is None:
        return next(((found.day, found.day) for found in find_days(words)), None)
    if iso[3] is None:
        return _span(int(iso[1]), int(iso[2]) if iso[2] else None)
    day = _day(int(iso[1]), int(iso[2]), int(iso[3]))
    return (day, day) if day else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _span(year: int, month: int | None) -> tuple[date, date] | None:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        return None
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


_URL = re.compile(
    r"[/-]((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/._-]|$)|[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/._-]|$)"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def day_of_url(url: str) -> Published | None:
    """Read the day in an address such as ``/2017/06/08/`` or ``/2017/jun/08/``."""
    match = _URL.search(url)
    if match is None:
        return None
    year, month, day = (part for part in match.groups() if part is not None)
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1 if month in _MONTHS else 0
    found = _day(int(year), number, int(day))
    return Published(found, found, f"the address holds “{match.group().strip('/_-')}”") if found else None


_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/(?=[^/\d])")


def month_of_url(url: str) -> Published | None:
    """Read the month in an address such as ``/2017/06/title``, as blogs have it."""
    match = _URL_MONTH.search(url)
    found = _span(int(match[1]), int(match[2])) if match else None
    return Published(*found, f"the address holds “{match[1]}/{match[2]}”") if match and found else None


_LABEL = re.compile(
    r"(?:first |originally )?(?:published|posted|issued|publication date|pubdate|date|dated|released|publi[ée]e?"
    r"|publicado|publicación|veröffentlicht|pubblicato|gepubliceerd|опубликовано|опубліковано|yayınlanma|نشر)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:last )?(?:updated|modified|revised|mise? à jour|actualizado|aktualisiert|aggiornato|atualizado|обновлено"
    r"|оновлено|güncelleme)\b",
    re.IGNORECASE,
)
_LABELLED_DAY = re.compile(
    rf"\b(?:published|posted|publi[ée]e?|publicado|veröffentlicht)(?::| on| le| el| am)?\s{{1,2}}(?P<day>{DATE})",
    re.IGNORECASE,
)
"""A label and its day within a line that tells of a change first."""
_DATELINE = re.compile(
    rf"[^.!?\n]{{0,60}}?(?<!\w)\(?(?P<day>{DATE})\)?(?:\s?\([^()]{{1,40}}\))?\s?(?:[-–—:/|]|\.\s?[-–—])", re.IGNORECASE
)


_PLACE_AND_DAY = re.compile(
    rf"(?:[A-ZÀ-Þ][\w'’.-]{{0,30}},? ){{1,5}}\(?(?P<day>(?i:{DATE}))\)?\.\s{{1,3}}(?=[A-ZÀ-Þ“\"])"
)
"""A dateline that ends in a full stop: "Kyiv, 22 October 2025. Missiles hit"."""
_LABELLED_SENTENCE = re.compile(
    rf"(?:^|(?<=[.!?”\"]\s))(?:(?:first |originally )?(?:published|posted|issued))(?: on| at)?:? {{1,2}}(?P<day>{DATE})"
    r"(?=\.?\s*$|\.\s)",
    re.IGNORECASE | re.MULTILINE,
)
"""A sentence amid the story that only dates it: "Published 2025-05-12."."""
_HEAD = 1_500
"""Characters of the story in which such a sentence is looked for."""


def day_of_words(text: str, blocks: tuple[Block, ...], outlet: str | None) -> Published | None:
    """Read the day in the lines around the story and in its dateline.

    The surest: a line that says so; the outlet's own name beside a day; the highest line above the story; the dateline;
    lines behind the story. A line that disagrees is named in the basis.
    """
    lines = sorted(_dated_lines(text, blocks, outlet), key=lambda line: line.rank)
    if not lines:
        return _day_of_addresses(text, blocks)
    first = lines[0]
    other = next((line for line in lines if line.day != first.day and line.rank <= BEHIND), None)
    beside = f"; another line says “{other.words}”" if other else ""
    return Published(first.day, first.day, f"the report says “{first.words}”{beside}")


_PERIODICAL = re.compile(
    r"\b(?:report|update|bulletin|digest|assessment|brief|briefing|sitrep|round-?up|summary|overview|note|log|monitor)\b",
    re.IGNORECASE,
)
_DATED_TITLE = re.compile(rf"[,:(|–—-]\s{{0,2}}(?P<day>{DATE})\)?$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"]{1,500}")


def _day_of_addresses(text: str, blocks: tuple[Block, ...]) -> Published | None:
    """Read the day in the one address that stands around the story with a day in it."""
    around = (text[block.start : block.end] for block in blocks if block.kind == "furniture")
    found = {
        day.start: day for part in around for url in _ADDRESS.findall(part) if (day := day_of_url(url)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


LABELLED, OWN, UNDER_TITLE, ABOVE, DATELINE, UPDATED, BEHIND = range(7)


def _dated_lines(text: str, blocks: tuple[Block, ...], outlet: str | None) -> Iterator[DatedLine]:
    first = next((at for at, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    last = max((at for at, block in enumerate(blocks) if block.kind == "body"), default=-1)
    title = next((at for at, block in enumerate(blocks) if block.kind == "title"), len(blocks))
    others = next((at for at, block in enumerate(blocks) if at > last and block.kind == "other_story"), len(blocks))
    own = folded(outlet) if outlet else None
    for at, block in enumerate(blocks):
        if block.kind == "furniture" and at < others:
            for line in _lines(text, block):
                around = (UNDER_TITLE if at > title else ABOVE) if at < first else BEHIND if at > last else None
                yield from _dated(line, around, own)
    if title < len(blocks):
        yield from _dated_title(plain(text[blocks[title].start : blocks[title].end].strip().split("\n")[0]))
    if first < len(blocks):
        opening = plain(text[blocks[first].start : blocks[first].start + 160])
        match = _DATELINE.match(opening) or _PLACE_AND_DAY.match(opening)
        if match:
            yield from (DatedLine(DATELINE, found.day, match.group()) for found in find_days(match["day"]))
        yield from _dated_story(text, blocks[first].start)


def _dated_title(line: str) -> Iterator[DatedLine]:
    """Give the day at the end of the title of a report that comes out again and again."""
    match = _DATED_TITLE.search(line) if _PERIODICAL.search(line) else None
    if match:
        yield from (DatedLine(DATELINE, found.day, line) for found in find_days(match["day"]))


def _dated_story(text: str, start: int) -> Iterator[DatedLine]:
    """Give the sentence of the story that only says when it came out."""
    match = _LABELLED_SENTENCE.search(plain(text[start : start + _HEAD]))
    if match:
        yield from (DatedLine(LABELLED, found.day, match.group()) for found in find_days(match["day"]))


def _lines(text: str, block: Block) -> Iterator[str]:
    for line in text[block.start : block.end].split("\n"):
        bare = plain(line)
        if bare and len(bare) <= MAX_LINE and not is_picture(bare):
            yield bare


def _dated(line: str, around: int | None, own: str | None) -> Iterator[DatedLine]:
    """Rank a line; ``around`` is what it counts for where it stands, None amid the story."""
    found = next(find_days(line), None)
    if found is None:
        return
    labelled = _LABELLED_DAY.search(line)
    if labelled is not None and len(words(line)) <= 2 * MAX_WORDS:
        yield from (DatedLine(LABELLED, day.day, line) for day in find_days(labelled["day"]))
    elif _UPDATED.match(line):
        yield DatedLine(UPDATED, found.day, line)
    elif _LABEL.match(line):
        yield DatedLine(LABELLED, found.day, line)
    elif own is not None and around is not None and folded(line[: found.start]) == own:
        yield DatedLine(OWN, found.day, line)
    elif around is not None and len(words(line)) <= MAX_WORDS:
        yield DatedLine(around, found.day, line)
