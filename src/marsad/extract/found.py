"""Who speaks by the form alone: a headline's colon or dash, and words beside a quotation."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from marsad.extract.speaker_phrases import low_at, speaker_in, speakers_after, speakers_before
from marsad.extract.speaking import HEADLINE, Word


class Found(Struct, frozen=True):
    """An attribution before it is known how far it reaches; numbers of words."""

    speakers: tuple[tuple[int, int], ...]
    first: int
    end: int
    verb: int
    way: str


def headline(words: Sequence[Word]) -> Iterator[Found]:
    """Read "Six dead in raid: police", "Raid kills six – monitor" and "Army: raid killed six"."""
    for index in range(len(words) - 1, 0, -1):
        if words[index].low in {":", "–", "—", "-"}:
            phrase = speaker_in(words, index + 1, len(words))
            told = phrase is not None and index >= 3 and phrase[1] == len(words) and phrase[1] - phrase[0] <= 4
            if told and phrase is not None and _is_source(words[phrase[0] : phrase[1]]):
                yield Found((phrase,), index, len(words), index, "trailing")
            break
    colon = next((index for index, word in enumerate(words[:6]) if word.low == ":"), None)
    phrase = speaker_in(words, 0, colon) if colon else None
    if colon and phrase and len(words) - colon > 3 and words[phrase[1] - 1].low in HEADLINE:
        yield Found((phrase,), 0, colon + 1, colon, "forward")


def _is_source(named: Sequence[Word]) -> bool:
    """Say whether short words behind a headline's colon name somebody: by its noun, or in capitals."""
    return named[-1].low in HEADLINE or (len(named) == 1 and named[0].text.isupper() and len(named[0].text) > 1)


def quoting(words: Sequence[Word], verb: int) -> Iterator[Found]:
    """Read "“…,” the herder continued" and "“…,” replied Hawa Issa": what is quoted stands beside it."""
    if low_at(words, verb - 1) == "■" or (low_at(words, verb - 1) == "," and low_at(words, verb - 2) == "■"):
        speakers, end = speakers_after(words, verb + 1)
        if speakers:
            yield Found(speakers, verb, end, verb, "whole")
            return
    speakers, first = speakers_before(words, verb)
    first -= low_at(words, first - 1) in {"the", "a", "an"}
    if speakers and (low_at(words, first - 1) == "■" or low_at(words, first - 2) == "■"):
        yield Found(speakers, first, verb + 1, verb, "whole")
