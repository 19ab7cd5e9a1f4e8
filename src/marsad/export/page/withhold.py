"""Names of private persons are not shown: neither in lists nor inside the sentences that are quoted."""

import re
from collections.abc import Iterable
from typing import TypeVar

from marsad.model import EventParty, Party

HIDDEN = "\ue000"
"""Stands for one character of a withheld name (private use area, in no text that means anything to a reader).

A name is replaced by as many of these as it had characters, so that every span still holds; the page shows a run of
them as "name withheld"."""
SHORTEST = 3
"""Parts of a name with fewer letters are left standing: "al", "de", "bin" name nobody."""
TITLES = frozenset(
    "the dr mr mrs ms miss sir rev reverend father mother brother sister sheikh imam mullah pastor bishop judge "
    "professor prof doctor nurse president minister mayor governor general colonel major captain commander "
    "soldier teacher lawyer journalist reporter activist and".split()
)
"""Words in front of names that name nobody."""

Value = TypeVar("Value")


def private_names(parties: Iterable[Party | EventParty]) -> set[str]:
    """Return the names of the private ones among the parties, whole and in parts."""
    names: set[str] = set()
    for party in parties:
        if party.private:
            names |= _wordings(party.name)
            if party.mention is not None:
                names |= _wordings(party.mention.text)
    return names


def _wordings(name: str) -> set[str]:
    """Return the name and those of its words that can name a person: capitalised, or in a script without capitals."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name)
    parts = {word for word in words if len(word) >= SHORTEST and not word[0].islower()}
    return {name.strip(), *(part for part in parts if part.casefold() not in TITLES)} - {""}


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
