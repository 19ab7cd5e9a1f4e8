"""The event type of a trigger whose words alone do not settle it: read off who, whom and the rest of the sentence."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from marsad.extract.syntax import Analysis, Phrase
from marsad.extract.triggers import Trigger
from marsad.extract.words import vocabulary

_PEOPLE: Final = frozenset(("civilian", "person", "armed", "insurgent", "state", "pronoun"))
_ARMED: Final = frozenset(("armed", "insurgent", "state"))


class Setting(Struct, frozen=True):
    """What the decisions look at: kinds of who and whom, kinds of words in the sentence, and the words themselves.

    ``attributive``: a form in -ing that only says which party is meant ("rebels fighting the government").
    """

    who: frozenset[str]
    whom: frozenset[str]
    around: frozenset[str]
    words: frozenset[str]
    whom_phrases: tuple[Phrase, ...]
    passive: bool
    lemma: str
    verb: bool
    after: str
    attributive: bool

    @property
    def civilians_aimed_at(self) -> bool:
        """Civilians, and nobody armed, are whom it befell."""
        return "civilian" in self.whom and not self.whom & _ARMED

    @property
    def against_armed(self) -> bool:
        """Somebody armed is whom it befell."""
        return bool(self.whom & _ARMED)


_WARRING: Final = frozenset(
    "rebels rebel fighters militants insurgents troops army forces militia siege besieged prisoners prisoner hostages ceasefire "
    "cease-fire truce evacuate evacuation surrender withdraw withdrawal guerrillas taliban regime fighting shelling hostilities".split()
)
_TROOPS: Final = frozenset(
    "soldiers troops army forces base fighters militants rebels insurgents outpost checkpoint".split()
)
_NUMEROUS: Final = frozenset(
    "thousands hundreds dozens families civilians residents villagers people refugees fighting shelling violence homes".split()
)
_BURST: Final = frozenset(
    "exploded explode explodes detonated detonates detonating blast killed killing wounded wounding injured injuring planted struck "
    "ripped tore went off hit".split()
)

Decision = Callable[[Setting], str | None]


def kinds_around(sentence: Analysis) -> frozenset[str]:
    """Kinds of means that the sentence names anywhere."""
    vocabulary_ = vocabulary()
    found: set[str] = set()
    for token in sentence.tokens:
        found |= vocabulary_.kinds_of(token.low) & {"air", "ground_fire", "explosives", "suicide"}
    return frozenset(found)


def classify(setting: Setting, trigger: Trigger) -> str | None:
    """Return the type, or None when the words are no happening here."""
    entry = trigger.entry
    if entry.object and not _object_fits(setting, entry.object):
        return None
    if entry.subject and setting.who and not _fits(setting.who, entry.subject):
        return None
    if entry.object_not and setting.whom & entry.object_not and not setting.whom & (_ARMED - entry.object_not):
        return None
    return entry.type or DECISIONS[entry.rule](setting)


def _object_fits(setting: Setting, wanted: frozenset[str]) -> bool:
    words = {"base": {"base", "bases", "outpost", "outposts", "camp", "camps", "checkpoint", "checkpoints", "garrison"},
             "grenade": {"grenade", "grenades"},
             "aid": {"aid", "ammunition", "supplies", "food", "medicine", "weapons", "arms", "convoy", "assistance", "relief"}}  # fmt: skip
    return bool(setting.whom & wanted) or any(setting.words & words[kind] for kind in wanted & words.keys())


def _fits(kinds: frozenset[str], wanted: frozenset[str]) -> bool:
    if "speaker" in wanted:
        return bool(kinds & (_PEOPLE | {"name"}))
    return bool(kinds & (wanted | {"name", "pronoun", "number"}))


def _attack(setting: Setting) -> str | None:
    if (
        setting.words & {"proposal", "policy", "critics", "plan", "idea", "speech", "remarks"}
        and setting.verb
        and not setting.around
        and not setting.whom & (_PEOPLE | {"settlement", "place"})
    ):
        return None
    if "suicide" in setting.words:
        return "suicide_bombing"
    if setting.words & {"chemical", "sarin", "chlorine"}:
        return "chemical_weapon"
    if "air" in setting.around and not setting.around & {"ground_fire"} and not setting.verb:
        return "air_strike"
    if setting.civilians_aimed_at:
        return "attack_on_civilians"
    if setting.against_armed or setting.verb or "name" in setting.whom:
        return "armed_clash"
    if setting.words & {
        "terrorist",
        "terror",
        "gunman",
        "civilians",
        "civilian",
        "passengers",
        "worshippers",
        "villagers",
        "tourists",
        "church",
        "mosque",
        "school",
        "market",
        "hotel",
    }:
        return "attack_on_civilians"
    if setting.words & {"bomb", "bombs", "explosives"} and setting.lemma != "ambush":
        return "explosive_device"
    fought = setting.who & (_ARMED | {"name"}) or setting.words & _TROOPS or setting.lemma == "ambush"
    return "armed_clash" if fought else "violence_other"


def _raid(setting: Setting) -> str | None:
    if "air" in setting.around:
        return "air_strike"
    if setting.words & {"arrested", "detained", "arrests", "arresting"}:
        return "arrest"
    if setting.words & {"bank", "accounts", "fridge", "savings"}:
        return None
    return _attack(setting)


def _bombard(setting: Setting) -> str | None:
    return "air_strike" if "air" in setting.around else "shelling"


def _bomb(setting: Setting) -> str | None:
    if "suicide" in setting.around:
        return "suicide_bombing"
    if (
        "air" in setting.around
        or setting.words & {"coalition", "raids", "strikes", "campaign"}
        or (setting.verb and setting.who & {"state", "air"})
    ):
        return "air_strike"
    return "explosive_device"


def _strike(setting: Setting) -> str | None:
    """Strike, hit, target: the means decide; without means only against something that war is waged on."""
    if setting.passive and not setting.whom:
        return None
    if not setting.verb and setting.words & {
        "workers",
        "union",
        "unions",
        "strikers",
        "wage",
        "pay",
        "labour",
        "labor",
    }:
        return None
    if "air" in setting.around or setting.words & {"strikes", "airstrikes"} - {setting.lemma}:
        return "air_strike"
    if "ground_fire" in setting.around:
        return "shelling"
    if "explosives" in setting.around:
        dropped = setting.words & {"cluster", "barrel", "bombs", "planes"} and not setting.words & {
            "roadside",
            "car",
            "suicide",
        }
        return "air_strike" if dropped else "explosive_device"
    if not setting.verb:
        return "air_strike"
    if (
        setting.lemma == "strike"
        and setting.who & {"state", "air"}
        and setting.whom & {"armed", "insurgent", "settlement", "place", "name"}
    ):
        return "air_strike"
    if setting.lemma == "engage":
        return "armed_clash" if setting.whom & {"insurgent"} else None
    if setting.lemma == "target" and setting.who & (_ARMED | {"air"}):
        return "attack_on_civilians" if setting.civilians_aimed_at else "armed_clash" if setting.against_armed else None
    return None


def _explosion(setting: Setting) -> str | None:
    if setting.words & {"gas", "boiler", "cylinder", "transformer", "accidental", "firework", "fireworks", "volcano"}:
        return "accident_or_disaster"
    if (
        setting.lemma in ("set", "blow", "go", "explode", "detonate")
        and setting.verb
        and not (
            setting.around & {"explosives", "suicide", "ground_fire"}
            or setting.words & {"car", "truck", "vehicle", "motorcycle", "bomber", "vest", "belt"}
        )
    ):
        return (
            "explosive_device"
            if setting.lemma in ("detonate",)
            or (setting.lemma == "blow" and setting.whom & {"thing", "place", "settlement"})
            else None
        )
    if "suicide" in setting.around:
        return "suicide_bombing"
    if setting.words & {"grenade", "grenades"} and not setting.words & {"rocket-propelled"}:
        return "grenade"
    if setting.lemma in ("bomb", "bombs", "explosive", "explosives"):
        return "explosive_device" if setting.words & _BURST and "air" not in setting.around else None
    return "explosive_device"


def _plant(_: Setting) -> str | None:
    return "explosive_device"


def _suicide_bomber(setting: Setting) -> str | None:
    return (
        None
        if setting.words & {"detonated", "detonating", "blew", "blowing", "detonates", "rammed"}
        else "suicide_bombing"
    )


def _grenade(_: Setting) -> str | None:
    return "grenade"


def _fight(setting: Setting) -> str | None:
    if setting.attributive:
        return None
    if setting.whom & _ARMED or "name" in setting.whom or setting.who & _ARMED:
        return "armed_clash"
    return None


def _operation(setting: Setting) -> str | None:
    """An operation is fighting only where one side is armed and the words around speak of blood."""
    if setting.words & {"rescue", "relief", "humanitarian", "aid", "mining", "training", "peacekeeping", "election"}:
        return None
    bloody = setting.words & {
        "killed",
        "killing",
        "militants",
        "insurgents",
        "rebels",
        "terrorists",
        "troops",
        "fighters",
        "died",
        "soldiers",
        "gunmen",
    }
    named = setting.lemma.startswith("campaign") or not setting.who & _ARMED
    return "armed_clash" if bloody and not named else None


def _advance(setting: Setting) -> str | None:
    return "armed_clash" if setting.who & (_ARMED | {"name"}) or setting.against_armed else None


def _enter(setting: Setting) -> str | None:
    return "armed_clash" if setting.who & _ARMED and setting.whom & {"settlement", "place", "name"} else None


def _invade(setting: Setting) -> str | None:
    return (
        "armed_clash" if setting.who & (_ARMED | {"name"}) and setting.whom & {"settlement", "place", "name"} else None
    )


def _capture(setting: Setting) -> str | None:
    """Ground, persons or weapons: what is taken decides; for a bare name, who takes it."""
    whom = setting.whom
    if setting.lemma == "hold" and setting.passive and setting.who & {"insurgent"} and "person" in whom:
        return "abduction"
    if setting.lemma == "hold":
        return "abduction" if setting.words & {"hostage", "hostages", "captive"} and "person" in whom else None
    if setting.lemma == "take" and not (whom & {"settlement"} and setting.who & (_ARMED | {"name"})):
        return None
    if "weapon" in whom and not whom & {"person", "settlement"}:
        return "weapons_seized"
    if whom & {"settlement", "place"} and not whom & {"person"}:
        return "territory_captured"
    if "pronoun" in whom and "person" not in whom:
        return (
            "territory_captured"
            if setting.lemma in ("retake", "recapture", "seize", "occupy") and setting.who
            else None
        )
    if "person" in whom:
        return "abduction" if setting.who & {"insurgent"} and not setting.who & {"state"} else "arrest"
    if "name" in whom and whom & _ARMED:
        return "abduction" if setting.who & {"insurgent"} else "arrest"
    if "name" in whom and (setting.passive or setting.who & (_ARMED | {"name", "pronoun"})):
        return _captured_name(setting)
    if "thing" in whom:
        return "weapons_seized" if setting.who & _ARMED else None
    return None


def _captured_name(setting: Setting) -> str | None:
    if setting.passive and setting.after in ("in", "at", "near", "while", "as", "when", "during", "after"):
        return "arrest" if not setting.who else "territory_captured"
    longest = max((phrase.end - phrase.bare for phrase in setting.whom_phrases), default=0)
    if (
        setting.lemma in ("seize", "recapture", "take", "retake", "occupy")
        or longest == 1
        or setting.who & {"insurgent"}
    ):
        return "territory_captured"
    return "arrest" if "state" in setting.who else "territory_captured"


def _capture_noun(setting: Setting) -> str | None:
    if setting.lemma == "fall":
        return "territory_captured" if setting.after == "of" and setting.whom & {"settlement", "name"} else None
    if setting.whom & {"person"} and not setting.whom & {"settlement", "place"}:
        return "arrest"
    return "territory_captured" if setting.whom & {"settlement", "name", "place"} else None


def _fall_to(setting: Setting) -> str | None:
    return "territory_captured" if setting.who & {"settlement", "name"} and setting.whom & (_ARMED | {"name"}) else None


def _lose(setting: Setting) -> str | None:
    return "territory_captured" if setting.whom & {"settlement"} and setting.who & (_ARMED | {"name"}) else None


def _clear(setting: Setting) -> str | None:
    taken = setting.whom & {"settlement", "insurgent"}
    if (
        setting.passive
        and "insurgent" in setting.whom
        and setting.lemma in ("drive", "oust", "expel", "dislodge", "flush")
    ):
        return "territory_captured"
    return "territory_captured" if taken and setting.who & (_ARMED | {"name"}) else None


def _shoot(setting: Setting) -> str | None:
    if setting.words & {"photo", "photos", "film", "video", "footage", "goal", "basket", "penalty"}:
        return None
    if setting.against_armed:
        return "armed_clash"
    if setting.whom & {"person", "civilian", "name", "pronoun"}:
        return "crime" if setting.words & {"robbery", "burglary", "husband", "wife"} else "attack_on_civilians"
    if setting.words & {"civilians", "people", "crowd", "protesters", "villagers"}:
        return "attack_on_civilians"
    return "armed_clash" if setting.who & _ARMED and setting.words & _TROOPS else "violence_other"


def _kill(setting: Setting) -> str | None:
    """Killing is an attack on civilians only where somebody armed did it to civilians; a bomb or shell names the cause."""
    for kind, type_ in (("explosives", "explosive_device"), ("ground_fire", "shelling"), ("air", "air_strike")):
        if kind in setting.who and not setting.who & {"person", "armed"}:
            return type_
    if setting.civilians_aimed_at and setting.who & _ARMED:
        return "attack_on_civilians"
    return "violence_other"


def _torture(setting: Setting) -> str | None:
    if not setting.who and not setting.passive:
        return None
    if setting.lemma == "beat" and not ("person" in setting.whom and setting.who & _ARMED):
        return None
    return "attack_on_civilians" if "civilian" in setting.whom else "violence_other"


def _protest(setting: Setting) -> str | None:
    if setting.lemma == "rally" and not setting.words & {
        "protest",
        "protesters",
        "demonstrators",
        "streets",
        "supporters",
        "against",
        "thousands",
        "hundreds",
    }:
        return None
    if (
        setting.lemma == "march"
        and not setting.verb
        and not setting.words & {"protest", "protesters", "demonstrators", "thousands", "hundreds", "against"}
    ):
        return None
    return "protest"


def _march(setting: Setting) -> str | None:
    if setting.who & _ARMED:
        return "deployment"
    return "protest" if setting.who & {"person", "civilian", "number"} else None


def _agreement(_: Setting) -> str | None:
    return "agreement"


def _surrender(setting: Setting) -> str | None:
    if setting.verb:
        return "agreement" if setting.who & (_ARMED | {"number", "settlement"}) else None
    return "agreement" if setting.words & _WARRING else None


def _deal(setting: Setting) -> str | None:
    """A deal of a war: one that the sentence ties to fighters, prisoners, a siege or a ceasefire."""
    if setting.verb:
        return "agreement" if setting.words & {"ceasefire", "cease-fire", "truce", "surrender"} else None
    settled = {"reached", "brokered", "signed", "struck", "agreed", "announced", "reach", "sign", "concluded", "deal"}
    return "agreement" if setting.words & settled and setting.words & _WARRING else None


def _leave(setting: Setting) -> str | None:
    """People, not fighters, who leave a place in numbers."""
    many = setting.who & {"civilian", "number"} and not setting.who & _ARMED
    if setting.lemma != "leave":
        return "displacement" if many else None
    return "displacement" if many and setting.whom & {"settlement", "name"} and setting.words & _NUMEROUS else None


def _weapons(setting: Setting) -> str | None:
    return "weapons_seized" if setting.whom & {"weapon", "air"} else None


def _base(setting: Setting) -> str | None:
    return "base_established" if setting.who & _ARMED else None


def _destroy(setting: Setting) -> str | None:
    if not setting.verb:
        return (
            "looting_or_destruction"
            if setting.after == "of" and setting.whom & {"place", "thing", "settlement"}
            else None
        )
    if setting.lemma in ("burn",) and not setting.who & _ARMED:
        return None
    return (
        "looting_or_destruction"
        if setting.whom & {"place", "thing", "settlement", "civilian"} and setting.who & (_ARMED | {"name"})
        else None
    )


def _withdraw(setting: Setting) -> str | None:
    if setting.lemma == "withdrawal":
        return (
            "withdrawal"
            if setting.words & {"troops", "forces", "soldiers", "fighters", "army", "rebels", "military", "militants"}
            else None
        )
    return (
        "withdrawal"
        if (setting.who | setting.whom) & _ARMED and not setting.words & {"candidacy", "bill", "lawsuit", "complaint"}
        else None
    )


def _transfer(setting: Setting) -> str | None:
    return "transfer_of_territory" if setting.who & (_ARMED | {"name"}) else None


def _flee(setting: Setting) -> str | None:
    if setting.who & {"insurgent"} and not setting.who & {"civilian"}:
        return "withdrawal" if setting.lemma == "flee" else None
    return "displacement" if setting.who & {"civilian", "number"} and setting.lemma != "escape" else None


def _evacuate(setting: Setting) -> str | None:
    if (setting.who | setting.whom) & {"civilian"}:
        return "displacement"
    return "withdrawal" if (setting.who | setting.whom) & _ARMED and not setting.verb else None


def _aid(setting: Setting) -> str | None:
    military = setting.words & {"ammunition", "weapons", "arms"} and setting.words & {
        "rebels",
        "fighters",
        "forces",
        "militia",
        "army",
        "militants",
        "troops",
    }
    humanitarian = setting.words & {"aid", "food", "relief", "supplies", "medicine"} and setting.words & {
        "humanitarian",
        "besieged",
        "convoy",
        "displaced",
        "refugees",
        "civilians",
        "un",
        "u.n.",
        "airdrop",
        "trucks",
    }
    needed = setting.lemma in (
        "send",
        "provide",
        "drop",
        "distribute",
        "deliver",
        "supply",
        "airdrop",
        "air-drop",
        "smuggle",
        "parachute",
    )
    return "aid_or_supply" if needed and (military or humanitarian) else None


def _deploy(setting: Setting) -> str | None:
    if setting.lemma == "patrol":
        return "deployment" if setting.who & _ARMED else None
    moved = (setting.who if setting.passive else setting.whom) | setting.whom
    return "deployment" if moved & _ARMED and setting.lemma not in ("move", "rush") else None


def _patrol(setting: Setting) -> str | None:
    return "deployment" if not setting.verb or setting.who & (_ARMED | {"name"}) else None


def _announce(setting: Setting) -> str | None:
    """A speech act of a party of the war, of its own making; anything else said is only a source."""
    if not setting.verb:
        own = setting.who & _ARMED and setting.words & _HOSTILE
        return "threat" if setting.lemma == "ultimatum" or own else None
    party = setting.who & _ARMED or "name" in setting.who
    if not party:
        return None
    if setting.lemma in ("threaten", "vow", "warn", "promise", "pledge"):
        return "threat" if setting.words & _HOSTILE else None
    if setting.lemma in ("call", "urge", "demand"):
        return "statement" if setting.who & _ARMED or setting.words & _MATTERS else None
    return "statement" if setting.words & _MATTERS else None


_HOSTILE: Final = frozenset(
    "attack attacks strike strikes retaliate avenge revenge hit respond response kill crush target retaliation consequences "
    "confrontation punish destroy invade shoot force military".split()
)
_MATTERS: Final = frozenset(
    "offensive operation truce ceasefire victory campaign battle withdrawal war emergency curfew phase liberation attack attacks "
    "involvement responsibility fighting troops forces siege hostages violence restraint killing bombing deal".split()
)


def _violence(setting: Setting) -> str | None:
    return "violence_other" if setting.lemma not in ("unrest", "atrocity") else None


DECISIONS: Final[Mapping[str, Decision]] = {
    "attack": _attack, "raid": _raid, "bombard": _bombard, "bomb": _bomb, "strike": _strike, "explosion": _explosion,
    "plant": _plant, "suicide_bomber": _suicide_bomber, "grenade": _grenade, "fight": _fight, "operation": _operation, "advance": _advance,
    "enter": _enter, "invade": _invade, "capture": _capture, "capture_noun": _capture_noun, "fall_to": _fall_to,
    "lose": _lose, "clear": _clear, "shoot": _shoot, "kill": _kill, "torture": _torture, "protest": _protest,
    "march": _march, "agreement": _agreement, "surrender": _surrender, "deal": _deal, "leave": _leave, "weapons": _weapons, "base": _base,
    "destroy": _destroy, "withdraw": _withdraw, "transfer": _transfer, "flee": _flee, "evacuate": _evacuate, "aid": _aid,
    "deploy": _deploy, "patrol": _patrol, "announce": _announce, "violence": _violence,
}  # fmt: skip
"""The decisions by the name that the table of triggers gives them."""
