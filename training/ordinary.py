"""Everyday sentences that teach what is no happening: text of the UD English Web Treebank, and figures of speech.

They carry no labels of ours. A sentence counts as ordinary when the lexicon finds no trigger in it and no word of
violence stands in it; what may be a happening is left out rather than taught as none.
"""

import random
import re
from pathlib import Path
from typing import Any

from marsad.extract.encoder.wordpiece import WordPiece
from marsad.extract.lexicon import LexiconExtractor
from marsad.model import Block, Document
from training.examples import IGNORED, Example, corpora, read_lines

_VIOLENT = re.compile(
    r"\b(?:kill|dead|death|die[ds]?\b|attack|bomb|blast|explo|shoot|shot|gun|fire[ds]?\b|war\b|wars\b|army|troop|soldier|milit"
    r"|rebel|insurg|terror|police|arrest|detain|captur|seiz|hostage|kidnap|abduct|protest|riot|strike|raid|missile|rocket"
    r"|weapon|clash|fight|battle|invad|occup|withdr|truce|cease|threat|sanction|deploy|force[sd]\b|murder|assault|rape"
    r"|tortur|execut|massacre|refugee|displac|flee|fled|evacuat|aid\b|coup|siege|wound|injur|victim|iraq|afghan|israel"
    r"|palestin|syria|iran|qaeda|taliban|hamas)",
    re.IGNORECASE,
)
FIGURATIVE = Path(__file__).with_name("data") / "figurative.txt"
"""Words of war used for other things, and everyday mishaps, written for this project."""
EVERYDAY = FIGURATIVE.with_name("everyday.txt")
"""Reports of sport, elections, business and daily life, written for this project."""
FIGURATIVE_TIMES = 3
"""How often each of these is learned in an epoch; they are few."""
LONGEST = 300
"""Characters; longer ones are lists and addresses."""


def ordinary(choices: dict[str, Any], words: WordPiece) -> list[Example]:
    """Return so many everyday sentences as first passes without a trigger."""
    held_out = {_letters(row["text"]) for name in choices["held_out"] for row in read_lines(corpora() / name)}
    read = {row["text"] for row in read_lines(corpora() / choices["ordinary"])}
    texts = {text for text in read if _letters(text) not in held_out}
    quiet = sorted(text for text in texts if 20 < len(text) < LONGEST and not _VIOLENT.search(text))
    random.Random(choices["seed"]).shuffle(quiet)  # noqa: S311 - not for secrets
    extractor = LexiconExtractor()
    chosen = [text for text in quiet if not extractor.extract(_document(text))][: choices["ordinary_most"]]
    chosen += FIGURATIVE.read_text(encoding="utf-8").splitlines() * FIGURATIVE_TIMES
    chosen += EVERYDAY.read_text(encoding="utf-8").splitlines() if EVERYDAY.exists() else []
    pieces = [words.encode(text) for text in chosen]
    return [Example(one, (0,) * len(one.ids), (0,) * len(one.ids), None, None, IGNORED) for one in pieces]


def _letters(text: str) -> str:
    """Letters and digits alone: the same sentence stands in two corpora with other spaces and marks."""
    return re.sub(r"\W", "", text).casefold()


def _document(text: str) -> Document:
    return Document("d", "d", None, "", None, None, (), "en", None, text, (Block(0, len(text), "body"),), ())
