"""JSON of the model's types: keys in the order of the fields, days as ISO 8601, unknown as null."""

from typing import TypeVar

import msgspec

T = TypeVar("T")


def to_json(value: msgspec.Struct) -> bytes:
    """Encode on one line, without a line end.

    >>> from marsad.model import Span
    >>> to_json(Span(1, 2))
    b'{"start":1,"end":2}'
    """
    return msgspec.json.encode(value)


def from_json(line: bytes | str, type_: type[T]) -> T:
    """Decode and check.

    Raises:
        msgspec.ValidationError: a field is missing or of another type.
    """
    return msgspec.json.decode(line, type=type_)
