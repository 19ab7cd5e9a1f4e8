"""Words by which reports say that people were killed, hurt, taken or driven out, and that things were destroyed."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from marsad.resolve.figures.deeds import ACTS, STATES

_TOGETHER: Final = {
    "captured": (
        re.compile(r"\b(?:t(?:ook|akes|aking|aken)|h(?:eld|olds?|olding))\s+$", re.IGNORECASE),
        re.compile(
            r"\s+(?:hostage|prisoner|captive|away|into custody|for (?:an?|\w+) (?:hour|night|day|week|month|year)s?)\b",
            re.IGNORECASE,
        ),
    ),
    "displaced": (
        re.compile(
            r"\b(?:forc(?:es|ed|ing)|driv(?:es|ing|en)|drove|caus(?:ed|ing)|sen(?:t|ding)|push(?:ed|"
            r"ing))\s+$",
            re.IGNORECASE,
        ),
        re.compile(
            r"\s+(?:to (?:flee|leave|abandon|escape)|from their|out\b|fleeing|into|abroad|towards?|across)\b",
            re.IGNORECASE,
        ),
    ),
}
"""Verbs that tell what was done only with a word behind those counted: "took 40 hostage", "forced 900 to flee"."""
THE_DEAD: Final = {
    "deaths": "killed",
    "death": "killed",
    "fatalities": "killed",
    "bodies": "killed",
    "corpses": "killed",
    "injuries": "injured",
    "arrests": "captured",
    "abductions": "captured",
}
"""Nouns that say themselves what befell those counted."""
ATTRIBUTES: Final[Mapping[str, str | None]] = MappingProxyType(
    {
        "wounded": "injured",
        "injured": "injured",
        "dead": "killed",
        "slain": "killed",
        "missing": "missing",
        "displaced": None,
        "kidnapped": None,
        "abducted": None,
        "captured": None,
        "detained": None,
    }
)
"""What befell those counted, said before they are named ("19 wounded men"), and the measure that it tells by itself:
whoever is spoken of as displaced or captured may have been so for long."""
_LIVES: Final = (
    re.compile(r"\b(?:claim|cost|tak|took|los)\w*\s+(?:the\s)?$", re.IGNORECASE),
    re.compile(r"\s+(?:(?:were|was|have been|had been)\s+)?lost\b", re.IGNORECASE),
)
"""Before and behind a count of lives."""
NONE_OF: Final = re.compile(
    r"\b(?:none|neither|nobody|no one|not one|not a single one) of (?:the |its )?$", re.IGNORECASE
)
"""Before the number of those to whom it was not done."""
_HARMING: Final = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|assassinat\w{1,3}|murder(?:s|ed|ing)?|behead(?:s|ed|ing)?|sho(?:t|oting) dead|"
    r"gunn(?:ed|ing) down|wound(?:s|ed|ing)|injur(?:es|ed|ing)|abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?)\s+$",
    re.IGNORECASE,
)
_LIGHT: Final = (
    "who that which have has had were was are is be been being got also both all reportedly "
    "allegedly already now then later "
    "since subsequently feared believed thought reported confirmed known presumed listed left either instantly "
    "immediately seriously severely critically badly slightly lightly fatally forcibly internally arbitrarily "
    "summarily still to either or more others people civilians apparently meanwhile initially "
)
_AUX: Final = rf"(?:(?:{'|'.join(sorted(set(_LIGHT.split())))}|so far|[a-z]{{4,14}}ly)\s+){{0,6}}"
_ALL_STATES: Final = "|".join(f"(?P<{measure}>{words})" for measure, words in STATES.items())
_BEHIND: Final = re.compile(
    rf"\s*(?:,\s+)?(?:of (?:them|whom|those|others)\s+)?{_AUX}(?:{_ALL_STATES})\b(?!-(?!in-))", re.IGNORECASE
)
_ASIDE: Final = re.compile(
    r"(?:,\s(?:aged\s)?\d{1,2}(?:(?:,|,? and)\s\d{1,2}){0,6},(?=\s)|"
    r"\s\([^()]{1,60}\)|,\s(?:including|among|most|all|some|many|both|aged|the majority|the vast majority|at least|"
    r"who|whom|nearly all|almost all|[a-z]{4,14}ly|"
    r"(?:[a-z]{3,10}|\d{1,3}) of (?:them|whom))\b[^.;:]{1,90}?,(?=\s)|"
    r",?\sincluding\s[^.;:,]{1,70}?(?=\s(?:were|was|have|has|had)\s)|"
    r",\s[A-ZÀ-Þ][^.;:\d]{1,90}?,(?=\s(?:were|was|have|has|had|died)\s)|"
    r"\s?[—–]\s?[^.;:—–]{1,60}\s?[—–](?=\s))",
    re.IGNORECASE,
)
_PHRASE: Final = re.compile(
    r"\s+(?:in|from|at|on|of|near|with|inside|outside|across|aboard|who|around|"
    r"[a-z]{3,12}ing)\s"
    r"(?:(?! and (?:at|another|others|an?|[a-z]{2,10} (?:people|others|more|men|women|children|civilians|soldiers))\b)"
    r"[^,.;:\d]){1,60}?(?:,\s[^,.;:\d]{1,50},)?\s(?=(?:were|was|have|had|has|are|is|died|fled|perished|lost)\s)",
    re.IGNORECASE,
)
_ANY_ACT: Final = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{measure}>{words})' for measure, words in ACTS.items())})\s+"
    r"(?:(?:the|another|further|a total of|an additional|a further|additional|all|all (?:of )?(?:the|its|their)|"
    r"its|his|her|their)\s+)?$",
    re.IGNORECASE,
)
_NEAR: Final = 70
"""Characters before a number in which the verb of which it is the object may stand."""
_BOTH: Final = re.compile(
    r"\b(?:kill|wound|injur)\w*\s+(?:and|or|and/or)\s+(?:kill|wound|injur|maim)\w*\s+$", re.IGNORECASE
)
"""The dead and the hurt in one number say how many of neither."""
_NOT_DONE: Final = re.compile(
    r"\b(?:not|never|without|to avoid|threaten\w*|vow\w*|tried to|trying to|attempt\w* to|"
    r"plan\w* to|could|may|might|would)\s+(?:to\s+)?(?:have\s+)?(?:been\s+)?\w+\s+$|"
    r"(?<!went on )(?<!gone on )(?<!going on )(?<!goes on )(?<!managed )(?<!proceeded )\bto\s+"
    r"(?:kill|wound|injure|maim|hurt|abduct|kidnap|capture|arrest|detain|displace|evacuate|destroy|burn|execute)\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_SEVERAL_DONE: Final = (
    re.compile(r"\b[a-z]+(?:ed|ing|en)(?:\s+(?:and|or)|,)\s+[a-z]+\s+$", re.IGNORECASE),
    re.compile(r"\s+(?:[a-z]+\s+){0,3}?[a-z]+(?:ed|en)(?:\s+(?:and|or)|,)\s+(?:then\s+)?[a-z]+ed\b", re.IGNORECASE),
)
"""Two verbs before or behind those counted: "captured or killed 15"."""
_WERE_DONE: Final = re.compile(r"\b(?:were|was|been|being)\s+(?:also\s+)?[a-z]+\s+$", re.IGNORECASE)
_ASKED_FOR: Final = re.compile(
    r"\b(?:seek|demand|call|ask|urg|warrant|order)\w*(?: for)?(?: the| an?)? (?:\w+ )?of\s+$", re.IGNORECASE
)
"""What is asked for has not been done: "seeks the arrest of" a lawyer."""
AUXILIARY: Final = re.compile(r"\s+(?:was|were|is|are|has|have|had|died)\b", re.IGNORECASE)
BELONGS_TO: Final = re.compile(r"[a-z]s of (?:the|its|their) $")
"""Before a number of which something else is told: "11 escorts of the two officials were killed"."""
_CREDITED: Final = (
    re.compile(r"(?:[,”\"]\s+|^\s*)$"),
    re.compile(r"\s[^,.;:\d]{1,60}?\s(?:said|says|told|added|wrote)\b"),
)
"""Around those who are credited at either end of a sentence: ", a doctor in Shire told reporters"."""
WHO: Final = re.compile(r"\s+who\s")
"""Behind a number that goes on a list: "24 patients and four who had come to look after them"."""
SPEAKS: Final = re.compile(
    r"\s+(?:also\s+|has\s+|have\s+)?(?:sa(?:id|ys?)|t(?:old|ells?)|added|wrote|claimed|warned|recalled)\b"
)
"""Behind those who only tell of it: "two officers said"."""
_DIED_LATER: Final = re.compile(
    r"(?:\s+who)?(?:\s+(?:was|were|had been))?\s+(?:hurt|wounded|injured)\b(?:(?! and "
    r")[^.;,]){0,80}?\b(?:has |have |had |later |also )?(?:died|succumbed)\b",
    re.IGNORECASE,
)
_STATE: Final = (
    r"(?P<state>dead|killed|deaths?|victims?|fatalities|injured|wounded|missing|"
    r"displaced|detained|detainees|arrested|abducted|hostages|captives)"
)
_TOTAL_BEHIND: Final = re.compile(rf"\s+the (?:total )?number of [^.;:,]{{0,50}}?\b{_STATE}\b", re.IGNORECASE)
"""Behind a toll: "bringing to 158 the number of peacekeepers killed"."""
TOLLS_BEFORE: Final = (
    (
        re.compile(
            r"(?<!casualty )(?<!injury )\b(?:death )?toll\b[^.;:\d]{0,70}(?:\bfrom (?:[a-z]+ ){0,2}[\d,]{1,9} )?"
            r"\b(?:to|at|of|"
            r"is|was|reached|hit|passed|surpassed|exceeded)\s+(?:now\s+)?$",
            re.IGNORECASE,
        ),
        "killed",
    ),
    (
        re.compile(
            rf"\bnumber of (?:the |those |people |civilians )?{_STATE}\b[^.;:\d]{{0,60}}\b(?:to|at|is|"
            rf"was|reached|hit)\s+(?:now\s+)?$",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        re.compile(
            rf"\b(?:total|count) of (?:the )?{_STATE}\b[^.;:\d]{{0,40}}\b(?:to|at|is|was|"
            rf"reached)\s+(?:now\s+)?$",
            re.IGNORECASE,
        ),
        "",
    ),
)
AMONG: Final = re.compile(
    rf"(?:\bamong the|\bthe)\s+(?:\w+\s)?{_STATE}(?:\s(?:and|or)\s\w+)?(?:\s\w+){{0,2}}\s(?:were|"
    rf"was|are|include|included|includes|also included)\s+$",
    re.IGNORECASE,
)
OF_THEM: Final = re.compile(r"\s+of\s+(?:them|whom|those|the (?:dead|victims|wounded|injured))\b", re.IGNORECASE)
_NO_NOUN: Final = (
    r"in|at|on|by|who|were|was|are|is|have|had|has|later|also|and|or|from|seriously|critically|badly|dead|killed|died"
)
OF_THEM_WHO: Final = re.compile(rf"\s+of\s+(?:them|whom)(?:\s(?!(?:{_NO_NOUN})\b)[\w-]{{1,20}}){{1,2}}", re.IGNORECASE)
"""Some of those counted, and who these are: "three of them children"."""
AMONG_THEM: Final = re.compile(
    r"\s+(?:were\s+|was\s+)?among\s+(?:them|whom|the (?:dead|victims|wounded|injured|killed))\b", re.IGNORECASE
)
PART: Final = re.compile(
    r"(?:[:—–]\s?$|--\s?$|\b(?:including|includes?|included|among (?:them|whom)(?: were| was)?|"
    r"of (?:them|whom))\b[^.;\d]{0,30})$",
    re.IGNORECASE,
)
LISTED: Final = re.compile(
    r"\s*(?:,|and|,\s*and|as well as|along with|plus|together with)\s+(?:(?:the|another|a "
    r"further|also|his|her|their|its)\s+)?",
    re.IGNORECASE,
)
LISTED_BY_PLACE: Final = re.compile(
    r"\s+(?:in|at|near|from|outside)\s(?:the\s)?[A-ZÀ-Þ][\w'’-]*(?:\s[A-ZÀ-Þ][\w'’-]*){0,2},?\s+and\s+(?:another\s+)?"
)
"""Between two counts of one verb: "one man in Ancuabe and two in Chiúre"."""
IN_PLACE: Final = re.compile(r"\s+(?:in|at|near|from|outside)\s(?:the\s)?[A-ZÀ-Þ]")
TOLL: Final = re.compile(r"\b(?:toll|number|total|count)\b[^.;]{0,80}$", re.IGNORECASE)
LINKING: Final = ("were ", "was ", "are ", "include ", "included ", "includes ")
HARM: Final = re.compile(
    r"(?i:kill|dead|death|die[sd]|dying|slain|shot|casualt|fatal|massacr|slaughter|execut|murder|"
    r"assassin|behead|perish|"
    r"bod(?:y|ies)|corpse|remains|bur(?:y|ied)|li[fv]e|lost|losing|succumb|toll|victim|wound|injur|hurt|maim|hospital|"
    r"martyr|eliminat|lynch|carr|snatch|march|made off|led away|"
    r"abduct|kidnap|captur|captive|hostage|prisoner|arrest|detain|detention|round|seiz|surrender|"
    r"custody|tak(?:e|ing)|took|h[eo]ld|"
    r"displac|uproot|fle[ed]|home|evacuat|forc|driv|drove|missing|unaccounted|disappear|"
    r"destr[ou]|burn|raz|demolish|gutt|down|knock|bl[eo]w|s[aiu]nk|"
    r"level|torch|flatten|wreck|fire|ablaze|stream|pour)"
)
"""A sentence without any of these tells of no harm."""
NO_COUNT_BARE: Final = re.compile(
    r"(?:\b(?:now|age of|aged|population of|under|over|only)|\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|"
    r"Nov|Dec)\.)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a number without a noun: an age, a day or a population."""
