"""What a page says of itself: headline by votes, JSON-LD, the day of publication."""

from datetime import datetime

import pytest
from newsroom import page

from flows.readers.entry import Entry, Limits
from flows.readers.headline import Voices, headline
from flows.readers.pages import page_record
from flows.readers.structured import Structured, structured
from transforms.instant import Instant


def voices(**stated: object) -> Voices:
    silent: dict[str, object] = dict.fromkeys(Voices._fields) | {"headings": ()}
    return Voices(**silent | stated)  # type: ignore[arg-type]


HEADLINES = [
    ("site-name-cut", voices(headings=["Bridge shut"], social="Bridge shut | Valley Post"), "Bridge shut"),
    ("section-and-site-cut", voices(structured="Bridge shut", tab="Bridge shut - Roads | post.example"), "Bridge shut"),
    ("author-behind", voices(headings=["Bridge shut"], social="Bridge shut * Valley Post * by Tom"), "Bridge shut"),
    ("most-agree", voices(structured="Shut!", headings=["Bridge shut"], alternative="Bridge shut"), "Bridge shut"),
    ("structured-breaks-a-tie", voices(structured="Bridge", headings=["Shut"], social="Shut", tab="Bridge"), "Bridge"),
    ("printed-quotes", voices(structured="'Shut'", headings=["‘Shut’"]), "‘Shut’"),
    ("logo-is-no-headline", voices(headings=["Valley Post", "Bridge shut"], social="Bridge shut"), "Bridge shut"),
    ("fallback-without-site", voices(fallback="Bridge shut – Valley Post", site="Valley Post"), "Bridge shut"),
    ("dash-inside", voices(fallback="Bridge shut - for good", site="Valley Post"), "Bridge shut - for good"),
    ("nothing", voices(), None),
]  # fmt: skip
SCRIPT = '<script type="application/ld+json">{}</script>'
ARTICLE = (
    '{"@type": "NewsArticle", "headline": "Bridge &amp; road shut", "datePublished": "2022-01-07T08:01:00+06:00", '
    '"author": [{"@type": "Person", "name": "Ines Okoro and Tom Abel"}, {"@type": "Organization", "name": "Post"}], '
    '"publisher": {"@type": "Organization", "name": "Valley Post"}, "isAccessibleForFree": "False"}'
)
STATED = Structured(
    headline="Bridge & road shut", published_at=Instant(datetime(2022, 1, 7, 8, 1), "+06:00", "minute"),
    authors=("Ines Okoro", "Tom Abel"), outlet="Valley Post", is_free=False,
)  # fmt: skip
STRUCTURED = [
    ("article", SCRIPT.format(ARTICLE), STATED),
    ("graph", SCRIPT.format(f'{{"@graph": [{{"@type": "WebSite", "name": "Post"}}, {ARTICLE}]}}'), STATED),
    ("after-broken-script", SCRIPT.format("{") + SCRIPT.format(ARTICLE), STATED),
    ("teasers-in-a-list", SCRIPT.format(f'{{"@type": "ItemList", "itemListElement": [{ARTICLE}]}}'), Structured()),
    ("day-without-time", SCRIPT.format('{"@type": ["Thing", "Report"], "datePublished": "2022-01-07T00:00:00"}'),
     Structured(published_at=Instant(datetime(2022, 1, 7), None, "day"))),
    ("other-type", SCRIPT.format('{"@type": "Recipe", "headline": "Bread"}'), Structured()),
]  # fmt: skip
UTC = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-01-07T02:18:11Z"}</script>'
DAYS = [
    ("json-ld", UTC, "https://post.example/bridge", (datetime(2022, 1, 7, 2, 18, 11), "+00:00", "minute")),
    ("local-day-in-address", UTC, "https://post.example/2022/01/06/bridge", (datetime(2022, 1, 6), None, "day")),
    ("address", "", "https://post.example/20220106/bridge", (datetime(2022, 1, 6), None, "day")),
    ("number-in-address", "", "https://post.example/20229906/bridge", None),
    ("stamp-of-that-day", '<meta property="article:published_time" content="2022-01-06T08:01:00+06:00">',
     "https://post.example/2022/01/06/bridge", (datetime(2022, 1, 6, 8, 1), "+06:00", "minute")),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "title"), [row[1:] for row in HEADLINES], ids=[row[0] for row in HEADLINES])
def test_headline(stated: Voices, title: str | None) -> None:
    assert headline(stated) == title


@pytest.mark.parametrize(("html", "stated"), [row[1:] for row in STRUCTURED], ids=[row[0] for row in STRUCTURED])
def test_structured(html: str, stated: Structured) -> None:
    assert structured(html) == stated


@pytest.mark.parametrize(("head", "address", "instant"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_day(head: str, address: str, instant: tuple[datetime, str | None, str] | None) -> None:
    found = page_record(page("Bridge shut", head=head), entry(), address=address, key="bridge").published_at
    assert found == (Instant(*instant) if instant else None)


def test_date_under_the_headline() -> None:
    html = page("Bridge shut").replace("</h1>", "</h1><ul><li><a href='/day'>13 Oct 2020 18:29</a></li></ul>")
    found = page_record(html, entry(), address=None, key="bridge").published_at
    assert found == Instant(datetime(2020, 10, 13, 18, 29), None, "minute")


def test_a_canonical_address_that_is_the_sites_own_says_nothing() -> None:
    html = page("Bridge shut", head='<link rel="canonical" href="https://post.example/">')
    address = "https://post.example/roads/bridge"
    assert page_record(html, entry(), address=address, key="bridge").url == address


def entry() -> Entry:
    return Entry("test", "file:///bridge.html", "bridge", "bridge.html", lambda: open("/dev/null", "rb"), Limits())
