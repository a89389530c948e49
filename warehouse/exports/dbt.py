"""The models as a dbt project for dbt-duckdb: the same SELECTs, with `ref` and `source` where they name tables.

The published warehouse is attached read-only and gives the sources: facts, and what Python derives. Staging models,
views and marts are built by dbt into a file of its own. `marts.tolls` is the model `marts__tolls`, since dbt wants each
name once. The checks become tests of the same severity.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb

from warehouse.checks import checks
from warehouse.declared import STORED, create_tables
from warehouse.described import described, prose, stated
from warehouse.exports.files import make_ready, unfinished
from warehouse.exports.yaml import yaml
from warehouse.home import Home
from warehouse.link import link
from warehouse.models import Model, dependencies, models, replace_tables
from warehouse.schema import Table, allowed_values, description

DATABASE = "dateline"
SEVERITIES = {"error": "error", "warning": "warn"}
# A model's schema is its folder, without the name of the target before it.
SCHEMA_MACRO = """\
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name or target.schema }}
{%- endmacro %}
"""
# What is no code: comments and texts.
PARTS = re.compile(r"(--[^\n]*|'(?:[^']|'')*')")
README = """\
# Dateline's models as a dbt project

Written by `dateline export dbt`; change the models there and write it again.

    pip install dbt-duckdb
    dbt build --profiles-dir .

`profiles.yml` attaches the published warehouse read-only and builds into `dateline_dbt.duckdb`.
"""


def write_dbt(home: Home, target: Path, *, replace: bool = False) -> list[Path]:
    """Write the project into a folder; it needs no warehouse yet. The files written."""
    make_ready(target, replace=replace)
    written = []
    with duckdb.connect() as con:
        create_tables(con)
        link(con)
        replace_tables(con, "marts")
        for name, text in _files(con, home):
            with unfinished(target / name) as part:
                part.write_text(text, "utf-8", newline="\n")
            written.append(target / name)
    return written


def _files(con: duckdb.DuckDBPyConnection, home: Home) -> Iterator[tuple[str, str]]:
    built = {model.target: model for model in _models()}
    read = {name: dependencies(con, model) for name, model in built.items()}
    tests = {_slug(check.name): check for check in checks()}
    tested = {name: dependencies(con, Model("tests", name, (), check.sql)) for name, check in tests.items()}
    needed = {name for names in [*read.values(), *tested.values()] for name in names} - built.keys()
    yield "README.md", README
    yield "dbt_project.yml", yaml(_project())
    yield "profiles.yml", yaml(_profile(home))
    yield "macros/generate_schema_name.sql", SCHEMA_MACRO
    yield "models/sources.yml", yaml(_sources(needed))
    yield "models/models.yml", yaml({"version": 2, "models": [_described(con, model) for model in built.values()]})
    for name, model in built.items():
        yield f"models/{model.schema}/{_name(name)}.sql", _config(model) + _referring(model.sql, read[name], built)
    for name, check in tests.items():
        head = f"{{{{ config(severity='{SEVERITIES[check.severity]}') }}}}\n-- {check.description}\n"
        yield f"tests/{name}.sql", head + _referring(check.sql.strip(), tested[name], built) + "\n"


def _models() -> Iterator[Model]:
    """What dbt builds: all but `facts` that are declared tables, which the warehouse publishes."""
    declared = {f"{table.schema}.{table.name}" for table in STORED}
    for schema in ("staging", "facts", "marts"):
        yield from (model for model in models(schema) if model.target not in declared)


def _project() -> dict[str, object]:
    schemas = {name: {"+schema": name} for name in ("staging", "facts", "marts")}
    return {
        "name": DATABASE,
        "version": "1.0.0",
        "config-version": 2,
        "profile": DATABASE,
        "model-paths": ["models"],
        "macro-paths": ["macros"],
        "test-paths": ["tests"],
        "models": {DATABASE: schemas},
    }


def _profile(home: Home) -> dict[str, object]:
    attached = {"path": str(home.warehouse.resolve()), "alias": DATABASE, "read_only": True}
    output = {"type": "duckdb", "path": "dateline_dbt.duckdb", "schema": "main", "attach": [attached]}
    return {DATABASE: {"target": "dev", "outputs": {"dev": output}}}


def _sources(needed: set[str]) -> dict[str, object]:
    """The declared tables, and whatever else models and tests read that no model makes."""
    tables = {f"{table.schema}.{table.name}": table for table in STORED}
    names = sorted({*tables, *needed})
    return {
        "version": 2,
        "sources": [
            {
                "name": schema,
                "database": DATABASE,
                "schema": schema,
                "tables": [_source(name, tables.get(name)) for name in names if name.startswith(f"{schema}.")],
            }
            for schema in sorted({name.split(".")[0] for name in names})
        ],
    }


def _source(name: str, table: Table | None) -> dict[str, object]:
    if table is None:
        return {"name": name.split(".")[1]}
    columns = []
    for field in table.fields:
        tests: list[object] = ["not_null"] if not field.nullable else []
        if values := allowed_values(field):
            tests.append({"accepted_values": {"arguments": {"values": list(values)}}})
        columns.append(
            {"name": field.name, "description": description(field), **({"data_tests": tests} if tests else {})}
        )
    return {"name": table.name, "description": f"One row per {table.grain}.", "columns": columns}


def _described(con: duckdb.DuckDBPyConnection, model: Model) -> dict[str, object]:
    known = described() | stated(model.header)
    names = [name for name, *_ in con.execute(f"describe {model.target}").fetchall()]
    return {
        "name": _name(model.target),
        "description": prose(model.header),
        "columns": [{"name": name, "description": known.get(name, "")} for name in names],
    }


def _config(model: Model) -> str:
    kind = "table" if model.schema == "marts" or model.is_kept else "view"
    return f"{{{{ config(alias='{model.name}', materialized='{kind}') }}}}\n"


def _referring(sql: str, read: set[str], built: Mapping[str, Model]) -> str:
    """The SELECT with `ref` and `source` in its code where it names a table."""
    if not read:
        return sql + "\n"
    named = re.compile(rf"\b({'|'.join(re.escape(name) for name in sorted(read))})\b")

    def reference(found: re.Match[str]) -> str:
        schema, name = found[0].split(".")
        is_built = found[0] in built
        return f"{{{{ ref('{_name(found[0])}') }}}}" if is_built else f"{{{{ source('{schema}', '{name}') }}}}"

    pieces = PARTS.split(sql)
    return "".join(piece if at % 2 else named.sub(reference, piece) for at, piece in enumerate(pieces)) + "\n"


def _name(target: str) -> str:
    return target.replace(".", "__")


def _slug(name: str) -> str:
    return re.sub(r"\W+", "_", name)
