"""Where sources lie: folders, addresses, other stores, standard input, the web, and nowhere."""

import io
import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import fsspec
import pytest
from bridge_story import BRIEF, ONE, PAGE, PAGE_TEXT, SECOND, TEXT, TWO, facts, read

from flows.readers import open_source, read_source
from flows.record import Record
from warehouse.errors import DatelineError


def test_folder(tmp_path: Path) -> None:
    names = (
        "b.txt",
        "a/z.txt",
        "a/y.jsonl",
        ".hidden.txt",
        ".git/c.txt",
        "README.md",
        "LICENSE",
        "x.png",
        "SOURCES.txt",
    )
    for name in (*names, "report.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps({"id": "y1", "text": name}))
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = list(read_source(str(tmp_path)))
    assert [(r.source_key, r.source_uri.removeprefix(tmp_path.as_uri())) for r in found] == [
        ("y1", "/a/y.jsonl"), ("a/z.txt", "/a/z.txt"), ("b.txt", "/b.txt"), ("report.pdf", "/report.pdf"),
    ]  # fmt: skip
    assert {record.source_id for record in found if isinstance(record, Record)} == {tmp_path.as_uri()}
    assert facts(found[-1])["reason"].startswith("Dateline does not read .pdf files; it reads .txt, .jsonl,")


def test_sources_by_address(tmp_path: Path) -> None:
    (tmp_path / "a b.jsonl").write_bytes(ONE)
    uri = (tmp_path / "a b.jsonl").as_uri()
    assert open_source(uri).source_id == open_source(str(tmp_path / "a b.jsonl")).source_id == uri
    assert read(uri) == [BRIEF]


def test_a_glob_names_its_files_below_what_it_fixes(tmp_path: Path) -> None:
    for name in ("2024/a.txt", "2024/b.jsonl", "2025/a.txt", "what?.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    found = read(str(tmp_path / "*" / "*.txt"))
    assert [record["source_key"] for record in found] == ["2024/a.txt", "2025/a.txt"]
    assert [record["source_key"] for record in read(str(tmp_path / "what?.txt"))] == ["what?.txt"]


def test_sources_in_another_store() -> None:
    store = fsspec.filesystem("memory")
    store.pipe({"/day/b.jsonl": TWO, "/day/a.txt": TEXT.encode(), "/day/.x.txt": b"no"})
    assert read("memory://day/b.jsonl") == [SECOND | {"line": 1}]
    assert [record["source_key"] for record in read("memory://day")] == ["a.txt", "a2"]
    assert [record["source_key"] for record in read("memory://day/*.txt")] == ["a.txt"]
    store.rm("/day", recursive=True)


def test_standard_input_is_json_lines_and_stays_open() -> None:
    stdin = io.BytesIO(ONE + b"\n" + TWO)
    source = open_source("-", stdin=stdin)
    assert (source.source_id, [facts(record) for record in source.records]) == ("stdin:", [BRIEF, SECOND])
    assert not stdin.closed


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "day.jsonl").write_bytes(ONE)
    (tmp_path / "bridge").write_text(PAGE.replace("https://post.example/roads/bridge", ""))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_sources_on_the_web(site: str) -> None:
    assert read(f"{site}/day.jsonl") == [BRIEF]
    page = read(f"{site}/bridge")[0]
    assert (page["source_key"], page["url"], page["text"]) == ("bridge", f"{site}/bridge", PAGE_TEXT)
    with pytest.raises(DatelineError, match=r"/none\.txt answers 404 File not found; check"):
        read(f"{site}/none.txt")


MISSING = [
    ("nowhere/a.txt", "There is no file or folder nowhere/a.txt; check the path."),
    ("http://127.0.0.1:9/a.txt", "http://127.0.0.1:9/a.txt cannot be reached"),
    ("memory://nowhere/a.txt", "There is no file or folder memory://nowhere/a.txt"),
    ("nowhere/*.txt", "No file matches nowhere/*.txt; check the pattern."),
    ("nosuch://a/b.txt", "nosuch://a/b.txt is no address that Dateline can read: Protocol not known: nosuch"),
    ("pyproject.toml", "pyproject.toml is a .toml file, which Dateline does not read; it reads .txt, .jsonl, .json"),
    ("Makefile", "Makefile is a file without a suffix, which Dateline does not read"),
]


@pytest.mark.parametrize(("source", "message"), MISSING, ids=[row[0] for row in MISSING])
def test_missing_source(source: str, message: str) -> None:
    with pytest.raises(DatelineError) as raised:
        list(read_source(source))
    assert str(raised.value).startswith(message)
