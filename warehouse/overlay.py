"""Corrections of rows and entities laid over the facts, at every publication; applying them twice changes nothing.

`quantities 4931 change value 19` is an UPDATE; a hidden row is a DELETE, and rows that referred to it refer to none.
"""

import json
from collections.abc import Iterator, Sequence

import duckdb

from warehouse.corrections import ALIASES, TABLES, Correction, row_id_sql, word_limits
from warehouse.declared import quoted, sql_type
from warehouse.renaming import Split, hidden, merged, split_by_id, with_label
from warehouse.schema import FACTS, Table


def apply_corrections(con: duckdb.DuckDBPyConnection, known: Sequence[Correction], *, to_entities: bool) -> None:
    """Lay corrections over the facts, or over the entities that are derived from them."""
    for correction in known:
        if correction.table_name == ALIASES:
            continue
        is_of_entity = correction.table_name == "entities" and correction.action == "change"
        if is_of_entity and not to_entities and correction.column_name == "label":
            _execute(con, with_label(f"entity_id = {quoted(correction.row_id)}", quoted(correction.value or "")))
        elif is_of_entity == to_entities:
            _execute(con, _statements(correction))


def _execute(con: duckdb.DuckDBPyConnection, statements: Iterator[str]) -> None:
    for statement in statements:
        con.execute(statement)


def _statements(correction: Correction) -> Iterator[str]:
    table = TABLES[correction.table_name]
    row_id = quoted(correction.row_id)
    match correction.action:
        case "change":
            yield from _changed(table, row_id, correction)
        case "merge":
            yield from merged(row_id, quoted(correction.value or ""))
        case "split":
            form = json.loads(correction.details or "{}")["form"]
            yield from split_by_id(Split(form, correction.value or "", only_entity=correction.row_id))
        case _ if table.name == "entities":
            yield from hidden(row_id)
        case _:
            yield from _loosen(table, row_id)
            yield f"delete from facts.{table.name} where {row_id_sql(table)} = {row_id}"


def _changed(table: Table, row_id: str, correction: Correction) -> Iterator[str]:
    field = table.fields.field(correction.column_name)
    value = "null" if correction.value is None else f"{quoted(correction.value)}::{sql_type(field.type)}"
    for name, cell in ((field.name, value), *((name, "null") for name in word_limits(table, field.name))):
        yield f"update facts.{table.name} set {name} = {cell} where {row_id_sql(table)} = {row_id}"


def _loosen(table: Table, row_id: str) -> Iterator[str]:
    """Rows that referred to a hidden one refer to none."""
    own = row_id_sql(table)
    for other in FACTS.values():
        for name in {f"subset_of_{own}", *([own] if other is not table else [])} & set(other.fields.names):
            yield f"update facts.{other.name} set {name} = null where {name} = {row_id}"
