"""The arm of a state that describing words mean: "the army", "army drones", "police posts"."""

import re

from marsad.resolve.actors.nouns import BETWEEN, PARTS
from marsad.resolve.actors.states import ARM_NOUNS, Arm

_PLAIN_FORCES = frozenset("army military troops soldiers soldier troop servicemen".split())
_OWNED_FORCES = frozenset({"forces", "force", "troops", "soldiers", "army", "military", "positions", "convoy", "units"})
_OWNERS = frozenset("government regime state army military national regular junta loyalist armed federal".split())
_OWNING = frozenset({"army", "military", "government", "regime", "junta"})
"""Words whose people and things are the state's, whatever they are: "army drones", "the army's 9th Division"."""
_ORDINALS = frozenset("st nd rd th northern southern eastern western central first second third fourth fifth".split())
"""What numbers the parts of an army, or tells where they lie: "the army's Northern Command"."""
_SIZES = frozenset(
    "remote main nearby big small large major fortified key important strategic joint isolated forward".split()
)
"""Words before what is an army's that do not tell whose it is: "a remote army camp"."""
_STATE_OF_THEM = frozenset(
    "last remaining captured wounded slain fleeing retreating advancing surrendering besieged surviving "
    "defeated".split()
)
"""Words before a noun that tell how they fared, and not who they are."""
_LED_BY = re.compile(r"\s+(?:of|under|led by|headed by)\s+(?:(?:the )?[a-z]+ ){0,2}[A-Z].*", re.DOTALL)
"""Who heads a government: "the government of President Petro"."""
_POLICE = frozenset({"police", "policemen", "policeman"})
_POLICE_BESIDE = frozenset(
    "riot national officers officer forces force local personnel units unit post posts station stations patrol patrols "
    "convoy checkpoint checkpoints headquarters helicopter helicopters drone drones vehicle vehicles specialised "
    "specialized car cars truck trucks van vans bus buses armoured armored base bases camp academy barracks recruits "
    "cadets chief commander commanders patrolmen escort team traffic training centre center building".split()
)
_AIRCRAFT = frozenset("warplanes warplane jets aircraft helicopters helicopter planes bombers".split())
_GOVERNMENT = frozenset({"government", "regime", "junta"})
BACKED = re.compile(
    r"(?:Islamic |Boko |[Aa]l[- ])?(?:[A-Z]\.)*\w+-"
    r"(?:backed|led|supported|trained|allied|aligned|linked|affiliated|inspired|dominated|sponsored|funded)\b"
)
"""Who backs, leads or inspires somebody: "US-backed", "al-Qaeda-linked"."""
_POSSESSIVE = re.compile(r"['’]s?\b|(?<=s)['’]")


def plain_words(words: str) -> tuple[str, ...]:
    """Return the words without case, possessive and what stands for a backer ("Iran-backed group")."""
    bare = BACKED.sub("", words).replace("Shi'", "Shi").replace("Shi’", "Shi")
    found = [word.casefold() for word in re.findall(r"[^\W\d_]+", _POSSESSIVE.sub("", bare))]
    while len(found) > 1 and found[0] in _STATE_OF_THEM:
        del found[0]
    return tuple(found)


def _owned_arm(words: tuple[str, ...]) -> Arm | None:
    """Return the arm whose people or things the words name: "army drones", "police posts", "Air Force jet"."""
    if words[:2] == ("air", "force") and (len(words) == 2 or words[-1] in PARTS):
        return Arm.AIR_FORCE
    first = next((at for at, word in enumerate(words) if word in _OWNING), None)
    if first is None or not all(word in _OWNERS for word in words[:first]):
        return None
    return _part_of(words[first:])


def _part_of(words: tuple[str, ...]) -> Arm | None:
    """Return the arm whose part is told behind "army", "military" or "government"."""
    if not all(word in PARTS | _ORDINALS | BETWEEN for word in words[1:]):
        return None
    if words[1:] == ("air", "force"):
        return Arm.AIR_FORCE
    if len(words) == 1 or words[-1] not in PARTS:
        return None
    return Arm.FORCES if words[0] == "army" else ARM_NOUNS.get(words[-1], Arm.FORCES)


def arm_described(words: str) -> Arm | None:
    """Return the arm of a state that a noun phrase means, or None.

    >>> arm_described("army drones"), arm_described("government of President Petro"), arm_described("armed men")
    (<Arm.FORCES: 'forces'>, <Arm.GOVERNMENT: 'government'>, None)
    """
    found = plain_words(words)
    if found[:1] and found[0] in _GOVERNMENT:
        found = plain_words(_LED_BY.sub("", words))
    return _arm(_without_size(found))


def _without_size(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without those at the front that only tell how big or where a thing is."""
    first = next((at for at, word in enumerate(words) if word not in _SIZES), 0)
    return words[first:]


def _arm(words: tuple[str, ...]) -> Arm | None:
    if not words:
        return None
    owned = len(words) > 1 and all(word in _OWNERS for word in words[:-1])
    last = words[-1]
    if words == ("air", "force"):
        return Arm.AIR_FORCE
    if "navy" in words and all(word in _OWNERS or word in PARTS or word == "navy" for word in words):
        return Arm.NAVY
    if (len(words) == 1 and last in _PLAIN_FORCES) or (owned and last in _OWNED_FORCES):
        return Arm.FORCES
    if owned and last in _AIRCRAFT:
        return Arm.AIR_FORCE
    if any(word in _POLICE for word in words) and all(word in _POLICE or word in _POLICE_BESIDE for word in words):
        return Arm.POLICE
    if last in _GOVERNMENT and (len(words) == 1 or words[:-1] in {("military",), ("ruling",), ("ruling", "military")}):
        return Arm.GOVERNMENT
    return _owned_arm(words)
