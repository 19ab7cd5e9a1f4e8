"""Words for those who took part → parties of the table, private persons, or the words as they stand."""

from marsad.resolve.actors.claims import ActorResolver
from marsad.resolve.actors.explaining import Match, alike, matches

__all__ = ["ActorResolver", "Match", "alike", "matches"]
