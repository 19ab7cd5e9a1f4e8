"""Names of private persons are not shown: neither in lists nor inside the sentences that are quoted."""

import re
from collections.abc import Iterable
from typing import TypeVar

HIDDEN = "\ue000"
"""Stands for one character of a withheld name (private use area, in no text that means anything to a reader).

A name is replaced by as many of these as it had characters, so that every span still holds; the page shows a run of
them as "name withheld"."""
Value = TypeVar("Value")


class Withheld:
    """Hides a set of names in any text."""

    def __init__(self, names: Iterable[str]) -> None:
        longest_first = sorted(set(names), key=lambda name: (-len(name), name))
        choices = "|".join(re.escape(name) for name in longest_first)
        self._names = re.compile(rf"(?<!\w)(?:{choices})(?!\w)") if longest_first else None

    def text(self, text: str) -> str:
        """Return the text with every name hidden, as long as before.

        >>> Withheld({"Amal Idris", "Idris"}).text("Amal Idris, 9") == HIDDEN * 10 + ", 9"
        True
        """
        return text if self._names is None else self._names.sub(lambda found: HIDDEN * len(found[0]), text)

    def address(self, address: str | None) -> str | None:
        """Return None for an address whose words hold a name, as addresses made from headlines do."""
        if address is None or self._names is None:
            return address
        words = re.sub(r"[\W_]+", " ", address)
        return None if re.search(self._names.pattern, words, re.IGNORECASE) else address

    def everywhere(self, value: Value) -> Value:
        """Return a value made of dicts, lists and texts with the names hidden in all of its texts."""
        if self._names is None:
            return value
        return self._hide(value)  # type: ignore[return-value]

    def _hide(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list | tuple):
            return [self._hide(item) for item in value]
        if isinstance(value, dict):
            return {key: self._hide(item) for key, item in value.items()}
        return value
