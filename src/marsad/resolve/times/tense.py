"""Whether the words around a time tell of what is still to come: "was shelled on Friday", "is due to open on Friday".

A claim knows from its modality which way its time points; this is for the times that belong to no claim.
"""

import re
from typing import Final

_BEFORE: Final = 90
"""Characters before a time within its sentence in which a verb is looked for: about a clause."""
_BEHIND: Final = 60
"""Characters behind it, where nothing stands before ("On Friday, talks will open")."""
_SENTENCE_END: Final = re.compile(
    r"(?<!\b[A-Z])(?<!Mr)(?<!Mrs)(?<!Dr)(?<!Gen)(?<!Col)(?<!Lt)(?<!Maj)[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n\s*\n"
)
_WILL: Final = r"will|shall|'ll|’ll|won't|won’t|going to|is to|are to|due|scheduled|slated|(?:is|are|been) expected"
_AHEAD: Final = "|".join(
    (
        r"(?:to|will|would|shall|should|could|may|might|must) be(?: \w{2,20}ly)?(?: \w{2,20})?",
        _WILL,
        r"may|might|could|would|be|planned for|planning|upcoming|deadline|payable|expires?|takes? effect|effective",
        r"plan(?:s|ned)? to|set (?:for|to)|expect(?:s|ed)? to|supposed to|ready to|intends?|in time for",
        r"(?:stock|holders) of record",
        r"(?:hope|want|vow|promise|agree|threaten|propose|decide)(?:s|d|ed)? to|prepar(?:es?|ing) (?:to|for)",
        r"extend(?:s|ed) (?:to|until)|until|till|as (?:early|soon|late) as|no later than",
    )
)
_OVER: Final = "|".join(
    (
        r"had (?:\w{2,20} )?been (?:due|set|scheduled|expected|planned)(?: to \w{2,20})?",
        r"(?:refused|failed|began|tried|managed) to \w{2,20}",
        r"was|were|had|did|has|have|been|since|said|says|told|came|went|took|made|held|met|gave|won|lost|fell|rose|led",
        r"sent|brought|found|got|fled|spoke|struck|hit|shot|broke|began|left|saw|drove|fought|threw|blew|wrote|ran",
        r"swept|overran|retook|withdrew|flew|stole|caught|bought|sought|stood|spent|laid|paid|dealt|beat|cut|drew|rose",
        r"kept|put|became|burst|sank|shook|set (?:off|up|fire)",
        r"(?!unspecified|unexpected|succeed|proceed|exceed|need|indeed|hundred)[a-z]{2,20}ed",
    )
)
_MARK: Final = re.compile(rf"(?<!\w)(?:(?P<ahead>{_AHEAD})|(?P<over>{_OVER}))(?!\w)")
_MARK_BEHIND: Final = re.compile(rf"(?<!\w)(?:(?P<ahead>{_WILL})|(?P<over>{_OVER}))(?!\w)")
_PAST: Final = re.compile(
    rf"{_OVER}|taken|retaken|driven|fallen|thrown|blown|broken|stolen|flown|overrun|withdrawn|given|seen|shown|begun"
)
_BY: Final = re.compile(r"\b(?:by|through)(?: the)? $", re.IGNORECASE)
_STRAIGHT_AHEAD: Final = re.compile(
    r"\b(?:ahead of|as (?:early|soon) as|no later than|effective|payable)(?: the| on)? $"
)
"""Words that point ahead from whatever has been said before them."""
_UNTIL: Final = re.compile(r"(?:until|till|by|through)\b", re.IGNORECASE)
_DEADLINE: Final = re.compile(r"\b(?:given?|gave|postpon|delay|exten[ds]|deadline|valid|to (?!the\b|a\b)\w)")
"""What is put off or allowed until a day: "gave them until Monday"."""


def is_past(word: str) -> bool:
    """Whether the word is a verb of the past or a participle: "fled", "seized"."""
    return _PAST.fullmatch(word.lower()) is not None


def tells_of_the_future(text: str, start: int, end: int) -> bool:
    """Say whether the time that stands there is ahead of the day of writing, by the verb nearest before it.

    "By" points ahead where no verb says otherwise; "Friday's raid" is over.
    """
    if text[end : end + 2] in {"'s", "’s"}:
        return False
    before = text[_sentence_start(text, start) : start]
    if _STRAIGHT_AHEAD.search(before) or (_UNTIL.match(text, start, end) and _DEADLINE.search(before)):
        return True
    last = None
    for last in _MARK.finditer(before):  # noqa: B007 - the last one counts
        pass
    if last is None:
        last = _MARK_BEHIND.search(text, end, _sentence_end(text, end))
    if last is None:
        return _BY.search(before) is not None or _UNTIL.match(text, start, end) is not None
    return last.lastgroup == "ahead"


def _sentence_start(text: str, start: int) -> int:
    lowest = max(0, start - _BEFORE)
    while lowest and lowest < start and text[lowest - 1].isalnum():
        lowest += 1
    ends = [match.end() for match in _SENTENCE_END.finditer(text, lowest, start)]
    return ends[-1] if ends else lowest


def _sentence_end(text: str, end: int) -> int:
    highest = min(len(text), end + _BEHIND)
    match = _SENTENCE_END.search(text, end, highest)
    return match.start() if match is not None else highest
