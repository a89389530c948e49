"""Which article and which version a record is, and its row."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

import pytest

from flows.identity import article_id, article_row, canonical_url, thread
from flows.record import Record
from transforms.instant import Instant
from warehouse.schema import ARTICLES

ADDRESSES = [
    ("https://Post.Example/a?utm_source=x&id=7&fbclid=9#top", "https://post.example/a?id=7"),
    ("HTTP://post.example:80", "http://post.example/"),
    ("https://post.example:8443/A/b.html", "https://post.example:8443/A/b.html"),
    ("https://post.example:443/?b=2&a=1&&gclid=3", "https://post.example/?b=2&a=1"),
    ("https://user@post.example/a", "https://post.example/a"),
    ("https://[2001:db8::1]:443/a", "https://[2001:db8::1]/a"),
    (" https://post.example/caf%C3%A9 ", "https://post.example/caf%C3%A9"),
    ("post.example/a", "post.example/a"),
    ("https://post.example:port/a", "https://post.example:port/a"),
]
NOW = datetime(2024, 5, 6, 7, 8, 9)
INSTANT = Instant(datetime(2022, 1, 7, 8, 1), "+06:00", "minute")
BASE = Record("file:///day", "file:///day/a.jsonl", "a1", "The bridge is shut.", title="Bridge", published_at=INSTANT)
PLAIN = Record("file:///day", "file:///day/a.txt", "a.txt", "", has_title_inside=True)


@pytest.mark.parametrize(("url", "canonical"), ADDRESSES, ids=[row[0] for row in ADDRESSES])
def test_canonical_url(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


SAME = {
    "elsewhere": {"source_uri": "file:///day/b.jsonl", "line": 9},
    "more-metadata": {"outlet": "Valley Post", "authors": ("Ines Okoro",), "language": "en", "section": "Roads"},
}
OTHER_VERSION = {
    "text": {"text": "The bridge is open."},
    "title": {"title": "Bridges"},
    "no-title": {"title": None},
    "day": {"published_at": Instant(INSTANT.at, "+05:00", "minute")},
    "no-day": {"published_at": None},
}
OTHER_THREAD = {
    "key": {"source_key": "a2"},
    "source": {"source_id": "file:///night"},
    "url": {"url": "https://p.example/1"},
}


@pytest.mark.parametrize("name", SAME)
def test_same_version(name: str) -> None:
    assert article_id(replace(BASE, **SAME[name])) == article_id(BASE)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", OTHER_VERSION)
def test_other_version_of_the_same_article(name: str) -> None:
    other = replace(BASE, **OTHER_VERSION[name])  # type: ignore[arg-type]
    assert (article_id(other) == article_id(BASE), thread(other) == thread(BASE)) == (False, True)


@pytest.mark.parametrize("name", OTHER_THREAD)
def test_other_article(name: str) -> None:
    other = replace(BASE, **OTHER_THREAD[name])  # type: ignore[arg-type]
    assert (article_id(other) == article_id(BASE), thread(other) == thread(BASE)) == (False, False)


def test_one_address_is_one_article_wherever_it_comes_from() -> None:
    first = replace(BASE, url="https://p.example/1?utm_medium=mail")
    second = replace(BASE, url="https://P.example/1#part", source_id="file:///night", source_key="x")
    assert article_id(first) == article_id(second)


def test_row_of_a_record_with_a_title() -> None:
    text = "Bridge\n\nThe bridge is shut."
    assert article_row(BASE, ingested_at=NOW) == {
        "article_id": article_id(BASE), "source_key": "a1", "source_id": "file:///day",
        "source_uri": "file:///day/a.jsonl", "url": None, "canonical_url": None, "outlet": None, "title": "Bridge",
        "standfirst": None, "byline": None, "authors": [], "section": None, "language": None,
        "published_at": datetime(2022, 1, 7, 8, 1), "published_tz": "+06:00",
        "published_utc_at": datetime(2022, 1, 7, 2, 1), "published_precision": "minute", "dateline_place": None,
        "text": text, "body_start": 8, "text_hash": sha256(text.encode()).hexdigest(), "char_count": 27,
        "word_count": 5,
        "updated_at": None, "ingested_at": NOW,
    }  # fmt: skip


def test_row_has_the_declared_columns() -> None:
    assert {*article_row(BASE, ingested_at=NOW), "extractor"} == set(ARTICLES.fields.names)


def test_row_of_a_plain_text_says_what_its_head_says() -> None:
    text = "Bridge shut\n\nBy Ines Okoro, 8 May 2020\n\nOAKFORD, May 7 (Example Wire) - The bridge is shut."
    row = article_row(replace(PLAIN, text=text), ingested_at=NOW)
    named = (
        "title",
        "byline",
        "authors",
        "published_at",
        "published_precision",
        "dateline_place",
        "outlet",
        "body_start",
    )
    assert {name: row[name] for name in named} == {
        "title": "Bridge shut", "byline": "By Ines Okoro, 8 May 2020", "authors": ["Ines Okoro"],
        "published_at": datetime(2020, 5, 8), "published_precision": "day", "dateline_place": "OAKFORD",
        "outlet": "Example Wire", "body_start": 0,
    }  # fmt: skip
    assert row["text"] == text


def test_what_the_source_states_wins_over_the_head() -> None:
    stated = replace(BASE, text="By Ines Okoro, 8 May 2020\n\nThe bridge is shut.", authors=("Tam Vale",))
    row = article_row(stated, ingested_at=NOW)
    assert (row["authors"], row["published_at"], row["byline"]) == (
        ["Tam Vale"],
        INSTANT.at,
        "By Ines Okoro, 8 May 2020",
    )
