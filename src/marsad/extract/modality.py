"""Whether a happening is told as happened, ongoing, planned, threatened, possible or denied."""

from collections.abc import Mapping
from typing import Final

from marsad.extract.clauses import Group, group_of, previous_verb
from marsad.extract.syntax import Analysis
from marsad.extract.triggers import Trigger
from marsad.extract.words import code_by_word

HAPPENED: Final = "happened"
ONGOING: Final = "ongoing"
PLANNED: Final = "planned"
THREATENED: Final = "threatened"
POSSIBLE: Final = "possible"
DENIED: Final = "denied"

_TABLE: Final = "modality.yaml"
_RUNNING: Final = frozenset("continue continued continues rage raged raging rages underway ongoing intensified".split())
_TELLS_OF: Final = frozenset(
    "take begin start happen occur come follow launch carry conduct hit kill strike destroy resume target last "
    "continue".split()
)
"""Verbs whose tense is that of the happening that is their subject ("the strike will begin", but not "would end")."""
_GOALS: Final = frozenset(
    ("goal", "goals", "aim", "aims", "objective", "objectives", "priority", "intention", "ambition")
)
_CLAUSE: Final = 16
"""Tokens that a clause may reach after the verb that denies it."""
_HYPOTHETICAL: Final = frozenset(("if", "unless", "whether", "lest"))


def _words(section: str) -> Mapping[str, str]:
    return code_by_word(_TABLE)[section]


def modality(sentence: Analysis, trigger: Trigger, group: Group | None) -> str:
    """Return the modality of a trigger; ``group`` are the words of its verb, or of the verb that a noun hangs on."""
    if _hypothetical(sentence, trigger):
        return POSSIBLE
    if trigger.first == 0 and sentence.tag(0) == "G" and any(token.low in _GOALS for token in sentence.tokens):
        return PLANNED
    if not trigger.verb:
        return _of_noun(sentence, trigger, group)
    found = _of_verb(sentence, group or group_of(sentence, trigger.head))
    return DENIED if found in (HAPPENED, ONGOING) and _denied(sentence, trigger) else found


def _denied(sentence: Analysis, trigger: Trigger) -> bool:
    """Say whether somebody denies that it happened, or it happened to nobody: "denied that", "no prisoner was"."""
    if any(sentence.low(index) == "no" for index in (trigger.end, *_before_subject(sentence, trigger))):
        return True
    governor = previous_verb(sentence, trigger.first - 1)
    while governor >= 0 and trigger.first - governor < _CLAUSE:
        if sentence.tokens[governor].lemma in ("deny", "refute", "dispute"):
            between = range(governor + 1, trigger.first)
            return not any(sentence.tag(index) in ("C", ";", '"') and sentence.low(index) == "but" for index in between)
        governor = previous_verb(sentence, governor - 1)
    return False


def _before_subject(sentence: Analysis, trigger: Trigger) -> tuple[int, ...]:
    """Return where the noun phrase right before the verb begins."""
    before = group_of(sentence, trigger.head).first - 1
    phrase = sentence.phrase_of(before)
    return (phrase.first, phrase.first - 1) if phrase is not None else (before, before - 1)


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
        return _words("modals").get(group.modal, HAPPENED)
    if group.infinitive:
        return _of_infinitive(sentence, group, hops)
    if group.progressive:
        return ONGOING
    if sentence.tag(group.verb) == "G":
        return _of_gerund(sentence, group, hops)
    return HAPPENED


def _of_infinitive(sentence: Analysis, group: Group, hops: int) -> str:
    before = sentence.low(group.first - 1)
    if before in _words("before_to"):
        return _words("before_to")[before]
    governor = previous_verb(sentence, group.first - 1)
    if governor < 0:
        return PLANNED
    lemma = sentence.tokens[governor].lemma
    outer = group_of(sentence, governor)
    if outer.negated:
        return DENIED if lemma not in ("want", "plan", "intend") else POSSIBLE
    found = _words("governors").get(lemma, PLANNED)
    if found in (HAPPENED, ONGOING) and hops < 3:
        above = _of_verb(sentence, outer, hops + 1)
        return above if above != HAPPENED else found
    return found


def _of_gerund(sentence: Analysis, group: Group, hops: int) -> str:
    before = sentence.low(group.first - 1)
    if before in ("without", "instead") or (before == "of" and sentence.low(group.first - 2) == "instead"):
        return DENIED
    if before == "of" and sentence.low(group.first - 2) in _words("noun_of"):
        return _words("noun_of")[sentence.low(group.first - 2)]
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
        if sentence.low(index) in _words("before_noun"):
            return _words("before_noun")[sentence.low(index)]
    before = sentence.low(first - 1)
    if before in _words("before_noun"):
        return _words("before_noun")[before]
    if before in ("of", "for", "to", "against") and sentence.low(first - 2) in _words("noun_of"):
        return _words("noun_of")[sentence.low(first - 2)]
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
        and lemma in _words("governs_noun")
        and not (lemma in ("order", "stop", "reject", "seek") and group.verb > trigger.first)
    ):
        return _words("governs_noun")[lemma]
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
