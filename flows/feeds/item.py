"""What a feed or a sitemap says of one article, before anybody decides whether its page must be fetched."""

from dataclasses import dataclass

from transforms.instant import Instant


@dataclass(frozen=True)
class Item:
    """One article as a list states it; None where it states nothing. `text` is plain, paragraphs parted by blank lines.

    `key` is the item's own id, else its address, else None. `summary` is kept only where it differs from `text`.
    """

    key: str | None = None
    url: str | None = None
    title: str | None = None
    text: str | None = None
    summary: str | None = None
    published_at: Instant | None = None
    updated_at: Instant | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str | None = None
    outlet: str | None = None
    is_date_unread: bool = False


@dataclass(frozen=True)
class ItemList:
    """A whole list. `trouble` says why the rest of it is missing; `is_index`: the items are lists, not articles."""

    title: str | None
    items: tuple[Item, ...]
    trouble: str | None = None
    is_index: bool = False
