"""A document to claims in its own words: the extractor protocol and the extractor that is used when none is chosen."""

from marsad.extract.lexicon import LexiconExtractor
from marsad.extract.protocol import Extractor


def default_extractor() -> Extractor:
    """Return the extractor that a build uses."""
    return LexiconExtractor()


__all__ = ["Extractor", "default_extractor"]
