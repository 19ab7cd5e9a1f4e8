"""Who says so within one sentence: "X said that", ", X said.", "according to X", "X, quoted by Y", "…: X"."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from marsad.extract.found import Found, headline, quoting
from marsad.extract.speaker_phrases import (
    LONGEST,
    is_press,
    low_at,
    opening_subject,
    speaker_in,
    speakers_after,
    speakers_before,
)
from marsad.extract.speaking import (
    AUXILIARY,
    BYSTANDERS,
    CITED,
    COUNTING,
    HEADLINE,
    INVERTIBLE,
    ISSUED,
    OBJECT_NEEDED,
    OPENERS,
    PAPERS,
    PRONOUNS,
    QUOTING,
    SAYING,
    SEEING,
    SHOWING,
    SPEECH,
    TOLLS,
    Word,
    looks_verbal,
    words_of,
)
from marsad.extract.speech_verbs import (
    counts,
    ends,
    group_start,
    is_date,
    only_counts,
    orders,
    speaks_of_thoughts,
    tells_clause,
    tells_clause_behind,
)
from marsad.model import Mention, Span

_COUNTED_AT: Final = frozenset("stood stands was is had reached rose".split())
_OF_TOLLS: Final = frozenset("own latest last official final first death casualty".split())


class Attribution(Struct, frozen=True):
    """Somebody who is credited in a sentence: ``own`` are the words that do it, ``covers`` what they credit with.

    ``follows`` says that it stands behind what is credited (", the army said."), so that others may be before it.
    """

    speakers: tuple[Mention, ...]
    own: Span
    covers: Span
    verb: Span
    follows: bool = False


def attributions(text: str, sentence: Span, quoted: Sequence[Span] = (), *, title: bool = False) -> list[Attribution]:
    """Return those who are credited in a sentence, in the order of the text; what stands in quotations is passed over.

    ``title`` says that the sentence is a headline, where a colon alone may credit.
    """
    words = words_of(text, sentence, quoted)
    found = [one for index in range(len(words)) for one in _at(words, index, title=title)]
    if title:
        found.extend(headline(words))
    found = _apart(words, sorted(found, key=lambda one: (one.first, one.end)))
    return [_reach(text, sentence, words, found, index) for index in range(len(found))]


def subject_of(text: str, sentence: Span, quoted: Sequence[Span] = ()) -> Mention | None:
    """Return the words that a sentence opens with as who does something; None where its form is another."""
    words = words_of(text, sentence, quoted)
    before = next((index for index, word in enumerate(words) if looks_verbal(word) or word.low in SPEECH), 0)
    acts = before > 0 and words[before].low not in AUXILIARY and words[before].low != "died"
    found = opening_subject(words, before + 1) if acts else ()
    return Mention.of(text, words[found[0][0]].start, words[found[0][1] - 1].end) if found else None


def subject_before(text: str, sentence: Span, verb: Mention) -> Mention | None:
    """Return the words right before a finite verb that name its one subject ("troops have | declared"), or None."""
    words = words_of(text, sentence)
    at = next((index for index, word in enumerate(words) if word.start == verb.start), None)
    start = group_start(words, at) if at else None
    found = speakers_before(words, start)[0] if start else ()
    return Mention.of(text, words[found[0][0]].start, words[found[0][1] - 1].end) if len(found) == 1 else None


def _apart(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Keep the first of attributions that share words; "adding" goes on with the speaker before it."""
    kept: list[Found] = []
    for one in found:
        if kept and one.first < kept[-1].end:
            if words[one.first].low in {"citing", "quoting"}:
                kept[-1] = replace(kept[-1], speakers=(*kept[-1].speakers, *one.speakers))
            continue
        if one.speakers:
            kept.append(one)
        elif speakers := kept[-1].speakers if kept else opening_subject(words, one.verb):
            kept.append(replace(one, speakers=speakers))
    return kept


