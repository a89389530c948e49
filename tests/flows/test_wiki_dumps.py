"""Dumps of a wiki of news: which pages are articles, and what their markup says."""

import bz2
import lzma
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from bridge_story import read

from flows.readers.wikitext import WikiArticle, read_wikitext
from transforms.instant import Instant

DAY = Instant(datetime(2023, 5, 3), None, "day")
MARKUP = {
    "plain": ("Four people died.", WikiArticle("Four people died.", None, None, None)),
    "date and links": (
        "{{date|May 3, 2023}}\n\n[[w:Ormel|Ormel]] was shaken, said the [[mayor]].\n'''Four''' died.",
        WikiArticle("Ormel was shaken, said the mayor. Four died.", DAY, None, None),
    ),
    "byline": (
        "{{byline|date=May 3, 2023|location=ORMEL}}\nIt rained.",
        WikiArticle("It rained.", DAY, "ORMEL", None),
    ),
    "words of templates": (
        "The {{w|Ormel River}} rose, said {{W|Ida Moor|Moor}}. {{weather box|rain=1}}",
        WikiArticle("The Ormel River rose, said Moor.", None, None, None),
    ),
    "pictures, notes, tables": (
        "[[File:Bridge.jpg|thumb|The bridge, by [[User:X|X]].]]It fell.<ref>A note.</ref>\n\n{| class=x\n| cell\n|}\n"
        "<gallery>\nA.jpg|Seen\n</gallery>\n\nNobody was hurt.<!-- check -->",
        WikiArticle("It fell.\n\nNobody was hurt.", None, None, None),
    ),
    "what follows the article": (
        "It fell.\n\n== What was said ==\nNothing.\n\n== Sources ==\n* {{source|url=http://a|title=B}}\n\n[[Category:Roads]]",
        WikiArticle("It fell.\n\nWhat was said\n\nNothing.", None, None, None),
    ),
    "categories and other languages": (
        "It fell.\n{{publish}}\n[[Category:Roads]]\n[[de:Brücke]]\n__NOTOC__",
        WikiArticle("It fell.", None, None, None),
    ),
    "a line break": ("One.<br />Two.", WikiArticle("One.\n\nTwo.", None, None, None)),
    "a list": ("They want:\n* rain\n* a bridge", WikiArticle("They want:\n\nrain\n\na bridge", None, None, None)),
    "a draft": ("{{Under review|1=x}}It may fall.", WikiArticle("It may fall.", None, None, "under review")),
    "not closed": ("It fell {{date|May", WikiArticle("It fell {{date|May", None, None, None)),
}


@pytest.mark.parametrize(("markup", "article"), MARKUP.values(), ids=MARKUP.keys())
def test_markup(markup: str, article: WikiArticle) -> None:
    assert read_wikitext(markup) == article


def page(title: str, *revisions: str, ns: int = 0, inside: str = "") -> str:
    return f"<page><title>{title}</title><ns>{ns}</ns><id>7</id>{inside}{''.join(revisions)}</page>"


def revision(text: str, stamp: str = "2023-05-04T10:00:00Z", parent: int = 0) -> str:
    before = f"<parentid>{parent}</parentid>" if parent else ""
    return f"<revision><id>9</id>{before}<timestamp>{stamp}</timestamp><text>{text}</text></revision>"


def dump(*pages: str) -> bytes:
    return (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo>'
        "<sitename>Ormel News</sitename><base>https://wiki.example/wiki/Main_Page</base></siteinfo>"
        f"{''.join(pages)}</mediawiki>"
    ).encode()


READ: dict[str, Any] = {
    "source_key": "7", "title": "Bridge & road shut", "text": "It fell.", "outlet": "Ormel News", "language": "en",
    "url": "https://wiki.example/wiki/Bridge_%26_road_shut", "published_at": DAY,
}  # fmt: skip
MILL = {"source_key": "7", "title": "Mill", "text": "It did.", "outlet": "Ormel News", "language": "en",
        "url": "https://wiki.example/wiki/Mill"}  # fmt: skip
BRIDGE = page("Bridge &amp; road shut", revision("{{date|May 3, 2023}}\nIt fell.", parent=8))
OTHERS = (page("Talk", revision("Why?"), ns=1), page("Old", revision("#REDIRECT"), inside='<redirect title="X" />'))
BEGUN = Instant(datetime(2023, 5, 1, 8), "+00:00", "minute")
PAGES: dict[str, tuple[str, bytes, list[dict[str, Any]]]] = {
    "xml": ("news.xml", dump(BRIDGE), [READ]),
    "bz2": ("news.xml.bz2", bz2.compress(dump(BRIDGE)[:200]) + bz2.compress(dump(BRIDGE)[200:]), [READ]),
    "xz": ("news.xml.xz", lzma.compress(dump(BRIDGE)), [READ]),
    "cut bz2": (
        "news.xml.bz2",
        bz2.compress(dump(BRIDGE))[:-20],
        [{"line": None, "reason": "the compressed data are cut short or damaged"}],
    ),
    "cut xz": (
        "news.xml.xz",
        lzma.compress(dump(BRIDGE))[:-20],
        [{"line": None, "reason": "the compressed data are cut short or damaged"}],
    ),
    "only articles": ("news.xml", dump(*OTHERS, BRIDGE), [READ]),
    "its history": (
        "news.xml",
        dump(page("Mill", revision("It may.", "2023-05-01T08:00:00Z"), revision("It did.", parent=9))),
        [MILL | {"published_at": BEGUN}],
    ),
    "undated": ("news.xml", dump(page("Mill", revision("It did.", parent=9))), [MILL]),
    "a draft": (
        "news.xml",
        dump(page("Mill", revision("{{develop}}It may."))),
        [{"line": None, "reason": "it is no published article: the page is marked {{develop}}"}],
    ),
    "cut short": (
        "news.xml",
        dump(BRIDGE, BRIDGE)[:-150],
        [READ, {"line": None, "reason": "not well-formed, or cut short"}],
    ),
    "no article": (
        "news.xml",
        dump(),
        [{"line": None, "reason": "it holds no article: no page of the main name space"}],
    ),
}


@pytest.mark.parametrize(("name", "data", "expected"), PAGES.values(), ids=PAGES.keys())
def test_dumps(name: str, data: bytes, expected: list[dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    found = read(tmp_path / name)
    assert len(found) == len(expected)
    for item, wanted in zip(found, expected, strict=True):
        if "reason" in wanted:  # what the parser or the decompressor adds is theirs
            item["reason"] = item["reason"][: len(wanted["reason"])]
        assert item == wanted
