"""Whom a happening hit, when a report only counts them: "killing at least 15 traders" is aimed at traders."""

import re
from typing import Final

from msgspec.structs import replace

from marsad.extract.draft import Draft
from marsad.model import CountMention, Mention

MEASURES: Final = frozenset(("killed", "injured", "captured", "displaced", "missing"))
"""Counts of persons."""
UNNAMED: Final = frozenset(
    "people persons person others other more dead injured wounded lives deaths casualties victims bodies fatalities "
    "man men woman women one ones total them him her it half members".split()
)
"""Words that say nothing of whom; women are named in counts, and are seldom what an attack was aimed at."""
_QUANTITY: Final = re.compile(
    r"(?:(?:at least|at most|more than|fewer than|less than|as many as|up to|over|about|around|some|roughly|nearly|"
    r"almost|an estimated|estimated|approximately|close to|just|only|well|another|other|further|additional|a|"
    r"an|the|all|both|several|many|few|a few|a dozen|dozens?|scores?|hundreds?|thousands?|millions?|tens|of|"
    r"between|and|or|to|no|any|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|thousand|million|\d[\d,.]*)"
    r"(?:[\s-]+|$))+",
    re.IGNORECASE,
)


def with_victims(draft: Draft) -> Draft:
    """Return the draft with those whom it counts as its targets, where it names none."""
    if draft.whom:
        return draft
    found = dict.fromkeys(
        victims for count in draft.counts if count.part_of is None and (victims := _victims(count)) is not None
    )
    return replace(draft, whom=tuple(found)) if found else draft


def _victims(count: CountMention) -> Mention | None:
    """Who is counted, without the number; nothing when the words name nobody or many at once."""
    if count.measure not in MEASURES:
        return None
    text = count.mention.text
    quantity = _QUANTITY.match(text)
    start = quantity.end() if quantity else 0
    words = text[start:].lower().split()
    if not words or words[-1] in UNNAMED or len(words) > 4 or not any(map(str.isalpha, words[-1])):
        return None
    return Mention(count.mention.start + start, count.mention.end, text[start:])
