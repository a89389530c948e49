"""An item of a list as a record of its own, for lists whose pages are not fetched."""

import re

from flows.feeds.item import Item
from flows.readers.entry import Entry
from flows.readers.stated import check_length
from flows.record import Record
from transforms.identity import digest

LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)


def item_record(item: Item, entry: Entry) -> Record | None:
    """The words that the list itself gives; a headline alone is an article of one line; None if there is no word.

    Raises `MisstatedError` for a text above the limit.
    """
    if not item.title and not item.text:
        return None
    text = item.text or ""
    check_length(text, entry.limits.text_characters)
    return Record(
        source_id=entry.source_id,
        source_uri=entry.uri,
        source_key=item.key or item.url or f"blake2b:{digest(item.title, text)}",
        text=text,
        title=item.title,
        standfirst=item.summary if item.summary and text.startswith(item.summary) else None,
        url=item.url,
        outlet=item.outlet,
        authors=item.authors,
        section=item.section,
        language=language_code(item.language),
        published_at=item.published_at,
        updated_at=item.updated_at,
        is_date_unread=item.is_date_unread,
    )


def language_code(stated: str | None) -> str | None:
    """`en-GB` -> `en`; None for what is no code of two letters."""
    found = LANGUAGE.fullmatch(stated.strip()) if stated else None
    return found[1].casefold() if found else None
