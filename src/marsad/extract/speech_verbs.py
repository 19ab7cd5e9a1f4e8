"""Whether a verb of speech credits its subject with what it tells: somebody says it, and a clause or an act is told."""

from collections.abc import Sequence
from typing import Final

from marsad.extract.speaker_phrases import low_at
from marsad.extract.speaking import (
    AUXILIARY,
    BLAMING,
    DENIED,
    HAPPENINGS,
    NOT_SAID,
    NUMBERS,
    PREPOSITIONS,
    REFUSING,
    TELLS_ON,
    THINKING,
    TIMES,
    TOLD_BY_OTHERS,
    TOLLS,
    WITNESSED,
    WRITING,
    Word,
    looks_verbal,
)


def counts(words: Sequence[Word], verb: int) -> bool:
    """Say whether a toll is what is put, raised or given ("put the death toll at 40", "put it lower, at nine")."""
    behind = [word.low for word in words[verb + 1 : verb + 5]]
    taken_up = behind[:1] in (["it"], ["them"]) and "at" in behind
    return taken_up or not TOLLS.isdisjoint(behind)


def group_start(words: Sequence[Word], verb: int) -> int | None:
    """Return the first word of the verb ("has also said"); None where nobody says it ("did not say", "to say")."""
    start = verb
    while start > 0:
        low = words[start - 1].low
        if low in NOT_SAID or (low in AUXILIARY and low not in {"has", "have", "had"}):
            return None
        if not (low in AUXILIARY or low in TIMES or low in {"also", "on", "late", "early"} or low.endswith("ly")):
            break
        if low == "on" and words[start].low not in TIMES:
            break
        start -= 1
    return start


def orders(words: Sequence[Word], verb: int) -> bool:
    """Say whether somebody is told to do something, which credits nobody ("told residents to leave")."""
    behind = [word.low for word in words[verb + 1 : verb + 6]]
    if words[verb].low not in {"told", "tells", "tell"} or "to" not in behind:
        return False
    return not {"that", ",", ":", "■", "how"} & set(behind[: behind.index("to")]) and behind[0] != "to"


def behind_time(words: Sequence[Word], verb: int) -> int:
    """Return the word behind the day that follows a verb ("denied late on Monday that")."""
    index = verb + 1
    while low_at(words, index) in TIMES or (
        low_at(words, index) in {"on", "in", "late", "early"}
        and (low_at(words, index + 1) in TIMES or low_at(words, index + 2) in TIMES)
    ):
        index += 1
    return index


def names_happening(words: Sequence[Word], verb: int) -> bool:
    """Say whether what follows names acts or deaths as such ("reported 12 raids")."""
    return words[verb].low in WITNESSED and any(HAPPENINGS.match(word.low) for word in words[verb + 1 : verb + 7])


def only_counts(words: Sequence[Word], verb: int) -> bool:
    """Say whether nothing but a number follows: "the rebels claimed 14"."""
    following = low_at(words, verb + 1)
    number = following[:1].isdigit() or following in NUMBERS
    return number and low_at(words, verb + 2) in {"", ",", ";", "and", "but", "while"}


def tells_sight(words: Sequence[Word], verb: int) -> bool:
    """Say whether what somebody saw or heard follows ("described seeing soldiers shoot")."""
    seen = low_at(words, verb + 1) in {"seeing", "hearing", "watching", "finding"}
    return seen and words[verb].low in {"described", "recalled", "recounted", "reported", "reports"}


def tells_clause(words: Sequence[Word], verb: int) -> bool:
    """Say whether what follows is told, not an object: "confirmed that", "reported on Monday", "claims jets struck"."""
    following = low_at(words, verb + 1)
    told = following in TELLS_ON or following in TIMES or low_at(words, behind_time(words, verb)) == "that"
    denies = words[verb].low.startswith("den") and (following.endswith("ing") or following in DENIED)
    if told or denies or names_happening(words, verb) or only_counts(words, verb) or tells_sight(words, verb):
        return True
    if following == "to" and low_at(words, verb + 2) == "have":
        return words[verb].low in {"claimed", "claims"}
    if words[verb].low in WRITING:
        return words[verb].low in {"wrote", "writes", "posted"} and following == "on" and ends(words, verb + 1)
    if words[verb].low in BLAMING:
        return any(word.low in {"of", "for", "with"} for word in words[verb + 2 : verb + 10])
    if following == "to" and words[verb].low in {"confirmed", "reported", "explained"}:
        return (
            low_at(words, verb + 2) in {"reporters", "journalists", "the"}
            or words[min(verb + 2, len(words) - 1)].text[:1].isupper()
        )
    if following in {"on", "in", "at"}:
        return words[verb].low in {"reported", "announced", "confirmed", "warned", "wrote", "tweeted", "claimed"}
    if following in PREPOSITIONS or following in {"responsibility", "credit", "by", "to", "as", "of"}:
        return False
    rest = words[verb + 1 : verb + 15]
    clause = next((at for at, word in enumerate(rest) if word.low in _NEW_CLAUSE), len(rest))
    return any(looks_verbal(word) for word in rest[1:clause])


def ends(words: Sequence[Word], index: int) -> bool:
    """Say whether the sentence tells nothing more from that word on: no verb comes."""
    return not any(looks_verbal(word) and word.low not in {"speaking", "citing"} for word in words[index:])


def tells_clause_behind(words: Sequence[Word], verb: int) -> bool:
    """Say whether what is told follows the verb right away ("said that", "said: “…"), not the date of saying it."""
    following = low_at(words, behind_time(words, verb))
    return following in {"that", "how", ":", "■", "“", '"'} or not (following in {"", ","} or ends(words, verb + 1))


def speaks_of_thoughts(words: Sequence[Word], index: int) -> bool:
    """Read verbs that credit with a thought or a refusal ("officials suspect that", "they rejected claims that")."""
    low, following, before = words[index].low, low_at(words, index + 1), low_at(words, index - 1)
    if low in THINKING:
        plural = before.endswith("s") and not before.endswith("ss") and low in {"suspect", "think", "fear"}
        return following == "that" or (plural and tells_on(words, index))
    behind = {word.low for word in words[index + 1 : index + 5]}
    return low in REFUSING and not TOLD_BY_OTHERS.isdisjoint(behind)


def tells_on(words: Sequence[Word], index: int) -> bool:
    """Say whether a clause follows: a verb comes a few words behind."""
    return any(looks_verbal(word) for word in words[index + 2 : index + 15])


def is_date(between: Sequence[Word]) -> bool:
    """Say whether words only date what is said before them, or are none ("on Friday,")."""
    return len(between) <= _LONGEST_DATE and all(
        word.low in TIMES | {",", "on", "in", "late", "early", "a", "statement", "its", "their"} or word.text.isdigit()
        for word in between
    )


_NEW_CLAUSE: Final = frozenset(("and", "but", ";", "after", "before", "while", "following"))
"""What ends the object of a verb: "declared war and its jets bombed the town" tells of no bombing."""
_LONGEST_DATE: Final = 6
"""Words between one who tells and whom he or she cites ("on Friday, in a statement, citing")."""
