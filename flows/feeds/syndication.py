"""RSS and Atom, all versions, through feedparser, which knows their dialects and mends what is broken.

Only items that are closed are taken: of a feed that was cut inside an entry, the entries before it. `updated` is no
date of publication; `dc:date` in RSS is one.
"""

import re
from typing import Any

from flows.feeds.dates import feed_instant
from flows.feeds.document import CDATA
from flows.feeds.item import Item, ItemList
from flows.feeds.markup import line, paragraphs, plain
from flows.readers.entry import UnreadableError

ROOTS = {"rss", "rdf", "feed", "channel"}
CLOSED = re.compile(r"</(?:[\w.\-]+:)?(?:item|entry)\s*>|<(?:[\w.\-]+:)?(?:item|entry)(?:\s[^<>]*)?/>")
DUBLIN_DATE = re.compile(r"(</?)dc:date\b")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
WEB = re.compile(r"\s*https?://", re.IGNORECASE)
PLAIN_TYPES = {"text/plain", "text"}
# What feedparser lets through when it meets what its parsers did not expect, such as half a surrogate pair.
FAILURES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
HARMLESS = {"CharacterEncodingOverride", "NonXMLContentType"}


def read_syndication(text: str, address: str | None = None) -> ItemList:
    """The items of a feed, relative links resolved against its `address`.

    Raises `UnreadableError` if none is whole and the document is broken.
    """
    parsed = _parsed(text, address)
    broken = parsed.get("bozo_exception") if parsed.get("bozo") else None
    trouble = None if broken is None or type(broken).__name__ in HARMLESS else f"not well-formed: {_said(broken)}"
    closed = len(CLOSED.findall(CDATA.sub("", text)))
    entries = parsed["entries"][:closed] if trouble else parsed["entries"]
    feed = parsed["feed"]
    items = tuple(_item(entry) for entry in entries)
    if trouble and not items:
        raise UnreadableError(trouble)
    return ItemList(line(feed.get("title")), items, trouble and f"{trouble}; whole items that are kept: {len(items)}")


def _parsed(text: str, address: str | None) -> Any:
    """Parsed from memory with the encoding settled, so that nothing is opened, asked for or guessed."""
    import feedparser

    body = DECLARATION.sub("", text, count=1)
    if "<rss" in body or "<rdf" in body or ":RDF" in body:
        body = DUBLIN_DATE.sub(r"\1pubDate", body)
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": address or ""}
    try:
        return feedparser.parse(body.encode("utf-8", "replace"), response_headers=headers, sanitize_html=False)
    except FAILURES as error:
        raise UnreadableError(f"not well-formed: {_said(error)}") from error


def _item(entry: Any) -> Item:
    """Keys are read as a dict's: feedparser's own look-up answers `updated` with `published`.

    The language of a feed is not taken: templates carry `en-us` unchanged into any language.
    """
    fields: dict[str, Any] = dict(dict.items(entry))
    content = next((c for c in fields.get("content") or [] if c.get("value")), None)
    summary = _text(fields.get("summary_detail") or {"value": fields.get("summary")})
    text = _text(content) if content else summary
    stated = fields.get("published") or fields.get("created")
    published = feed_instant(stated)
    url = _address(fields)
    return Item(
        key=fields.get("id") or url,
        url=url,
        title=_title(fields),
        text=text,
        summary=summary if summary != text else None,
        published_at=published,
        updated_at=feed_instant(fields.get("updated")),
        authors=_authors(fields),
        section=next((str(tag["term"]) for tag in fields.get("tags") or [] if tag.get("term")), None),
        is_date_unread=bool(stated and not published),
    )


def _text(content: Any) -> str | None:
    value = content.get("value") if content else None
    if not value:
        return None
    return (paragraphs(value) if content.get("type") in PLAIN_TYPES else plain(value)) or None


def _title(fields: dict[str, Any]) -> str | None:
    detail = fields.get("title_detail") or {"value": fields.get("title"), "type": "text/html"}
    text = _text(detail)
    return " ".join(text.split()) if text else None


def _address(fields: dict[str, Any]) -> str | None:
    """The page of the item: its alternate link; a `self` link where it is the only one. An id may be no address."""
    links = {str(link.get("rel")): link.get("href") for link in reversed(fields.get("links") or [])}
    stated = (links.get("alternate"), fields.get("link"), links.get("self"))
    return next((str(link).strip() for link in stated if link and WEB.match(str(link))), None)


def _authors(fields: dict[str, Any]) -> tuple[str, ...]:
    names = [author.get("name") for author in fields.get("authors") or []] or [fields.get("author")]
    return tuple(dict.fromkeys(name.strip() for name in names if name and name.strip() and "@" not in name))


def _said(error: BaseException) -> str:
    getter = getattr(error, "getMessage", None)
    return str(getter() if getter else error)[:120]
