"""Claims of one happening → events; the same text under several mastheads → copies."""

from marsad.merge.merge import Merged, merge

__all__ = ["Merged", "merge"]
