"""Words for those who took part → parties of the table, private persons, or the words as they stand."""

from marsad.resolve.actors.explaining import Match, alike, matches
from marsad.resolve.actors.resolver import ActorResolver

__all__ = ["ActorResolver", "Match", "alike", "matches"]
