"""A document to claims in its own words: the extractor protocol and the extractor that is used when none is chosen."""

import hashlib
from functools import cache
from importlib.resources import files

from marsad.extract.encoder.extractor import EncoderExtractor
from marsad.extract.encoder.network import Network
from marsad.extract.protocol import Extractor


@cache
def default_extractor() -> Extractor:
    """Return the extractor that a build uses; its model is loaded once a process."""
    return EncoderExtractor(Network.default())


@cache
def reader() -> str:
    """Name the extractor that a build uses and the very model it reads with; the model itself is not loaded."""
    model = files("marsad.extract.encoder").joinpath("data/encoder.onnx").read_bytes()
    return f"{EncoderExtractor.name} {hashlib.sha256(model).hexdigest()[:12]}"


__all__ = ["Extractor", "default_extractor", "reader"]
