"""A dump of a wiki of news, such as `enwikinews-20260101-pages-articles.xml.bz2`: every published page is an article.

MediaWiki's XML export is read as a stream, one page held at a time. Redirects and pages outside the main name space
(talk, categories, users) are passed over, drafts are refused.
"""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from urllib.parse import quote

from lxml import etree

from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.listed import WIKI_ROOT
from flows.readers.stated import MisstatedError, check_length, parse_instant
from flows.record import Record
from transforms.instant import Instant
from warehouse.rejects import Reject

MAIN = "0"


class Wiki(NamedTuple):
    """What a dump says of its wiki; `address` is that of its pages, without their name."""

    name: str | None = None
    address: str | None = None
    language: str | None = None


class Page(NamedTuple):
    """A page of the main name space: its last revision, and when its first was made, if the dump has that one."""

    page_id: str
    title: str
    text: str
    begun_at: Instant | None


def read_wiki_dump(stream: BinaryIO, entry: Entry) -> Iterator[Record | Reject]:
    """A record for every published page; raises `UnreadableError` where the dump ends too early."""
    wiki, count = Wiki(), 0
    for found in _parts(stream):
        if isinstance(found, Wiki):
            wiki = found
            continue
        count += 1
        try:
            yield _record(found, wiki, entry)
        except MisstatedError as error:
            yield refuse(entry, str(error), key=found.page_id)
    if not count:
        yield refuse(entry, "it holds no article: no page of the main name space", key=entry.key)


def _record(page: Page, wiki: Wiki, entry: Entry) -> Record:
    from flows.readers.wikitext import read_wikitext

    article = read_wikitext(page.text)
    if article.draft:
        raise MisstatedError(f"it is no published article: the page is marked {{{{{article.draft}}}}}")
    if not article.text:
        raise MisstatedError("the page holds no text")
    check_length(article.text, entry.limits.text_characters)
    return Record(
        source_id=entry.source_id,
        source_uri=entry.uri,
        source_key=page.page_id,
        text=article.text,
        title=page.title,
        url=f"{wiki.address}{quote(page.title.replace(' ', '_'))}" if wiki.address else None,
        outlet=wiki.name,
        dateline_place=article.place,
        language=wiki.language,
        published_at=article.published_at or page.begun_at,
    )


def _parts(stream: BinaryIO) -> Iterator[Wiki | Page]:
    """The wiki, then its pages, each dropped from memory when it is read; so are the revisions before a page's last."""
    begun_at: Instant | None = None
    language: str | None = None
    try:
        for event, element in etree.iterparse(stream, events=("start", "end")):
            name = etree.QName(element).localname
            if event == "start":
                if name == WIKI_ROOT:
                    language = element.get("{http://www.w3.org/XML/1998/namespace}lang")
                continue
            if name == "siteinfo":
                base = _text(element, "base")
                yield Wiki(_text(element, "sitename"), f"{base.rpartition('/')[0]}/" if base else None, language)
            elif name == "revision":
                begun_at = begun_at or (None if _text(element, "parentid") else _instant(element))
                _drop_before(element, "revision")
            elif name == "page":
                if _text(element, "ns") == MAIN and element.find("{*}redirect") is None:
                    yield _page(element, begun_at)
                begun_at = None
                element.clear()
                _drop_before(element, "page")
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"not well-formed, or cut short: {error.msg}; the pages before are read") from error


def _page(element: etree._Element, begun_at: Instant | None) -> Page:
    revision = element.find("{*}revision")
    text = _text(revision, "text") if revision is not None else None
    return Page(_text(element, "id") or "", _text(element, "title") or "", text or "", begun_at)


def _instant(revision: etree._Element) -> Instant | None:
    stated = _text(revision, "timestamp")
    return parse_instant(stated) if stated else None


def _text(element: etree._Element, name: str) -> str | None:
    found: str | None = element.findtext(f"{{*}}{name}")
    return found.strip() or None if found else None


def _drop_before(element: etree._Element, name: str) -> None:
    """Take earlier ones of the same name away from their parent."""
    earlier = element.getprevious()
    while earlier is not None and etree.QName(earlier).localname == name:
        element.getparent().remove(earlier)
        earlier = element.getprevious()
