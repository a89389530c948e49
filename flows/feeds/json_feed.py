"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from collections.abc import Mapping
from typing import Any

from flows.feeds.dates import feed_instant
from flows.feeds.item import Item, ItemList
from flows.feeds.markup import line, paragraphs, plain

VERSION = "https://jsonfeed.org/version/"


def is_json_feed(value: object) -> bool:
    """Whether a JSON value says of itself that it is a feed."""
    return isinstance(value, Mapping) and str(value.get("version", "")).startswith(VERSION)


def read_json_feed(value: Mapping[str, Any]) -> ItemList:
    """The items of a feed; what is no object is no item."""
    found = value.get("items")
    items = [item for item in found if isinstance(item, Mapping)] if isinstance(found, list) else []
    trouble = (
        None if isinstance(found, list) and len(items) == len(found) else "not a feed: `items` is no list of objects"
    )
    return ItemList(line(_text(value, "title")), tuple(_item(item) for item in items), trouble)


def _item(item: Mapping[str, Any]) -> Item:
    url = _text(item, "url") or _text(item, "external_url")
    written, markup = _text(item, "content_text"), _text(item, "content_html")
    summary = paragraphs(_text(item, "summary") or "") or None
    text = (paragraphs(written) if written else plain(markup or "")) or summary
    stated = _text(item, "date_published")
    published = feed_instant(stated)
    tags = item.get("tags")
    return Item(
        key=str(item["id"]) if item.get("id") else url,
        url=url,
        title=line(_text(item, "title")),
        text=text,
        summary=summary if summary != text else None,
        published_at=published,
        updated_at=feed_instant(_text(item, "date_modified")),
        authors=_authors(item),
        section=next((tag for tag in tags if isinstance(tag, str)), None) if isinstance(tags, list) else None,
        language=_text(item, "language"),
        is_date_unread=bool(stated and not published),
    )


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _authors(item: Mapping[str, Any]) -> tuple[str, ...]:
    stated = item.get("authors") or [item.get("author")]
    people = [author for author in stated if isinstance(author, Mapping)] if isinstance(stated, list) else []
    return tuple(name for person in people if (name := _text(person, "name")))
