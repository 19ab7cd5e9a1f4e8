"""Whom a happening hit, when a report only counts them: "killing at least 15 traders" is aimed at traders."""

import re
from typing import Final

from msgspec.structs import replace

from marsad.extract.draft import Draft
from marsad.model import CountMention, Mention

MEASURES: Final = frozenset(("killed", "injured", "captured", "displaced", "missing"))
"""Counts of persons."""
UNNAMED: Final = frozenset(
    "people persons person others other more dead injured wounded life lives death deaths casualty casualties victim "
    "victims body bodies fatality fatalities number toll man men woman women one ones total them whom him her it half "
    "members attacker attackers assailant assailants bomber bombers perpetrator perpetrators".split()
)
"""Words that say nothing of whom, or that name those who did it.

Women are named in counts, and are seldom what an attack was aimed at.
"""
_CUT_OFF: Final = frozenset(("of", "the", "and", "a", "from", "in"))
"""Last words of a count whose noun was left out."""
_QUANTITY: Final = re.compile(
    r"(?:(?:at least|at most|more than|fewer than|less than|as many as|up to|over|about|around|some|roughly|nearly|"
    r"almost|an estimated|estimated|approximately|close to|just|only|well|another|other|further|additional|a|"
    r"an|the|all|both|several|many|few|a few|a dozen|dozens?|scores?|hundreds?|thousands?|millions?|tens|of|"
    r"between|and|or|to|no|any|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|thousand|million|them|whom|more|\d[\d,.]*)"
    r"(?:[\s-]+|$))+",
    re.IGNORECASE,
)


_HARMED: Final = re.compile(
    r"\b(?:wounded|injured|hurt|maimed|displaced|fled|escaped|abducted|kidnapped|captured|detained|arrested|tortured|"
    r"beaten|raped|burned|burnt|lost (?:his|her|their|an?)|held)\b"
)
"""Words near one who speaks by which the happening was done to him or her too."""


_CAME_AFTER: Final = re.compile(
    r"(?: (?:in|on|at|near) [^.;:,]{1,40}?)? (?:came|comes|followed|happened|occurred|took place)\b"
    r"[^.;:,]{0,40}?\b(?:after|before|since)\b"
)
"""What stands between a happening and another one from which its day is counted."""
_OF_TELLINGS: Final = re.compile(
    r"(?:\w+ ){1,2}(?:(?:very|quite|widely|sharply|different|differing|rival|conflicting|competing|contradictory|"
    r"separate|official|new|other|such) ){0,3}"
    r"(?:counts?|tolls?|figures|versions?|accounts|statements?|reports?|videos?|estimates?)\b",
    re.IGNORECASE,
)
"""A number of what was told and of nobody: "two very different tolls"."""
_SAYS_BEFORE: Final = re.compile(r"\b(?:said|says|added|recalled|according to|told by) (?:(?:the|an?|one|another) )?$")
_SAYS: Final = re.compile(r" (?:said|told|recalled|added)\b")


_SHOT: Final = re.compile(
    r"\b(?:shot|shoot|shoots|shooting|machine-gunned|gunned)\s+(?:some|about|the|their|its)?\s*$", re.IGNORECASE
)
_CAPTIVE: Final = re.compile(
    r"\b(?:captured|captives?|prisoners?|detainees?|hostages?|surrendered|handcuffed|blindfolded|bound)\b",
    re.IGNORECASE,
)
"""Those whom one shoots at leisure."""
_LIVED: Final = re.compile(
    r"\b(?:wound\w*|injur\w+|surviv\w+|in the (?:leg|foot|arm|hand|back)s?|rubber)\b", re.IGNORECASE
)


def with_shot_captives_dead(draft: Draft, text: str) -> Draft:
    """Return the draft with captives who were shot among the killed, where nothing says that they lived.

    Whether others who were shot died is not said; captives are shot to kill them.
    """
    if _LIVED.search(text, draft.sentence.start, draft.sentence.end):
        return draft
    counts = tuple(
        CountMention("killed", count.mention, count.part_of) if _is_shot_captive(draft, text, count.mention) else count
        for count in draft.counts
    )
    return replace(draft, counts=counts)


