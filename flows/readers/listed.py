"""A feed, a sitemap or a dump of a wiki in a file: the items as it states them. A file never leads to the network.

Items without a word, such as the addresses of a sitemap, are no articles yet: as a source in `sources.toml`, a list
has its pages fetched.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from flows.readers.contents import opened, whole
from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.stated import MisstatedError
from flows.record import Record
from warehouse.rejects import Reject

HEAD_BYTES, WIKI_ROOT = 4096, "mediawiki"

if TYPE_CHECKING:
    from flows.feeds.item import ItemList


def read_listed(entry: Entry) -> Iterator[Record | Reject]:
    """A record for every item with words; one reject that says why the rest of a broken list is missing."""
    from flows.feeds.lists import read_list

    if _is_wiki(entry):
        from flows.readers.wiki_dump import read_wiki_dump

        with opened(entry) as stream:
            yield from read_wiki_dump(stream, entry)
        return
    try:
        found = read_list(whole(entry, entry.limits.list_bytes))
    except UnreadableError as error:
        yield refuse(entry, str(error), key=entry.key)
        return
    yield from _records(found, entry)


def _is_wiki(entry: Entry) -> bool:
    """Whether the document is a dump of a wiki, which is too long to be looked at whole."""
    from flows.feeds.document import root_name

    with opened(entry) as stream:
        return root_name(stream.read(HEAD_BYTES).decode("latin-1")) == WIKI_ROOT


def read_feed_value(value: Mapping[str, Any], entry: Entry) -> Iterator[Record | Reject]:
    """The same for a JSON Feed that is parsed already."""
    from flows.feeds.json_feed import read_json_feed

    yield from _records(read_json_feed(value), entry)


def _records(found: "ItemList", entry: Entry) -> Iterator[Record | Reject]:
    from flows.feeds.records import item_record

    for item in found.items:
        try:
            record = item_record(item, entry)
        except MisstatedError as error:
            yield refuse(entry, str(error), key=item.key)
            continue
        if record:
            yield record
    if found.trouble:
        yield refuse(entry, found.trouble, key=entry.key)
