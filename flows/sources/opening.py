"""A configured source as a stream of records, and what it remembers when they are safe.

Nothing is remembered before the run's articles are on disk: a run that dies is simply repeated.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import NoReturn

from flows.feeds.item import Item
from flows.feeds.records import item_record
from flows.fetch.answer import Answer, UnfetchedError
from flows.fetch.fetcher import Fetcher
from flows.fetch.page_archive import PageArchive, archive_path
from flows.fetch.settings import FetchSettings
from flows.readers.entry import Entry, Limits, UnreadableError, refuse
from flows.readers.locate import is_glob, locate, matching
from flows.readers.source import Source, read_entry
from flows.readers.stated import MisstatedError
from flows.record import Record
from flows.sources.listing import is_web, listed
from flows.sources.pages import fetched, fetched_record
from flows.sources.reading import Reading, look_of, remember, remembered
from flows.sources.settings import SourceSettings
from warehouse.errors import DatelineError, StorageError
from warehouse.home import Home
from warehouse.rejects import Reject
from warehouse.watched import seen_key, watch_of, write_watch

MOST_TRIES = 10


def open_configured(
    source: SourceSettings, home: Home, *, fetch: FetchSettings, now: datetime, limits: Limits
) -> Source:
    """The articles that a source has not shown before. Files and folders are read whole; identity tells what is new."""
    watch = watch_of(home, source.name, source.address)
    archive = PageArchive(archive_path(home.state / "pages", source.name, now))

    def keep_page(answer: Answer) -> None:
        if fetch.is_page_kept:
            archive.add(answer, now)

    entry = Entry(source.name, source.address, source.name, source.address, _nothing, limits)
    reading = Reading(source, watch, entry, now, keep_page)
    records = _guarded(reading, _files(reading) if _is_files(source) else _listed(reading, fetch))
    return Source(
        source.name,
        _stated(reading, records),
        lambda: write_watch(home, remembered(reading)),
        source.address,
        lambda: reading.error is not None,
    )


def _is_files(source: SourceSettings) -> bool:
    """What `auto` finds off the web is files, as with `dateline run`."""
    return source.kind == "files" or (source.kind == "auto" and not is_web(source.address))


def _stated(reading: Reading, records: Iterator[Record | Reject]) -> Iterator[Record | Reject]:
    """Records with what the configuration says, counted."""
    for item in records:
        reading.count += isinstance(item, Record)
        yield _with_defaults(item, reading.source) if isinstance(item, Record) else item


def _guarded(reading: Reading, records: Iterator[Record | Reject]) -> Iterator[Record | Reject]:
    """One source must not cost the others their run: what no reader foresaw ends this source alone, as a reject."""
    try:
        yield from records
    except StorageError:
        raise  # the disk, which is everyone's
    except Exception as error:  # noqa: BLE001 - kept as a reject that says what it was
        what = f"{type(error).__name__}: {error}"
        yield _refused(reading, f"reading it failed unexpectedly ({what}); the other sources are read")


def _files(reading: Reading) -> Iterator[Record | Reject]:
    source, limits = reading.source, reading.entry.limits
    try:
        is_pattern = is_glob(source.address)
        listing = matching(source.address, limits) if is_pattern else locate(source.address, limits)
    except DatelineError as error:
        yield _refused(reading, str(error))
        return
    for item in listing.entries:
        if isinstance(item, Entry):
            reading.is_changed = True
            yield from read_entry(replace(item, source_id=source.name, columns=source.columns))
        else:
            yield item


def _listed(reading: Reading, fetch: FetchSettings) -> Iterator[Record | Reject]:
    with Fetcher(fetch) as fetcher:
        try:
            found = listed(reading.source, reading.watch, fetcher, reading.entry.limits, reading.now)
        except (UnreadableError, DatelineError) as error:
            yield _refused(reading, str(error))
            return
        reading.etag, reading.last_modified = found.etag, found.last_modified
        reading.is_cut = bool(found.troubles)
        if found.page:
            yield _article(reading, Item(key=found.page.url, url=found.page.url), found.page)
            return
        for trouble in found.troubles:
            yield refuse(reading.entry, trouble, key=reading.source.name)
        yield from _articles(reading, list(_due_items(reading, found.items)), fetcher)


def _due_items(reading: Reading, items: tuple[Item, ...]) -> Iterator[Item]:
    """What the list shows for the first time, and what is to be asked for again, whether or not it is still listed."""
    listed_again = {item.url: item for item in items if item.url in reading.watch.again}
    for url, (key, _) in reading.watch.again.items():
        yield listed_again.get(url) or Item(key=key, url=url)
    for item in _new_items(reading, items):
        if item.url not in listed_again:
            yield item


def _new_items(reading: Reading, items: tuple[Item, ...]) -> Iterator[Item]:
    """Items that look different from what was seen, as many as one run takes, and remember the others."""
    source, today = reading.source, f"{reading.now:%Y-%m-%d}"
    count = 0
    for item in items:
        key, look = seen_key(item.key or item.title, item.url), look_of(item)
        if reading.watch.seen.get(key, ("", ""))[0] == look:
            reading.seen[key] = (look, today)
        elif _is_wanted(item, source, reading.now):
            count += 1
            if count <= source.item_count:
                yield item
            else:
                reading.is_cut = True


def _is_wanted(item: Item, source: SourceSettings, now: datetime) -> bool:
    address = item.url or ""
    stated = item.published_at or item.updated_at
    is_old = bool(source.newest and stated and stated.utc_at < now - source.newest)
    is_named = not source.include or bool(source.include.search(address))
    return is_named and not is_old and not (source.exclude and source.exclude.search(address))


def _articles(reading: Reading, items: list[Item], fetcher: Fetcher) -> Iterator[Record | Reject]:
    if not reading.source.is_whole:
        for item in items:
            if found := _own_words(reading, item):
                yield found
        return
    named_by = reading.source.address if is_web(reading.source.address) else None
    for item, outcome in fetched((item for item in items if item.url), fetcher, named_by):
        yield _article(reading, item, outcome)
    for item in items:
        if not item.url and (found := _own_words(reading, item)):
            yield found


def _own_words(reading: Reading, item: Item) -> Record | Reject | None:
    remember(reading, item)
    try:
        return item_record(item, reading.entry)
    except MisstatedError as error:
        return refuse(reading.entry, str(error), key=item.key)


def _article(reading: Reading, item: Item, outcome: Answer | UnreadableError) -> Record | Reject:
    """The article of a page, or why not; after passing trouble it is to be asked for again."""
    entry = replace(reading.entry, uri=str(item.url))
    try:
        if isinstance(outcome, UnreadableError):
            raise outcome
        record = fetched_record(item, outcome, entry, reading.keep_page)
    except (UnreadableError, MisstatedError) as error:
        tries = reading.watch.again.get(str(item.url), (None, 0))[1] + 1
        if isinstance(error, UnfetchedError) and error.is_temporary and tries < MOST_TRIES:
            reading.again[str(item.url)] = (item.key, tries)
        else:
            remember(reading, item)
        return refuse(entry, str(error), key=item.key)
    remember(reading, item)
    return record


def _refused(reading: Reading, reason: str) -> Reject:
    reading.error = reason
    return refuse(reading.entry, reason, key=reading.source.name)


def _with_defaults(record: Record, source: SourceSettings) -> Record:
    """What the configuration says wherever the article itself says nothing."""
    return replace(
        record,
        outlet=record.outlet or source.outlet,
        language=record.language or source.language,
        section=record.section or source.section,
    )


def _nothing() -> NoReturn:
    raise FileNotFoundError
