"""The extractors that can be measured, by name."""

from collections.abc import Callable

from marsad.extract import Extractor, default_extractor

EXTRACTORS: dict[str, Callable[[], Extractor]] = {"encoder.v1": default_extractor}


def extractor_named(name: str | None) -> Extractor:
    """Return the extractor of that name, or the one that a build uses.

    Raises:
        KeyError: there is none of that name.
    """
    return default_extractor() if name is None else EXTRACTORS[name]()
