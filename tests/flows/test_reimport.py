"""Exported articles read again: the same rows, the same facts; and rows that are not whole are refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.pipeline import run, sample_articles
from flows.readers import read_source
from flows.record import Record
from flows.settings import Settings
from flows.stages import Request
from warehouse.export import export
from warehouse.hashes import table_hashes
from warehouse.home import Home
from warehouse.query import query
from warehouse.rejects import Reject


@pytest.mark.parametrize("kind", ["parquet", "jsonl"])
def test_an_exported_article_is_taken_as_it_stands(ferry_home: Home, tmp_path: Path, kind: str) -> None:
    export(ferry_home, kind, tmp_path)
    (found,) = read_source(str(next(tmp_path.glob("facts.articles*"))))
    stored = query(ferry_home, "select * exclude (extractor, version_of, is_current) from facts.articles").to_pylist()
    assert isinstance(found, Record)
    assert found.stored == stored[0]


def _shorter(row: dict[str, Any]) -> None:
    row["text"] = row["text"][:-1]


def _without_a_key(row: dict[str, Any]) -> None:
    row["source_id"] = None


def _undatable(row: dict[str, Any]) -> None:
    row["published_at"] = "soon"


SPOILED = {
    "another text": (_shorter, "its text is not the one that was exported (`text_hash` is of another)"),
    "no source": (_without_a_key, "`source_id` of the exported article is missing"),
    "no date": (_undatable, "`published_at` of the exported article is 'soon', which is no instant"),
}


@pytest.mark.parametrize(("spoil", "reason"), SPOILED.values(), ids=SPOILED.keys())
def test_a_row_that_is_not_whole_is_refused(
    ferry_home: Home, tmp_path: Path, spoil: Callable[[dict[str, Any]], None], reason: str
) -> None:
    export(ferry_home, "jsonl", tmp_path / "export")
    row = json.loads((tmp_path / "export" / "facts.articles.jsonl").read_text("utf-8"))
    spoil(row)
    (tmp_path / "articles.jsonl").write_text(json.dumps(row), "utf-8")
    (found,) = read_source(str(tmp_path / "articles.jsonl"))
    assert isinstance(found, Reject)
    assert found.reason == reason


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["parquet", "jsonl"])
def test_exported_articles_give_the_same_facts_elsewhere(samples: Home, tmp_path: Path, kind: str) -> None:
    export(samples, kind, tmp_path / "export")
    source = next((tmp_path / "export").glob("facts.articles*"))
    other = Home(tmp_path / "home")
    run(Settings(home=other.path, worker_count=1), Request((str(source),)))
    assert hashes(other) == hashes(samples)


def hashes(home: Home) -> dict[str, str]:
    with duckdb.connect(str(home.warehouse), read_only=True) as con:
        return table_hashes(con)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The sample articles, read from their files."""
    home = Home(tmp_path_factory.mktemp("samples") / "home")
    run(Settings(home=home.path, worker_count=1), Request(sample_articles()))
    return home
