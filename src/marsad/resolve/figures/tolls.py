"""Counts of people hurt, taken or driven out, and of things destroyed, by the grammar of one sentence.

"killing 12", "12 people were killed", "12 dead", "the toll rose to 30", "the bodies of 12", "12, including three
children": what stands beside a number says what it counts. Numbers of which nothing beside them does count nothing.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from marsad.model import Mention, Span
from marsad.resolve.figures import nouns, wording
from marsad.resolve.figures.classes import is_person
from marsad.resolve.figures.counted import LOOK, Counted, counted_in


class Toll(Struct, frozen=True):
    """A count: what was done to those counted, the words that count them, and those that say what was done.

    ``part_of`` is the index of the toll of the same sentence that it is included in. ``sure`` says that the words right
    beside the number tell the measure; ``follows`` that the sentence speaks of a happening told before ("among the
    dead", "the toll"), ``among`` that it only counts some of those told before, and ``several`` that several
    things were done to them ("killed, raped and kidnapped").
    """

    measure: str
    mention: Mention
    cue: Span
    part_of: int | None = None
    sure: bool = True
    follows: bool = False
    among: bool = False
    several: bool = False


def tolls(text: str, sentence: Span) -> tuple[Toll, ...]:
    """Return the tolls of a sentence in order; a number that is corrected ("not 27", "from 12 to 30") is none."""
    if wording.HARM.search(text, sentence.start, sentence.end) is None:
        return ()
    counted = counted_in(text, sentence)
    read = [_read(text, sentence, one) for one in counted]
    read = _joined(text, counted, read)
    return _nested(text, counted, read)


def is_taken_back(text: str, start: int, end: int) -> bool:
    """Whether a number is told as what was wrong or was before: "20 and not 27", "rose from 12 to 30"."""
    before = text[max(start - 40, 0) : start]
    if wording.TAKEN_BACK.search(before) is not None:
        return True
    return wording.FROM.search(before) is not None and wording.TO_NUMBER.match(text, end) is not None


def _read(text: str, sentence: Span, one: Counted) -> Toll | None:
    """Read what a number counts by the words before and behind it."""
    left = text[max(sentence.start, one.start - LOOK) : one.start]
    right = text[one.end : min(sentence.end, one.end + LOOK)]
    if is_taken_back(text, one.start, one.number_end) or wording.is_speaking(left, right):
        return None
    mention = Mention.of(text, one.start, one.end)
    for pattern, told in wording.TOLLS_BEFORE if wording.TOLL.search(left) is not None else ():
        match = pattern.search(left)
        if match is not None:
            measure = told or wording.measure_of(match.group("state"))
            cue = Span(one.start - len(left) + match.start(), one.start)
            return None if one.noun and not _persons(one) else Toll(measure, mention, cue, follows=True)
    total = wording.total_behind(left, right)
    if total is not None:
        return Toll(total, mention, mention.span, follows=True)
    return _by_verbs(one, mention, left, right)


def _by_verbs(one: Counted, mention: Mention, left: str, right: str) -> Toll | None:
    if one.noun and one.noun[-1] in wording.THE_DEAD:
        return Toll(wording.THE_DEAD[one.noun[-1]], mention, mention.span)
    if one.noun and one.noun[-1] == "lives":
        return Toll("killed", mention, mention.span) if wording.tells_of_lives(left, right) else None
    among = wording.AMONG.search(left) if left.endswith(wording.LINKING) else None
    if among is not None and _persons(one):
        cue = Span(one.start - len(left) + among.start(), one.start)
        return Toll(wording.measure_of(among.group("state")), mention, cue, follows=True, among=True)
    behind = wording.behind(right)
    before = wording.before(left, right) if behind is None or not wording.is_passive(left) else None
    if before is not None and (_fits(one, before.measure) or _may_be_hurt(one, before.measure, left[before.start :])):
        cue = Span(one.start - len(left) + before.start, one.start)
        return Toll(before.measure, mention, cue, several=wording.several_done(left, right))
    if not one.noun and wording.NO_COUNT_BARE.search(left) is not None:
        return None
    if behind is not None and _suits(one, behind, right) and wording.BELONGS_TO.search(left) is None:
        cue = Span(one.end, one.end + behind.end)
        return Toll(behind.measure, mention, cue, sure=not behind.far, several=wording.several_done(left, right))
    attribute = wording.ATTRIBUTES[one.attribute] if one.attribute is not None else None
    return Toll(attribute, mention, mention.span) if attribute is not None else None


def _suits(one: Counted, behind: wording.Told, right: str) -> bool:
    """Whether what stands behind those counted befell them; persons that no lexicon lists only "were" killed."""
    if _fits(one, behind.measure):
        return not behind.far or _persons(one)
    passive = right.startswith((" were ", " was ", " have been ", " had been ", " died "))
    return passive and not behind.far and _may_be_hurt(one, behind.measure)


def _may_be_hurt(one: Counted, measure: str, verb: str = "") -> bool:
    """Whether several are counted that no lexicon lists, and that can be hurt: "four deacons"."""
    hurt = measure in {"killed", "injured"} and not verb.lower().startswith("los")
    return hurt and one.plural and not nouns.is_thing(one.noun[-1])


def _fits(one: Counted, measure: str) -> bool:
    """Whether what is counted can have that done to it: people are hurt, things destroyed."""
    if measure == "destroyed":
        return bool(one.noun) and any(nouns.can_be_destroyed(word) for word in one.noun)
    if measure == "displaced" and one.noun and not one.plural:  # "a man who fled" is no displacement
        return False
    return not one.noun or _persons(one)


def _persons(one: Counted) -> bool:
    if not one.noun:
        return False
    if nouns.is_thing(one.noun[-1]):
        return False
    return any(is_person(word) for word in one.noun) or is_person(" ".join(one.noun[-2:])) or one.named


def _joined(text: str, counted: Sequence[Counted], read: Sequence[Toll | None]) -> list[Toll | None]:
    """Let members of a list share a verb: "killed four soldiers and three rebels", "two boys and a nurse died"."""
    found = list(read)
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for index in order:
            other = index - 1 if order.step == 1 else index + 1
            if found[index] is None and found[other] is not None:
                found[index] = _like(text, counted, index, other, found[other])
    return found


def _like(text: str, counted: Sequence[Counted], index: int, other: int, toll: Toll | None) -> Toll | None:
    first, second = (counted[min(index, other)], counted[max(index, other)])
    between = text[first.end : second.start]
    one = counted[index]
    said = wording.is_speaking(text[max(one.start - LOOK, 0) : one.start], text[one.end : one.end + LOOK])
    if toll is None or said or is_taken_back(text, one.start, one.number_end):
        return None
    if index < other and wording.HARM.search(_clause(text, one.start)) is not None:  # "shot dead two and six were hurt"
        return None
    if toll.cue == toll.mention.span:  # the noun says it of its own number alone: "six bodies and 10 sick people"
        return None
    by_place = index > other and wording.LISTED_BY_PLACE.fullmatch(between) is not None
    included = index > other and wording.PART.search(between) is not None
    listed = included or wording.LISTED.fullmatch(between) is not None
    elsewhere = by_place and wording.IN_PLACE.match(text, one.end) is not None and _fits(one, toll.measure)
    named = _listed(one, toll.measure) or (
        not one.noun and index > other and wording.WHO.match(text, one.end) is not None
    )
    if not elsewhere and not (listed and named):
        return None
    sure = toll.sure and listed and index > other
    return replace(toll, mention=Mention.of(text, one.start, one.end), sure=sure, part_of=None, among=False)


def _clause(text: str, end: int) -> str:
    """Return what stands before a count in its part of the sentence."""
    left = text[max(end - LOOK, 0) : end]
    return left[max(left.rfind(sign) for sign in ",.;:\n") + 1 :]


def _listed(one: Counted, measure: str) -> bool:
    return bool(one.noun) and (_fits(one, measure) or _may_be_hurt(one, measure))


def _nested(text: str, counted: Sequence[Counted], read: Sequence[Toll | None]) -> tuple[Toll, ...]:
    """Put what is included under what it is included in: "12 people, including three children and a nurse"."""
    kept: list[Toll] = []
    last: int | None = None
    for one, told in zip(counted, read, strict=True):
        toll = told or (_some_of(text, one, kept[-1]) if kept else None)
        if toll is None:
            continue
        part = last if kept and _is_part(text, kept, one, toll) else None
        if kept and part is None and kept[-1].part_of is not None and _goes_on(text, kept[-1], one, toll):
            part = kept[-1].part_of
        kept.append(replace(toll, part_of=part))
        if part is None:
            last = len(kept) - 1
    return tuple(kept)


def _some_of(text: str, one: Counted, before: Toll) -> Toll | None:
    """Read "46 of them girls" and "three children among them" as some of those counted before."""
    gap = text[before.mention.end : one.start]
    behind = wording.OF_THEM.match(text, one.number_end)
    if behind is not None and not one.vague and not set(gap) & set(".;"):
        who = wording.OF_THEM_WHO.match(text, one.number_end)
        end = max(behind.end() if who is None else who.end(), one.end)
        return replace(before, mention=Mention.of(text, one.start, end), sure=False, part_of=None)
    if _persons(one) and wording.AMONG_THEM.match(text, one.end) is not None and not set(gap) & set(".;"):
        return replace(before, mention=Mention.of(text, one.start, one.end), sure=False, part_of=None)
    return None


def _is_part(text: str, kept: Sequence[Toll], one: Counted, toll: Toll) -> bool:
    whole = next((other for other in reversed(kept) if other.part_of is None), None)
    if whole is None or whole.measure != toll.measure:
        return False
    gap = text[kept[-1].mention.end : one.start]
    included = wording.PART.search(gap) is not None
    if text[max(one.start - 4, 0) : one.start].lower() == "all ":  # "all 33 of them"
        return False
    of_them = wording.OF_THEM.match(text, one.number_end) or wording.AMONG_THEM.match(text, one.end)
    return included or of_them is not None


def _goes_on(text: str, before: Toll, one: Counted, toll: Toll) -> bool:
    gap = text[before.mention.end : one.start]
    return before.measure == toll.measure and wording.LISTED.fullmatch(gap) is not None