def _reach(text: str, sentence: Span, words: Sequence[Word], found: Sequence[Found], index: int) -> Attribution:
    one = found[index]
    start, end = sentence.start, sentence.end
    before = [other for other in found[:index] if other.way != "forward"]
    after = [other for other in found[index + 1 :] if other.way == "forward" and _sets_in(words, other.first)]
    if one.way in {"forward", "aside"}:
        start = words[one.end - 1].end
        last = after[0].first if after else len(words)
        aside = None if low_at(words, one.end) in {":", "■"} else _outlets_aside(words, one.end, last)
        end = words[aside].start if aside is not None else words[last].start if after else end
    elif one.way == "trailing":
        start = _behind(words, before, one.first) if before else start
        end = words[one.end - 1].end
    speakers = tuple(Mention.of(text, words[a].start, words[b - 1].end) for a, b in one.speakers)
    verb = Span(words[one.verb].start, words[one.verb].end)
    own = Span(words[one.first].start, words[one.end - 1].end)
    return Attribution(speakers, own, Span(start, max(start, end)), verb, one.way != "forward")


def _outlets_aside(words: Sequence[Word], first: int, last: int) -> int | None:
    """Return where a relative clause that ends the sentence begins (", which …"): there the outlet itself explains."""
    for index in range(first, last - 1):
        if words[index].low == "," and words[index + 1].low in {"which", "who", "whose", "where"}:
            later = {word.low for word in words[index + 2 : last]}
            return None if "," in later else index
    return None


def _behind(words: Sequence[Word], before: Sequence[Found], first: int) -> int:
    """Return where what is credited behind it begins: after the attribution before, or with it ("…, citing")."""
    at = len(before) - 1
    while at >= 0 and is_date(words[before[at].end : first]):
        first = before[at].first
        at -= 1
    return words[before[at].end - 1].end if at >= 0 else words[0].start


def _sets_in(words: Sequence[Word], first: int) -> bool:
    """Say whether an attribution stands beside the one before ("A said this, but B said that"), not within it."""
    return low_at(words, first - 1) in {",", "and", "but", "while", ";", "whereas", "although", "though", "■"}


def _at(words: Sequence[Word], index: int, *, title: bool) -> Iterator[Found]:
    yield from _by_phrase(words, index)
    if words[index].low in SAYING:
        yield from _by_saying(words, index)
    elif words[index].text.islower() or title:
        yield from _by_verb(words, index)


def _by_phrase(words: Sequence[Word], index: int) -> Iterator[Found]:
    """Read "according to X", "citing X", "quoted by X", "figures from X show"."""
    low, following = words[index].low, low_at(words, index + 1)
    if low == "according" and following == "to":
        yield from _after(words, index, index + 2)
    elif low in {"citing", "quoting"}:
        yield from _after(words, index, index + 1)
    elif low in {"quoted", "cited"} and following == "by" and (relayed := _relayed(words, index)) is not None:
        yield relayed
    elif low in CITED and following == "by":
        yield from _after(words, index, index + 2)
    elif low == "statement" and following in {"from", "by"}:
        for one in _after(words, index, index + 2):
            yield replace(one, end=one.end + 1, way="forward") if low_at(words, one.end) in SPEECH else one
    elif low in SHOWING:
        yield from _shown(words, index)
    elif low in TOLLS:
        yield from _own_toll(words, index)


def _relayed(words: Sequence[Word], quoted: int) -> Found | None:
    """Read "an officer quoted by the agency (ANA) said": both, and what follows is what they tell."""
    carriers, verb = speakers_after(words, quoted + 2)
    if low_at(words, verb) == "(":
        verb = next((index for index in range(verb, verb + 4) if low_at(words, index) == ")"), verb) + 1
    speaks = low_at(words, verb) in SPEECH or (low_at(words, verb) in COUNTING and counts(words, verb))
    speakers, first = speakers_before(words, quoted)
    if not (speaks and carriers and speakers) or low_at(words, quoted - 1) in {",", *AUXILIARY}:
        return None
    return Found((*speakers[-1:], *carriers), first, verb + 1, verb, "forward")


def _own_toll(words: Sequence[Word], toll: int) -> Iterator[Found]:
    """Read "the health ministry's own count stood at 31"; of a town or a day it is told how many died there."""
    verb = toll + (2 if low_at(words, toll + 1) in AUXILIARY and low_at(words, toll + 2) in _COUNTED_AT else 1)
    if low_at(words, verb) not in _COUNTED_AT:
        return
    end = toll - 1
    while end > 0 and low_at(words, end) in _OF_TOLLS:
        end -= 1
    plural = end > 0 and low_at(words, end) in {"’", "'"} and words[end - 1].low[-1] == "s"
    if plural or low_at(words, end) in {"’s", "'s"}:
        speakers, first = speakers_before(words, end)
        if speakers and words[speakers[-1][1] - 1].low in HEADLINE:
            yield Found(speakers[-1:], first, end + 1, toll, "forward")


