"""From sources into the inbox: what is new, what is a duplicate, what is refused; nothing new writes nothing."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warehouse_rows import add_batch

from flows import inbox
from flows.fetch.answer import Answer
from flows.fetch.page_archive import PageArchive, erase_pages
from flows.ingest import ingest
from flows.language import Judged, judge
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.rejects import write_rejects

NOW = datetime(2024, 5, 6, 7, 8, 9)
ENGLISH = (
    "The bridge at Oakford is shut, the council said on Friday, after the river took two of its piers. Nobody was "
    "hurt, but the school bus now takes an hour, and the bakery has begun to send its bread by boat every morning."
)
GERMAN = (
    "Die Brücke in Eichfurt ist gesperrt, teilte die Gemeinde am Freitag mit, nachdem der Fluss zwei ihrer Pfeiler "
    "mitgerissen hatte. Verletzt wurde niemand, doch der Schulbus braucht nun eine Stunde, und das Brot kommt im Boot."
)


def write(folder: Path, *records: dict[str, object] | str) -> str:
    path = folder / "day.jsonl"
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records), encoding="utf-8")
    return str(path)


def article(key: str, text: str = ENGLISH, **more: object) -> dict[str, object]:
    return {"id": key, "text": text, "language": "en"} | more


def run(home: Home, source: str, *, run_id: str = "r1", known: dict[str, str] | None = None) -> inbox.Ingested:
    return ingest(home, [source], run_id=run_id, known=known or {}, now=NOW, on_record=lambda uri: None)


def counts(done: inbox.Ingested) -> tuple[int, int, int, int]:
    return done.fetched_count, done.accepted_count, done.duplicate_count, done.rejected_count


def files(home: Home) -> list[str]:
    return sorted(path.relative_to(home.path).as_posix() for path in home.path.rglob("*") if path.is_file())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_every_record_is_counted_once(tmp_path: Path, home: Home) -> None:
    records = (
        article("a"),
        article("b"),
        article("a"),
        '{"text" "x"}',
        article("a", "A new text."),
        article("c", language="de"),
    )
    done = run(home, write(tmp_path, *records))
    assert counts(done) == (6, 3, 1, 2)
    assert [(r.stage, r.line, r.reason) for r in done.rejects] == [
        ("read", 4, "the line is not JSON: Expecting ':' delimiter at column 9"),
        ("language", 6, "it states the language de; the installed models read en"),
    ]
    assert [(s.article_id, s.seen_at) for s in done.sightings] == [(rows(home)[0]["article_id"], NOW)]


def test_chunks_hold_the_rows_in_order_and_are_named_by_content(tmp_path: Path, home: Home) -> None:
    source = write(tmp_path, article("a"), article("b", "Other words."))
    done = run(home, source)
    assert [(row["source_key"], row["language"], row["text"]) for row in rows(home)] == [
        ("a", "en", ENGLISH),
        ("b", "en", "Other words."),
    ]
    assert rows(home)[0]["ingested_at"] < rows(home)[1]["ingested_at"]
    again = ingest(Home(tmp_path / "other"), [source], run_id="r9", known={}, now=datetime.now(UTC), on_record=print)
    assert [path.name for path in again.chunk_paths] == [path.name for path in done.chunk_paths]


def test_what_was_ingested_can_be_read_back(tmp_path: Path, home: Home) -> None:
    done = run(home, write(tmp_path, article("a"), article("a"), "{"))
    assert inbox.finished(home) == [done]
    assert inbox.pending_chunks(home) == list(done.chunk_paths)


def test_what_is_known_or_pending_is_a_duplicate(tmp_path: Path, home: Home) -> None:
    source = write(tmp_path, article("a"), article("b"))
    run(home, source)
    before = files(home)
    assert counts(run(home, source, run_id="r2")) == (2, 0, 2, 0)
    assert files(home) == before
    known = dict.fromkeys(inbox.pending_articles(home), "0.1.0")
    assert counts(run(Home(tmp_path / "other"), source, known=known)) == (2, 0, 2, 0)
    assert not (tmp_path / "other").exists()


def test_a_known_reject_is_nothing_new(tmp_path: Path, home: Home) -> None:
    source = write(tmp_path, "{")
    first = run(home, source)
    write_rejects(home, "r1", first.rejects)
    inbox.remove_run(home, "r1")
    before = files(home)
    second = run(home, source, run_id="r2")
    assert (first.is_new, second.is_new, counts(second), second.rejects) == (True, False, (1, 0, 0, 1), ())
    assert files(home) == before


def test_a_cut_off_ingest_is_removed(tmp_path: Path, home: Home) -> None:
    done = run(home, write(tmp_path, article("a")))
    (home.inbox / "r1" / inbox.DONE).unlink()
    assert (inbox.pending_chunks(home), inbox.finished(home)) == ([], [])
    inbox.remove_unfinished(home)
    assert (files(home), done.accepted_count) == ([], 1)


def test_a_missing_source_stops_the_run_before_anything_is_read(tmp_path: Path, home: Home) -> None:
    with pytest.raises(DatelineError, match="There is no file or folder"):
        ingest(home, [write(tmp_path, article("a")), "nowhere"], run_id="r1", known={}, now=NOW, on_record=print)
    assert files(home) == []


SIZES = [
    ("few", [10] * 3, [3]),
    ("many", [10] * 501, [250, 250, 1]),
    ("long", [600_000, 600_000, 300_000], [1, 2]),
    ("longer-than-a-chunk", [10, 1_500_000, 10], [1, 1, 1]),
    ("none", [], []),
]


@pytest.mark.parametrize(("lengths", "expected"), [row[1:] for row in SIZES], ids=[row[0] for row in SIZES])
def test_chunk_sizes(lengths: list[int], expected: list[int]) -> None:
    assert [len(chunk) for chunk in inbox.in_chunks({"char_count": length} for length in lengths)] == expected


LANGUAGES = [
    ("stated-wins", GERMAN, "en", Judged("en")),
    ("stated-foreign", "Short.", "de", Judged("de", "it states the language de; the installed models read en")),
    ("english", ENGLISH, None, Judged("en")),
    ("german", GERMAN, None, Judged("de", "its language seems to be de; the installed models read en")),
    ("short-german", GERMAN[:120], None, Judged("de")),
    ("too-short-to-tell", "192.", None, Judged(None)),
]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "stated", "expected"), [r[1:] for r in LANGUAGES], ids=[r[0] for r in LANGUAGES])
def test_language(text: str, stated: str | None, expected: Judged) -> None:
    assert judge(text, stated) == expected


def rows(home: Home) -> list[dict[str, object]]:
    return [row for path in inbox.pending_chunks(home) for row in inbox.read_chunk(path)]


PAGE = (
    "<html><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1><p>{}</p></article></body></html>"
)


def test_a_page_is_kept_and_is_one_version_while_its_bytes_are_the_same(tmp_path: Path, home: Home) -> None:
    page = tmp_path / "bridge.html"
    page.write_text(PAGE.format(ENGLISH))
    assert counts(run(home, str(page))) == (1, 1, 0, 0)
    (kept,) = (home.state / "pages").rglob("*.warc.gz")
    assert page.read_bytes() in gzip.decompress(kept.read_bytes())
    assert counts(run(home, str(page), run_id="r2")) == (1, 0, 1, 0)
    assert len(list((home.state / "pages").rglob("*.warc.gz"))) == 1


def test_a_page_in_which_another_text_is_found_is_read_anew(tmp_path: Path, home: Home) -> None:
    page = tmp_path / "bridge.html"
    page.write_text(PAGE.format(ENGLISH))
    run(home, str(page))
    (row,) = rows(home)
    earlier = {**row, "text": "Less.", "text_hash": "of what an older library found", "char_count": 5, "word_count": 1}
    add_batch(other := Home(tmp_path / "other"), {"articles": [{**earlier, "extractor": "test"}]})
    done = run(other, str(page), known={row["article_id"]: "test"})
    assert (counts(done), [found["article_id"] for found in rows(other)]) == ((1, 1, 0, 0), [row["article_id"]])
    assert [found["text"] for found in rows(other)] == [row["text"]]


def test_keeping_no_pages(tmp_path: Path, home: Home) -> None:
    page = tmp_path / "bridge.html"
    page.write_text(PAGE.format(ENGLISH))
    home.path.mkdir()
    (home.path / "sources.toml").write_text("[fetch]\nkeep_pages = false\n")
    assert counts(run(home, str(page))) == (1, 1, 0, 0)
    assert not (home.state / "pages").exists()


def test_kept_pages_can_be_erased(tmp_path: Path) -> None:
    archive = PageArchive(tmp_path / "day.warc.gz")
    archive.add_file("file:///a.html", b"<p>Secret</p>", NOW)
    archive.add(Answer("http://a/b?x", "http://a/b", 200, {}, b"<p>Open</p>"), NOW)
    archive.add(Answer("http://a/c", "http://a/c2", 200, {}, b"<p>Secret, too</p>"), NOW)
    assert erase_pages(tmp_path, {"file:///a.html", "http://a/c"}) == 2
    left = gzip.decompress(archive.path.read_bytes())
    assert (b"Secret" in left, b"Open" in left) == (False, True)
    assert erase_pages(tmp_path, {"http://a/b"}) == 1
    assert not archive.path.exists()
