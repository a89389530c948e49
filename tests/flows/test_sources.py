"""Configured sources against a real server: what a run reads, remembers, and reads again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from newsroom import Newsroom, newsroom, page

from flows import inbox
from flows.ingest import ingest
from flows.sources.configuration import parse_configuration, read_configuration
from flows.sources.named import due_sources
from flows.sources.settings import SourceSettings
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.rejects import write_rejects
from warehouse.shipped import shipped
from warehouse.watched import watch_of, watched

NOW = datetime(2024, 5, 6, 7, 8, 9)
FETCH = "[fetch]\nseconds_between = 0\nretry_seconds = 0.01\ntimeout_seconds = 0.5\nretries = 1\n"


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with newsroom() as room:
        yield room


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def configure(home: Home, *sources: str) -> None:
    home.path.mkdir(parents=True, exist_ok=True)
    text = FETCH + "".join(f"\n[[source]]\n{source}\n" for source in sources)
    (home.path / "sources.toml").write_text(text)


def run(home: Home, *names: str, hours: int = 0) -> inbox.Ingested:
    """One ingest, what it accepted counted as known afterwards."""
    known = dict.fromkeys(inbox.pending_articles(home), "x")
    now = NOW + timedelta(hours=hours)
    done = ingest(home, names, run_id=f"r{hours}", known=known, now=now, on_record=lambda uri: None)
    write_rejects(home, done.run_id, done.rejects)
    return done


def counts(done: inbox.Ingested) -> tuple[int, int, int, int]:
    return done.fetched_count, done.accepted_count, done.duplicate_count, done.rejected_count


def rows(home: Home) -> list[dict[str, object]]:
    return [row for path in inbox.pending_chunks(home) for row in inbox.read_chunk(path)]


def test_a_feed_is_read_once(room: Newsroom, home: Home) -> None:
    room.feed("/feed", ("/1", "Bridge shut"), ("/2", "Mill burns"), ETag='"1"')
    room.story("/1", "Bridge shut")
    room.story("/2", "Mill burns")
    configure(home, f'name = "post"\nkind = "feed"\naddress = "{room.address}/feed"\noutlet = "Valley Post"')
    assert counts(run(home, "post")) == (2, 2, 0, 0)
    assert [(r["source_id"], r["url"], r["title"], r["outlet"]) for r in rows(home)] == [
        ("post", f"{room.address}/1", "Bridge shut", "Valley Post"),
        ("post", f"{room.address}/2", "Mill burns", "Valley Post"),
    ]
    assert counts(run(home, "post", hours=1)) == (0, 0, 0, 0)
    assert room.conditions == {"If-None-Match": '"1"'}
    assert room.asked.count("/1") == 1
    assert len(list(home.state.glob("pages/2024-05-06/post-*.warc.gz"))) == 1


def test_new_and_changed_items_are_fetched(room: Newsroom, home: Home) -> None:
    room.feed("/feed", ("/1", "Bridge shut"))
    room.story("/1", "Bridge shut")
    configure(home, f'name = "post"\naddress = "{room.address}/feed"')
    run(home, "post")
    room.feed("/feed", ("/2", "Mill burns"), ("/1", "Bridge open again"))
    room.story("/2", "Mill burns")
    room.story("/1", "Bridge open again")
    assert counts(run(home, "post", hours=1)) == (2, 2, 0, 0)


def test_passing_trouble_is_tried_again_and_lasting_trouble_is_not(room: Newsroom, home: Home) -> None:
    room.feed("/feed", ("/busy", "Bridge shut"), ("/gone", "Mill burns"), ETag='"1"')
    room.serve("/busy", "", status=503)
    configure(home, f'name = "post"\naddress = "{room.address}/feed"')
    first = run(home, "post")
    assert counts(first) == (2, 0, 0, 2)
    assert [reject.reason for reject in first.rejects] == [
        "it answers 503 Service Unavailable", "it answers 404 Not Found"
    ]  # fmt: skip
    room.story("/busy", "Bridge shut")
    assert counts(run(home, "post", hours=1)) == (1, 1, 0, 0)
    assert room.asked.count("/gone") == 1


def test_a_source_that_fails_is_put_off(room: Newsroom, home: Home) -> None:
    room.serve("/feed", page("This feed has moved"))
    configure(home, f'name = "post"\nkind = "feed"\naddress = "{room.address}/feed"\nevery = "1h"')
    done = run(home, "post")
    assert [reject.reason for reject in done.rejects] == ["not a feed: it is an HTML page"]
    watch = watch_of(home, "post", f"{room.address}/feed")
    assert (watch.failure_count, watch.last_error, watch.next_due_at) == (
        1, "not a feed: it is an HTML page", NOW + timedelta(hours=2)
    )  # fmt: skip
    assert due_sources(home, NOW + timedelta(hours=1)) == []
    assert due_sources(home, NOW + timedelta(hours=2)) == ["post"]


def test_one_article_in_two_feeds(room: Newsroom, home: Home) -> None:
    link = f'<link rel="canonical" href="{room.address}/1">'
    room.story("/1", "Bridge shut", head=link)
    room.story("/1?utm_source=rss", "Bridge shut", head=link)
    room.story("/amp/1", "Bridge shut", head=link)
    room.feed("/roads", ("/1", "Bridge shut"))
    room.feed("/top", ("/1?utm_source=rss", "Bridge shut"), ("/amp/1", "Bridge shut"))
    names = ("roads", "top")
    configure(home, *(f'name = "{name}"\naddress = "{room.address}/{name}"' for name in names))
    done = run(home, *names)
    assert counts(done) == (3, 1, 2, 0)
    assert [sighting.source_id for sighting in done.sightings] == ["top", "top"]


def test_own_words_of_a_feed(room: Newsroom, home: Home) -> None:
    room.feed("/feed", ("/1", "Bridge shut"))
    configure(home, f'name = "post"\naddress = "{room.address}/feed"\nwhole = false')
    assert counts(run(home, "post")) == (1, 1, 0, 0)
    assert [(row["title"], row["text"]) for row in rows(home)] == [("Bridge shut", "Bridge shut\n\n")]
    assert "/1" not in room.asked


def test_sitemaps_of_an_index(room: Newsroom, home: Home) -> None:
    entry = "<url><loc>{0}/{1}</loc><lastmod>{2}</lastmod></url>"
    index = "<sitemapindex><sitemap><loc>{0}/{1}</loc><lastmod>{2}</lastmod></sitemap></sitemapindex>"
    room.serve("/index.xml", index.format(room.address, "day.xml", "2024-05-05"), Content_Type="text/xml")
    old, new = (entry.format(room.address, key, day) for key, day in (("1", "2023-01-01"), ("2", "2024-05-05")))
    room.serve("/day.xml", f"<urlset>{old}{new}</urlset>", Content_Type="text/xml")
    room.story("/2", "Mill burns")
    configure(home, f'name = "map"\nkind = "sitemap"\naddress = "{room.address}/index.xml"\nnewest = "7d"')
    assert counts(run(home, "map")) == (1, 1, 0, 0)


def test_a_run_takes_as_many_as_it_may(room: Newsroom, home: Home) -> None:
    for number in range(5):
        room.story(f"/{number}", f"Story {number}", lead=f"It rained for {number} days.")
    room.feed("/feed", *((f"/{number}", f"Story {number}") for number in range(5)), ETag='"1"')
    configure(home, f'name = "post"\naddress = "{room.address}/feed"\nitems = 2\nexclude = "/3$"')
    assert [counts(run(home, "post", hours=hour))[1] for hour in range(3)] == [2, 2, 0]


def test_files_with_other_columns(tmp_path: Path, home: Home) -> None:
    folder = tmp_path / "wire" / "may"
    folder.mkdir(parents=True)
    (folder / "a.jsonl").write_text('{"uid": "a1", "body": "The bridge is shut."}\n')
    (folder / "b.csv").write_text("uid,body\nb1,The mill burns.\n")
    columns = 'columns = { id = "uid", text = "body" }'
    configure(home, f'name = "wire"\nkind = "files"\naddress = "{tmp_path}/wire/**/*.*"\nlanguage = "en"\n{columns}')
    assert counts(run(home, "wire")) == (2, 2, 0, 0)
    assert [(r["source_id"], r["source_key"], r["text"], r["language"]) for r in rows(home)] == [
        ("wire", "a1", "The bridge is shut.", "en"),
        ("wire", "b1", "The mill burns.", "en"),
    ]


WALLS = [
    ("consent", "/consent/form", page("Before you go on"), "consent or log-in page: the request was led to"),
    ("not-free", "/1", page("Mill burns", head='<script type="application/ld+json">{"@type": "NewsArticle", '
     '"isAccessibleForFree": "False"}</script>'), "paywall: the page says that the article is not free"),
    ("phrase", "/1", page("Mill burns", lead="Subscribe to continue reading."), "paywall or consent page: its short"),
    ("picture", "/1", b"\x89PNG", "it is image/png, not a page"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "body", "reason"), [row[1:] for row in WALLS], ids=[row[0] for row in WALLS])
def test_walls(room: Newsroom, home: Home, path: str, body: str | bytes, reason: str) -> None:
    room.feed("/feed", ("/0", "Mill burns"))
    room.serve("/0", "", status=302, Location=path)
    room.serve(path, body, **({"Content_Type": "image/png"} if isinstance(body, bytes) else {}))
    configure(home, f'name = "post"\naddress = "{room.address}/feed"')
    (reject,) = run(home, "post").rejects
    assert reject.reason.startswith(reason)


def test_an_address_by_hand_is_read_each_time(room: Newsroom, home: Home) -> None:
    room.story("/1", "Bridge shut")
    configure(home)
    assert counts(run(home, f"{room.address}/1")) == (1, 1, 0, 0)
    assert counts(run(home, f"{room.address}/1", hours=1)) == (1, 0, 1, 0)
    assert watched(home) == []


def test_state_of_another_address_is_not_used(room: Newsroom, home: Home) -> None:
    room.feed("/feed", ("/1", "Bridge shut"))
    room.feed("/other", ("/1", "Bridge shut"))
    room.story("/1", "Bridge shut")
    for path in ("feed", "other"):
        configure(home, f'name = "post"\naddress = "{room.address}/{path}"')
        run(home, "post", hours=len(path))
    assert room.asked.count("/1") == 2


BROKEN = [
    ("[[source]]\nname = 'a'", "x.toml: source 1 (a): `address` is missing."),
    ("[[source]]\nname = 'a'\naddres = 'b'", "`addres` is not a key that Dateline knows; perhaps `address`"),
    ("[[source]]\nname = 'A b'", "`name` is 'A b'; a name has lower-case letters"),
    ("[[source]]\nname = 'a'\naddress = 'b'\nkind = 'rss'", "`kind` is 'rss'; it is one of auto, files, feed"),
    ("[[source]]\nname = 'a'\naddress = 'b'\nevery = '15'", "`every` is '15'; it is a length of time such as 15m"),
    ("[[source]]\nname = 'a'\naddress = 'b'\ninclude = '('", "`include` is '(', which is no regular expression"),
    (
        "[[source]]\nname = 'a'\naddress = 'b'\ncolumns = { body = 'x' }",
        "`columns` names the field `body`; the fields are",
    ),
    ("[[source]]\nname = 'a'\naddress = 'b'\nwhole = 'no'", "`whole` is 'no'; it is true or false"),
    ("[[source]]\nname = 'a'\naddress = 'b'\n" * 2, "x.toml: two sources are called 'a'"),
    ("[source]\nname = 'a'", "`source` is written [[source]], in double brackets"),
    ("[fetch]\npage_bytes = 0", "x.toml: `page_bytes` is 0; it is a whole number, 1 or more."),
    ("name = ", "x.toml is not TOML"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=[message[-40:] for _, message in BROKEN])
def test_what_is_wrong_in_the_file(text: str, message: str) -> None:
    with pytest.raises(DatelineError) as raised:
        parse_configuration(text.encode(), Path("x.toml"))
    assert message in str(raised.value)


def test_the_example_is_valid() -> None:
    found = read_configuration(shipped("seeds") / "sources.example.toml")
    assert {source.kind for source in found.sources.values()} == {
        "auto", "files", "feed", "sitemap", "addresses", "page"
    }  # fmt: skip
    defaults = SourceSettings("a", "b")
    assert replace(found.sources["valley-post"], outlet=None, name="a", address="b", kind="auto") == defaults
