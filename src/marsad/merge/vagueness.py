"""Which types of happening say less than others, which exclude each other, and which are told of one happening."""

from collections.abc import Collection

VAGUER: dict[str, frozenset[str]] = {
    "violence_other": frozenset(),
    "explosive_device": frozenset({"suicide_bombing"}),
    "attack_on_civilians": frozenset({"execution", "sexual_violence"}),
}
"""Types with those that say more of the same; "violence" is less than any other."""

RIVALS: tuple[frozenset[str], ...] = (
    frozenset({"air_strike", "shelling", "explosive_device", "suicide_bombing", "grenade"}),
    frozenset({"armed_clash", "territory_captured"}),
    frozenset({"abduction", "arrest"}),
    frozenset({"protest", "riot"}),
    frozenset({"withdrawal", "territory_captured", "transfer_of_territory"}),
)
"""Types of which one happening is one at most: what went off, whether the place fell, by right or by force."""


def is_vaguer(code: str, other: str) -> bool:
    """Say whether the type says less than the other and allows it."""
    if code == other or code not in VAGUER:
        return False
    return code == "violence_other" or other in VAGUER[code]


def specific_types(codes: Collection[str]) -> frozenset[str]:
    """Return the types without those that say less than another of them."""
    return frozenset(code for code in codes if not any(is_vaguer(code, other) for other in codes))


def exclude_each_other(code: str, other: str) -> bool:
    """Say whether one happening cannot be both."""
    if code == other or is_vaguer(code, other) or is_vaguer(other, code):
        return False
    return any({code, other} <= group for group in RIVALS)
