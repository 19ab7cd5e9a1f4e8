"""The title of a report: given, or the line at the top that reads like one."""

import re
from collections import Counter
from collections.abc import Sequence

from marsad.reading.plain import ends_sentence, folded, words
from marsad.reading.signals import is_furniture, is_heading_of_others, is_pointer
from marsad.reading.units import Unit

MAX_LENGTH = 250
MAX_WORDS = 35
LEAD = 4
"""Paragraphs of the story that a title should share words with."""


_LABEL = re.compile(r"(?:title|headline)\s{0,2}:\s{0,2}", re.IGNORECASE)


def find_title(units: Sequence[Unit], title: str | None) -> tuple[str | None, int | None]:
    """Return the title and the index of the unit that holds it, each None when there is none."""
    if title is not None:
        wanted = folded(title)
        return title, next((at for at, unit in enumerate(units) if folded(unit.text) == wanted), None)
    at = _best(units)
    return (_LABEL.sub("", units[at].plain), at) if at is not None else (None, None)


def _best(units: Sequence[Unit]) -> int | None:
    """Choose among the lines above the first paragraph: the repeated one, else the one nearest to the story's words."""
    first = next((at for at, unit in enumerate(units) if _is_story(unit, units[at + 1 : at + 2])), None)
    if first is None:
        return None
    candidates = [at for at in range(first) if is_headline(units[at])]
    if not candidates:
        return None
    times = Counter(folded(units[at].text) for at in candidates)
    lead = content_words(" ".join(unit.plain for unit in units[first : first + LEAD]))
    repeated = [at for at in candidates if times[folded(units[at].text)] > 1]
    shared = {at: len(content_words(units[at].plain) & lead) for at in repeated or candidates}
    return next(at for at, words in shared.items() if 2 * words >= max(shared.values()))


def _is_story(unit: Unit, following: Sequence[Unit]) -> bool:
    """Say whether the unit is a paragraph, and not a headline that ends as a question does."""
    if not unit.is_prose or is_furniture(unit.plain) or is_pointer(unit.plain):
        return False
    return not (is_question(unit) and following and len(following[0].plain) > len(unit.plain))


def is_question(unit: Unit) -> bool:
    """Say whether the unit is short and ends as a headline may: with a question, a call, an initial."""
    tail = unit.plain.rstrip("\"'”’")
    short = len(unit.plain) <= 120 and unit.plain.count(". ") == 0
    return short and (tail.endswith(("?", "!")) or (len(tail) > 3 and tail[-1] == "." and tail[-3:-2] in " ."))


def is_headline(unit: Unit) -> bool:
    """Say whether the unit could be a headline by its form."""
    if not 3 <= unit.size <= MAX_WORDS or len(unit.plain) > MAX_LENGTH or "://" in unit.plain:
        return False
    if ends_sentence(unit.plain) and not is_question(unit):
        return False
    return not (is_furniture(unit.plain) or is_pointer(unit.plain) or is_heading_of_others(unit.plain))


def content_words(text: str) -> set[str]:
    """Return the longer words, folded: what two texts on one matter share."""
    return {word for word in words(folded(text)) if len(word) > 3} - _COMMON


_COMMON = frozenset(
    """about after again against also amid among been before being between both could during each from have having into
    just know like more most much near only other over said says should since some such than that their them then there
    these they this those through under until upon were what when where which while will with would your""".split()
)
