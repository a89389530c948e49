"""Checks of the built warehouse: each is a SELECT of bad rows.

Those that the schema implies (spans, keys, allowed values, required values) are made from it; the others are
files in `sql/checks`, whose header says what a bad row is and how severe.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from warehouse.declared import STORED, quoted
from warehouse.errors import CheckError, SchemaError
from warehouse.models import models
from warehouse.schema import Table, allowed_values, spans_of

SEVERITIES = ("error", "warning")


@dataclass(frozen=True)
class Check:
    """`spans of quantities`: a SELECT of bad rows, what they are, and whether one of them stops the publication."""

    name: str
    description: str
    severity: str
    sql: str


@dataclass(frozen=True)
class Failure:
    """A check that found bad rows: how many, and the first as `column=value` words."""

    name: str
    description: str
    severity: str
    count: int
    first: str


def checks() -> list[Check]:
    """Every check, those of the schema first."""
    return [*(check for table in STORED for check in _of_schema(table)), *_of_files()]


def run_checks(con: duckdb.DuckDBPyConnection) -> tuple[Failure, ...]:
    """The failed checks of severity `warning`; raises `CheckError` for one of severity `error`."""
    failures = [failure for check in checks() if (failure := _failure(con, check))]
    for failure in failures:
        if failure.severity == "error":
            raise CheckError(
                f"Check `{failure.name}` found {failure.count} bad row(s), the first {failure.first}; "
                "nothing was published: mend the data or report it as a bug."
            )
    return tuple(failures)


def _failure(con: duckdb.DuckDBPyConnection, check: Check) -> Failure | None:
    try:
        cursor = con.execute(check.sql)
    except duckdb.ProgrammingError as error:
        raise SchemaError(f"Check `{check.name}` cannot run: {str(error).splitlines()[0]}") from error
    names = [column[0] for column in cursor.description or []]
    rows = cursor.fetchmany(1)
    if not rows:
        return None
    counted = con.execute(f"select count(*) from ({check.sql})").fetchone()
    first = " ".join(f"{name}={value!r}" for name, value in zip(names, rows[0], strict=True))
    return Failure(check.name, check.description, check.severity, counted[0] if counted else 1, first[:300])


def _of_files() -> Iterator[Check]:
    for model in models("checks"):
        stated = [line.removeprefix("severity:").strip() for line in model.header if line.startswith("severity:")]
        if len(stated) != 1 or stated[0] not in SEVERITIES:
            raise SchemaError(f"sql/checks/{model.name}.sql needs one header line `-- severity: error` or `warning`.")
        yield Check(model.name, model.header[0], stated[0], model.sql)


def _of_schema(table: Table) -> Iterator[Check]:
    name = f"{table.schema}.{table.name}"
    for surface, start, end in spans_of(table):
        says = f"One row per row of {name} whose `{surface}` is not what the article says there."
        yield Check(f"{table.name}: {surface} is the text", says, "error", _span_sql(table, surface, start, end))
    key = ", ".join(table.key)
    says = f"One row per key of {name} ({key}) that several rows have."
    sql = f"select {key}, count(*) as row_count from {name} group by {key} having count(*) > 1"
    yield Check(f"{table.name}: key is unique", says, "error", sql)
    for field in table.fields:
        if allowed := allowed_values(field):
            says = f"One row per row of {name} whose `{field.name}` is none of its values."
            values = ", ".join(quoted(value) for value in allowed)
            sql = f"select {key}, {field.name} from {name} where {field.name} not in ({values})"
            yield Check(f"{table.name}: {field.name} is allowed", says, "error", sql)


def _span_sql(table: Table, surface: str, start: str, end: str) -> str:
    """Offsets are code points, which is what `substring` counts; a part of a span that is NULL alone is bad too."""
    return f"""
        select fact.article_id, fact.{start}, fact.{end}, fact.{surface}
        from {table.schema}.{table.name} as fact
        join facts.articles as article using (article_id)
        where (fact.{start} is not null or fact.{end} is not null or fact.{surface} is not null)
            and coalesce(
                fact.{start} < 0
                or fact.{start} >= fact.{end}
                or substring(article.text, fact.{start} + 1, fact.{end} - fact.{start}) <> fact.{surface},
                true
            )
    """
