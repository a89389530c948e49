"""Sitemaps, sitemap indexes and Google news sitemaps (https://www.sitemaps.org/protocol.html).

Alternates in other languages are no further articles; `lastmod` is an update, not a publication.
"""

import re
from io import BytesIO

from lxml import etree

from flows.feeds.dates import feed_instant
from flows.feeds.item import Item, ItemList
from flows.readers.entry import UnreadableError

ROOTS = {"urlset", "sitemapindex"}
ENTRY = {"urlset": "url", "sitemapindex": "sitemap"}


def read_sitemap(text: str, root: str) -> ItemList:
    """The addresses of a sitemap whose first element is `root`; an entry that is not closed is left out."""
    items: list[Item] = []
    trouble = None
    events = etree.iterparse(
        BytesIO(text.encode("utf-8", "replace")), events=("end",), resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        for _, element in events:
            if _name(element) == ENTRY[root] and _parent(element) == root:
                items += _items(element)
                element.clear()
    except etree.XMLSyntaxError as error:
        trouble = f"not well-formed: {error.msg}"
    if trouble and not items:
        raise UnreadableError(trouble)
    return ItemList(
        None, tuple(items), trouble and f"{trouble}; {len(items)} addresses are kept", root == "sitemapindex"
    )


def _items(element: etree._Element) -> list[Item]:
    fields = _fields(element)
    url = fields.get("loc")
    if not url or not url.startswith(("http://", "https://")):
        return []
    stated = fields.get("publication_date")
    published = feed_instant(stated)
    return [
        Item(
            key=url,
            url=url,
            title=fields.get("news:title"),
            published_at=published,
            updated_at=feed_instant(fields.get("lastmod")),
            language=fields.get("language"),
            outlet=fields.get("name"),
            is_date_unread=bool(stated and not published),
        )
    ]


def _fields(element: etree._Element) -> dict[str, str]:
    """Texts by local name; a title only where the news extension states it (pictures have titles too)."""
    found: dict[str, str] = {}
    for part in element.iter():
        name, text = _name(part), " ".join((part.text or "").split())
        parent = _parent(part)
        if name == "title":
            name = f"{parent}:title"
        if text and parent not in {"image", "video"}:
            found.setdefault(name, text)
    return found


def _name(element: etree._Element) -> str:
    """The local name; a prefix that was never declared is left out like one that was."""
    return re.split("[}:]", element.tag)[-1].casefold() if isinstance(element.tag, str) else ""


def _parent(element: etree._Element) -> str:
    above = element.getparent()
    return _name(above) if above is not None else ""
