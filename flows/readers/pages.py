"""An `.html` file: one article in a page, found by trafilatura; offsets count in the text that it gives.

Paragraphs are joined by a blank line. The time of publication comes from the page's own metadata, where it agrees
with the day that trafilatura finds. The page's `lang` is not trusted: templates carry it unchanged into any language.
"""

import re
from collections.abc import Iterator
from typing import Any

from flows.readers.contents import decoded_page, whole
from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.stated import MisstatedError, check_length, parse_instant
from flows.record import Record
from transforms.instant import Instant
from warehouse.rejects import Reject

# What trafilatura gives for a page of menus is a few words; characters, since not every script has spaces.
SHORTEST = 50
STAMP = r"(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+\-]\d{2}:?\d{2})?)"
PUBLISHED = re.compile(
    rf"""(?:datePublished|published_time|publication_date|pubdate|parsely-pub-date)["'][^<>]{{0,60}}?["']{STAMP}["']""",
    re.IGNORECASE,
)
UPDATED = re.compile(rf"""(?:dateModified|modified_time)["'][^<>]{{0,60}}?["']{STAMP}["']""", re.IGNORECASE)
MARKUP = re.compile(r"<[a-z!]", re.IGNORECASE)


def read_page(entry: Entry) -> Iterator[Record | Reject]:
    """One record, or a reject for a page in which no article is found."""
    try:
        html = decoded_page(whole(entry, entry.limits.page_bytes))
        yield _record(html, entry)
    except (UnreadableError, MisstatedError) as error:
        yield refuse(entry, str(error), key=entry.key)


def _record(html: str, entry: Entry) -> Record:
    found = _extracted(html)
    title = _headline(found.title, found.sitename)
    body = _body(found.text or "", title)
    if len(body) < SHORTEST:
        raise UnreadableError("no article text is found in the page")
    check_length(body, entry.limits.text_characters)
    address = entry.uri if entry.uri.startswith(("http:", "https:")) else None
    first = body.split("\n\n", 1)[0]
    description = _line(found.description)
    return Record(
        source_id=entry.source_id,
        source_uri=entry.uri,
        source_key=entry.key,
        text=body,
        title=title,
        standfirst=first if description and first == description else None,
        url=found.url or address,
        outlet=_outlet(found.sitename, found.url or address),
        authors=_authors(found.author),
        published_at=_instant(html, PUBLISHED, found.date),
        updated_at=_instant(html, UPDATED, None),
    )


def _extracted(html: str) -> Any:
    """Imported here: a fifth of a second that only pages need."""
    from trafilatura import bare_extraction

    if not MARKUP.search(html[:100_000]):
        raise UnreadableError("it holds no HTML")
    found: Any = bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None:
        raise UnreadableError("no article text is found in the page")
    return found


def _body(text: str, title: str | None) -> str:
    """Paragraphs with a blank line between; a headline repeated at the top is left out."""
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    if paragraphs and paragraphs[0] == title:
        paragraphs = paragraphs[1:]
    return "\n\n".join(paragraphs)


def _headline(title: str | None, site: str | None) -> str | None:
    """The title without the site's name behind it: `Bridge shut | Valley Post`."""
    line = _line(title)
    name = re.escape(_line(site) or "")
    return re.sub(rf"\s+[|\-–—]\s+{name}$", "", line, flags=re.IGNORECASE) if line and name else line


def _authors(names: str | None) -> tuple[str, ...]:
    """Names that are no addresses and not the same name spelled for an address (`Ada-Sample`)."""
    stated = [name.strip() for name in (names or "").split(";") if name.strip()]
    people = [name for name in stated if not re.search(r"https?\b|www\b|@|/", name, re.IGNORECASE)]
    return tuple(name for name in people if "-" not in name or name.replace("-", " ") not in people)


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _outlet(name: str | None, url: str | None) -> str | None:
    """The site's name as stated; trafilatura falls back on the address, which states nothing."""
    if not name or (url and "." in name and name.casefold() in url.casefold()):
        return None
    return name


def _instant(html: str, stamp: re.Pattern[str], day: str | None) -> Instant | None:
    """The stamped instant that falls on the day that was found, else that day; without a day, the first stamp."""
    stamped = [instant for text in stamp.findall(html) if (instant := parse_instant(text))]
    if day is None:
        return stamped[0] if stamped and stamp is UPDATED else None
    agreeing = (i for i in stamped if day in {i.at.date().isoformat(), i.utc_at.date().isoformat()})
    return next(agreeing, None) or parse_instant(day)
