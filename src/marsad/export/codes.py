"""A type of happening in the codes of other datasets, as far as its participants tell."""

from collections.abc import Sequence

from msgspec import Struct

from marsad.facts import parties
from marsad.model import EventParty, Party
from marsad.ontology import AcledCodes, AcledRow, load

Parties = Sequence[Party] | Sequence[EventParty]


class Codes(Struct, frozen=True):
    """The codes of ACLED, UCDP and PLOVER; None where the dataset would not code it."""

    acled_disorder_type: str | None
    acled_event_type: str | None
    acled_sub_event_type: str | None
    ucdp_type_of_violence: int | None
    plover_event_type: str | None
    plover_mode: str | None
    plover_quad_code: int | None


def codes(type: str, who: Parties, whom: Parties) -> Codes:
    """Return the type's codes between those parties."""
    ontology = load()
    initiators, targets = _kinds(who), _kinds(whom)
    acled = _acled(ontology.acled(type), initiators, targets)
    plover = ontology.plover(type)
    return Codes(
        acled.disorder_type or None,
        acled.event_type or None,
        acled.sub_event_type or None,
        ontology.ucdp(type).type_of_violence_between(initiators, targets),
        plover.event_type,
        plover.mode,
        plover.quad,
    )


def _kinds(named: Parties) -> tuple[str, ...]:
    """Return the kinds of the parties that the tables of facts know."""
    known = parties()
    return tuple(known[party.id].kind for party in named if party.id is not None and party.id in known)


def _acled(crosswalk: AcledCodes, initiators: Sequence[str], targets: Sequence[str]) -> AcledRow:
    """Return the row that known participants decide; whether civilians were the target is not known from them."""
    if _any_is(initiators, "state") and "state_initiator" in crosswalk.cases:
        return crosswalk.for_case("state_initiator")
    if _any_is(targets, "state", "organised"):
        return crosswalk.for_case("combatant_target")
    return crosswalk.default


def _any_is(kinds: Sequence[str], *sides: str) -> bool:
    return any(load().actor_kinds[kind].ucdp_side in sides for kind in kinds)
