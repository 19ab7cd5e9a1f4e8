"""How much a record holds."""

from sqlalchemy import Connection, Table, func, select

from marsad.store.answers import Counts
from marsad.store.tables import CLAIMS, COPIES, DECISIONS, DOCUMENTS, EVENTS, ISSUES


def counts(connection: Connection) -> Counts:
    """Count what the record holds."""
    outlets = select(func.count(DOCUMENTS.c.outlet.distinct()))
    disputed = select(func.count()).select_from(EVENTS).where(EVENTS.c.disputes > 0)
    unreadable = select(func.count()).select_from(DOCUMENTS).where(DOCUMENTS.c.readable.is_(False))
    return Counts(
        documents=_size(connection, DOCUMENTS),
        unreadable=connection.execute(unreadable).scalar_one(),
        outlets=connection.execute(outlets).scalar_one(),
        origins=_origins(connection),
        claims=_size(connection, CLAIMS),
        events=_size(connection, EVENTS),
        disputed=connection.execute(disputed).scalar_one(),
        disputes=connection.execute(select(func.coalesce(func.sum(EVENTS.c.disputes), 0))).scalar_one(),
        decisions=_size(connection, DECISIONS),
        issues=_size(connection, ISSUES),
    )


def _size(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _origins(connection: Connection) -> int:
    """Count readable documents, those with the same text once."""
    same_text = select(COPIES.c.of, COPIES.c.document).where(COPIES.c.kind.in_(("identical", "agency_copy")))
    root: dict[str, str] = {}
    folded = 0
    for one, other in connection.execute(same_text):
        left, right = _root(root, one), _root(root, other)
        if left != right:
            root[right] = left
            folded += 1
    readable = select(func.count()).select_from(DOCUMENTS).where(DOCUMENTS.c.readable.is_(True))
    return connection.execute(readable).scalar_one() - folded


def _root(root: dict[str, str], member: str) -> str:
    """Return the first of the group that the member belongs to, shortening the way to it."""
    while root.setdefault(member, member) != member:
        root[member] = root[root[member]]
        member = root[member]
    return member
