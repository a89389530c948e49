"""Exports: every table as files, whole, explained, without text where asked, and never over something else."""

import json
import shutil
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest
from exported import exported_home
from warehouse_rows import add_batch, article, with_facts

from flows.commands.export import FORMS
from warehouse.errors import DatelineError, StorageError, WarehouseError
from warehouse.export import FORMATS, export
from warehouse.exports.tables import MOST_MONTHS
from warehouse.home import Home
from warehouse.publish import publish
from warehouse.query import query

FACTS = """articles entities entity_proposals events mentions places quantities relations sentences statements stories
    times unread_numbers"""
MARTS = (
    "actor_days article_summary conflicts dyads entity_network event_timeline money_flows outlet_overlap "
    "outlet_profile place_days precision quotes_by_speaker toll_conflicts toll_figures toll_timeline tolls"
)
TABLES = [*(f"facts.{name}" for name in FACTS.split()), *(f"marts.{name}" for name in MARTS.split())]
PACKAGE = "datapackage.json"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The hand-made home: two articles of one month, one without a date."""
    return exported_home(tmp_path_factory.mktemp("exported"))


def test_the_command_offers_every_format() -> None:
    assert list(FORMS) == [*FORMATS, "dbt"]


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_every_table_is_one_file(filled: Home, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "new" / "folder"
    written = export(filled, kind, target)
    assert written == [*(target / f"{table}.{kind}" for table in TABLES), target / PACKAGE]
    assert sorted(target.iterdir()) == sorted(written)


def test_parquet_is_partitioned_where_rows_belong_to_articles(home: Home, tmp_path: Path) -> None:
    written = {path.relative_to(tmp_path).as_posix() for path in export(home, "parquet", tmp_path)}
    assert {path.as_posix() for path in map(Path, written) if len(path.parts) == 1} >= {"facts.entities.parquet"}
    assert {path for path in written if path.startswith("facts.events/")} == {
        "facts.events/published_month=2024-02/part-0.parquet",
        "facts.events/published_month=undated/part-0.parquet",
    }
    for table in TABLES:
        path = tmp_path / f"{table}.parquet"
        rows = pyarrow.dataset.dataset(path if path.is_file() else tmp_path / table, partitioning=None).count_rows()
        assert rows == query(home, f"select count(*) as n from {table}")["n"][0].as_py(), table


def test_an_earlier_month_does_not_stay_in_the_folder(home: Home, filled: Home, tmp_path: Path) -> None:
    export(home, "parquet", tmp_path)
    export(filled, "parquet", tmp_path, replace=True)
    assert [path.name for path in (tmp_path / "facts.events").iterdir()] == ["published_month=2024-02"]
    assert pyarrow.dataset.dataset(tmp_path / "facts.articles").count_rows() == 2


def test_articles_of_many_months_are_partitioned_by_year(home: Home, tmp_path: Path) -> None:
    archive = Home(tmp_path / "archive")
    days = [datetime(2018 + month // 12, month % 12 + 1, 1) for month in range(MOST_MONTHS + 1)]
    rows = [article(f"a{number}", published_at=day, published_utc_at=day) for number, day in enumerate(days)]
    add_batch(archive, with_facts(*rows))
    publish(archive, None)
    target = tmp_path / "export"
    export(home, "parquet", target)
    export(archive, "parquet", target, replace=True)
    years = [f"published_year={year}" for year in range(2018, 2024)]
    assert sorted(path.name for path in (target / "facts.events").iterdir()) == years
    assert pyarrow.dataset.dataset(target / "facts.articles").count_rows() == len(days)


def test_the_formats_hold_the_same_text(filled: Home, tmp_path: Path) -> None:
    for kind in ("parquet", "csv", "jsonl"):
        export(filled, kind, tmp_path / kind)
    options = pyarrow.csv.ParseOptions(newlines_in_values=True)
    parquet = pyarrow.dataset.dataset(tmp_path / "parquet" / "facts.articles").to_table().to_pylist()
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


def test_columns_explain_themselves_in_the_files(home: Home, tmp_path: Path) -> None:
    export(home, "parquet", tmp_path)
    for path in tmp_path.rglob("*.parquet"):
        schema = pq.read_schema(path)
        said = {field.name: field.metadata[b"description"].decode() for field in schema}
        assert all(said.values()), path
        assert json.loads(schema.metadata[b"columns"]) == said
        assert schema.metadata[b"description"].startswith(b"One row per ")


@pytest.mark.parametrize("kind", ["parquet", "csv", "jsonl"])
def test_the_package_says_what_the_files_hold(home: Home, tmp_path: Path, kind: str) -> None:
    export(home, kind, tmp_path)
    package = json.loads((tmp_path / PACKAGE).read_text("utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert list(resources) == TABLES
    for resource in resources.values():
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        assert all((tmp_path / path).is_file() for path in paths)
    schema = resources["facts.quantities"]["schema"]
    assert schema["primaryKey"] == ["article_id", "quantity_id"]
    assert {
        "fields": ["counted_entity_id"],
        "reference": {"resource": "facts.entities", "fields": ["entity_id"]},
    } in schema["foreignKeys"]
    fields = {field["name"]: field for field in schema["fields"]}
    assert (fields["value"]["type"], fields["flags"]["type"]) == ("number", "array")
    assert fields["bound"]["constraints"]["enum"][0] == "exact"
    assert all(field["description"] for resource in resources.values() for field in resource["schema"]["fields"])


WORDS = ("Nine people were killed", "We search on", "Ferry lost", "killed in", "the missing", "quay")


@pytest.mark.parametrize("kind", FORMATS)
def test_no_words_of_the_articles_go_out_without_text(home: Home, tmp_path: Path, kind: str) -> None:
    for path in export(home, kind, tmp_path, with_text=False):
        content = path.read_bytes() if path.suffix != ".parquet" else str(pq.read_table(path).to_pylist()).encode()
        assert [word for word in WORDS if word.encode() in content] == [], path


def test_what_is_no_text_stays(home: Home, tmp_path: Path) -> None:
    export(home, "csv", tmp_path, with_text=False)
    kept = duckdb.sql(f"from read_csv('{tmp_path / 'facts.quantities.csv'}')").columns
    full = query(home, "from facts.quantities limit 0").column_names
    assert [name for name in full if name not in kept] == ["surface", "unit_surface", "counted"]
    timeline = duckdb.sql(f"select distinct actor_name from read_csv('{tmp_path / 'marts.event_timeline.csv'}')")
    assert timeline.fetchall() == [("Coast Guard",)]


def test_a_folder_that_holds_something_is_refused_unless_told(filled: Home, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(
        StorageError, match=r"is not empty; name another folder, or replace what is there with --replace"
    ):
        export(filled, "csv", tmp_path)
    export(filled, "csv", tmp_path, replace=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == len(TABLES) + 2


def test_a_warehouse_of_another_version_is_to_be_built_again(home: Home, tmp_path: Path) -> None:
    older = Home(tmp_path / "home")
    older.path.mkdir()
    shutil.copy(home.warehouse, older.warehouse)
    with duckdb.connect(str(older.warehouse)) as con:
        con.execute("drop table marts.event_timeline")
        con.execute("update ops.warehouse set layout = 'older'")
    with pytest.raises(WarehouseError, match="another version of Dateline; build it again with `dateline rebuild`"):
        export(older, "geojson", tmp_path / "out")


def test_a_file_in_the_way_and_an_unknown_format_are_named(filled: Home, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(StorageError, match=r"taken is a file; name a folder to export into"):
        export(filled, "csv", tmp_path / "taken")
    with pytest.raises(DatelineError, match=r"There is no export format `xlsx`; choose one of parquet, csv, jsonl"):
        export(filled, "xlsx", tmp_path / "new")


@pytest.mark.slow
@pytest.mark.parametrize("kind", FORMATS)
def test_no_sentence_of_the_samples_goes_out_without_text(sample_home: Home, tmp_path: Path, kind: str) -> None:
    sql = """
        select distinct trim(surface) as words from facts.sentences
        where trim(surface) not in (select outlet from facts.articles where outlet is not null)
    """
    found = query(sample_home, sql)["words"].to_pylist()
    sentences = [words for words in found if len(words.split()) > 1]
    for path in export(sample_home, kind, tmp_path, with_text=False):
        if path.suffix == ".parquet":
            rows = pq.read_table(path).to_pylist()
            content = "\n".join(str(value) for row in rows for value in row.values())
        else:
            content = path.read_text("utf-8")
        assert [words for words in sentences if words in content or json.dumps(words)[1:-1] in content] == [], path
