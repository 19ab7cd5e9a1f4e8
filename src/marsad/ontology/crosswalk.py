"""Our types of happening in the codes of ACLED, UCDP and PLOVER.

What is debatable in them is argued in ``docs/decisions/``.
"""

from collections.abc import Collection, Mapping
from typing import Literal

from msgspec import Struct

from marsad.ontology.entries import UcdpSide

AcledCase = Literal["", "state_initiator", "civilian_target", "combatant_target", "intervention", "lethal_intervention"]
UcdpRule = Literal["", "participants", "one_sided"]


class AcledRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One row of ``acled.csv``. ``case`` is empty for the default; all codes are empty for what ACLED does not code."""

    type: str
    case: AcledCase
    disorder_type: str
    event_type: str
    sub_event_type: str


class AcledCodes(Struct, frozen=True):
    """A type's codes in ACLED: the default, and those for the cases that participants or victims decide."""

    default: AcledRow
    cases: Mapping[str, AcledRow]

    def for_case(self, case: str) -> AcledRow:
        """Return the row for the case, or the default when the type makes no difference there."""
        return self.cases.get(case, self.default)


class UcdpRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One row of ``ucdp.csv``."""

    type: str
    type_of_violence: Literal["", "1", "2", "3"]
    rule: UcdpRule


class UcdpCodes(Struct, frozen=True):
    """A type's code in UCDP: 1 state-based, 2 non-state, 3 one-sided, None where UCDP would not code it.

    ``type_of_violence`` holds while the participants are not known; ``rule`` says whether they decide.
    ``sides`` maps a kind of actor to what it is to UCDP.
    """

    type: str
    type_of_violence: int | None
    rule: UcdpRule
    sides: Mapping[str, UcdpSide]

    def type_of_violence_between(self, who: Collection[str], whom: Collection[str]) -> int | None:
        """Return the type of violence for these kinds of actor on either side.

        Deaths of civilians between two armed sides do not make it one-sided; civilians as the only target do.
        """
        if self.rule != "participants":
            return self.type_of_violence
        left, right = self._sides(who), self._sides(whom)
        if "civilians" in left | right:
            return 3 if not (left and right) or {"civilians"} in (left, right) else self._armed(left | right)
        return self._armed(left | right) if left and right else self.type_of_violence

    def _sides(self, kinds: Collection[str]) -> set[UcdpSide]:
        return {self.sides[kind] for kind in kinds} - {"none"}

    @staticmethod
    def _armed(sides: Collection[UcdpSide]) -> int:
        return 1 if "state" in sides else 2


class PloverRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One row of ``plover.csv``; all codes are empty for what PLOVER does not code."""

    type: str
    event_type: str
    mode: str
    quad: Literal["", "1", "2", "3", "4"]
    intensity: str


class PloverCodes(Struct, frozen=True):
    """A type's codes in PLOVER.

    ``quad`` is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; ``intensity`` runs
    from -10 (most hostile) to 10. All are None where PLOVER does not code the type; ``mode`` also where it needs more
    than the type tells.
    """

    type: str
    event_type: str | None
    mode: str | None
    quad: int | None
    intensity: float | None
