"""The tables as a page, `docs/tables.md`, from the declarations and from the headers of the models.

`python -m warehouse.describe`, run at the top of a checkout, writes it and the picture beside it, `docs/lineage.svg`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb

from warehouse.checks import checks
from warehouse.declared import LINKED_ARTICLES, create_tables, sql_type
from warehouse.derived import DERIVED
from warehouse.described import described, prose, stated
from warehouse.errors import SchemaError
from warehouse.lineage import picture
from warehouse.link import link
from warehouse.models import Model, models, replace_tables
from warehouse.operations import OPS
from warehouse.schema import FACTS, Table, description

INTRODUCTION = """\
# Tables

Made by `make docs` from `warehouse/schema.py` and the headers in `sql/`; a test fails when it is stale.

Every fact carries its evidence: offsets are Unicode code points, 0-based, half-open, into `articles.text`, so that
`text[char_start + 1 : char_end]` in DuckDB (which counts from 1) is `surface`. What the text does not give is NULL.
`_id` is an id, `_code` a code, `_count` a number of things, `_at` a timestamp, `_on` a date; `is_` is true or false.
The published file says the same: `select table_name, column_name, comment from duckdb_columns()`.

![What is made of what](lineage.svg)
"""


def page() -> str:
    """The whole page, as Markdown."""
    facts = [LINKED_ARTICLES, *list(FACTS.values())[1:], *DERIVED.values()]
    with duckdb.connect() as con:
        create_tables(con)
        link(con)
        replace_tables(con, "marts")
        sections = [
            INTRODUCTION,
            "## Schema `facts`\n",
            *(_table(table) for table in facts),
            *(_view(model) for model in models("facts") if model.name not in DERIVED),
            "## Schema `marts`\n",
            *(_mart(con, model) for model in sorted(models("marts"), key=lambda model: model.name)),
            "## Schema `ops`\n",
            *(_table(table) for table in OPS.values()),
            "## Checks\n\nA row that one of them finds is bad; `error` stops the publication.\n",
            _grid(("check", "severity", "a bad row"), ((c.name, c.severity, c.description) for c in checks())),
        ]
    return "\n".join(sections)


def mart_columns(con: duckdb.DuckDBPyConnection, model: Model) -> list[tuple[str, str, str]]:
    """Name, type and description of a mart's columns; raises `SchemaError` for one that nothing describes."""
    known = described() | stated(model.header)
    columns = con.execute(f"describe {model.target}").fetchall()
    unknown = [name for name, *_ in columns if name not in known]
    if unknown:
        raise SchemaError(f"sql/{model.schema}/{model.name}.sql: column `{unknown[0]}` is described nowhere.")
    return [(name, kind.lower(), known[name]) for name, kind, *_ in columns]


def _table(table: Table) -> str:
    rows = ((f.name, sql_type(f.type), "" if f.nullable else "yes", description(f)) for f in table.fields)
    key = ", ".join(f"`{name}`" for name in table.key)
    head = f"### {table.schema}.{table.name}\n\nOne row per {table.grain}; unique by {key}.\n"
    return f"{head}\n{_grid(('column', 'type', 'required', 'what it holds'), rows)}"


def _view(model: Model) -> str:
    return f"### {model.target}\n\n{' '.join(model.header)} A view with the columns of `facts.statements`.\n"


def _mart(con: duckdb.DuckDBPyConnection, model: Model) -> str:
    rows = mart_columns(con, model)
    return f"### {model.target}\n\n{prose(model.header)}\n\n{_grid(('column', 'type', 'what it holds'), rows)}"


def _grid(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(_lines(names, rows)) + "\n"


def _lines(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    Path("docs/tables.md").write_text(page(), "utf-8")
    Path("docs/lineage.svg").write_text(picture(), "utf-8")
