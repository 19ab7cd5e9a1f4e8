"""Words for those whom a report credits → sources of the table, parties that speak, or kinds of the unnamed."""

from marsad.resolve.sources.interest import with_interest
from marsad.resolve.sources.resolver import SourceResolver

__all__ = ["SourceResolver", "with_interest"]
