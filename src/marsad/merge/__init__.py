"""Claims of one happening → events; the same text under several mastheads → copies."""

from marsad.merge.merge import Merged, merge
from marsad.merge.rules import DEFAULT as DEFAULT_RULE

__all__ = ["DEFAULT_RULE", "Merged", "merge"]
