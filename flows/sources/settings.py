"""One configured source, and the file of all of them, typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from flows.fetch.settings import FetchSettings
from flows.schedules.plan import Plan

KINDS = {
    "auto": "an address that says itself what it is: on the web a page, a feed or a sitemap, else files",
    "files": "a folder, a file or a glob, local or in any store that fsspec reaches (s3://, gs://)",
    "feed": "an RSS, Atom or JSON feed",
    "sitemap": "a sitemap, a sitemap index or a news sitemap",
    "addresses": "a list of addresses, the first one in every line (GDELT tables too)",
    "page": "a single page",
}


@dataclass(frozen=True)
class SourceSettings:
    """A source. `is_whole`: the page behind every item is fetched; else the words of the list itself are read.

    `item_count` is the most that one run takes; the rest comes with the next runs. `columns` maps fields of the input
    record to the names that the files use.
    """

    name: str
    address: str
    kind: str = "auto"
    is_enabled: bool = True
    is_whole: bool = True
    every: timedelta = timedelta(minutes=15)
    outlet: str | None = None
    language: str | None = None
    section: str | None = None
    include: re.Pattern[str] | None = None
    exclude: re.Pattern[str] | None = None
    item_count: int = 200
    newest: timedelta | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Configuration:
    """`sources.toml`, or nothing where there is no such file."""

    path: Path
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    schedule: Plan = field(default_factory=Plan)
