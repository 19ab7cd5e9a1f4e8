"""The person who holds an office that a report credits by the office alone ("the foreign minister warned")."""

import re
from typing import Final

from marsad.resolve.actors.nouns import OFFICES

_NAME: Final = r"[A-ZÀ-Þ][\w'’-]+(?: (?:al-|el-|bin |ibn |de |van )?[A-ZÀ-Þ][\w'’-]+){1,3}"
APPOSED: Final = re.compile(rf"[^,]*[a-z], (?P<name>{_NAME})")
"""An office or description with the name of the person behind it ("a community leader, Bulama Isa")."""
_MOST_WORDS: Final = 4
"""Words of an office with what stands before it: "Turkish foreign minister"."""
_OFFICE_WORDS: Final = 2
"""Last words of an office that are sought beside a name: "foreign minister", "police chief"."""


def holder_of(text: str, words: str) -> str | None:
    """Return the one person whom the text names beside the same office; None where it names none or several.

    >>> holder_of("The foreign minister, Ada Moreno, left. The foreign minister warned them.", "the foreign minister")
    'Ada Moreno'
    """
    named = words.removeprefix("the ").removeprefix("The ").split()
    if not named or len(named) > _MOST_WORDS or named[-1] not in OFFICES:
        return None
    office = " ".join(named[-_OFFICE_WORDS:] if named[-_OFFICE_WORDS:][0].islower() else named[-1:])
    if " " not in office:
        return None
    beside = re.compile(
        rf"\b{re.escape(office)},? ({_NAME})|\b({_NAME}), (?:the|its|their) (?:\w+ ){{0,2}}{re.escape(office)}\b"
    )
    found = {match.group(1) or match.group(2) for match in beside.finditer(text)}
    return found.pop() if len(found) == 1 else None
