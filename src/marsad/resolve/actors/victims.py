"""Whom a happening struck, where the sentence tells it by counting them: "killing 26 jihadists"."""

import re
from collections.abc import Iterator
from typing import Final

from marsad.model import Claim, Mention

_SUFFERED: Final = frozenset({"killed", "injured", "captured", "missing"})
_STRUCK: Final = frozenset(
    "armed_clash air_strike shelling explosive_device suicide_bombing grenade chemical_weapon attack_on_civilians "
    "execution abduction sexual_violence arrest violence_other".split()
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_NOBODY: Final = frozenset(
    "people person persons others other more dead wounded injured deaths death casualties casualty fatalities fatality "
    "bodies body lives life victims victim toll killed missing them those him her us".split()
)
"""Nouns for those counted that do not say who they were."""
_NUMBERS: Final = frozenset(
    "at least about around some several dozens dozen scores hundreds hundred thousands thousand million many few over "
    "more fewer less than up to nearly almost as the a an of and one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty ninety another both all between not number some".split()
)


def victims_of(claim: Claim) -> Iterator[Mention]:
    """Give the words for those whom the claim counts as killed, hurt, taken or missing, if they say who they were."""
    if claim.type not in _STRUCK:
        return
    for count in claim.counts:
        if count.measure in _SUFFERED and count.part_of is None and _tells_who(count.mention.text):
            yield count.mention


def _tells_who(words: str) -> bool:
    if _WORD.fullmatch(words.rsplit(maxsplit=1)[-1].strip(".,;:’'")) is None:
        return False
    told = [word for word in map(str.casefold, _WORD.findall(words)) if word not in _NUMBERS]
    return bool(told) and not set(told) & _NOBODY
