"""Sentences in their context: the paragraph around a claim's sentence, with the words that the claim was read from."""

from collections.abc import Iterator

from msgspec import Struct

from marsad.model import Document, Mention, ResolvedClaim, Span

PARAGRAPH_LIMIT = 1_500
"""Longer paragraphs are cut around the sentence (characters)."""
SENTENCE_LIMIT = 1_600
"""A longer sentence is cut around its trigger (characters)."""
CONTEXT = 350
"""What is kept on either side of the sentence in a paragraph that is cut (characters)."""


class Passage(Struct, frozen=True):
    """A stretch of a document's text, and whether more of its paragraph stands before and after."""

    start: int
    end: int
    cut_before: bool
    cut_after: bool


class Mark(Struct, frozen=True, order=True):
    """Words of a passage and what the claim took them for; the offsets are absolute, in code points."""

    start: int
    end: int
    kind: str


def passage_of(document: Document, claim: ResolvedClaim) -> Passage:
    """Return the paragraph of the claim's sentence, or the neighbourhood of the sentence in a very long one."""
    sentence = sentence_of(claim)
    block = next((b for b in document.blocks if b.start <= claim.trigger.start < b.end), None)
    low, high = (block.start, block.end) if block is not None else (0, len(document.text))
    low, high = min(low, sentence.start), min(max(high, sentence.end), len(document.text))
    start, end = _paragraph(document.text, sentence, low, high)
    if end - start <= PARAGRAPH_LIMIT:
        return Passage(start, end, cut_before=False, cut_after=False)
    near = _at_word(document.text, max(start, sentence.start - CONTEXT), start)
    far = _at_word(document.text, min(end, sentence.end + CONTEXT), end)
    return Passage(near, far, cut_before=near > start, cut_after=far < end)


def sentence_of(claim: ResolvedClaim) -> Span:
    """Return the claim's sentence, cut around the trigger when it is longer than a page can show."""
    start, end = claim.sentence.start, claim.sentence.end
    if end - start <= SENTENCE_LIMIT:
        return claim.sentence
    start = max(start, claim.trigger.start - SENTENCE_LIMIT // 2)
    return Span(start, min(end, start + SENTENCE_LIMIT))


def _paragraph(text: str, sentence: Span, low: int, high: int) -> tuple[int, int]:
    """Find the blank lines around the sentence, looking no further than a paragraph may be long."""
    low, high = max(low, sentence.start - PARAGRAPH_LIMIT), min(high, sentence.end + PARAGRAPH_LIMIT)
    before = text.rfind("\n\n", low, sentence.start)
    after = text.find("\n\n", sentence.end, high)
    start = low if before < 0 else before + 2
    end = high if after < 0 else after
    while start < sentence.start and text[start].isspace():
        start += 1
    while end > sentence.end and text[end - 1].isspace():
        end -= 1
    return start, end


def _at_word(text: str, at: int, bound: int) -> int:
    """Move towards the bound to the next blank, at most 40 characters."""
    step = 1 if bound > at else -1
    for _ in range(min(40, abs(bound - at))):
        if at < len(text) and text[at].isspace():
            break
        at += step
    return at


def marks_of(claim: ResolvedClaim, passage: Passage) -> tuple[Mark, ...]:
    """Return what the claim was read from within the passage, in the order of the text."""
    within = (
        Mark(max(m.start, passage.start), min(m.end, passage.end), kind)
        for kind, m in _mentions(claim)
        if m is not None and m.start < passage.end and m.end > passage.start
    )
    return tuple(sorted(set(within)))


def _mentions(claim: ResolvedClaim) -> Iterator[tuple[str, Mention | None]]:
    yield "trigger", claim.trigger
    yield from (("again", mention) for mention in claim.mentions)
    yield from (("who", party.mention) for party in claim.who)
    yield from (("whom", party.mention) for party in claim.whom)
    yield "where", claim.where.mention if claim.where else None
    yield "when", claim.when.mention if claim.when else None
    yield from (("figure", figure.mention) for figure in claim.figures)
    yield from (("means", means.mention) for means in claim.means)
    yield from (("source", source.mention) for source in claim.sources)
