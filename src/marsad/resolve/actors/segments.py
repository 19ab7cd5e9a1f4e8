"""Takes the words of a mention apart: the parties joined in it, and of each the core without what is said around it."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from marsad.model import Span

_JOINED = re.compile(r"\s*,?\s+(?:and|or|as well as|along with|together with|alongside)\s+|\s+&\s+")
_LISTED = re.compile(r"\s*,\s*")
_MEMBERS_OF = re.compile(
    r"(?:(?:fighters?|partisans?|volunteers?|vigilantes?|separatists?|guerrillas?|militiamen|recruits?|parts?|"
    r"brigades?|battalions?|snipers?|insurgents?|jihadists?|extremists?|terrorists?|members?|militants?|soldiers?|"
    r"commandos?|hunters?|officers?|troops|elements?|forces?|units?|groups?|convoys?|gunmen|rebels?|men|supporters|"
    r"operatives?|commanders?|leaders?|leadership|spokes(?:man|woman|person)|remnants|dozens|hundreds|scores|thousands|"
    r"some|many|number|wings?|branch|factions?|cells?|patrols?|columns?|officials?|targets?|positions?"
    r")\s+(?:of|from|belonging to|loyal to|with|in)|"
    r"(?:bases?|warplanes?|aircraft|jets?|planes?|helicopters?|gunships?|drones?|paramotors?|missiles?|rockets?|shells?|"
    r"bombs?|mines?|artillery|tanks?|warships?|ships?|vessels?|boats?|gunboats?|vehicles?|trucks?|lorry|lorries|bus|"
    r"buses|cars?|posts?|outposts?|checkpoints?|camps?|garrisons?|headquarters|hideouts?|strongholds?|depots?|barracks|"
    r"staff)\s+(?:of|belonging to))\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[(\[:;–—]|,(?!\d))|\s+-\s+|\s+(?:of|in|from|near|at|on|with|who|whom|whose|which|that|for|by|to|against|under|backed|"
    r"led|loyal|allied|belonging|fighting|based|remaining|known|including|inside|outside|around|along|after|during|"
    r"while|when|where|has|have|had|was|were|is|are|said|trying|holed|armed with|accused|suspected|aboard|across)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:the|an estimated|estimated|a|an|some|several|many|few|both|all|other|"
    r"more than|less than|fewer than|at least|at most|as many as|"
    r"up to|"
    r"about|around|nearly|almost|over|dozens of|scores of|hundreds of|thousands of|tens of|a number of|number of|"
    r"a group of|group of|another|this|that|these|those|its|their|his|her|our|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|a hundred|hundred|a dozen|dozen|"
    r"\d[\d,.]*)(?:\s+|$)",
    re.IGNORECASE,
)
_PUNCTUATION = " \t\n\r,;:.\"“”‘’'()[]"


class Segment(Struct, frozen=True):
    """One of the parties in a mention, as places in the document.

    ``start`` to ``end`` are its words without article and number; ``core_start`` to ``core_end`` what is left without
    what follows the noun and without "members of".
    """

    start: int
    end: int
    core_start: int
    core_end: int


def segments_of(
    text: str, start: int, end: int, names: Iterable[Span], parties: Iterable[Span] = ()
) -> tuple[Segment, ...]:
    """Take a mention apart; a name of the tables is never cut, even where it holds "and" or "of".

    A noun for members is skipped up to what follows ("fighters of the Front"); where a name stands before it, only up
    to one of ``parties`` ("Tuareg fighters of the Front", but "American base in Qatar").
    """
    kept = tuple(names)
    owners = tuple(parties)
    parts = _split(text, start, end, kept, _JOINED)
    if len(parts) > 1:
        parts = [piece for first, last in parts for piece in _split(text, first, last, kept, _LISTED)]
    return tuple(segment for first, last in parts if (segment := _segment(text, first, last, kept, owners)) is not None)


def without_article(words: str) -> str:
    """Return the words without leading articles, numbers and marks.

    >>> without_article("at least 26 jihadists"), without_article("the “rebels”")
    ('jihadists', 'rebels')
    """
    start, end = _bare(words, 0, len(words), ())
    return " ".join(words[start:end].split())


def _split(
    text: str, start: int, end: int, names: tuple[Span, ...], separator: re.Pattern[str]
) -> list[tuple[int, int]]:
    parts = []
    at = start
    for match in separator.finditer(text, start, end):
        if not _within(match.start(), match.end(), names):
            parts.append((at, match.start()))
            at = match.end()
    return [*parts, (at, end)]


def _within(start: int, end: int, names: tuple[Span, ...]) -> bool:
    return any(name.start < end and start < name.end for name in names)


def _segment(text: str, start: int, end: int, names: tuple[Span, ...], owners: tuple[Span, ...]) -> Segment | None:
    start, end = _bare(text, start, end, names)
    if start >= end:
        return None
    core_start = start
    members = _MEMBERS_OF.search(text, start, end)
    if members is not None and not _within(members.end() - 1, members.end(), names):
        owned, _ = _bare(text, members.end(), end, names)
        if any(owner.start == owned for owner in owners) or not _within(start, members.end(), names):
            core_start = owned
    core_end = next(_ends(text, core_start, end, names), end)
    return Segment(start, end, core_start, core_end)


def _ends(text: str, start: int, end: int, names: tuple[Span, ...]) -> Iterator[int]:
    for match in _TAIL.finditer(text, start, end):
        if match.start() > start and not _within(match.start(), match.end(), names):
            yield match.start()


def _bare(text: str, start: int, end: int, names: tuple[Span, ...]) -> tuple[int, int]:
    while start < end:
        if text[start] in _PUNCTUATION:
            start += 1
            continue
        match = _HEAD.match(text, start, end)
        if match is None or _within(match.start(), match.end(), names):
            break
        start = match.end()
    while end > start and text[end - 1] in _PUNCTUATION and not _abbreviated(text, end):
        end -= 1
    return start, end


def _abbreviated(text: str, end: int) -> bool:
    return text[end - 1] == "." and text[max(end - 4, 0) : end].count(".") > 1
