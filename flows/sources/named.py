"""A SOURCE as the user names it: a configured name, an address of the web, or a file or folder."""

import difflib
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from flows.readers.entry import COMPRESSIONS, FORMATS, Limits
from flows.readers.source import Source, open_source
from flows.sources.configuration import configuration
from flows.sources.settings import Configuration, SourceSettings
from flows.sources.values import NAME
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.watched import watched

LISTS_AND_PAGES = {".html", ".htm", ".xml", ".rss", ".atom", ".rdf"}
RECORDS = set(FORMATS) - LISTS_AND_PAGES


def open_named(home: Home, source: str, *, now: datetime, limits: Limits) -> Source:
    """Open a configured source, a page, feed or sitemap on the web, or what `open_source` opens."""
    known = configuration(home)
    configured = known.sources.get(source)
    settings = configured or _unnamed(source)
    if settings is None:
        return _files(source, known, limits)
    # Imported here: httpx takes a fifth of a second that reading files does not need.
    from flows.sources.opening import open_configured

    opened = open_configured(settings, home, fetch=known.fetch, now=now, limits=limits)
    # Only what is configured is watched; an address that is given by hand is read again each time.
    return opened if configured else replace(opened, keep=lambda: None)


def open_trial(home: Home, source: str, count: int, *, now: datetime, limits: Limits) -> Source:
    """The first articles of a source, as if it were asked for the first time; neither state nor pages are kept."""
    known = configuration(home)
    settings = known.sources.get(source) or _unnamed(source)
    if settings is None:
        return _files(source, known, limits)
    from flows.sources.opening import open_configured

    trial = replace(settings, name=f"trial of {settings.name}", item_count=count)
    fetch = replace(known.fetch, is_page_kept=False)
    opened = open_configured(trial, home, fetch=fetch, now=now, limits=limits)
    return Source(settings.name, opened.records)


def due_sources(home: Home, now: datetime) -> list[str]:
    """Names of the configured sources whose time has come, the longest overdue first.

    A tenth of its time early is time enough: a source of every 15 minutes that is asked for every 15 minutes would
    else be found a few seconds too early every other time. A source with another address than before is due at once.
    """
    found: Configuration = configuration(home)
    addresses = {source.name: source.address for source in found.sources.values()}
    due = {
        watch.source_id: watch.next_due_at or datetime.min
        for watch in watched(home)
        if watch.source_uri == addresses.get(watch.source_id)
    }
    names = [
        source.name
        for source in found.sources.values()
        if source.is_enabled and due.get(source.name, datetime.min) <= now + source.every / 10
    ]
    return sorted(names, key=lambda name: due.get(name, datetime.min))


def _files(source: str, known: Configuration, limits: Limits) -> Source:
    """Files; a word that could be a name and names nothing is said to be no configured source either."""
    if known.sources and NAME.fullmatch(source) and not Path(source).exists():
        near = difflib.get_close_matches(source, list(known.sources), 1)
        remedy = f"perhaps {near[0]}" if near else "`dateline sources list` shows those that there are"
        raise DatelineError(
            f"There is no file or folder {source}, and no source of that name in {known.path}; {remedy}."
        )
    return open_source(source, limits=limits)


def _unnamed(source: str) -> SourceSettings | None:
    """An address of the web that is no file of records."""
    parts = urlsplit(source)
    suffixes = [s.casefold() for s in PurePosixPath(parts.path).suffixes]
    format_suffix = suffixes[-2:][0] if suffixes and suffixes[-1] in COMPRESSIONS else (suffixes or [""])[-1]
    if parts.scheme not in {"http", "https"} or format_suffix in RECORDS:
        return None
    return SourceSettings(name=source, address=source)
