"""An `.html` file: one article in a page, found by trafilatura; offsets count in the text that it gives.

Paragraphs are joined by a blank line. What the page says of itself in JSON-LD goes first, then its other metadata, then
what trafilatura and htmldate find. The page's `lang` is not trusted: templates carry it unchanged into any language.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flows.readers.contents import decoded_page, whole
from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.headline import Voices, headline
from flows.readers.page_dates import published_at, updated_at
from flows.readers.stated import MisstatedError, check_length
from flows.readers.structured import Structured, structured
from flows.record import Record
from warehouse.rejects import Reject

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What trafilatura gives for a page of menus is a few words; characters, since not every script has spaces.
SHORTEST = 50
MARKUP = re.compile(r"<[a-z!]", re.IGNORECASE)


def read_page(entry: Entry) -> Iterator[Record | Reject]:
    """One record, or a reject for a page in which no article is found."""
    try:
        page = whole(entry, entry.limits.page_bytes)
        address = entry.uri if entry.uri.startswith(("http:", "https:")) else None
        yield replace(page_record(decoded_page(page), entry, address=address, key=entry.key), page=page)
    except (UnreadableError, MisstatedError) as error:
        yield refuse(entry, str(error), key=entry.key)


def page_record(html: str, entry: Entry, *, address: str | None, key: str) -> Record:
    """The article of a page read at `address`; raises `UnreadableError` or `MisstatedError` if there is none."""
    tree = _tree(html)
    stated, title_voices = structured(html), _voices(tree)
    published = published_at(html, tree, stated.published_at, _canonical(tree) or address)
    found = _extracted(tree)
    site = _line(found.sitename) or stated.outlet
    title = headline(
        Voices(stated.headline, *title_voices, alternative=stated.name, fallback=_line(found.title), site=site)
    )
    body = _body(found.text or "", title)
    if len(body) < SHORTEST:
        raise UnreadableError("no article text is found in the page")
    check_length(body, entry.limits.text_characters)
    url = _address(found.url, address)
    first = body.split("\n\n", 1)[0]
    description = _line(found.description)
    return Record(
        source_id=entry.source_id,
        source_uri=entry.uri,
        source_key=key,
        text=body,
        title=title,
        standfirst=first if description and first == description else None,
        url=url,
        outlet=_outlet(found.sitename, url) or stated.outlet,
        authors=_people(stated, found.author),
        section=stated.section,
        published_at=published,
        updated_at=updated_at(html, stated.updated_at),
    )


def _tree(html: str) -> "HtmlElement":
    """Imported here: a fifth of a second that only pages need."""
    from trafilatura import load_html

    tree = load_html(html) if MARKUP.search(html[:100_000]) else None
    if tree is None:
        raise UnreadableError("it holds no HTML")
    return tree


def _voices(tree: "HtmlElement") -> tuple[list[str], str | None, str | None]:
    """Headings, the title for social networks, the title of the tab."""
    headings = [text for heading in tree.iter("h1") if (text := _line(heading.text_content()))]
    social = next(iter(tree.xpath('//meta[@property="og:title"]/@content')), None)
    tab = next((title.text for title in tree.iter("title") if title.getparent().tag == "head"), None)
    return list(dict.fromkeys(headings)), _line(social), _line(tab)


def _canonical(tree: "HtmlElement") -> str | None:
    return next((str(link) for link in tree.xpath('//link[@rel="canonical"]/@href')), None)


def _extracted(tree: "HtmlElement") -> Any:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(tree, with_metadata=True, include_comments=False)
    if found is None:
        raise UnreadableError("no article text is found in the page")
    return found


def _address(canonical: str | None, address: str | None) -> str | None:
    """The address that the page calls its own; templates that give every page the site's own address say nothing."""
    if not canonical or not address:
        return canonical or address
    is_site = urlsplit(canonical).path.strip("/") == "" and not urlsplit(canonical).query
    return address if is_site and urlsplit(address).path.strip("/") else canonical


def _people(stated: Structured, names: str | None) -> tuple[str, ...]:
    return stated.authors or _authors(names)


def _body(text: str, title: str | None) -> str:
    """Paragraphs with a blank line between; a headline repeated at the top is left out."""
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    if paragraphs and paragraphs[0] == title:
        paragraphs = paragraphs[1:]
    return "\n\n".join(paragraphs)


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
