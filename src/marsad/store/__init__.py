"""The record's embedded database: the only package that holds SQL.

A :class:`Store` is a :class:`~marsad.model.Record` that can also be written, searched and counted.
"""

from marsad.store.answers import Counts, DocumentIssue, Hit
from marsad.store.sqlite import database_version
from marsad.store.store import DATABASE, Store

__all__ = ["DATABASE", "Counts", "DocumentIssue", "Hit", "Store", "database_version"]
