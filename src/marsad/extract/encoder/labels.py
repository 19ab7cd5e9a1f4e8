"""What the heads of the encoder tell apart; training and use share these, in this order."""

TYPES = (
    "armed_clash",
    "territory_captured",
    "air_strike",
    "shelling",
    "explosive_device",
    "suicide_bombing",
    "grenade",
    "chemical_weapon",
    "attack_on_civilians",
    "execution",
    "abduction",
    "sexual_violence",
    "protest",
    "riot",
    "agreement",
    "arrest",
    "weapons_seized",
    "base_established",
    "looting_or_destruction",
    "withdrawal",
    "transfer_of_territory",
    "displacement",
    "aid_or_supply",
    "deployment",
    "statement",
    "threat",
    "violence_other",
    "crime",
    "accident_or_disaster",
)
ROLES = ("who", "whom", "where", "when", "means", "said")
COUNTS = ("killed", "injured", "captured", "displaced", "missing", "destroyed", "area")
MODALITIES = ("happened", "ongoing", "planned", "threatened", "possible", "denied")

OUTSIDE = 0


def begin(kind: int) -> int:
    """Label of the first piece of a span of that kind; the pieces after it have the next label."""
    return 1 + 2 * kind


def labels(kinds: tuple[str, ...]) -> int:
    """How many labels a tagging head over these kinds has: outside, and begin and inside for each."""
    return 1 + 2 * len(kinds)
