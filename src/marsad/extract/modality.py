"""Whether a happening is told as happened, ongoing, planned, threatened, possible or denied."""

from typing import Final

from marsad.extract.clauses import Group, group_of, previous_verb
from marsad.extract.syntax import Analysis
from marsad.extract.triggers import Trigger

HAPPENED: Final = "happened"
ONGOING: Final = "ongoing"
PLANNED: Final = "planned"
THREATENED: Final = "threatened"
POSSIBLE: Final = "possible"
DENIED: Final = "denied"

_OF_MODAL: Final = {
    **dict.fromkeys(("will", "shall", "'ll", "wo", "would", "should", "must"), PLANNED),
    **dict.fromkeys(("may", "might", "could", "can", "cannot", "ca"), POSSIBLE),
}
_OF_GOVERNOR: Final = {
    **dict.fromkeys(
        "plan want vow intend aim seek prepare order agree hope set expect try attempt decide promise pledge wish ready "
        "propose need call urge demand ask declare swear consider move schedule tell prepare go gather send "
        "authorise authorize mobilise mobilize head look launch continue-plan bid effort effort".split(),
        PLANNED,
    ),
    **dict.fromkeys(("threaten", "warn"), THREATENED),
    **dict.fromkeys("fail refuse decline avoid prevent stop foil thwart avert deny struggle".split(), DENIED),
    **dict.fromkeys("fear suspect risk worry appear seem".split(), POSSIBLE),
    **dict.fromkeys("continue keep".split(), ONGOING),
    **dict.fromkeys(
        "begin start manage proceed help force use go come lead enable allow get return rise compel".split(), HAPPENED
    ),
}
_WORD_BEFORE_TO: Final = {
    **dict.fromkeys(
        "plan plans planned order orders ordered bid effort efforts attempt attempts attempting operation offensive "
        "campaign mission ready preparing poised about promise pledge decision intention scheduled determined set "
        "expected willing aim goal going capacity ability able-bodied drive push battle".split(),
        PLANNED,
    ),
    **dict.fromkeys("threat threats".split(), THREATENED),
    **dict.fromkeys("unable failure failed refusal".split(), DENIED),
    **dict.fromkeys("likely unlikely possible chance".split(), POSSIBLE),
    **dict.fromkeys("able first forced second last".split(), HAPPENED),
}
_BEFORE_NOUN: Final = {
    **dict.fromkeys(
        "planned planning upcoming imminent impending forthcoming prepare preparing prepared preparations future".split(),
        PLANNED,
    ),
    **dict.fromkeys(
        "possible potential feared likely eventual suspected-imminent any future hypothetical".split(), POSSIBLE
    ),
    **dict.fromkeys("no foiled thwarted prevented without".split(), DENIED),
    **dict.fromkeys(
        "ongoing continued continuing continuous raging on-going relentless daily sustained".split(), ONGOING
    ),
    "threatened": THREATENED,
}
_GOVERNS_NOUN: Final = {
    **dict.fromkeys("plan prepare plot consider contemplate demand urge propose want intend discuss".split(), PLANNED),
    **dict.fromkeys("threaten".split(), THREATENED),
    **dict.fromkeys("prevent foil thwart deter avert deny avoid stop oppose disrupt reject".split(), DENIED),
    **dict.fromkeys("fear risk suspect expect".split(), POSSIBLE),
    **dict.fromkeys("continue rage intensify escalate".split(), ONGOING),
}
_NOUN_OF: Final = {
    **dict.fromkeys("threat threats warning warnings".split(), THREATENED),
    **dict.fromkeys("fear fears risk danger anticipation possibility prospect likelihood potential".split(), POSSIBLE),
    **dict.fromkeys("plan plans preparation preparations call calls".split(), PLANNED),
}
_RUNNING: Final = frozenset("continue continued continues rage raged raging rages underway ongoing intensified".split())
_TELLS_OF: Final = frozenset(
    "take begin start happen occur come follow launch carry conduct hit kill strike destroy resume target last continue".split()
)
"""Verbs whose tense is that of the happening that is their subject ("the strike will begin", but not "would end")."""
_GOALS: Final = frozenset(
    ("goal", "goals", "aim", "aims", "objective", "objectives", "priority", "intention", "ambition")
)
_HYPOTHETICAL: Final = frozenset(("if", "unless", "whether", "lest"))
_PRESENT: Final = frozenset(("is", "are", "'re", "am", "been"))


def modality(sentence: Analysis, trigger: Trigger, group: Group | None) -> str:
    """Return the modality of a trigger; ``group`` are the words of its verb, or of the verb that a noun hangs on."""
    if _hypothetical(sentence, trigger):
        return POSSIBLE
    if trigger.first == 0 and sentence.tag(0) == "G" and any(token.low in _GOALS for token in sentence.tokens):
        return PLANNED
    if trigger.verb:
        return _of_verb(sentence, group or group_of(sentence, trigger.head))
    return _of_noun(sentence, trigger, group)


