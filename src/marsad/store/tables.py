"""The tables, in what every database understands.

Each row of documents, claims, events and decisions keeps the whole value as JSON in ``body``; the other columns repeat
what queries ask for.
"""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

META = Table(
    "meta",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
"""``schema``: version of the tables. ``events_by``: the marsad that computed the events, empty when they are stale.
``figures_rule``: the rule by which the events' figures come about, once a build has named one.
``read_by``: the reader of all claims. ``read_anew``: another reader that is at it, and the last document it read."""

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("path", Text, nullable=False),
    Column("outlet", Text),
    Column("readable", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)

ISSUES = Table(
    "issues",
    METADATA,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("body", Text, nullable=False),
)

EVENTS = Table(
    "events",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("start", Date),
    Column("disputes", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("events_by_start", "start", "id"),
)

EVENT_CLAIMS = Table(
    "event_claims",
    METADATA,
    Column("claim", ForeignKey("claims.id"), primary_key=True),
    Column("event", ForeignKey("events.id"), nullable=False, index=True),
)
"""Of which event each claim is: of one at most."""

COPIES = Table(
    "copies",
    METADATA,
    Column("of", ForeignKey("documents.id"), primary_key=True),
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("share", Float, nullable=False),
    Column("kind", Text, nullable=False),
)

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("body", Text, nullable=False),
)
