"""Nouns behind a number: where they end, which of them name things, and which name one word for several persons."""

from typing import Final

from marsad.resolve.figures.numbers import Word

COLLECTIVE: Final = frozenset(
    "family couple group crew household force army militia staff crowd infantry military team "
    "unit patrol band gang".split()
)
"""Singular words for more than one."""
_NOUN_ENDS: Final = frozenset(
    "in at on by from who whom that which were was are is be been being had have has with near "
    "inside outside during after "
    "before including among when while as where killed wounded injured captured dead died dies hurt detained arrested "
    "missing displaced destroyed abducted kidnapped dying fled fleeing flee said according to into for under mostly "
    "most and or but so of slain shot burned burnt perished disappeared evacuated seized taken surrendered left "
    "lost gunned slaughtered massacred executed murdered beheaded homeless hospitalised hospitalized held razed "
    "torched demolished gutted levelled leveled flattened not reportedly allegedly also later than then aboard "
    "across around since amid despite against over unaccounted rounded uprooted driven forced told saw fell came "
    "went them whom us lived live remained remain between through his her their its early late "
    "on hostage prisoner captive away fighting serving "
    "working travelling traveling riding driving living sheltering queuing guarding belonging "
    "waiting sleeping praying out away off there reported feared believed presumed confirmed listed up down "
    "behind beyond following sustained suffered suffering crossed crossing crowded boarded walked sought escaped "
    "streaming because".split()
)
_THINGS: Final = frozenset(
    "town village city hamlet settlement neighbourhood neighborhood district province region "
    "country state quarter area "
    "position post outpost checkpoint base barracks camp hill height ridge bridge building house home hut shelter tent "
    "hospital clinic school church mosque airport airfield dam field facility site depot "
    "warehouse cache weapon rifle gun "
    "rocket missile drone shell mine tank vehicle truck lorry car pickup bus ambulance boat "
    "ship helicopter aircraft plane "
    "jet convoy barrel ton tonne cow cattle sheep goat camel livestock shop store market "
    "motorcycle motorbike apartment "
    "flat block farm granary room classroom property structure generator turbine substation pipeline tanker howitzer "
    "launcher system unit package parcel letter device explosive bomb vest ammunition canister "
    "kit detonator document camera "
    "computer phone laptop machete crate sack station office kiosk stall dwelling "
    "monastery temple convent chapel shrine synagogue cathedral library museum university college factory refinery "
    "silo mill bakery pharmacy restaurant hotel garage bank villa cottage tower skyscraper antenna radar gunboat "
    "frigate corvette submarine ferry barge canoe trawler bulldozer excavator crane tractor trailer minibus van taxi "
    "scooter bicycle train locomotive carriage wagon container humvee jeep gunship mortar cannon pistol cartridge "
    "tunnel trench bunker dugout fortification pylon transformer tree orchard crop barn stable horse donkey mule pig "
    "vbied ied loader firebase animal dog supply stock hangar warship vessel battery turret".split()
)
_SITES: Final = frozenset(
    "town village city hamlet settlement neighbourhood neighborhood district province region country quarter area "
    "position post outpost checkpoint base barracks camp hill ridge bridge building hospital clinic school church "
    "mosque market airport airfield dam field facility site depot pipeline refinery station plant compound port "
    "monastery temple prison crossing road".split()
)
_MAYBE_THINGS: Final = frozenset({"technical", "bomber", "fighter", "carrier", "tug", "transporter", "crossing"})
_NO_PERSONS: Final = frozenset(
    "attack strike airstrike raid incident explosion blast bomb clash operation time round day "
    "week month year hour minute "
    "case charge point party group side front organisation organization company round sortie mission bullet grenade "
    "percent cent dollar euro school class hectare acre mile kilometre kilometer metre meter foot storey story "
    "reason question report statement violation complaint protest demonstration gun meal kilo island nation "
    "leg arm limb hand finger eye wound burn job seat match game vote".split()
)


def ends_noun(word: Word) -> bool:
    """Whether a word behind a number is no longer who or what it counts."""
    return (word.text in _NOUN_ENDS and not _is_short_name(word)) or not word.text[0].isalpha()


def _is_short_name(word: Word) -> bool:
    """Whether a word with a capital is a name that is written like a common word: IS, US."""
    return word.capital and word.text in {"is", "us"}


def can_be_destroyed(word: str) -> bool:
    """Whether a word names a thing, or may: bombers are aircraft when they burn."""
    return is_thing(word) or word.removesuffix("s") in _MAYBE_THINGS


def is_thing(word: str) -> bool:
    """Whether a word names no person."""
    singulars = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    return any(form in _THINGS or form in _NO_PERSONS for form in singulars)


def is_site(word: str) -> bool:
    """Whether a word names, in the singular, a place at which things happen."""
    return word in _SITES
