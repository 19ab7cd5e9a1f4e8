"""A claim's words as they stand in the document: whole words, whole phrases, nothing of the dateline.

Extractors that label pieces of words stop short within one, or tear a phrase apart at a small word.
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from marsad.model import Claim, Document, Mention
from marsad.resolve.dateline import dateline

_ABBREVIATION = re.compile(r"(?:[A-Z]\.){2,6}")
_JOINT = re.compile(r"(?: |-|'s |’s | of | of the | for the )$")
"""What may stand between two pieces of one phrase."""
_SPEAKER_JOINT = re.compile(rf"{_JOINT.pattern[:-2]}| in | in the | at the | from the | with the )$")
"""The same for those who speak: "a source" in the "health ministry"."""
_LEFT_OVER = " ,;:(-–—"
_LONGEST = 60
"""Letters by which a mention is widened at most."""

_OPENER = re.compile(
    r"(?:^|\s)(?:Abu|Ain|Al|Ayn|Bab|Bayt|Beit|Bir|Camp|Ciudad|Dar|Dayr|Deir|El|Fort|Jabal|Jebel|Kafr|Kfar|Khan|Khirbat|La|Lake"
    r"|Las|Los|Mount|Nahr|New|Nova|Novo|Port|Puerto|Ras|Saint|San|Santa|Santo|Sheikh|Tal|Tall|Tel|Um|Umm|Wadi)$"
)
"""What many names of places begin with and what alone is seldom one."""
_NEXT_NAME = re.compile(r"[ -][A-Z\u00c0-\u00de][\w'’-]+")


def in_whole_words(document: Document, claim: Claim) -> Claim:
    """Return the claim with mentions that cut no word or phrase, and without those that stand in the dateline."""
    line = dateline(document)
    text = document.text

    def mended(mentions: Iterable[Mention], joint: re.Pattern[str] = _JOINT) -> tuple[Mention, ...]:
        told = (mention for mention in mentions if not line.overlaps(mention))
        return tuple(_joined(text, [_whole(text, mention) for mention in told], joint))

    return replace(
        claim,
        who=mended(claim.who),
        whom=mended(claim.whom),
        sources=mended(claim.sources, _SPEAKER_JOINT),
        where=tuple(_whole_name(text, mention) for mention in claim.where if not line.overlaps(mention)),
        when=tuple(mention for mention in claim.when if not line.overlaps(mention)),
    )


def _whole_name(text: str, mention: Mention) -> Mention:
    """Return the mention with the rest of a name where it has only what many begin with ("Ain" of Ain Issa)."""
    whole = _whole(text, mention)
    rest = _NEXT_NAME.match(text, whole.end) if _OPENER.search(whole.text) else None
    return whole if rest is None else Mention.of(text, whole.start, rest.end())


def _whole(text: str, mention: Mention) -> Mention:
    """Return the mention from the start of its first word to the end of its last one."""
    start, end = mention.start, mention.end
    if start == end:
        return mention
    lowest, highest = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > lowest and _within_word(text, start):
        start -= 1
    while end < highest and _within_word(text, end):
        end += 1
    abbreviation = _ABBREVIATION.match(text, max(text.rfind(" ", start, end) + 1, start))
    if abbreviation is not None and end < abbreviation.end():
        end = abbreviation.end()
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    while end > start + 1 and text[end - 1] in _LEFT_OVER:
        end -= 1
    return mention if (start, end) == (mention.start, mention.end) else Mention.of(text, start, end)


def _within_word(text: str, place: int) -> bool:
    """Say whether a place lies between two letters, or behind the hyphen or apostrophe of a name (al-Nusra)."""
    before, after = text[place - 1], text[place : place + 1]
    return (before.isalnum() or (before in "-'’" and text[place - 2 : place - 1].isalnum())) and after.isalnum()


def _joined(text: str, mentions: list[Mention], joint: re.Pattern[str]) -> list[Mention]:
    """Join pieces that overlap or stand side by side, parted by no more than a small word."""
    found: list[Mention] = []
    for mention in sorted(mentions):
        if found and _is_one(text, found[-1], mention, joint):
            found[-1] = Mention.of(text, found[-1].start, max(found[-1].end, mention.end))
        else:
            found.append(mention)
    return found


def _is_one(text: str, first: Mention, second: Mention, joint: re.Pattern[str]) -> bool:
    return second.start < first.end or joint.fullmatch(text[first.end : second.start]) is not None
