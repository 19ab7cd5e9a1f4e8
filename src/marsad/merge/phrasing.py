"""How a report words a happening: as one already told or as another, as one or as many, at which hour, at what site."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from marsad.model import Mention, ResolvedClaim, Span

Reference = Literal["definite", "passing", "indefinite", "other", "bare"]
"""Definite: the attack; passing: after the attack; indefinite: an attack; other: a second attack; bare: all else."""
Level = Literal["single", "series"]

_DEFINITE = frozenset("the this that these those his her their its our my".split())
_INDEFINITE = frozenset("a an one".split())
_OTHER = frozenset(
    "another second third separate other similar previous prior further additional fresh new initial latest bigger"
    " larger smaller deadlier heavier worse".split()
)
_VERBS = frozenset(
    "took shot fought struck hit overran withdrew drove broke blew held left won lost began fled slew sent fell ran"
    " beat taken driven blown slain overrun withdrawn fallen gains takes seizes kills".split()
)
_PREPOSITIONS = frozenset("in of after before during for on to at by since following and".split())
_PART = frozenset("phase stage wave round".split())
_PASSING = frozenset("after before following since amid despite wake responsibility responsible".split())
"""Words that mention a happening only to date, to claim or to explain another."""
_COPULAS, _POINTING = frozenset("was is were are be been".split()), frozenset("it this that which what".split())
_MANY = frozenset(
    "dozens scores hundreds thousands several many multiple numerous repeated daily nightly weekly two three four five"
    " six seven eight nine ten eleven twelve series wave waves string spate barrage rounds".split()
)
_FEW = frozenset("several many multiple two three four five six seven eight nine ten eleven twelve".split())
_SHELLS = [[word] for word in "bombs explosions blasts rockets missiles shells mortars drones bombers".split()]
"""What one happening may bring several of: two bombs in one mosque are no two happenings."""
_STOPS = frozenset(
    "of in on at by to for with from after before during and or but as who which said was were is are has have had be"
    " been while when where into over against near about launched carried will would could can may might should must to"
    " not did do does".split()
)
"""Words that no noun phrase holds: what stands before them is no determiner of what follows."""
_REACH = 4
"""Words before a trigger among which its determiner stands ("the deadliest suicide car bombing")."""
_BEFORE = 80
"""Characters before a trigger that hold so many words."""
_ASIDE_REACH = 120
"""Characters between "two days after" and what it tells of."""
_ASIDE = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?) (?:after|before) [^.;,:]*\Z")
_RISEN = re.compile(
    r"\b(?:rose|risen|rises|climbed|climbs|grew|grown|grows|increased|jumped|reached|reaches|raised|revised|stood)"
    r"(?: (?:up|by|to|at|from|the|toll|[\d,.]+|[a-z]+teen|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|dead|deaths|people|killed)){0,6} (?:on |by |late |early )?\Z"
)
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")

_IRREGULAR = {
    "shot": "shoot", "fought": "fight", "struck": "strike", "stricken": "strike", "fled": "flee", "slain": "slay",
    "slew": "slay", "took": "take", "taken": "take", "seized": "seiz", "seizure": "seiz", "blew": "blow",
    "blown": "blow", "withdrew": "withdraw", "withdrawn": "withdraw", "explosion": "explod", "exploded": "explod",
    "explosions": "explod", "withdrawal": "withdraw", "gunfire": "shoot", "gunfight": "shoot", "deaths": "death",
    "airstrike": "strike", "airstrikes": "strike", "ceasefire": "truce", "pullout": "withdraw", "died": "death",
    "dead": "death", "beheading": "behead", "beheaded": "behead", "kidnapping": "kidnap", "kidnapped": "kidnap",
}  # fmt: skip
GENERIC = frozenset("attack assault violenc incident tragedy massacr atrocity operat kill death event carnag".split())
"""Stems of words by which a report takes up any violent happening that it has told."""

_HOURS_REACH = 30
"""Characters about the day of a happening in which its part of the day stands."""
_NAMED_REACH = 16
"""Characters before a trigger in which its own part of the day stands ("the separate evening strike")."""
_PARTS = {
    "morning": re.compile(r"\b(?:morning|dawn|daybreak|sunrise|a\.?m\b)"),
    "noon": re.compile(r"\b(?:noon|midday|lunchtime|afternoon)\b"),
    "evening": re.compile(r"\b(?:evening|dusk|sunset|nightfall)\b"),
    "night": re.compile(r"\b(?:night|overnight|midnight)\b"),
}
_ANY_PART = re.compile("|".join(part.pattern for part in _PARTS.values()))
_APART = frozenset(
    frozenset(pair) for pair in (("morning", "noon"), ("morning", "evening"), ("noon", "night"), ("noon", "evening"))
)
_SITES = (
    "market|hospital|clinic|school|university|mosque|church|temple|airport|airfield|airbase|base|barracks|checkpoint"
    "|camp|bridge|prison|jail|court|courthouse|hotel|restaurant|cafe|nightclub|club|station|bus|train|convoy|funeral"
    "|wedding|factory|plant|depot|refinery|dam|port|embassy|consulate|ministry|parliament|stadium|mall|bakery|farm"
    "|shelter|apartment|tower|museum|shrine|monastery|orphanage|field|park|warehouse|ship|tanker|ferry|bank"
)
_ONE_SITE = {
    "nightclub": "club", "restaurant": "club", "cafe": "club", "stadium": "park", "field": "park", "clinic": "hospital",
    "barracks": "base", "airfield": "airport", "airbase": "airport", "courthouse": "court", "jail": "prison",
    "plant": "factory", "warehouse": "depot", "consulate": "embassy", "ferry": "ship", "tanker": "ship",
    "apartment": "tower", "camp": "base",
}  # fmt: skip
"""Sites that reports take for each other."""
_SITE = re.compile(
    r"\b(?:on|at|outside|inside|hit|hits|struck|against|into|targeted|targeting|bombed|shelled|attacked|stormed|up|destroyed"
    r"|of)\s+"
    rf"(?:[\w’'-]+\s+){{0,4}}?({_SITES})(?:e?s)?\b"
)
_TOTAL = re.compile(r"\b(?:in total|in all|cumulative|since the (?:start|beginning|outbreak|war|conflict))\b")
_SITE_HIT = re.compile(
    rf"\b({_SITES})(?:e?s)?\b(?:\s+[\w’'-]+){{0,5}}?\s+(?:was|were)\s+"
    r"(?:hit|struck|bombed|shelled|attacked|stormed|blown|destroyed|targeted)\b"
)
_PLACES = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|dozens of|a number of) (?:[a-z]+ )?"
    r"(?:villages|towns|cities|places|communities|camps|districts|neighbourhoods|sites|locations|provinces|states|regions)\b"
    r"|\b(?:villages|towns|cities) of \w+(?: \w+)? and\b"
)
"""Several places: what is told of them together is a sum."""
_A_PLACE = (
    *("villages", "towns", "cities", "places", "communities", "camps", "districts", "neighbourhoods", "sites"),
    *("locations", "provinces", "states", "regions"),
)
"""What it holds one of, so that most sentences need no closer look."""
_CLAUSE_REACH = 400
"""Characters before a trigger among which its clause begins."""
_BREAK = re.compile(
    r"[.;:,()–—\n]|\s-\s|\b(?:and|but|or|while|when|where|as|after|before|since|until|following|which|who|whose|that"
    r"|because|if|for|against|despite|amid|over|like|than|from|with|without)\b",
    re.IGNORECASE,
)
_TWO_DAYS = re.compile(
    r"\b[a-z]{3,6}days?(?: (?:morning|afternoon|evening|night))? and (?:on |then )?[a-z]{3,6}day\b", re.IGNORECASE
)
"""Two days: attacks on both are a sum."""
_LASTING = re.compile(
    r"\b(?:since|between|throughout|during|over|recent|coming|for (?!the)|so far|(?:past|last|next) (?:\w+ )?"
    r"(?:days|weeks|months|years))\b"
)


def reference(text: str, claim: ResolvedClaim) -> Reference:
    """Say how the words before the trigger take it up."""
    before = _words_before(text, claim.trigger, claim.sentence)
    if _PART & {*before} or ("one", "of") in pairwise(before) or aside(text, claim):
        return "other"
    if not _is_noun(claim.trigger.text):
        return "bare"
    for index in reversed(range(max(0, len(before) - _REACH), len(before))):
        word = before[index]
        if word in _OTHER:
            return "other"
        if word in _INDEFINITE:
            return "definite" if _names_again(before[:index]) else "indefinite"
        if word in _DEFINITE or word.endswith(("’s", "'s", "s’", "s'")):
            return _taken_up(word, before[:index])
        if word in _STOPS or not (word[0].isalnum() or word == "."):  # the "Sept. 11" attack
            break
    return "bare"


def aside(text: str, claim: ResolvedClaim) -> bool:
    """Say whether a sentence tells it only to say how long after or before it another happening came."""
    start = max(claim.sentence.start, claim.trigger.start - _ASIDE_REACH)
    return _ASIDE.search(text, start, claim.trigger.start) is not None


def counts_from_another(said: str) -> bool:
    """Say whether the words of a time tell how long after or before it another happening came."""
    return said.casefold().endswith((" after", " before"))


def dates_a_toll(text: str, when: Mention) -> bool:
    """Say whether the day is that on which a toll rose, rather than that of the deaths."""
    return _RISEN.search(text, max(0, when.start - _BEFORE), when.start) is not None


def _is_noun(trigger: str) -> bool:
    """Tell "the attack" from "the army attacked"; the words before a verb are its subject's."""
    last = trigger.casefold().split()[-1:] or [""]
    return not last[0].endswith("ed") and last[0] not in _VERBS


