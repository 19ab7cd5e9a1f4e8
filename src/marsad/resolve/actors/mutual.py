"""Two sides that a sentence joins, and one side that it tells twice."""

import re
from typing import Final

from msgspec.structs import replace

from marsad import facts
from marsad.model import Party
from marsad.resolve.actors.opponents import Taken

_ONE_WAY: Final = frozenset(
    "territory_captured air_strike shelling suicide_bombing explosive_device withdrawal deployment abduction".split()
)
"""Types in which nobody is on both sides: the second mention is of who did it ("fell to the insurgents")."""
_CLASH: Final = re.compile(
    r"(?:clash|skirmish|firefight|gun ?(?:battle|fight)|shoot-?out|exchange|trad|duel|battl)\w*"
    r"(?: (?:of )?(?:gun)?fire)?",
    re.IGNORECASE,
)
"""What two sides do to one another."""
_FIGHT: Final = re.compile(r"(?:f[io]ught|fight\w*|artillery|combat)", re.IGNORECASE)
"""What they may also do together against a third."""
_FOR_A_STATE: Final = frozenset({"government", "state_force", "police", "external_force", "coalition", "peacekeeper"})
_BAND: Final = frozenset({"rebel", "criminal_group", "political_militia", "communal_militia"})


def with_two_sides(one: Taken) -> Taken:
    """Return the claim with nobody on both sides, and with those on two sides who are told as one subject.

    "The army and the Front clashed" has two sides; "soldiers and their allies fought" has one.
    """
    doers = {party.id for party in one.who if party.id is not None}
    if one.claim.type in _ONE_WAY and any(party.id in doers for party in one.whom):
        return replace(one, whom=tuple(party for party in one.whom if party.id not in doers))
    if one.claim.type != "armed_clash" or one.whom or len(one.who) != 2:
        return one
    first, second = one.who
    return replace(one, who=(first,), whom=(second,)) if _opposed(first, second, one) else one


def _opposed(first: Party, second: Party, one: Taken) -> bool:
    trigger = one.claim.trigger.text
    if first.id is None or second.id is None:
        return _CLASH.fullmatch(trigger) is not None
    if facts.lineage(first.id)[-1] == facts.lineage(second.id)[-1]:
        return False
    rows = [facts.parties()[first.id], facts.parties()[second.id]]
    if rows[0].id in rows[1].allies or rows[1].id in rows[0].allies:
        return False
    if _CLASH.fullmatch(trigger) is not None:
        return True
    kinds = {row.kind for row in rows}
    return _FIGHT.fullmatch(trigger) is not None and bool(kinds & _FOR_A_STATE) and bool(kinds & _BAND)
