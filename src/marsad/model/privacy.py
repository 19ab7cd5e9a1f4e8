"""The words by which a text can name a private person: the name as the record keeps it, and its parts."""

import re
from collections.abc import Iterable

from marsad.model.event import EventParty
from marsad.model.resolved import Party

SHORTEST = 3
"""Parts of a name with fewer letters are left standing: "al", "de", "bin" name nobody."""
TITLES = frozenset(
    "the dr mr mrs ms miss sir rev reverend father mother brother sister sheikh imam mullah pastor bishop judge "
    "professor prof doctor nurse president minister mayor governor general colonel major captain commander "
    "soldier teacher lawyer journalist reporter activist and".split()
)
"""Words in front of names that name nobody."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def private_names(parties: Iterable[Party | EventParty]) -> set[str]:
    """Return the names of the private ones among the parties, whole and in parts."""
    names: set[str] = set()
    for party in parties:
        if party.private:
            names |= wordings(party.name)
            if party.mention is not None:
                names |= wordings(party.mention.text)
    return names


def wordings(name: str) -> set[str]:
    """Return the name and those of its words that can name a person: capitalised, or in a script without capitals.

    >>> sorted(wordings("Dr Olena Kovalchuk"))
    ['Dr Olena Kovalchuk', 'Kovalchuk', 'Olena']
    """
    parts = {word for word in _WORD.findall(name) if len(word) >= SHORTEST and not word[0].islower()}
    return {name.strip(), *(part for part in parts if part.casefold() not in TITLES)} - {""}
