"""The extractors that can be measured, by name."""

from collections.abc import Callable

from marsad.extract import Extractor, default_extractor
from marsad.extract.lexicon import LexiconExtractor


def _encoder() -> Extractor:
    """Load the trained extractor; it needs packages that the others do without."""
    from marsad.extract.encoder.extractor import EncoderExtractor  # noqa: PLC0415
    from marsad.extract.encoder.network import Network  # noqa: PLC0415

    return EncoderExtractor(Network.default())


EXTRACTORS: dict[str, Callable[[], Extractor]] = {"lexicon.v1": LexiconExtractor, "encoder.v1": _encoder}


def extractor_named(name: str | None) -> Extractor:
    """Return the extractor of that name, or the one that a build uses.

    Raises:
        KeyError: there is none of that name.
    """
    return default_extractor() if name is None else EXTRACTORS[name]()
