"""What the words of a claim stand for: days, places, parties, sources, numbers."""

from marsad.resolve.resolver import Resolver

__all__ = ["Resolver"]