def _is_shot_captive(draft: Draft, text: str, counted: Mention) -> bool:
    shot = _SHOT.search(text, max(draft.sentence.start, counted.start - 30), counted.start) is not None
    return shot and (draft.type == "execution" or _CAPTIVE.search(text, counted.start, counted.end + 30) is not None)


def with_victims(draft: Draft) -> Draft:
    """Return the draft with those whom it counts as its targets, where it names none."""
    if draft.whom:
        return draft
    found = dict.fromkeys(
        victims for count in draft.counts if count.part_of is None and (victims := _victims(count)) is not None
    )
    return replace(draft, whom=tuple(found)) if found else draft


def without_speakers(draft: Draft, text: str) -> Draft:
    """Return the draft without those among the victims who only tell of it: "…", said a driver who survived."""
    telling = [source for source in draft.sources if _only_tells(text, source)]
    gone = {
        index
        for index, count in enumerate(draft.counts)
        if count.measure in MEASURES and any(count.mention.span.overlaps(source) for source in telling)
    }
    whom = tuple(one for one in draft.whom if not any(one.span.overlaps(source) for source in telling))
    if not gone and whom == draft.whom:
        return draft
    return replace(draft, whom=whom, counts=_without(draft.counts, gone))


def without_tellings(draft: Draft, text: str) -> Draft:
    """Return the draft without counts of tolls and reports, and without the words beside them as victims."""
    found = enumerate(count.mention for count in draft.counts)
    gone = {index: mention.span for index, mention in found if _OF_TELLINGS.match(text, mention.start)}
    if not gone:
        return draft
    whom = tuple(one for one in draft.whom if not any(one.span.overlaps(span) for span in gone.values()))
    return replace(draft, whom=whom, counts=_without(draft.counts, set(gone)))


def without_those_before(draft: Draft, text: str) -> Draft:
    """Return the draft without those of another happening that its own only came after: "the raid came days after"."""
    after = _CAME_AFTER.match(text, draft.trigger.end, draft.sentence.end)
    if after is None:
        return draft
    others = range(after.end(), draft.sentence.end)
    who, whom, where, means = (
        tuple(one for one in slot if one.start not in others)
        for slot in (draft.who, draft.whom, draft.where, draft.means)
    )
    gone = {index for index, count in enumerate(draft.counts) if count.mention.start in others}
    return replace(draft, who=who, whom=whom, where=where, means=means, counts=_without(draft.counts, gone))


def _only_tells(text: str, speaker: Mention) -> bool:
    """Say whether one stands beside a verb of speech, and is not hurt as well ("residents who fled said")."""
    says = _SAYS_BEFORE.search(text, max(speaker.start - 30, 0), speaker.start) or _SAYS.match(text, speaker.end)
    return says is not None and _HARMED.search(text, max(speaker.start - 12, 0), speaker.end + 60) is None


def _without(counts: tuple[CountMention, ...], gone: set[int]) -> tuple[CountMention, ...]:
    """Return the counts but those, each still part of the same one."""
    place = {old: new for new, old in enumerate(index for index in range(len(counts)) if index not in gone)}
    return tuple(
        CountMention(count.measure, count.mention, None if count.part_of is None else place.get(count.part_of))
        for index, count in enumerate(counts)
        if index in place
    )


def _victims(count: CountMention) -> Mention | None:
    """Who is counted, without the number; nothing when the words name nobody or many at once."""
    if count.measure not in MEASURES:
        return None
    text = count.mention.text
    quantity = _QUANTITY.match(text)
    start = quantity.end() if quantity else 0
    words = text[start:].lower().split()
    if (
        not words
        or words[-1] in UNNAMED
        or words[-1] in _CUT_OFF
        or len(words) > 4
        or not any(map(str.isalpha, words[-1]))
    ):
        return None
    return Mention(count.mention.start + start, count.mention.end, text[start:])
