"""Who a credited source is, whatever the words: one office or person in more and in fewer words, "its spokesman"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from marsad.facts import derived, sources
from marsad.merge.digest import ClaimDigest
from marsad.model import Source

SOURCE = "source:"
"""What the root of a credited source, an outlet or an agency begins with."""
OFFICES = frozenset("coordinator directorate governor governorate mayor ministry premier presidency president".split())
"""Offices of which one place or country has one, so that two reports of one happening mean the same."""
STATE = "state_media"
"""Kind of source that says what its state has it say."""
REFERRING = frozenset(
    "spokesman spokeswoman spokesperson spokesmen communique statement ministry organisation organization group monitor"
    " network mission directorate authority authorities".split()
)
"""Words that refer, alone, to an institution which the report has named."""
POLICE = frozenset("police officer officers force forces spokesman spokeswoman spokesperson official officials".split())
"""What a mention of police may consist of without saying which; every town has its own."""
_IDLE = frozenset("a acting an deputy for in its local of our provincial regional state's the their town's".split())
"""Words beside an office that tell it from no other one of its kind."""
_NOT_IN_NAMES = re.compile(r"[(),]")
_OFFICE_OF = {"minister": "ministry", "president": "presidency"}
"""Who holds an office speaks for it."""


def root_of(source: Source) -> str:
    """Name the root that a source is."""
    return f"{SOURCE}{source.id or id_of(source.name)}"


def is_known(source: Source) -> bool:
    """Tell a named source from "residents" or "police", who need not be the same ones in two reports."""
    if source.id is not None:
        return source.mention is None or not _is_any_police(source.mention.text)
    return source.kind == STATE or _is_particular(source.name)


def _is_any_police(said: str) -> bool:
    words = set(_words(said))
    return "police" in words and words <= POLICE


def _is_particular(name: str) -> bool:
    """Say whether it is a name, or an office of which there is one: the mayor, the health ministry.

    "Gang leader" at the beginning of a headline is no name for its capital.
    """
    first, *others = name.split() or [""]
    begins = first[:1].isupper() and not (others and all(other.islower() for other in others))
    return begins or any(other[:1].isupper() for other in others) or not OFFICES.isdisjoint(_words(name))


def _words(name: str) -> tuple[str, ...]:
    """Return its words without articles and the like, and without the genitive."""
    plain = name.casefold().replace("’", "'").replace("'s", "").replace("prime minister", "premier").split()
    return tuple(_OFFICE_OF.get(word, word) for word in plain if word not in _IDLE)


def referred(report: Sequence[ClaimDigest], roots: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Give the roots of claims whose credit only refers to somebody whom their report credits with the happening.

    "Its spokesman" is that of the institution named last, with his name or without, and a headline shortens what the
    text says. The claims are those of one report in the order of its text.
    """
    found: dict[str, list[str]] = {}
    for at, digest in enumerate(report):
        if not digest.claim.sources or any(source.id is not None for source in digest.claim.sources):
            continue
        before = [other for other in reversed(report[:at]) if _names_somebody(other)]
        if digest.headline:
            before = [other for other in report if _is_named_beside(other, digest)]
        elif digest.spokesmen:
            before = [
                other for other in before if not digest.spokesmen & {source.name for source in other.claim.sources}
            ]
        elif not all(_only_refers(source) for source in digest.claim.sources):
            continue
        if before:
            own = roots[digest.claim.id] if digest.spokesmen else []
            found[digest.claim.id] = [*own, *roots[before[0].claim.id]]
    return found


def _is_named_beside(other: ClaimDigest, headline: ClaimDigest) -> bool:
    """Say whether a claim of the text credits somebody with what the headline says."""
    alike = (other.claim.modality == "denied") == (headline.claim.modality == "denied")
    return alike and not other.headline and bool(other.claim.sources)


def _names_somebody(digest: ClaimDigest) -> bool:
    return any(is_known(source) and not _only_refers(source) for source in digest.claim.sources)


def _only_refers(source: Source) -> bool:
    words = _words(source.name)
    return source.id is None and bool(words) and REFERRING.issuperset(words)


def spellings(credited: Iterable[Source]) -> Iterator[list[str]]:
    """Yield roots that are one source in more and in fewer words: "the health ministry", "Iraq's health ministry".

    Words that fit two sources which are not one, such as "the ministry" beside those of health and defence, stay alone.
    "State television" beside one known voice of a state is that voice.
    """
    sources_ = list(credited)
    known = {source.name: root_of(source) for source in sources_ if source.id is not None}
    unlisted = {source.name: root_of(source) for source in sources_ if source.id is None}
    told = {name: frozenset(_words(name)) for name in sorted(unlisted) if _is_particular(name)}
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in combinations(told, 2):
        for short, long in ((one, other), (other, one)):
            if told[short] <= told[long] and (told[short] & OFFICES or _is_end_of(short, long)):
                longer[short].append(long)
    for short, several in longer.items():
        if all(told[one] <= told[other] or told[other] <= told[one] for one, other in combinations(several, 2)):
            yield [unlisted[name] for name in (short, *several)]
    speaking = {root_of(source) for source in sources_ if source.id is not None and source.kind == STATE}
    of_state = {source.name for source in sources_ if source.kind == STATE}
    for short in sorted(unlisted):
        full = speaking if short in of_state else {known[name] for name in known if _is_short_for(short, name)}
        if len(full) == 1:
            yield [unlisted[short], *full]


def _is_short_for(short: str, long: str) -> bool:
    """Say whether it is what is left of a known name: "the Observatory", "Lysak", "the interior ministry"."""
    words = set(_words(short))
    if not words or words <= (POLICE | REFERRING - OFFICES) or not words <= set(_words(_NOT_IN_NAMES.sub(" ", long))):
        return False
    return bool(words & OFFICES) or all(word[:1].isupper() for word in short.split() if word.casefold() != "the")


def _is_end_of(short: str, long: str) -> bool:
    """Say whether one is a person's name that the other gives in full: "Adeyemi", "Captain Tunde Adeyemi"."""
    return short[:1].isupper() and f" {long}".endswith(f" {short}")


def id_of(name: str) -> str:
    """Return the id that the table of sources has for a name, so that an agency's credit meets its own reports.

    "United Nations coordinator" speaks for the United Nations; one word must be an acronym to do so.
    """
    words = name.split()
    words = words[1:] if len(words) > 1 and words[0].casefold() == "the" else words
    heads = (words[:length] for length in range(len(words), 0, -1))
    known = (
        _ids().get(" ".join(head).casefold()) for head in heads if len(head) > 1 or head[0].isupper() or head == words
    )
    return next((id_ for id_ in known if id_ is not None), " ".join(words).casefold())


@derived
def _ids() -> dict[str, str]:
    return {name.casefold(): fact.id for fact in sources().values() for name in (fact.name, *fact.aliases)}
