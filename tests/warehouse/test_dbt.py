"""The dbt project: the same SELECTs with references in the place of names, and dbt takes it."""

import re
from pathlib import Path

import pytest
from environments import environment, run

from warehouse.checks import checks
from warehouse.errors import StorageError
from warehouse.exports.dbt import write_dbt
from warehouse.exports.yaml import yaml
from warehouse.home import Home
from warehouse.models import models
from warehouse.shipped import shipped

REFERENCE = re.compile(r"\{\{ (?:ref|source)\(([^)]*)\) \}\}")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, filled: Home) -> Path:
    """The project over a published home."""
    folder = tmp_path_factory.mktemp("dbt") / "project"
    write_dbt(filled, folder)
    return folder


def test_every_model_and_every_check_is_in_it(project: Path) -> None:
    marts = {path.stem for path in (project / "models" / "marts").glob("*.sql")}
    assert marts == {f"marts__{model.name}" for model in models("marts")}
    assert len(list((project / "tests").glob("*.sql"))) == len(checks())
    assert [path.stem for path in (project / "models" / "facts").glob("*.sql")] == ["facts__quotes"]


def test_a_model_is_its_file_but_for_the_names_of_tables(project: Path) -> None:
    for path in (project / "models").rglob("*.sql"):
        schema, name = path.stem.split("__")
        head, sql = path.read_text("utf-8").split("\n", 1)
        assert head.startswith("{{ config(alias=")
        plain = REFERENCE.sub(lambda found: found[1].replace("__", ".").replace("', '", ".").strip("'"), sql)
        assert plain.strip() == (shipped("sql") / schema / f"{name}.sql").read_text("utf-8").strip()


def test_no_table_is_named_but_by_reference(project: Path) -> None:
    for path in [*(project / "models").rglob("*.sql"), *(project / "tests").glob("*.sql")]:
        code = "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("--"))
        assert re.findall(r"\b(?:from|join)\s+(?:facts|staging|marts|ops)\.\w+", code) == [], path


def test_it_is_written_without_a_warehouse_and_over_nothing(tmp_path: Path) -> None:
    write_dbt(Home(tmp_path / "home"), tmp_path / "project")
    with pytest.raises(StorageError, match="is not empty"):
        write_dbt(Home(tmp_path / "home"), tmp_path / "project")


YAML = {
    "nested": ({"a": {"b": [1, "x"]}}, 'a:\n  b:\n    - 1\n    - "x"\n'),
    "mappings in a list": ([{"a": True, "b": None}], "- a: true\n  b: null\n"),
    "a text with signs": ({"a": 'says: "no"'}, 'a: "says: \\"no\\""\n'),
    "nothing in it": ({"a": []}, "a: []\n"),
}


@pytest.mark.parametrize(("value", "expected"), YAML.values(), ids=YAML.keys())
def test_yaml(value: object, expected: str) -> None:
    assert yaml(value) == expected


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_dbt_parses_it(project: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "dbt", "dbt-core>=1.10,<1.12", "dbt-duckdb>=1.9,<2")
    said = run(
        python.with_name("dbt"), "--no-send-anonymous-usage-stats", "parse", "--profiles-dir", ".", folder=project
    )
    assert "Encountered an error" not in said
    assert (project / "target" / "manifest.json").is_file()
