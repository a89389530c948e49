"""Feeds, sitemaps and archives as other projects test theirs: read, partly read or refused as the collection says."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from flows.feeds.item import Item, ItemList
from flows.feeds.lists import read_list
from flows.readers import parse_instant, read_source
from flows.readers.contents import whole
from flows.readers.entry import Entry, UnreadableError
from flows.record import Record
from transforms.instant import Instant
from warehouse.rejects import Reject

FORMATS = Path(__file__).parents[3] / "shared" / "gold" / "formats"
NAMED = FORMATS / "expected.jsonl"
CASES = [json.loads(line) for line in NAMED.read_text().splitlines()] if NAMED.is_file() else []
INSTANTS = {"published_at", "updated_at"}
# A reader that cannot tell the encoding must refuse.
UNTOLD = {f"feeds/illformed/chardet/{name}.xml" for name in ("koi8r", "gb2312", "windows1255")}
# A feed's title that is markup is kept as its text.
TITLES = {"feeds/wellformed/atom10/ampersand_in_attr.xml": "Example test"}
REASONS = {"empty document": "empty", "truncated": "(truncated|cut short)", "encoding unknown": "encoding unknown"}

pytestmark = pytest.mark.skipif(not CASES, reason="the collection of formats is not beside the checkout")


def cases(*formats: str) -> list[Any]:
    return [pytest.param(case, id=case["file"]) for case in CASES if case["format"] in formats]


def entry(case: dict[str, Any]) -> Entry:
    path = FORMATS / case["file"]
    return Entry("test", path.as_uri(), path.name, path.name, lambda: path.open("rb"))


def listed(case: dict[str, Any]) -> tuple[str, ItemList | None, str | None]:
    """The outcome in the collection's words, the list, and the reason."""
    try:
        found = read_list(whole(entry(case), 1 << 20))
    except UnreadableError as error:
        return "refuse", None, str(error)
    return ("partial" if found.trouble else "read"), found, found.trouble


def shown(item: Item, wanted: dict[str, Any]) -> dict[str, Any]:
    """The fields that the collection names, in its forms."""
    got = {name: getattr(item, name) for name in wanted}
    return {
        name: list(value) if isinstance(value, tuple) and name == "authors" else value for name, value in got.items()
    }


def typed(wanted: dict[str, Any]) -> dict[str, Any]:
    return {name: parse_instant(value) if name in INSTANTS else value for name, value in wanted.items()}


@pytest.mark.parametrize("case", cases("feed", "sitemap"))
def test_list(case: dict[str, Any]) -> None:
    outcome, found, reason = listed(case)
    untold = case["file"] in UNTOLD
    assert outcome == ("refuse" if untold else case["outcome"])
    if expected := ("encoding unknown" if untold else case.get("reason")):
        assert reason
        assert any(part in reason for part in REASONS.get(expected, expected).strip("()").split("|"))
    if found:
        assert len(found.items) == case.get("item_count", len(case["items"]))
        wanted = case["items"][: len(found.items)]
        assert [shown(item, fields) for item, fields in zip(found.items, wanted, strict=False)] == [
            typed(fields) for fields in wanted
        ]
        if title := TITLES.get(case["file"], case.get("feed_title")):
            assert found.title == title


@pytest.mark.parametrize("case", cases("feed", "sitemap", "warc"))
def test_file_as_a_source(case: dict[str, Any]) -> None:
    """No traceback; one reject exactly where the collection wants one; nothing of another file, no mojibake."""
    found = list(read_source(str(FORMATS / case["file"])))
    rejects = [item for item in found if isinstance(item, Reject)]
    outcome = "refuse" if case["file"] in UNTOLD else "read" if "non-chunked" in case["file"] else case["outcome"]
    assert len(rejects) == (outcome != "read")
    if outcome == "refuse":
        assert len(found) == 1
    host = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").is_file() else ""
    assert not (host and any(host in str(item) for item in found if isinstance(item, Record)))


@pytest.mark.parametrize("case", cases("warc"))
def test_archive(case: dict[str, Any]) -> None:
    """Fields of the archive's pages; the one file that the collection lets a reader refuse or read is read."""
    found = list(read_source(str(FORMATS / case["file"])))
    if "non-chunked" in case["file"]:
        assert [item.url for item in found if isinstance(item, Record)] == ["http://example.com/"]
        return
    assert [item.source_key for item in found if isinstance(item, Record)] == [item["url"] for item in case["items"]]
    if case["outcome"] == "refuse":
        assert case["reason"].split()[0] in str(found[0]) or "cut short" in str(found[0])


def test_json_feed_is_read_whole() -> None:
    _, found, _ = listed({"file": "feeds/feed.json"})
    assert found
    assert (found.items[0].title, found.items[0].published_at) == (
        "Keller Rinaudo: How can delivery drones save lives?",
        Instant(datetime(2021, 10, 29, 10, 26), "-04:00", "minute"),
    )