def _taken_up(word: str, before: Sequence[str]) -> Reference:
    if word == "that" and before and before[-1] not in _PREPOSITIONS:
        return "bare"  # "said that strikes hit"
    return "passing" if _in_passing(before) else "definite"


def _names_again(before: Sequence[str]) -> bool:
    """Say whether an "a" gives what was told a name ("it was a massacre", "described as an ambush")."""
    return before[-1:] == ["as"] or (len(before) > 1 and before[-1] in _COPULAS and before[-2] in _POINTING)


def _in_passing(before: Sequence[str]) -> bool:
    """Say whether a preposition leads to the noun phrase that only mentions what happened ("in the wake of")."""
    return bool(_PASSING & {*before[-1:], *(before[-2:-1] if before[-1:] in (["of"], ["for"]) else [])})


def _words_before(text: str, trigger: Mention, sentence: Span) -> list[str]:
    start = max(sentence.start, trigger.start - _BEFORE, 0)
    return [word.casefold() for word in _TOKEN.findall(text[start : trigger.start])[-2 * _REACH :]]


def level(text: str, claim: ResolvedClaim, taken_up: Reference) -> Level | None:
    """Tell one happening from many told together; None when the words leave it open."""
    words = _words_before(text, claim.trigger, claim.sentence)
    near = words[-4:]
    plural = is_plural(claim.trigger.text) and ("one", "of") not in pairwise(words)
    first = claim.trigger.text.casefold().split()[:1]
    shells = claim.trigger.text.casefold().split()[-1:] in _SHELLS
    if plural and any(
        word in _MANY - (_FEW if shells else set()) or (_is_many(word) and not shells) for word in [*near, *first]
    ):
        return "series"
    if plural and _TWO_DAYS.search(text, claim.trigger.end, claim.sentence.end):
        return "series"
    sentence = text[claim.sentence.start : claim.sentence.end].casefold()
    if any(word in sentence for word in _A_PLACE) and _PLACES.search(sentence):
        return "series"
    if taken_up != "definite" and _TOTAL.search(sentence):
        return "series"
    return "single" if not plural and taken_up in ("indefinite", "other") else None


