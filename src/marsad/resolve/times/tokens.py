"""Words, numbers and signs of a text with their places, for the grammar."""

import re
from typing import Final

_TOKEN: Final = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}(?!\d)"  # 2017-06-09
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}(?!\d)"  # 06.06.2017, 6/6/2017
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+|\d+"
    r"|[^\W\d_]+|['’]s\b|\S"
)


class Tokens:
    """The tokens of a text; reading beyond either end gives the empty word."""

    def __init__(self, text: str) -> None:
        matches = list(_TOKEN.finditer(text))
        self._raw = [match.group() for match in matches]
        self._words = [raw.lower().replace("’", "'") for raw in self._raw]
        self._size = len(self._raw)
        self._starts = [match.start() for match in matches]
        self._ends = [match.end() for match in matches]
        self._text = text

    def __len__(self) -> int:
        return self._size

    def word(self, at: int) -> str:
        """Lower-case word at the index, or the empty string."""
        return self._words[at] if 0 <= at < self._size else ""

    def is_capital(self, at: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= at < self._size and self._raw[at][0].isupper()

    def start(self, at: int) -> int:
        """Place of the token's first character."""
        return self._starts[at]

    def end(self, at: int) -> int:
        """Place behind the token's last character."""
        return self._ends[at]

    def joined(self, at: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < at < self._size and self._starts[at] == self._ends[at - 1]
