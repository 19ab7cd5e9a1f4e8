"""Whether the words around a time tell of what is still to come: "was shelled on Friday", "is due to open on Friday".

A claim knows from its modality which way its time points; this is for the times that belong to no claim.
"""

import re
from typing import Final

_BEFORE: Final = 90
"""Characters before a time within its sentence in which a verb is looked for: about a clause."""
_BEHIND: Final = 60
"""Characters behind it, where nothing stands before ("On Friday, talks will open")."""
_SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n\s*\n")
_AHEAD: Final = (
    r"will|shall|'ll|’ll|won't|won’t|may|might|could|would|going to|is to|are to|to be|be|due|set (?:for|to)|"
    r"(?:is|are|was|were) (?:scheduled|expected|planned|slated)|plan(?:s|ned|ning) to|planning|planned for|supposed to|"
    r"expect(?:s|ed)? to|"
    r"scheduled|intends?|hopes? to|wants? to|vow(?:s|ed)? to|agree(?:s|d)? to|promise[sd]? to|threaten(?:s|ed)? to|"
    r"prepar(?:es?|ing) (?:to|for)|deadline|upcoming|as (?:early|soon|late) as|no later than|effective|payable|"
    r"expires?|takes? effect|until|till|ready to|in time for|ahead of|extended|stock of record|holders of record"
)
_BEHIND_US: Final = (
    r"had (?:\w+ )?been (?:due|set|scheduled|expected|planned)(?: to \w+)?|refused to \w+|failed to \w+|began to \w+|"
    r"was|were|had|did|said|says|told|came|went|took|made|held|met|gave|won|lost|fell|rose|led|sent|brought|found|got|"
    r"fled|spoke|struck|hit|shot|broke|began|left|saw|drove|fought|threw|blew|wrote|ran|set (?:off|up|fire)|kept|put|"
    r"became|burst|sank|shook|fired|has|have|been|since|\w{2,20}ed"
)
_MARK: Final = re.compile(rf"(?<!\w)(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND_US}))(?!\w)")
_BY: Final = re.compile(r"\b(?:by|until|till)(?: the)? $", re.IGNORECASE)


def tells_of_the_future(text: str, start: int, end: int) -> bool:
    """Say whether the time that stands there is ahead of the day of writing, by the verb nearest before it.

    "By" and "until" point ahead where no past tense says otherwise; "Friday's raid" is over.
    """
    if text[end : end + 2] in {"'s", "’s"}:
        return False
    before = text[_sentence_start(text, start) : start]
    last = None
    for last in _MARK.finditer(before):  # noqa: B007 - the last one counts
        pass
    if last is None:
        last = _MARK.search(text, end, _sentence_end(text, end))
    if last is None:
        return _BY.search(before) is not None
    return last.lastgroup == "ahead"


def _sentence_start(text: str, start: int) -> int:
    lowest = max(0, start - _BEFORE)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, lowest, start)]
    return ends[-1] if ends else lowest


def _sentence_end(text: str, end: int) -> int:
    highest = min(len(text), end + _BEHIND)
    match = _SENTENCE_END.search(text, end, highest)
    return match.start() if match is not None else highest