def _by_saying(words: Sequence[Word], index: int) -> Iterator[Found]:
    """Read ", adding that", "a statement saying", "was quoted as saying", "with residents saying"."""
    before = low_at(words, index - 1)
    if before == "as":
        yield from _quoted_as(words, index)
    elif before in ISSUED | {","}:
        yield Found((), index, index + 1, index, "forward")
    else:
        yield from _with_saying(words, index)


def _by_verb(words: Sequence[Word], index: int) -> Iterator[Found]:
    """Read a verb of speech with its speaker, other verbs where what follows shows that they are some."""
    low, following = words[index].low, low_at(words, index + 1)
    if low in SEEING:
        yield from _seen(words, index)
    elif is_press(words, index) or (low in SHOWING and any(_shown(words, index))):
        return
    elif low in SPEECH or _speaks_here(words, index, low, following):
        yield from _spoken(words, index)
    elif low in QUOTING:
        yield from quoting(words, index)


def _speaks_here(words: Sequence[Word], index: int, low: str, following: str) -> bool:
    """Say whether a verb that seldom credits does here: "spoke of", "X has learned.", "sources state that"."""
    before = low_at(words, index - 1)
    return (
        (low in COUNTING and counts(words, index))
        or (low in {"spoke", "speaks", "speak"} and following == "of")
        or (low == "state" and following == "that" and before.endswith("s"))
        or (low == "pointed" and following == "out")
        or (low == "learned" and before in {"has", "have"} and ends(words, index + 1))
        or speaks_of_thoughts(words, index)
    )


def _after(words: Sequence[Word], first: int, start: int) -> Iterator[Found]:
    """Read the speakers behind "according to", "citing", "quoted by"."""
    speakers, end = speakers_after(words, start)
    if speakers and words[speakers[-1][1] - 1].low in PAPERS:
        by = next((index for index in range(end, end + 5) if low_at(words, index) in {"by", "from"}), None)
        issued, behind = speakers_after(words, by + 1) if by is not None else ((), 0)
        speakers, end = (issued, behind) if issued else (speakers, end)
    elif speakers and words[speakers[0][0]].low in PAPERS and low_at(words, speakers[0][0] + 1) in {"from", "by"}:
        speakers, end = speakers_after(words, speakers[0][0] + 2)
    if speakers:
        yield Found(speakers, first, end, first, _aside_way(words, first, end))


def _aside_way(words: Sequence[Word], first: int, end: int) -> str:
    """Tell how far "according to X" reaches: before what is told, behind it, or between its subject and its verb."""
    if _opens(words, first):
        return "whole"
    if low_at(words, first - 1) != "," or low_at(words, end) != ",":
        return "trailing"
    if low_at(words, end + 1) == "that":
        return "aside"
    told = any(looks_verbal(word) for word in words[:first])
    return "trailing" if told else "whole"


def _with_saying(words: Sequence[Word], saying: int) -> Iterator[Found]:
    """Read ", with residents saying shells fell"."""
    opening = next((at for at in range(saying - 2, max(saying - LONGEST, 0), -1) if words[at].low == "with"), None)
    phrase = speaker_in(words, opening + 1, saying) if opening is not None else None
    if opening is not None and phrase is not None and phrase[1] == saying:
        yield Found((phrase,), opening, saying + 1, saying, "forward")


def _quoted_as(words: Sequence[Word], saying: int) -> Iterator[Found]:
    """Read "X was quoted by Y as saying" and "Y quoted X as saying"."""
    verb = next(
        (at for at in range(saying - 2, max(saying - LONGEST, 0), -1) if words[at].low in {"quoted", "cited"}), 0
    )
    if not verb:
        return
    passive = low_at(words, verb - 1) in AUXILIARY
    own, first = speakers_before(words, verb - 1 if passive else verb)
    by = low_at(words, verb + 1) == "by"
    others = speakers_after(words, verb + (2 if by else 1))[0] if by or not passive else ()
    if own:
        yield Found((*own, *others), first, saying + 1, saying, "trailing" if ends(words, saying + 1) else "forward")


