"""Caches of what is worked out from the tables, emptied when other tables are taken into use."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_emptied: list[Callable[[], None]] = []


def derived_at_most(size: int | None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the last answers of a function as long as the tables of facts stay the same."""

    def kept(function: Callable[P, T]) -> Callable[P, T]:
        cached = lru_cache(maxsize=size)(function)
        _emptied.append(cached.cache_clear)
        return cast("Callable[P, T]", cached)

    return kept


def derived(function: Callable[P, T]) -> Callable[P, T]:
    """Keep all answers of a function as long as the tables of facts stay the same."""
    return derived_at_most(None)(function)


def forget() -> None:
    """Empty all caches: the tables have changed."""
    for empty in _emptied:
        empty()
