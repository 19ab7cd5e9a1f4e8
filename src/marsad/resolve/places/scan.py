"""Names of places in a document's text, each with its candidates in the gazetteer."""

import re
from collections.abc import Iterator

from msgspec import Struct

from marsad.model import Block, Document
from marsad.resolve.places.compiling.keys import name_key
from marsad.resolve.places.gazetteer import Entry, Gazetteer
from marsad.resolve.places.names import Run, Token, abbreviated_state, of_person, readings, runs, tokens
from marsad.resolve.places.vocabulary import (
    ASIDE,
    BORDER,
    COMPANIONS,
    CONCERNED,
    DESIGNATORS,
    DIRECTIONS,
    DIVISIONS,
    LEFT,
    NO_PLACES,
    PLACED,
    SIDES,
    SITES,
    SPEECH,
    TITLES,
)

_AFTER = re.compile(r"[ \u00a0]+([a-z][a-z-]+)")
_WHOSE = re.compile(
    r" (?:forces|troops|military|army|soldiers|personnel|officials?|government|president|air ?strikes?|warplanes?|"
    r"jets?|drones?|aircraft|marines?|navy|special forces|coalition|secretary|defen[cs]e|foreign|embassy|intelligence|"
    r"servicemen|bombers?|warships?|positions|interests|borders?|frontier|allies|envoy|diplomats?|citizens|nationals)\b"
)
_WORDS_AFTER = re.compile(r"(?:[ \u00a0][a-z][a-z-]*){1,3}")
_BEFORE = re.compile(
    r"\b((?:[Cc]it|[Tt]own|[Vv]illage|[Hh]amlet|[Pp]rovince|[Gg]overnorate|[Dd]istrict|[Rr]egion|[Ss]tate|[Cc]ount|"
    r"[Oo]blast|[Cc]apital|[Gg]overnor|[Mm]ayor|[Ss]ettlement|[Qq]uarter|[Nn]eighbou?rhood|[Aa]rea|[Cc]amp|[Pp]ort|[Ss]uburb|[Ii]sland|"
    r"[Vv]alley|[Mm]unicipalit|[Dd]epartment|[Tt]ownship)(?:y|ies|s)?)"
    r"(?: of|,| called| named)?(?: the)? (?=$)"
)
_OWN_PART = re.compile(
    r"['’]s (?:[A-Za-z-]+ ){0,3}?(?:north|south|east|west|centre|center|cit|town|village|province|region|district|"
    r"border|coast|capital|state|outskirts|suburb|airport|port|old|main|second|third|largest|war-torn|[A-Z])"
)
_PART = re.compile(r"\b([Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(-?(?:[Ee]ast|[Ww]est))?(ern)?[ -]$")
_SIDE_OF = re.compile(
    r"(?<!to )\b(?:the|in|from|its) (?:far |extreme |remote )?(north|south|east|west)(?:-?(east|west))?"
    r"(?:ern)?(?: (?:part|parts|half|side|regions?|provinces?|areas?))? of (?:the )?$"
)
"""A part told in front of the name: "the north of Mali", "in the eastern part of Turkey"; not "to the north of"."""
_OFFICE_AFTER = re.compile(r"[ \u00a0]+(Governor|Gov|Senator|Mayor)\b")
_OWN_BEARING = re.compile(r"['’]s (?:far |remote )?([a-z-]{4,13}ern|north|south|east|west)(?=[\s,.])")
"""A part told behind the name: "Syria's southern desert"."""
_CAPITAL_BEFORE = re.compile(r"(?<!\w)(?:a[lrsz]-|e[lsz]-)?[A-Z][\w'’-]* $")
_OPENING = re.compile(r"\b(?:In|At|Near|Inside|Outside|Around|Across|Over|On|Throughout|Within|From|Between)(?= )")
"""Prepositions that open a sentence with a capital."""
_LINE = re.compile(r"[^\n]+")
LONGEST_TITLE = 300
_OWN_WORDS = frozenset({"county", "city", "town"})
"""Words that are part of a district's name: Orange County is not called Orange."""
_COMMON = SIDES | frozenset(DESIGNATORS)
"""What a province may be called that is no name by itself."""


