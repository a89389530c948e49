"""The items of a configured list, on the web or in a file; validators save it from being sent again."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile

from flows.feeds.item import Item, ItemList
from flows.feeds.lists import is_list, read_addresses, read_list
from flows.fetch.answer import Answer
from flows.fetch.coding import charset, decoded_body
from flows.fetch.fetcher import Fetcher
from flows.readers.contents import whole
from flows.readers.entry import Limits, UnreadableError
from flows.readers.locate import any_file
from flows.sources.settings import SourceSettings
from warehouse.watched import Watched

LISTS_IN_INDEX = 50


@dataclass(frozen=True)
class Listed:
    """What a list gave. `page` is set instead of `items` where an address of kind `auto` is an article itself."""

    items: tuple[Item, ...] = ()
    troubles: tuple[str, ...] = ()
    page: Answer | None = None
    etag: str | None = None
    last_modified: str | None = None
    is_unchanged: bool = False


def listed(source: SourceSettings, watch: Watched, fetcher: Fetcher, limits: Limits, now: datetime) -> Listed:
    """Ask for the list; raises `UnreadableError` (`UnfetchedError` if there is no document) when nothing is given."""
    if not is_web(source.address):
        found = _read(_bytes_at(source.address, limits), source, None, None)
        return _complete(found, source, fetcher, now, Listed())
    answer = fetcher.get(source.address, validators=_validators(watch))
    stamps = Listed(etag=answer.headers.get("etag"), last_modified=answer.headers.get("last-modified"))
    if answer.is_unchanged:
        return Listed(is_unchanged=True, etag=watch.etag, last_modified=watch.last_modified)
    if source.kind == "page" or (source.kind == "auto" and not is_list(answer.body)):
        return Listed(page=answer, etag=stamps.etag, last_modified=stamps.last_modified)
    found = _read(_unpacked(answer.body), source, charset(answer.content_type), answer.url)
    return _complete(found, source, fetcher, now, stamps)


def is_web(address: str) -> bool:
    """Whether an address is one of the web."""
    return urlsplit(address).scheme in {"http", "https"}


def _validators(watch: Watched) -> Mapping[str, str]:
    stated = {"If-None-Match": watch.etag, "If-Modified-Since": watch.last_modified}
    return {name: value for name, value in stated.items() if value}


def _read(data: bytes, source: SourceSettings, stated: str | None, address: str | None) -> ItemList:
    if source.kind == "addresses":
        return read_addresses(data.decode("utf-8", "replace"))  # only addresses count, which are ASCII
    return read_list(data, charset=stated, address=address)


def _complete(found: ItemList, source: SourceSettings, fetcher: Fetcher, now: datetime, stamps: Listed) -> Listed:
    """The list's items, or those of the lists that it names."""
    troubles = [found.trouble] if found.trouble else []
    items = list(found.items)
    if found.is_index:
        items = []
        for part in _newest_lists(found, source, now)[:LISTS_IN_INDEX]:
            try:
                answer = fetcher.get(
                    str(part.url), named_by=source.address if is_web(source.address) else str(part.url)
                )
                inner = _read(_unpacked(answer.body), source, charset(answer.content_type), answer.url)
            except UnreadableError as error:
                troubles.append(f"{part.url}: {error}")
                continue
            items += [] if inner.is_index else [item for item in inner.items if item not in items]
            troubles += [f"{part.url}: {inner.trouble}"] if inner.trouble else []
    return Listed(tuple(items), tuple(troubles), None, stamps.etag, stamps.last_modified)


def _newest_lists(found: ItemList, source: SourceSettings, now: datetime) -> list[Item]:
    """The lists of an index, the latest first, without those that changed before the time of interest."""
    oldest = now - source.newest if source.newest else None
    kept = [i for i in found.items if not (oldest and i.updated_at and i.updated_at.utc_at < oldest)]
    return sorted(kept, key=lambda i: i.updated_at.utc_at if i.updated_at else datetime.min, reverse=True)


def _bytes_at(address: str, limits: Limits) -> bytes:
    return whole(any_file(address, limits), limits.list_bytes)


def _unpacked(body: bytes) -> bytes:
    """Sitemaps are often gzip files, which are no content coding; GDELT's tables are zip files of one member."""
    if body.startswith(b"PK\x03\x04"):
        return _unzipped(body, Limits().list_bytes)
    return decoded_body(body, "gzip", Limits().list_bytes) if body.startswith(b"\x1f\x8b") else body


def _unzipped(body: bytes, limit: int) -> bytes:
    try:
        with ZipFile(BytesIO(body)) as archive, archive.open(archive.namelist()[0]) as member:
            data = member.read(limit + 1)
    except (BadZipFile, OSError, EOFError, zlib.error, IndexError, RuntimeError, NotImplementedError) as error:
        raise UnreadableError(f"the zip file cannot be read ({error})") from error
    if len(data) > limit:
        raise UnreadableError(f"it is longer than {limit:,} bytes when unpacked, the limit for one list")
    return data
