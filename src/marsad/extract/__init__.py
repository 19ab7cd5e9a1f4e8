"""A document to claims in its own words: the extractor protocol and the extractor that is used when none is chosen."""

from functools import cache

from marsad.extract.encoder.extractor import EncoderExtractor
from marsad.extract.encoder.network import Network
from marsad.extract.protocol import Extractor


@cache
def default_extractor() -> Extractor:
    """Return the extractor that a build uses; its model is loaded once a process."""
    return EncoderExtractor(Network.default())


__all__ = ["Extractor", "default_extractor"]
