"""What one feature says of two claims."""

from typing import Literal

from msgspec import Struct

Verdict = Literal["agrees", "differs", "cannot tell"]


class Finding(Struct, frozen=True):
    """One feature's verdict on two claims.

    ``weight`` is evidence in favour (positive) or against (negative), on the scale of
    :data:`marsad.merge.comparison.ENOUGH`; ``veto`` rules the pair out whatever else agrees; ``words`` say why.
    ``code`` names the case, by which its weight between reports is looked up, and ``amount`` how much there is of it.
    """

    feature: str
    verdict: Verdict
    weight: float
    words: str
    veto: bool = False
    code: str = ""
    amount: float = 1.0


def weakened(finding: Finding) -> Finding:
    """Return a finding that rests on what a report says elsewhere: a third of the weight, and no veto."""
    code = f"{finding.code} loosely" if finding.code else ""
    return Finding(finding.feature, finding.verdict, finding.weight / 3, finding.words, code=code)


def unknown(feature: str, words: str, weight: float = 0.0, *, code: str = "") -> Finding:
    """Say that a feature cannot tell."""
    return Finding(feature, "cannot tell", weight, words, code=code)