def _opens(words: Sequence[Word], index: int) -> bool:
    """Say whether nothing but a conjunction stands before that word."""
    return all(word.low in OPENERS for word in words[:index])


def _shown(words: Sequence[Word], verb: int) -> Iterator[Found]:
    """Read "figures from the ministry show"."""
    papers = [index for index in range(max(verb - LONGEST, 0), verb) if words[index].low in PAPERS]
    for index in papers[-1:]:
        source = low_at(words, index + 1) in {"from", "by", "of", "compiled", "collected", "released", "published"}
        speakers, _ = (
            speakers_after(words, index + (3 if low_at(words, index + 2) == "by" else 2)) if source else ((), 0)
        )
        if speakers:
            yield Found(speakers, index, verb + 1, verb, "forward")


def _spoken(words: Sequence[Word], verb: int) -> Iterator[Found]:
    """Read the speaker of a finite verb of speech."""
    start = group_start(words, verb)
    if start is None or orders(words, verb):
        return
    inverted = _inverted(words, start, verb)
    telling = words[verb].low not in OBJECT_NEEDED or tells_clause(words, verb)
    if inverted is not None and (telling or inverted.end == len(words)):
        yield inverted
        return
    if not telling:
        return
    speakers, first = speakers_before(words, start)
    while low_at(words, first - 1) in {"the", "a", "an"}:
        first -= 1
    if speakers:
        yield Found(speakers, first, verb + 1, verb, _way(words, first, verb))


def _seen(words: Sequence[Word], verb: int) -> Iterator[Found]:
    """Read "residents heard shots", "she saw soldiers shoot"; of others it is told what they saw."""
    for one in _spoken(words, verb):
        first, end = one.speakers[-1]
        opens = first <= 1 or words[end - 1].low not in PRONOUNS
        noun = next((at for at in range(first + 1, end) if words[at].low in {"of", "from"}), end) - 1
        if one.way == "forward" and opens and words[noun].low in BYSTANDERS:
            yield one


def _inverted(words: Sequence[Word], start: int, verb: int) -> Found | None:
    """Read "…, said X" and "… said X, a farmer."."""
    if words[verb].low not in INVERTIBLE or start != verb:
        return None
    before = low_at(words, verb - 1)
    if before not in {",", "”", '"', "■", "?", "!", "’", "–", "—"}:
        return None
    speakers, end = speakers_after(words, verb + 1)
    if not speakers or (end < len(words) and looks_verbal(words[end])):
        return None
    aside = before == "," and speakers_before(words, start)[0] and low_at(words, verb - 2) not in {"”", '"', "■"}
    if aside and not ends(words, end):
        return None
    quoted_on = any(word.low == "■" for word in words[end:])
    return Found(speakers, verb, end, verb, "whole" if quoted_on else "trailing")


def _way(words: Sequence[Word], first: int, verb: int) -> str:
    """Tell "X said that …" (forward) from ", X said." (trailing) and ", X said, …" (whole)."""
    if low_at(words, first - 1) == "as" and not tells_clause_behind(words, verb):
        return "whole" if first < 2 else "trailing"
    if low_at(words, first - 1) not in {",", "”", '"', "■", "–", "—", "?", "!"} or first == 0:
        return "forward"
    index = verb + 1
    if words[verb].low in {"told", "tells", "tell"}:
        index = speakers_after(words, index)[1] or index
    if low_at(words, index) in {"that", ":"}:
        return "forward"
    if only_counts(words, index - 1) and ends(words, index):
        return "forward"
    rest = index
    while rest < len(words) and words[rest].low not in {",", "–", "—", ";", "while", "as"}:
        if looks_verbal(words[rest]):
            return "forward"
        rest += 1
    if low_at(words, first - 2) in {"where", "that", "who", "which", "when", "and", "but", "what"}:
        return "whole"
    new_clause = low_at(words, rest) in {"while", "as"} or low_at(words, rest + 1) in {
        "as",
        "while",
        "but",
        "after",
        "in",
        "hours",
        "days",
        "which",
    }
    return "trailing" if rest == len(words) or new_clause or ends(words, rest) else "whole"
