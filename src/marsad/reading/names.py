"""Outlets and agencies as the table of sources knows them: by name, by domain."""

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from msgspec import Struct

from marsad.facts import SourceFact, sources
from marsad.reading.plain import folded

PUBLISHERS = frozenset(["outlet", "news_agency", "state_media", "party_media", "monitor"])
_WIRE = re.compile(r"agenc|press\b|presse\b|wire|novosti", re.IGNORECASE)
_HOST = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}[a-z]{2,6}(?![\w.-]*@)|(?<=@)(?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}[a-z]{2,6}"
)


class Names(Struct, frozen=True):
    """Publishers by folded name and by domain, and the patterns of agencies' names."""

    by_name: Mapping[str, SourceFact]
    by_domain: Mapping[str, SourceFact]
    agencies: Mapping[str, SourceFact]

    def publisher(self, name: str) -> SourceFact | None:
        """Return the publisher of that name, with or without an article."""
        key = folded(name)
        return self.by_name.get(key) or self.by_name.get(key.removeprefix("the ")) or self.by_name.get(f"the {key}")

    def publisher_at(self, host: str) -> SourceFact | None:
        """Return the publisher at that host or at a domain that holds it."""
        parts = host.casefold().rstrip(".").split(".")
        for at in range(len(parts) - 1):
            found = self.by_domain.get(".".join(parts[at:]))
            if found is not None:
                return found
        return None


@cache
def known_names() -> Names:
    """Return what the shipped table knows."""
    return names_of(sources())


def names_of(table: Mapping[str, SourceFact]) -> Names:
    """Index a table of sources. A name that two rows share stands for the first."""
    by_name: dict[str, SourceFact] = {}
    by_domain: dict[str, SourceFact] = {}
    agencies: dict[str, SourceFact] = {}
    for source in table.values():
        if source.kind not in PUBLISHERS:
            continue
        for name in (source.name, *source.aliases):
            by_name.setdefault(folded(name), source)
        for domain in source.domains:
            by_domain.setdefault(domain.casefold(), source)
        if is_agency(source):
            for name in (source.name, *source.aliases, *source.weak_aliases):
                agencies.setdefault(name, source)
    return Names(by_name, by_domain, agencies)


def is_agency(source: SourceFact) -> bool:
    """Say whether other outlets print what it sends out: an agency, a state's own among them."""
    named = any(_WIRE.search(name) for name in (source.name, *source.aliases))
    return source.kind == "news_agency" or (source.kind == "state_media" and named)


def host_of(url: str) -> str | None:
    """Return the host of an address without ``www``."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def hosts_in(text: str) -> list[str]:
    """Return the hosts that words name, as part of an address or of an e-mail address, in order."""
    return [match.removeprefix("www.") for match in _HOST.findall(text.casefold())]