class Found(Struct, frozen=True):
    """A name in the text, with the places it may mean.

    ``designator`` is the kind that a word beside it says it is of (province, district, town, quarter, site...),
    ``word`` that word; ``bearing`` the direction in front of it ("southern Syria"); ``countries`` are those of an
    adjective ("Syrian"), which is no place itself; ``person`` says that a title stands before it, ``speaks``
    that it says something, as a government does; ``placed`` that words before it make it the place of something ("in"),
    ``concerned`` that something is done to it or goes out from it ("captured", "from"),
    ``aside`` that it is named by way of comparison ("such as"); ``left`` that one comes
    from or goes against it, as with a country;
    ``key`` is what it has in common with other mentions of the same name.
    """

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    designator: str | None
    word: str | None
    bearing: int | None
    countries: tuple[str, ...]
    person: bool
    speaks: bool
    placed: bool
    concerned: bool
    aside: bool
    left: bool
    possessive: bool
    key: str


def story(document: Document) -> tuple[Block, ...]:
    """Return the blocks that tell the story."""
    return tuple(block for block in document.blocks if block.kind in ("title", "body"))


def scan(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """Give the names of a stretch of text in their order, those that the gazetteer lacks among them."""
    for line in _LINE.finditer(text, start, end):
        found_runs = tuple(runs(text, line.start(), line.end()))
        if _in_title_case(text, line.start(), line.end()):
            found_runs = tuple(piece for run in found_runs for piece in _pieces(run, gazetteer))
        for run in found_runs:
            for piece in _apart(run, gazetteer):
                yield _look_up(text, piece, gazetteer)


def _apart(run: Run, gazetteer: Gazetteer) -> Iterator[Run]:
    """Cut a run at "of" and before a title, unless it is a name as it stands.

    Isle of Man, but Governor | Kherson; Port Said, but Kharkiv | Mayor Ihor Terekhov.
    """
    title = next((i for i, token in enumerate(run.tokens) if i and token.text.lower() in TITLES), None)
    if title is not None and not any(gazetteer.named(_words(Run(run.tokens[a:b]))) for a, b in readings(run)):
        last = max(i for i in range(title) if run.tokens[i].capital or i == 0)
        yield from _apart(Run(run.tokens[: last + 1]), gazetteer)
        yield Run(run.tokens[title:])
        return
    cuts = [position for position, token in enumerate(run.tokens) if token.text == "of"]
    if not cuts or any(gazetteer.named(_words(Run(run.tokens[first:last]))) for first, last in readings(run)):
        yield run
        return
    last = cuts[-1]
    yield Run(run.tokens[:last] if last > 1 and run.tokens[last - 1].text != "of" else run.tokens[:1])
    yield Run(run.tokens[last + 1 :])


def _in_title_case(text: str, start: int, end: int) -> bool:
    if end - start > LONGEST_TITLE or text[end - 1] in '.!”"':
        return False
    words = [token.text for token in tokens(text, start, end) if token.text[0].isalpha() and len(token.text) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _pieces(run: Run, gazetteer: Gazetteer) -> Iterator[Run]:
    """Cut a run of a headline, where every word has a capital, into the names that are surely there."""
    first = 0
    while first < len(run.tokens):
        for length in (3, 2, 1):
            piece = Run(run.tokens[first : first + length])
            if length <= len(run.tokens) - first and _sure(_words(piece), gazetteer):
                yield piece
                first += length
                break
        else:
            first += 1


def _sure(name: str, gazetteer: Gazetteer) -> bool:
    if (len(name) < 4 and not name.isupper()) or all(word in COMPANIONS for word in name.lower().split()):
        return False
    return bool(gazetteer.adjective(name)) or any(
        entry.usual and (entry.kind in ("country", "capital") or entry.population >= 200_000)
        for entry in gazetteer.named(name)
    )


def _words(run: Run) -> str:
    return " ".join(token.text for token in run.tokens)


def _look_up(text: str, run: Run, gazetteer: Gazetteer) -> Found:
    person = of_person(text, run)
    for first, last in readings(run):
        kept = run.tokens[first:last]
        name = text[kept[0].start : kept[-1].end]
        if len(kept) == 1 and abbreviated_state(name) and not _state_stands_here(text, kept[0]):
            continue
        adjective = gazetteer.adjective(name)
        longer = _site_after(text, run.end, name, gazetteer) if last == len(run.tokens) else ()
        if longer:
            return _found(text, run, (first, last), longer, (), person=False)
        entries = () if adjective or name_key(name) in NO_PLACES else gazetteer.named(name)
        others = _without_its_word(text, kept, entries, gazetteer)
        if others:
            return _found(text, run, (first, last - 1), others, (), person=person)
        if entries or adjective:
            return _found(text, run, (first, last), entries, adjective, person=person)
    division = _division(text, run, gazetteer)
    if division is not None:
        return division
    return _found(text, run, _core(run), (), (), person=person)


def _without_its_word(
    text: str, kept: tuple[Token, ...], entries: tuple[Entry, ...], gazetteer: Gazetteer
) -> tuple[Entry, ...]:
    """Return what "Karak District" may mean besides the one that has the word in its name: that of another Karak."""
    words = len(kept) > 1 and kept[-1].text.lower() in DESIGNATORS and kept[-1].text.lower() not in _OWN_WORDS
    if not words or not entries or any(entry.kind != "district" for entry in entries):
        return ()
    bare = gazetteer.named(text[kept[0].start : kept[-2].end])
    return tuple({entry.number: entry for entry in (*entries, *bare)}.values()) if bare else ()


def _division(text: str, run: Run, gazetteer: Gazetteer) -> Found | None:
    """Return the province that is called by a direction or a common word: Northern State, the Bay region."""
    last = run.tokens[-1].text.lower()
    after = _AFTER.match(text, run.end)
    body = run.tokens[:-1] if last in DIVISIONS else run.tokens
    if not body or any(token.text.lower() not in _COMMON for token in body):
        return None
    if last not in DIVISIONS and (after is None or after[1] not in DIVISIONS):
        return None
    for kept in dict.fromkeys([len(run.tokens), len(body)]):
        name = text[run.start : run.tokens[kept - 1].end]
        entries = tuple(entry for entry in gazetteer.named(name) if entry.kind == "province")
        if entries:
            return _found(text, run, (0, kept), entries, (), person=False)
    return None


def look_up_words(text: str, start: int, end: int, gazetteer: Gazetteer) -> Found:
    """Look up words that are known to name a place, whatever stands around them."""
    run = Run(tuple(tokens(text, start, end)) or (Token(start, end, text[start:end], possessive=False),))
    name = text[start:end]
    adjective = gazetteer.adjective(name)
    entries = () if adjective else gazetteer.named(name)
    others = _without_its_word(text, run.tokens, entries, gazetteer)
    if others:
        return _found(text, run, (0, len(run.tokens) - 1), others, (), person=False)
    if entries or adjective:
        return _found(text, run, (0, len(run.tokens)), entries, adjective, person=False)
    return _look_up(text, run, gazetteer)


def _site_after(text: str, end: int, name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Return the site that the name is part of: Zaporizhzhia (nuclear power plant), Balad (air base)."""
    following = _WORDS_AFTER.match(text, end)
    if following is None:
        return ()
    words = following[0].split()
    for count in range(len(words), 0, -1):
        if words[count - 1] in SITES:
            entries = gazetteer.named(" ".join((name, *words[:count])))
            if entries:
                return entries
    return ()


def _state_stands_here(text: str, token: Token) -> bool:
    return text[max(0, token.start - 2) : token.start] == ", " and text[token.end : token.end + 1] == "."


def _core(run: Run) -> tuple[int, int]:
    """Return the run without the words for kinds and directions at its ends."""
    first, last = 0, len(run.tokens)
    while last - first > 1 and run.tokens[last - 1].text.lower() in DESIGNATORS:
        last -= 1
    while last - first > 1 and run.tokens[first].text.lower() in DIRECTIONS:
        first += 1
    only_kinds = all(token.text.lower() in COMPANIONS for token in run.tokens[first:last])
    return (0, len(run.tokens)) if only_kinds else (first, last)


def _found(  # noqa: PLR0913 - one argument a finding
    text: str, run: Run, kept: tuple[int, int], entries: tuple[Entry, ...], adjective: tuple[str, ...], *, person: bool
) -> Found:
    tokens_kept = run.tokens[kept[0] : kept[1]]
    start, end = tokens_kept[0].start, tokens_kept[-1].end
    word = _designator(text, run, kept)
    before = _OPENING.sub(lambda match: match[0].lower(), text[max(0, run.start - 60) : run.start])
    possessive = tokens_kept[-1].possessive
    border = BORDER.search(before) is not None and any(entry.kind == "country" for entry in entries)
    return Found(
        start=start,
        end=end,
        text=text[start:end],
        entries=entries,
        designator=None if word is None else DESIGNATORS.get(word),
        word=word,
        bearing=_bearing(text, run, kept),
        countries=adjective,
        person=person,
        speaks=SPEECH.match(text, run.end) is not None and not before.endswith((" of ", " in ", " from ")),
        placed=PLACED.search(before) is not None and _stands_alone(text, end, possessive=possessive) and not border,
        concerned=CONCERNED.search(before) is not None,
        aside=ASIDE.search(before) is not None or border,
        left=LEFT.search(before) is not None and _stands_alone(text, end, possessive=possessive),
        possessive=possessive,
        key=name_key(text[start:end]),
    )


def _stands_alone(text: str, end: int, *, possessive: bool) -> bool:
    """Say whether a name is not merely whose: Turkey's offensive, US forces; but Turkey's south."""
    if possessive:
        return _OWN_PART.match(text, end) is not None
    return _WHOSE.match(text, end) is None


def _designator(text: str, run: Run, kept: tuple[int, int]) -> str | None:
    """Return the word beside the name that says what it is, in the singular."""
    beside = [token.text.lower() for token in run.tokens[kept[1] :]] or [
        found[1].lower()
        for found in [_OFFICE_AFTER.match(text, run.end) or _AFTER.match(text, run.end)]
        if found is not None
    ]
    for word in beside[:1]:
        if _singular(word) in DESIGNATORS:
            return _singular(word)
    before = _BEFORE.search(text[max(0, run.start - 40) : run.start])
    if before is None or _CAPITAL_BEFORE.search(text[max(0, run.start - 40) : run.start][: before.start()]) is not None:
        return None  # in "the Midan district of Damascus" the word belongs to Midan
    return _singular(before[1].lower())


def _singular(word: str) -> str:
    if word in DESIGNATORS:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


def _bearing(text: str, run: Run, kept: tuple[int, int]) -> int | None:
    for token in run.tokens[: kept[0]]:
        if token.text.lower() in DIRECTIONS:
            return DIRECTIONS[token.text.lower()]
    before = _PART.search(text[max(0, run.start - 20) : run.start])
    if before is not None:
        return DIRECTIONS.get(re.sub(r"[^a-z]", "", before[0].lower()))
    side = _SIDE_OF.search(text[max(0, run.start - 60) : run.start])
    if side is not None:
        return DIRECTIONS[side[1] + (side[2] or "")]
    own = _OWN_BEARING.match(text, run.end)
    return None if own is None else DIRECTIONS.get(own[1].lower())
