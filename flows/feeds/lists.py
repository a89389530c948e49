"""Any list of articles by what it says of itself: a feed, a sitemap, or neither."""

import json
from urllib.parse import urlsplit

from flows.feeds.document import root_name, xml_text
from flows.feeds.item import Item, ItemList
from flows.feeds.json_feed import is_json_feed, read_json_feed
from flows.feeds.sitemap import ROOTS as SITEMAP_ROOTS
from flows.feeds.sitemap import read_sitemap
from flows.feeds.syndication import ROOTS as FEED_ROOTS
from flows.feeds.syndication import read_syndication
from flows.readers.entry import UnreadableError


def read_list(data: bytes, *, charset: str | None = None, address: str | None = None) -> ItemList:
    """The items of a feed or sitemap that was read from `address`; anything else raises `UnreadableError`."""
    if data.lstrip()[:1] == b"{":
        return _json(data)
    text = xml_text(data, charset)
    root = root_name(text)
    if root in SITEMAP_ROOTS:
        return read_sitemap(text, root)
    if root in FEED_ROOTS:
        return read_syndication(text, address)
    if root == "html":
        raise UnreadableError("not a feed: it is an HTML page")
    raise UnreadableError(
        f"not a feed: its first element is <{root[:40]}>" if root else "not well-formed: it is no XML"
    )


def is_list(data: bytes) -> bool:
    """Whether the beginning of a document is that of a feed or a sitemap."""
    head = data[:4096].decode("latin-1")
    return root_name(head) in FEED_ROOTS | SITEMAP_ROOTS or '"https://jsonfeed.org/version/' in head.replace("\\/", "/")


def read_addresses(text: str) -> ItemList:
    """The first address of every line: a plain list, or a table such as GDELT's (Events, Mentions, GKG).

    Where all of them are `.zip` files, as in GDELT's `lastupdate.txt`, they are tables of addresses themselves.
    """
    found = (
        next((word for word in line.replace('"', " ").split() if _is_address(word)), None) for line in text.split("\n")
    )
    addresses = dict.fromkeys(url for url in found if url)
    is_index = bool(addresses) and all(urlsplit(url).path.casefold().endswith(".zip") for url in addresses)
    return ItemList(None, tuple(Item(key=url, url=url) for url in addresses), is_index=is_index)


def _is_address(word: str) -> bool:
    return word.startswith(("http://", "https://"))


def _json(data: bytes) -> ItemList:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"not a feed: it is not JSON ({error})") from error
    if not is_json_feed(value):
        raise UnreadableError("not a feed: it is JSON without the version of a JSON Feed")
    return read_json_feed(value)
