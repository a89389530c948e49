"""A sample of facts for people to judge, and what their judgements say of each rule: that fills `confidence`.

Rows are drawn by a hash of seed and id: the same seed draws the same rows, so a sample can be gone on with. Every
rule gets some; a rule with four times the rows gets twice as many.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.judgements import Drawn
from warehouse.query import published, select
from warehouse.schema import FACTS

AUDITED = ("mentions", "relations", "quantities", "times", "places", "statements", "events")
ENOUGH = 20
COLUMNS = "table_name, row_id, rule, reading, article_id, char_start, char_end"


@dataclass(frozen=True)
class Sample:
    """What to draw: so many rows of some tables, `where` narrowing them by columns of `staging.audited_rows`."""

    size: int
    tables: Sequence[str] = AUDITED
    where: str | None = None
    seed: int = 1


def draw(home: Home, sample: Sample) -> tuple[list[Drawn], int]:
    """The rows of a sample that nobody has judged yet, and how many of it somebody has.

    Articles that a newer version has replaced are left out, and rows that somebody corrected: no rule made those.
    Raises `SqlError` when `where` is wrong.
    """
    if unknown := [table for table in sample.tables if table not in AUDITED]:
        raise DatelineError(f"Table `{unknown[0]}` cannot be audited; name one of {', '.join(AUDITED)}.")
    with published(home) as con:
        found = select(con, _drawing(sample), {"tables": list(sample.tables), "seed": sample.seed, "size": sample.size})
    rows = found.to_pylist()
    fresh = [Drawn(**{name: row[name] for name in COLUMNS.split(", ")}) for row in rows if not row["is_judged"]]
    return fresh, len(rows) - len(fresh)


def rows_named(home: Home, named: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Drawn]:
    """Rows by table and id, as the warehouse states them now."""
    sql = f"select {COLUMNS} from staging.audited_rows where list_contains($ids, row_id)"
    with published(home) as con:
        found = select(con, sql, {"ids": sorted({row_id for _, row_id in named})}).to_pylist()
    return {(row["table_name"], row["row_id"]): Drawn(**row) for row in found}


def set_confidence(con: duckdb.DuckDBPyConnection) -> None:
    """Fill `confidence` with the precision of the rule that made a row, else of its table; NULL below `ENOUGH`."""
    con.execute(f"""
        create or replace temp table measured as
        select table_name, rule, precision_value from staging.rule_precisions where judged_count >= {ENOUGH}
    """)
    for table in AUDITED:
        if "confidence" in FACTS[table].fields.names:
            con.execute(_clearing(table))
            if con.execute("select count(*) from measured where table_name = $1", [table]).fetchone() != (0,):
                con.execute(_filling(table))
    con.execute("drop table measured")


def _clearing(table: str) -> str:
    return f"update facts.{table} set confidence = null where confidence is not null"


def _filling(table: str) -> str:
    key = "concat_ws('/', fact.article_id, fact.char_start, fact.char_end{})"
    ids = {"quantities": "fact.quantity_id", "events": "fact.event_row_id", "mentions": key.format(", fact.label")}
    return f"""
        update facts.{table} as fact
        set confidence = known.precision_value
        from (
            select audited.row_id, coalesce(rule.precision_value, whole.precision_value) as precision_value
            from staging.audited_rows as audited
            left join measured as rule on rule.table_name = audited.table_name and rule.rule = audited.rule
            left join measured as whole on whole.table_name = audited.table_name and whole.rule is null
            where audited.table_name = '{table}'
        ) as known
        where known.row_id = {ids.get(table, key.format(""))} and known.precision_value is not null
    """


def _drawing(sample: Sample) -> str:
    """The least of (number in the rule) / sqrt(size of the rule) come first; every table gives an equal share."""
    return f"""
        with ranked as (
            select
                audited.*,
                row_number() over by_chance as place,
                count(*) over (partition by table_name, rule) as size
            from staging.audited_rows as audited
            semi join staging.current_articles using (article_id)
            anti join (from ops.corrections where withdrawn_at is null) using (table_name, row_id)
            where list_contains($tables, table_name) and ({sample.where or "true"})
            window by_chance as (partition by table_name, rule order by md5($seed || ' ' || row_id), row_id)
        ),
        taken as (
            select *, row_number() over (
                partition by table_name order by (place - 0.5) / sqrt(size), rule
            ) as turn
            from ranked
        ),
        chosen as (select * from taken order by turn, table_name limit $size)
        select {COLUMNS}, exists (
            from ops.judgements as judgement
            where judgement.table_name = chosen.table_name and judgement.row_id = chosen.row_id
                and judgement.reading = chosen.reading
        ) as is_judged
        from chosen
        order by table_name, rule, article_id, char_start, char_end, row_id
    """