_ACTIVE: Final = frozenset(
    "killed slaughtered massacred executed murdered beheaded wounded injured hurt captured "
    "abducted kidnapped arrested detained seized held taken destroyed burned burnt razed "
    "torched demolished flattened levelled leveled gutted wrecked martyred eliminated lynched".split()
)
_ACTIVE_PHRASES: Final = ("shot dead", "shot to death", "shot and killed", "gunned down", "rounded up")
_OBJECT: Final = re.compile(
    r"\s+(?:at least|at most|(?:and|or) [a-z]{3,12}ed (?:the|an?|its|his|their|\d))\b|"
    r"\s+(?!(?:in|on|at|by|near|when|while|as|and|or|during|after|before|since|over|amid|from|so|"
    r"this|last|late|early|earlier|overnight|yesterday|today|there|across|outside|inside|around|"
    r"between|under|within|with|because|where|alive|down|for|including|along|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|is|was|were|are|have|has|had|but|to|than|"
    r"according|dozens|all|some|many|most|[a-z]{3,14}ly)\b)[\w“\"]",
    re.IGNORECASE,
)
"""What follows an act, not a state: "30 gunmen killed a guard"."""
TAKEN_BACK: Final = re.compile(
    r"\b(?:not|instead of|rather than|up from|down from|compared (?:with|to)|previous(?:ly)?(?: "
    r"\w+){0,3} of|earlier(?: \w+){0,3} of)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
FROM: Final = re.compile(r"\bfrom\s+(?:at least |about |some |around )?$", re.IGNORECASE)
TO_NUMBER: Final = re.compile(
    r"(?:\s+[a-z]{3,12}){0,2}\s+to\s+(?:at least |about |more than )?(?:\d|[a-z]+(?:teen|ty|"
    r"ty-[a-z]+|dred)?\b)",
    re.IGNORECASE,
)
_MEASURE_OF: Final = {
    "injured": "injured",
    "wounded": "injured",
    "missing": "missing",
    "displaced": "displaced",
    "detained": "captured",
    "detainees": "captured",
    "arrested": "captured",
    "abducted": "captured",
    "hostages": "captured",
    "captives": "captured",
}
_PASSIVE: Final = frozenset(
    "was were is are be been being got feared believed thought reported confirmed presumed listed".split()
)


class Told(Struct, frozen=True):
    """A measure with where its words begin or end in the stretch read; ``far`` when others stand between."""

    measure: str
    start: int
    end: int
    far: bool = False


def measure_of(state: str) -> str:
    """Return the measure of those who are spoken of as "the dead", "the wounded"."""
    return _MEASURE_OF.get(state.casefold(), "killed")


def before(left: str, right: str) -> Told | None:
    """Read a verb whose object the number is; None where the act was not done or two were done at once."""
    near = left[-_NEAR:]
    told = _ANY_ACT.search(near)
    if told is not None:
        if any(pattern.search(near) is not None for pattern in (_BOTH, _NOT_DONE, _ASKED_FOR)):
            return None
        measure = next(name for name, words in told.groupdict().items() if words is not None)
        return Told(measure, len(left) - len(near) + told.start(), len(left))
    for measure, (verb, object_) in _TOGETHER.items():
        match = verb.search(left)
        if match is not None and object_.match(right) is not None:
            return Told(measure, match.start(), len(left))
    return None


def behind(right: str) -> Told | None:
    """Read what befell those counted from what follows them, also behind an aside or a place."""
    later = _DIED_LATER.match(right)
    if later is not None:
        return Told("killed", 0, later.end())
    match = _BEHIND.match(right)
    if match is not None:
        return None if _is_act(match, right) else _told(match, 0, far=False)
    for skipped in (_ASIDE, _PHRASE):
        aside = skipped.match(right)
        match = _BEHIND.match(right, aside.end()) if aside is not None else None
        if match is not None:
            return None if _is_act(match, right) else _told(match, 0, far=skipped is _PHRASE)
    return None


def _is_act(match: re.Match[str], right: str) -> bool:
    """Whether those counted did it themselves."""
    words = match.group().split()
    state = words[-1].casefold()
    phrase = " ".join(words).casefold().endswith(_ACTIVE_PHRASES)
    passive = any(word.casefold() in _PASSIVE for word in words[:-1])
    return (phrase or state in _ACTIVE) and not passive and _OBJECT.match(right, match.end()) is not None


def _told(match: re.Match[str], start: int, *, far: bool) -> Told:
    measure = next(name for name, words in match.groupdict().items() if words is not None)
    return Told(measure, start, match.end(), far)


def died_later(right: str) -> bool:
    """Whether those counted were hurt and then died: they count among the dead alone."""
    return _DIED_LATER.match(right) is not None


def tells_of_lives(left: str, right: str) -> bool:
    """Whether a count of lives counts the dead: "claimed 115 lives", "115 lives were lost"."""
    return _LIVES[0].search(left[-_NEAR:]) is not None or _LIVES[1].match(right) is not None


def is_harming(left: str) -> bool:
    """Whether the words end in a verb of which somebody spoken of as known is the object: "shot dead" the mayor."""
    return _HARMING.search(left[-_NEAR:]) is not None


def counts_both(left: str) -> bool:
    """Whether the words end in two verbs of one number: "killing or injuring" 40."""
    return _BOTH.search(left[-_NEAR:]) is not None


def is_passive(left: str) -> bool:
    """Whether the verb that the words end in is told of those before it: "12 were killed" dozens injured."""
    return _WERE_DONE.search(left[-_NEAR:]) is not None


def total_behind(left: str, right: str) -> str | None:
    """Return the measure of "to 158 the number of peacekeepers killed"."""
    match = _TOTAL_BEHIND.match(right) if left.endswith(("to ", "at ")) else None
    return measure_of(match.group("state")) if match is not None else None


def several_done(left: str, right: str) -> bool:
    """Whether more than one thing was done to those counted: "killed, raped and kidnapped"."""
    return _SEVERAL_DONE[0].search(left[-_NEAR:]) is not None or _SEVERAL_DONE[1].match(right) is not None


def is_speaking(left: str, right: str) -> bool:
    """Whether those counted only tell of it: "two officers said", ", a doctor in Shire told reporters"."""
    if SPEAKS.match(right) is not None:
        return True
    return _CREDITED[0].search(left[-_NEAR:]) is not None and _CREDITED[1].match(right) is not None


def is_not_done(left: str) -> bool:
    """Whether the words end in a verb of what was not done: "threatened to kill" three clerks."""
    near = left[-_NEAR:]
    return _ANY_ACT.search(near) is not None and _NOT_DONE.search(near) is not None
