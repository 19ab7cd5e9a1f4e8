"""What each case in the comparison of two reports is worth: log odds, learned from reports that were read.

``data/weights.json`` holds them with the way in which they were made; a case is the ``code`` of a finding.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class Weights(Struct, frozen=True):
    """Log odds by case, those that any two claims have before anything is compared, and how both were made."""

    made: str
    prior: float
    weights: Mapping[str, float]


@cache
def weights() -> Weights:
    """Read the weights that ship."""
    return msgspec.json.decode(files("marsad.merge").joinpath("data", "weights.json").read_bytes(), type=Weights)
