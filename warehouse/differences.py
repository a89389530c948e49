"""What another extractor version made of the same articles: facts added, lost and changed, from the stored parts.

Facts are matched by their place in the text, in order where several share one; ids and surfaces of other rows are
not compared, since they follow from the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from warehouse.declared import quoted, sql_type
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.ledger import Receipt, receipts
from warehouse.load import part_path
from warehouse.schema import FACTS, Table

COMPARED = tuple(table for table in FACTS.values() if table.name not in {"articles", "entity_proposals"})


@dataclass(frozen=True)
class Versions:
    """Two extractors, by their full names, and the articles that both have read."""

    before: str
    after: str
    article_count: int


def extractors(home: Home) -> list[str]:
    """Every extractor that the ledger names, in the order of its first batch."""
    return list(dict.fromkeys(receipt.extractor for receipt in receipts(home)))


def difference(home: Home, before: str, after: str) -> tuple[Versions, pa.Table]:
    """Rows `table_name change article_id char_start char_end surface columns before after`, in the order of the text.

    An extractor is named by any part of its name that no other has; two names for one are refused, the same name
    twice compares it with itself. `change` is `added`, `lost` or `changed`; `before`
    and `after` hold the columns that differ, as JSON.
    """
    one, other = _named(home, before), _named(home, after)
    if one == other and before != after:
        raise DatelineError(
            f"`{before}` and `{after}` both name {one}; name two extractors of: {'; '.join(extractors(home))}."
        )
    with duckdb.connect() as con:
        shared = sorted(_read_by(home, one) & _read_by(home, other))
        con.register("shared", pa.table({"article_id": pa.array(shared, pa.string())}))
        parts = [_compared(con, home, table, one, other) for table in COMPARED]
        found = con.execute(
            f"{' union all '.join(parts)} order by article_id, char_start, char_end, table_name, change"
        )
        return Versions(one, other, len(shared)), found.to_arrow_table()


def _named(home: Home, name: str) -> str:
    known = extractors(home)
    fitting = [extractor for extractor in known if name == extractor] or [e for e in known if name in e]
    if len(fitting) != 1:
        listed = "; ".join(known) or "none"
        raise DatelineError(f"`{name}` names {len(fitting)} extractors of {home.path}; it holds facts of: {listed}.")
    return fitting[0]


def _read_by(home: Home, extractor: str) -> set[str]:
    return {article for r in receipts(home) if r.extractor == extractor for article in r.article_ids}


def _compared(con: duckdb.DuckDBPyConnection, home: Home, table: Table, one: str, other: str) -> str:
    """The SELECT of a table's differences, over two temporary tables that it fills."""
    columns = [name for name in table.fields.names if _is_compared(name)]
    for side, extractor in (("before", one), ("after", other)):
        _fill(con, home, table, columns, extractor=extractor, name=f"{table.name}_{side}")
    differing = ", ".join(f"case when b.{c} is distinct from a.{c} then {quoted(c)} end" for c in columns)
    is_same = " and ".join(f"b.{c} is not distinct from a.{c}" for c in columns)
    return f"""
        select
            {quoted(table.name)} as table_name,
            case when b.surface is null then 'added' when a.surface is null then 'lost' else 'changed' end as change,
            article_id,
            char_start,
            char_end,
            coalesce(a.surface, b.surface) as surface,
            list_filter([{differing}], lambda name: name is not null and change = 'changed') as columns,
            {_json("b", columns)} as before,
            {_json("a", columns)} as after
        from {table.name}_before as b
        full join {table.name}_after as a using (article_id, char_start, char_end, place)
        where b.surface is null or a.surface is null or not ({is_same})
    """


def _is_compared(name: str) -> bool:
    place = {"article_id", "sentence_no", "char_start", "char_end", "surface", "confidence"}
    return name not in place and not name.endswith("_id")


def _fill(
    con: duckdb.DuckDBPyConnection, home: Home, table: Table, columns: Sequence[str], *, extractor: str, name: str
) -> None:
    """The rows of one extractor about the shared articles; the newest batch of an article counts."""
    batches = [receipt for receipt in receipts(home) if receipt.extractor == extractor]
    listed = ", ".join(columns)
    con.execute(f"create temp table {name} as {_empty(table, columns)}")
    for receipt, articles in _newest(batches):
        if table.name in receipt.parts:
            path = quoted(str(part_path(home, receipt, table.name)))
            con.register("wanted", pa.table({"article_id": articles}))
            con.execute(f"""
                insert into {name} by name
                select article_id, char_start, char_end, surface, {listed},
                    row_number() over (partition by article_id, char_start, char_end order by {listed}) as place
                from read_parquet({path}, hive_partitioning = false)
                semi join wanted using (article_id)
                semi join shared using (article_id)
            """)
            con.unregister("wanted")


def _newest(batches: Sequence[Receipt]) -> list[tuple[Receipt, list[str]]]:
    newest = {article: receipt.batch_id for receipt in batches for article in receipt.article_ids}
    by_id = {receipt.batch_id: receipt for receipt in batches}
    return [(by_id[batch], [a for a, b in newest.items() if b == batch]) for batch in dict.fromkeys(newest.values())]


def _empty(table: Table, columns: Sequence[str]) -> str:
    names = ["article_id", "char_start", "char_end", "surface", *columns]
    typed = ", ".join(f"null::{sql_type(table.fields.field(name).type)} as {name}" for name in names)
    return f"select {typed}, null::bigint as place limit 0"


def _json(side: str, columns: Sequence[str]) -> str:
    pairs = ", ".join(f"{quoted(name)}, {side}.{name}" for name in columns)
    return f"case when {side}.surface is not null then json_object({pairs})::varchar end"
