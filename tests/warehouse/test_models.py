"""The SQL runner: order of the models, their errors, and the house's habits in every file of `sql/`."""

from pathlib import Path

import duckdb
import pytest

from warehouse.errors import SchemaError
from warehouse.models import Model, dependencies, models, run
from warehouse.shipped import shipped

FILES = sorted(shipped("sql").rglob("*.sql"))

READS = {
    "plain": ("select a from facts.x", {"facts.x"}),
    "joins and subqueries": (
        "select (select max(z) from staging.q) from facts.x join marts.b using (a) where exists (from ops.runs)",
        {"staging.q", "facts.x", "marts.b", "ops.runs"},
    ),
    "common table expressions are none": (
        "with x as (select 1 as n), y as (from x) select n from y union all select n from facts.z",
        {"facts.z"},
    ),
    "an expression of the same name": (
        "with articles as (from facts.articles) select 1 from articles",
        {"facts.articles"},
    ),
    "words in strings are none": ("select 'from facts.x' as said", set()),
}


@pytest.mark.parametrize(("sql", "expected"), READS.values(), ids=READS.keys())
def test_dependencies(sql: str, expected: set[str]) -> None:
    with duckdb.connect() as con:
        assert dependencies(con, Model("marts", "m", (), sql)) == expected


def write(folder: Path, **files: str) -> Path:
    (folder / "marts").mkdir()
    for name, sql in files.items():
        (folder / "marts" / f"{name}.sql").write_text(sql)
    return folder


def test_a_model_comes_after_those_it_reads(tmp_path: Path) -> None:
    write(tmp_path, a="from marts.c", b="from facts.x", c="from marts.b", d="from marts.a, marts.b")
    assert [model.name for model in models("marts", tmp_path)] == ["b", "c", "a", "d"]


REFUSED = {
    "a circle": ({"a": "from marts.b", "b": "from marts.a"}, "sql/marts: models read each other in a circle: marts."),
    "two statements": ({"a": "select 1; select 2"}, "sql/marts/a.sql is not one SELECT"),
    "no SELECT": ({"a": "drop table facts.x"}, "sql/marts/a.sql is not one SELECT"),
    "not SQL": ({"a": "choose 1"}, "sql/marts/a.sql is not one SELECT"),
}


@pytest.mark.parametrize(("files", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_model_is_named(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(SchemaError) as error:
        models("marts", write(tmp_path, **files))
    assert str(error.value).startswith(message)


def test_a_model_that_cannot_be_built_is_named() -> None:
    with (
        duckdb.connect() as con,
        pytest.raises(SchemaError, match=r"sql/marts/m.sql cannot be built: Catalog Error: Table"),
    ):
        run(con, Model("marts", "m", (), "from facts.x"), "from facts.x")


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}/{path.stem}" for path in FILES])
def test_every_file_keeps_the_habits(path: Path) -> None:
    sql = path.read_text("utf-8")
    lines = sql.splitlines()
    assert lines[0].startswith("-- One row per ")
    assert len(lines) < 80
    assert all(len(line) <= 120 and line == line.rstrip() and "\t" not in line for line in lines)
    assert path.parent.name != "marts" or "*" not in sql.replace("count(*)", "")
    code = "\n".join(line for line in lines if not line.startswith("--"))
    words = "".join(part for number, part in enumerate(code.split("'")) if number % 2 == 0)
    assert words == words.lower()
