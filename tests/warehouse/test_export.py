"""Exports: every table as a file, whole, and never over something else."""

import json
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from warehouse.errors import DatelineError, StorageError
from warehouse.export import export
from warehouse.home import Home
from warehouse.query import query

FACTS = """articles entities entity_proposals events mentions places quantities relations sentences statements stories
    times unread_numbers"""
MARTS = (
    "actor_days article_summary conflicts dyads entity_network event_timeline money_flows outlet_overlap "
    "outlet_profile place_days precision quotes_by_speaker toll_conflicts toll_figures toll_timeline tolls"
)
TABLES = [*(f"facts.{name}" for name in FACTS.split()), *(f"marts.{name}" for name in MARTS.split())]


@pytest.mark.parametrize("kind", ["parquet", "csv", "jsonl"])
def test_every_table_is_one_file(filled: Home, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "new" / "folder"
    written = export(filled, kind, target)
    assert written == [target / f"{table}.{kind}" for table in TABLES]
    assert sorted(target.iterdir()) == written


def test_the_formats_hold_the_same_text(filled: Home, tmp_path: Path) -> None:
    for kind in ("parquet", "csv", "jsonl"):
        export(filled, kind, tmp_path / kind)
    options = pyarrow.csv.ParseOptions(newlines_in_values=True)
    parquet = pq.read_table(tmp_path / "parquet" / "facts.articles.parquet").to_pylist()
    csv = pyarrow.csv.read_csv(tmp_path / "csv" / "facts.articles.csv", parse_options=options).to_pylist()
    jsonl = [json.loads(line) for line in (tmp_path / "jsonl" / "facts.articles.jsonl").read_text("utf-8").splitlines()]
    texts = query(filled, "select text from facts.articles order by article_id")["text"].to_pylist()
    for rows in (parquet, csv, jsonl):
        assert [row["text"] for row in rows] == texts
    authors = ["A. Nyberg", 'B. "Bo" Oys']
    assert authors in [row["authors"] for row in parquet]
    assert authors in [row["authors"] for row in jsonl]
    assert json.dumps(authors, separators=(",", ":")) in [row["authors"] for row in csv]
    assert {row["published_at"] for row in jsonl} == {"2024-02-27T09:00:00.000000"}


def test_a_folder_that_holds_something_is_refused_unless_told(filled: Home, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(
        StorageError, match=r"is not empty; name another folder, or replace what is there with --replace"
    ):
        export(filled, "csv", tmp_path)
    export(filled, "csv", tmp_path, replace=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == len(TABLES) + 1


def test_a_file_in_the_way_and_an_unknown_format_are_named(filled: Home, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(StorageError, match=r"taken is a file; name a folder to export into"):
        export(filled, "csv", tmp_path / "taken")
    with pytest.raises(DatelineError, match=r"There is no export format `xlsx`; choose one of parquet, csv, jsonl"):
        export(filled, "xlsx", tmp_path / "new")
