"""An analyst's judgement, append only, signed and dated."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

DecisionKind = Literal["same", "not_same", "correct", "reject", "note"]


class Decision(Struct, frozen=True):
    """What an analyst decided of claims.

    ``claims`` are the ids judged: two or more for ``same`` and ``not_same``, one or more otherwise. ``field`` and
    ``value`` are set for ``correct`` alone. ``id`` hashes everything else.
    """

    id: str
    kind: DecisionKind
    claims: tuple[str, ...]
    field: str | None
    value: str | None
    reason: str
    author: str
    made: datetime