def is_plural(words: str) -> bool:
    """Say whether the last word has a plural's ending."""
    last = words.casefold().split()[-1:]
    return bool(last) and last[0].endswith("s") and not last[0].endswith("ss")


def _is_many(word: str) -> bool:
    """Take a number below a thousand for a count; a longer one is a year."""
    return word.isdecimal() and len(word) <= 3 and int(word) > 1


@lru_cache(maxsize=50_000)
def stem(words: str) -> str:
    """Cut a trigger to what "attacked", "attacks" and "the attack" share; rough, for comparing only."""
    last = words.casefold().rstrip(".,’'").split()[-1:] or [""]
    return _cut(last[0])


def _cut(word: str) -> str:
    word = word.removesuffix("’s").removesuffix("'s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ings", "ing", "ions", "ion", "ers", "ed", "es", "er", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 4 else word


def clause(text: str, claim: ResolvedClaim) -> int:
    """Return where the clause of the trigger begins: behind the last word or mark that may lead to something else."""
    start = max(claim.sentence.start, claim.trigger.start - _CLAUSE_REACH)
    breaks = [match.end() for match in _BREAK.finditer(text, start, claim.trigger.start)]
    return breaks[-1] if breaks else claim.sentence.start


def hours(text: str, claim: ResolvedClaim) -> frozenset[str]:
    """Parts of the day that the sentence names, empty when it names several and so may tell of two happenings."""
    start, end = claim.sentence.start, claim.sentence.end
    if not _ANY_PART.search(text[start:end].casefold()):
        return frozenset()
    named = text[max(start, claim.trigger.start - _NAMED_REACH) : claim.trigger.start].casefold()
    at_once = frozenset(part for part, words in _PARTS.items() if words.search(named))
    if len(at_once) == 1:
        return at_once
    said = None if claim.when is None else claim.when.mention
    if said is not None and claim.sentence.overlaps(said):
        start, end = max(start, said.start - _HOURS_REACH), min(end, said.end + _HOURS_REACH)
    told = text[start:end].casefold()
    found = frozenset(part for part, words in _PARTS.items() if words.search(told))
    return found if len(found) == 1 else frozenset()


def hours_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether two parts of one day exclude each other; a night touches the morning and the evening."""
    return len(left) == len(right) == 1 and left | right in _APART


def sites(text: str, claim: ResolvedClaim) -> frozenset[str]:
    """Kinds of site that the sentence names as hit ("on a crowded market")."""
    told = text[claim.sentence.start : claim.sentence.end].casefold()
    return frozenset(_ONE_SITE.get(site, site) for site in (*_SITE.findall(told), *_SITE_HIT.findall(told)))


def lasting(claim: ResolvedClaim) -> bool:
    """Say whether the words of the time tell how long it went on ("since March") rather than vaguely when."""
    when = claim.when
    return when is not None and when.mention is not None and bool(_LASTING.search(when.mention.text.casefold()))


_NAMED_BY = {
    "air_strike": r"air ?(?:strikes?|raids?|force)|airstrikes?|aerial|drones?|jets?|warplanes?|aircraft|helicopters?"
    r"|gunships?|planes?|glide bombs?",
    "shelling": r"shell(?:s|ed|ing)?|artillery|mortars?|howitzers?|rockets?",
    "explosive_device": r"mines?|landmines?|ieds?|roadside|improvised|(?:car|truck|parcel) bombs?|planted|booby"
    r"|devices?",
    "suicide_bombing": r"suicide|(?:him|her|them)sel(?:f|ves) up|explosive (?:vest|belt)s?",
    "grenade": r"grenades?",
}
"""Words that tell what went off; "bombs", "a blast", "struck" and "a missile" may be any of several."""
_NAMING = {code: re.compile(rf"\b(?:{words})\b") for code, words in _NAMED_BY.items()}


def names_type(text: str, claim: ResolvedClaim) -> bool:
    """Say whether the sentence says what went off, where the type is one of that kind."""
    naming = _NAMING.get(claim.type)
    told = text[claim.sentence.start : claim.sentence.end].casefold()
    return naming is None or any(naming.search(words) for words in (told, *(m.text.casefold() for m in claim.mentions)))


_SPOKESMAN = r"(?:its|their|the) spokes(?:man|woman|person)"
_AS_SPOKESMAN = re.compile(rf"\b{_SPOKESMAN},? ?\Z", re.IGNORECASE)
_A_SPOKESMAN = re.compile(rf"(?:{_SPOKESMAN},? )|.*, {_SPOKESMAN}\Z", re.IGNORECASE)
_THE_SPOKESMAN = re.compile(rf",? {_SPOKESMAN}(?! (?:for|of)\b)", re.IGNORECASE)
_SPOKESMAN_REACH = 20
"""Characters before a name that hold "their spokeswoman, "."""


def spokesmen(text: str, claim: ResolvedClaim) -> frozenset[str]:
    """Names of credited persons who are called "its spokesman", and not whose: of whom the report has named."""
    told = ((source.name, source.mention) for source in claim.sources if source.id is None)
    return frozenset(name for name, said in told if said is not None and _is_spokesman(text, said))


def _is_spokesman(text: str, said: Mention) -> bool:
    return (
        _AS_SPOKESMAN.search(text, max(0, said.start - _SPOKESMAN_REACH), said.start) is not None
        or _A_SPOKESMAN.match(said.text) is not None
        or _THE_SPOKESMAN.match(text, said.end) is not None
    )
