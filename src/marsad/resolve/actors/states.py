"""The forces and governments of each country, found in the table of parties by how reports call them."""

from collections import Counter
from collections.abc import Iterable
from enum import Enum

from marsad import facts
from marsad.facts import CountryFact, derived
from marsad.resolve.actors.nouns import BETWEEN
from marsad.resolve.context import Known, Role, name_index
from marsad.resolve.phrases import Hit


class Arm(Enum):
    """A part of a state that acts."""

    GOVERNMENT = "government"
    FORCES = "forces"
    POLICE = "police"
    AIR_FORCE = "air force"
    NAVY = "navy"


_CALLED = {
    Arm.GOVERNMENT: ("government", "authorities"),
    Arm.FORCES: ("army", "military", "forces", "troops", "armed forces", "soldiers"),
    Arm.POLICE: ("police",),
    Arm.AIR_FORCE: ("air force", "warplanes"),
    Arm.NAVY: ("navy",),
}
"""What each arm is called after the country's adjective or name."""

ARM_NOUNS = {
    **dict.fromkeys(("government", "authorities", "administration", "regime", "cabinet", "junta"), Arm.GOVERNMENT),
    **dict.fromkeys(
        "army military forces troops soldiers soldier troop servicemen serviceman servicemembers armor armour tanks "
        "tank artillery infantry shelling strike strikes attack attacks missile missiles rocket rockets drone drones "
        "uav uavs offensive assault fire bombardment barrage shells invasion incursion raid raids ambush ambushes "
        "operation operations guns mortars mortar gunners commandos paratroopers conscripts reservists positions "
        "position convoy convoys outpost outposts invaders occupiers unit units brigade brigades battalion battalions "
        "regiment regiments division divisions corps column columns sappers snipers personnel paratroops servicewomen "
        "howitzers defences defenses defence defense base bases garrison barracks checkpoint checkpoints bulldozer "
        "bulldozers servicemember defenders".split(),
        Arm.FORCES,
    ),
    **dict.fromkeys(("police", "policemen", "policeman"), Arm.POLICE),
    **dict.fromkeys(
        "airforce warplanes warplane jets jet planes plane aircraft airstrike airstrikes helicopters helicopter "
        "bombers bomber gunship gunships airpower aviation bomb bombs pilots pilot".split(),
        Arm.AIR_FORCE,
    ),
    **dict.fromkeys(("navy", "warship", "warships", "gunboat", "gunboats", "submarine", "submarines"), Arm.NAVY),
}
"""The arm that a noun after a country's adjective or name means ("Russian jets", "Mali's army")."""


def arm_called(words: list[str]) -> Arm | None:
    """Return the arm that the words after a country's adjective mean."""
    *between, noun = words
    if noun == "force" and between == ["air"]:
        return Arm.AIR_FORCE
    if "security" in between or any(word not in BETWEEN and word not in ARM_NOUNS for word in between):
        return None
    return ARM_NOUNS.get(noun)


def called_of(country: str, noun: str) -> str | None:
    """Return the party called by a country's name or adjective and a noun ("Malian junta")."""
    fact = facts.countries()[country]
    for word in (*fact.names, *fact.demonyms):
        for known in name_index().exactly(f"{word} {noun}"):
            if known.role is Role.PARTY:
                return known.id
    return None


def state_of(hit: Hit[Known]) -> tuple[str, Role] | None:
    """Return the country for which a name stands, and in what way."""
    for role in (Role.COUNTRY, Role.PEOPLE, Role.CAPITAL):
        codes = {entry.value.id for entry in hit.entries if entry.value.role is role}
        if len(codes) == 1:
            return codes.pop(), role
    return None


def arm_of(country: str, arm: Arm, year: int | None) -> str | None:
    """Return the party that is that arm of the state in that year; its armed forces stand for an arm of theirs."""
    found = _arms(country).get(arm)
    if found is None and arm in {Arm.AIR_FORCE, Arm.NAVY}:
        found = _arms(country).get(Arm.FORCES)
    return None if found is None else of_that_time(found, year)


def of_that_time(party: str, year: int | None) -> str:
    """Return the party, or in a year in which it was no more (or not yet) the one that stood in its place."""
    country = facts.parties()[party].countries[:1]
    if in_time(party, year) or not country:
        return party
    return _successor(country[0], party, year) or party


def in_time(party: str, year: int | None) -> bool:
    """Say whether a party existed in a year; reports name a party for a year or so before and after."""
    if year is None:
        return True
    fact = facts.parties()[party]
    return (fact.from_ is None or fact.from_ - 1 <= year) and (fact.to is None or year <= fact.to)


def _successor(country: str, party: str, year: int | None) -> str | None:
    kind = facts.parties()[party].kind
    others = [
        fact.id
        for fact in facts.parties().values()
        if fact.kind == kind and fact.countries[:1] == (country,) and fact.from_ is not None and fact.id != party
    ]
    fitting = [other for other in others if in_time(other, year)]
    heirs = [other for other in fitting if _inherits(other, party)]
    found = heirs or fitting
    return found[0] if len(found) == 1 else None


def _inherits(party: str, from_: str) -> bool:
    """Say whether a party may go by a name of the one that was there before: "the Syrian army" of 2025."""
    before = facts.parties()[from_]
    names = {name.casefold() for name in (before.name, *before.aliases)}
    return any(name.casefold() in names for name in facts.parties()[party].weak_aliases)


@derived
def _arms(country: str) -> dict[Arm, str]:
    fact = facts.countries().get(country)
    if fact is None:
        return {}
    found = {arm: _called(fact, nouns) for arm, nouns in _CALLED.items()}
    return {arm: party for arm, party in found.items() if party is not None}


def _called(country: CountryFact, nouns: Iterable[str]) -> str | None:
    counted: Counter[str] = Counter()
    for noun in nouns:
        for word in (*country.demonyms, country.names[0]):
            for known in name_index().exactly(f"{word} {noun}"):
                if known.role is Role.PARTY and facts.parties()[known.id].countries[:1] == (country.code,):
                    counted[known.id] += 1
    return counted.most_common(1)[0][0] if counted else None