def _hypothetical(sentence: Analysis, trigger: Trigger) -> bool:
    index = trigger.first - 1
    while index >= 0 and sentence.tag(index) not in (",", ";", ":", '"'):
        if sentence.low(index) in _HYPOTHETICAL:
            return True
        index -= 1
    return False


def _of_verb(sentence: Analysis, group: Group, hops: int = 0) -> str:
    if group.negated:
        return DENIED
    if any(sentence.low(index) == "feared" for index in range(max(0, group.first - 1), group.verb)):
        return POSSIBLE
    if group.modal and not (group.perfect and group.modal in ("would", "must")):
        return _OF_MODAL.get(group.modal, HAPPENED)
    if group.infinitive:
        return _of_infinitive(sentence, group, hops)
    if group.progressive:
        return ONGOING if any(sentence.low(index) in _PRESENT for index in range(group.first, group.verb)) else ONGOING
    if sentence.tag(group.verb) == "G":
        return _of_gerund(sentence, group, hops)
    return HAPPENED


def _of_infinitive(sentence: Analysis, group: Group, hops: int) -> str:
    before = sentence.low(group.first - 1)
    if before in _WORD_BEFORE_TO:
        return _WORD_BEFORE_TO[before]
    governor = previous_verb(sentence, group.first - 1)
    if governor < 0:
        return PLANNED
    lemma = sentence.tokens[governor].lemma
    outer = group_of(sentence, governor)
    if outer.negated:
        return DENIED if lemma not in ("want", "plan", "intend") else POSSIBLE
    found = _OF_GOVERNOR.get(lemma, PLANNED)
    if found in (HAPPENED, ONGOING) and hops < 3:
        above = _of_verb(sentence, outer, hops + 1)
        return above if above != HAPPENED else found
    return found


def _of_gerund(sentence: Analysis, group: Group, hops: int) -> str:
    before = sentence.low(group.first - 1)
    if before in ("without", "instead") or (before == "of" and sentence.low(group.first - 2) == "instead"):
        return DENIED
    if before == "of" and sentence.low(group.first - 2) in _NOUN_OF:
        return _NOUN_OF[sentence.low(group.first - 2)]
    governor = previous_verb(sentence, group.first - 1)
    if governor < 0:
        return HAPPENED
    lemma = sentence.tokens[governor].lemma
    if before == "from" and lemma in ("prevent", "stop", "keep", "block", "bar", "deter", "ban"):
        return DENIED
    if governor == group.first - 1:
        if lemma in ("continue", "keep"):
            return ONGOING
        if lemma in ("plan", "consider", "avoid", "deny", "risk", "oppose"):
            return {"plan": PLANNED, "consider": PLANNED, "risk": POSSIBLE}.get(lemma, DENIED)
    outer = group_of(sentence, governor)
    if (before == "," or governor == group.first - 1) and hops < 3:
        above = _of_verb(sentence, outer, hops + 1)
        return above if above in (PLANNED, POSSIBLE, DENIED) else HAPPENED
    return HAPPENED


def _of_noun(sentence: Analysis, trigger: Trigger, group: Group | None) -> str:
    phrase = sentence.phrase_of(trigger.head)
    first = phrase.first if phrase is not None else trigger.first
    for index in range(first, trigger.first):
        if sentence.low(index) in _BEFORE_NOUN:
            return _BEFORE_NOUN[sentence.low(index)]
    before = sentence.low(first - 1)
    if before in _BEFORE_NOUN:
        return _BEFORE_NOUN[before]
    if before in ("of", "for", "to", "against") and sentence.low(first - 2) in _NOUN_OF:
        return _NOUN_OF[sentence.low(first - 2)]
    following = trigger.end
    while sentence.tag(following) in ("X", "A") and sentence.low(following) not in _RUNNING:
        following += 1
    if sentence.low(following) in _RUNNING:
        return ONGOING
    if before == "for" and group is not None and sentence.tokens[group.verb].lemma in ("call", "prepare", "plan"):
        return PLANNED
    return _by_governor(sentence, group, trigger)


def _by_governor(sentence: Analysis, group: Group | None, trigger: Trigger) -> str:
    if group is None:
        return HAPPENED
    lemma = sentence.tokens[group.verb].lemma
    near = abs(group.verb - trigger.first) <= 6
    if (
        near
        and lemma in _GOVERNS_NOUN
        and not (lemma in ("order", "stop", "reject", "seek") and group.verb > trigger.first)
    ):
        return _GOVERNS_NOUN[lemma]
    if lemma in (
        "say",
        "tell",
        "report",
        "call",
        "describe",
        "condemn",
        "blame",
        "mention",
        "know",
        "believe",
        "think",
    ):
        return HAPPENED
    if not near or (group.verb > trigger.first and lemma not in _TELLS_OF):
        return HAPPENED
    above = _of_verb(sentence, group)
    return above if above != ONGOING or lemma in ("face", "carry", "conduct", "wage", "fight") else HAPPENED
