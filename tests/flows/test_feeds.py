"""Feeds, sitemaps and lists of addresses in our own words: what an item states, and what it does not."""

from datetime import datetime

import pytest

from flows.feeds.document import xml_text
from flows.feeds.item import Item
from flows.feeds.lists import is_list, read_addresses, read_list
from flows.feeds.markup import plain
from flows.readers.entry import UnreadableError
from transforms.instant import Instant

FRIDAY = Instant(datetime(2022, 1, 7, 8, 1), "+06:00", "minute")
RSS = '<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Valley Post</title>{}</channel></rss>'
MARKUP = [
    ("<p>Two <b>died</b>.</p><p>More\nfollows</p>", "Two died.\n\nMore follows"),
    ("First&nbsp;line<br>second &amp; last", "First line\n\nsecond & last"),
    ("<script>track()</script><p>Words</p><style>p{}</style>", "Words"),
    ("a < b and c", "a < b and c"),
    ("<div>" * 200 + "deep" + "</div>" * 200, "deep"),
    ("", ""),
]
ITEMS = [
    ("rss",
     "<item><title>Bridge shut</title><link>https://post.example/1</link><description>&lt;p&gt;It is shut.&lt;/p&gt;"
     "</description><pubDate>Fri, 07 Jan 2022 08:01:00 +0600</pubDate><dc:creator>Ines Okoro</dc:creator></item>",
     Item(key="https://post.example/1", url="https://post.example/1", title="Bridge shut", text="It is shut.",
          published_at=FRIDAY, authors=("Ines Okoro",))),
    ("dublin-core-date",
     "<item><title>Bridge</title><dc:date>2022-01-07T08:01:00+06:00</dc:date></item>",
     Item(title="Bridge", published_at=FRIDAY)),
    ("unreadable-date",
     "<item><title>Bridge</title><pubDate>last Friday</pubDate></item>",
     Item(title="Bridge", is_date_unread=True)),
    ("id-that-is-no-address",
     '<item><guid isPermaLink="false">p-17</guid><title>Bridge</title></item>', Item(key="p-17", title="Bridge")),
    ("script-as-link",
     "<item><link>javascript:alert(1)</link><title>Bridge</title></item>", Item(title="Bridge")),
]  # fmt: skip
REFUSED = [
    ("blank", b" \n", "empty document"),
    ("page", b"<!doctype html><html><body>Hello</body></html>", "not a feed: it is an HTML page"),
    ("other-xml", b"<catalog><book/></catalog>", "not a feed: its first element is <catalog>"),
    ("json", b'{"version": 2}', "not a feed: it is JSON without"),
    ("entity", b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>', "entities refused"),
    ("latin", '<rss><channel><title>Ort\xe9</title></channel></rss>'.encode("latin-1"), "encoding unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text"), MARKUP, ids=[text[:20] or "nothing" for _, text in MARKUP])
def test_markup_as_text(markup: str, text: str) -> None:
    assert plain(markup) == text


@pytest.mark.parametrize(("xml", "item"), [row[1:] for row in ITEMS], ids=[row[0] for row in ITEMS])
def test_item(xml: str, item: Item) -> None:
    assert read_list(RSS.format(xml).encode()).items == (item,)


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_no_list(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read_list(data)


def test_relative_links_belong_to_the_feeds_address() -> None:
    feed = RSS.format("<item><link>/roads/1</link></item>").encode()
    assert read_list(feed, address="https://post.example/feed").items[0].url == "https://post.example/roads/1"
    assert read_list(feed).items[0].url is None


def test_encoding_as_declared_by_the_server() -> None:
    assert "Ort\xe9" in xml_text("<rss>Ort\xe9</rss>".encode("latin-1"), "iso-8859-1")


def test_cdata_may_speak_of_entities() -> None:
    assert xml_text(b"<rss><![CDATA[<!ENTITY a 'b'>]]></rss>")


def test_what_a_list_begins_with() -> None:
    found = [is_list(data) for data in (b"<?xml version='1.0'?><rss/>", b"<urlset/>", b"<html/>", b"plain words")]
    assert found == [True, True, False, False]


def test_addresses_are_taken_from_lists_and_tables() -> None:
    table = "7001\t20220107\thttps://post.example/1\n\n# none here\nhttps://post.example/2\nhttps://post.example/1\n"
    assert [item.url for item in read_addresses(table).items] == ["https://post.example/1", "https://post.example/2"]
