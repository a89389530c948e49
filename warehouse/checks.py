"""Checks of the built warehouse: each is a SELECT of bad rows.

Those that the schema implies (spans, keys, allowed values, required values) are made from it; the others are
files in `sql/checks`, whose header says what a bad row is and how severe.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa

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
    name, key = f"{table.schema}.{table.name}", ", ".join(table.key)
    if spans_of(table):
        says = f"One row per row of {name} with a surface that is not what the article says at its offsets."
        yield Check(f"{table.name}: surfaces are the text", says, "error", _span_sql(table))
    says = f"One row per key of {name} ({key}) that several rows have."
    sql = f"select {key}, count(*) as row_count from {name} group by {key} having count(*) > 1"
    yield Check(f"{table.name}: key is unique", says, "error", sql)
    if enumerated := [field for field in table.fields if allowed_values(field)]:
        names = ", ".join(field.name for field in enumerated)
        says = f"One row per row of {name} with a value that its column does not allow ({names})."
        sql = f"select {key}, {names} from {name} where {' or '.join(_not_allowed(field) for field in enumerated)}"
        yield Check(f"{table.name}: values are allowed", says, "error", sql)


def _not_allowed(field: pa.Field) -> str:
    return f"{field.name} not in ({', '.join(quoted(value) for value in allowed_values(field))})"


def _span_sql(table: Table) -> str:
    cases = "\n".join(f"when {_is_bad(*triple)} then {quoted(triple[0])}" for triple in spans_of(table))
    key = ", ".join(f"fact.{name}" for name in table.key)
    return f"""
        select {key}, case {cases} end as wrong_surface
        from {table.schema}.{table.name} as fact
        join facts.articles as article using (article_id)
        where wrong_surface is not null
    """


def _is_bad(surface: str, start: str, end: str) -> str:
    """Offsets are code points, which is what `substring` counts; a span of which only a part is NULL is bad too."""
    return f"""
        coalesce(fact.{start}, fact.{end}) is not null and coalesce(
            fact.{start} < 0
            or fact.{start} >= fact.{end}
            or substring(article.text, fact.{start} + 1, fact.{end} - fact.{start}) <> fact.{surface},
            true
        )
        or fact.{start} is null and fact.{surface} is not null
    """
