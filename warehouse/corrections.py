"""What users corrected: rows of their own, laid over the facts at every publication, so they outlive re-extraction.

A correction is a JSON line in `corrections/corrections.jsonl`. `change` puts a value into a column of a row, `hide`
takes a row out, `merge` makes one entity another. A row is named by its id (`quantity_id`, `entity_id`...); where a
table has none by its key: `article_id/char_start/char_end/label`. A correction whose row does not exist waits for it.
Corrections of the table `aliases` name entities by their names; they come from `aliases.csv` and go with its rows.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.declared import quoted, sql_type
from warehouse.derived import ENTITIES
from warehouse.errors import DatelineError
from warehouse.files import read_jsonl, write_jsonl
from warehouse.home import Home
from warehouse.schema import FACTS, Table, allowed_values, spans_of

ALIASES = "aliases"
TABLES: Mapping[str, Table] = {
    **{name: table for name, table in FACTS.items() if name not in {"articles", "entity_proposals", "sentences"}},
    "entities": ENTITIES,
}


@dataclass(frozen=True)
class Correction:
    """One correction; `column_name` and `value` of a change, `value` is the other entity of a merge.

    `details` are the properties that a row of `aliases.csv` states, as JSON.
    """

    correction_id: str
    article_id: str | None
    table_name: str
    row_id: str
    action: str
    column_name: str | None
    value: str | None
    reason: str
    author: str
    corrected_at: datetime
    details: str | None = None


def new_correction(
    table_name: str,
    row_id: str,
    action: str,
    *,
    reason: str,
    author: str,
    corrected_at: datetime,
    column_name: str | None = None,
    value: str | None = None,
) -> Correction:
    """A correction that fits the tables; raises `DatelineError` for one that cannot be applied."""
    _refuse_misfits(table_name, action, column_name, value)
    parts = (table_name, row_id, action, column_name, value, reason, author, corrected_at.isoformat())
    correction_id = blake2b("\x1f".join(str(part) for part in parts).encode(), digest_size=8).hexdigest()
    article_id = row_id.split("/", maxsplit=1)[0] if "/" in row_id else None
    return Correction(
        correction_id, article_id, table_name, row_id, action, column_name, value, reason, author, corrected_at
    )


def corrections(home: Home) -> list[Correction]:
    """Every correction, oldest first; the later one of two that touch the same value wins."""
    path = _file(home)
    return [_correction(row) for row in read_jsonl(path)] if path.exists() else []


def add_corrections(home: Home, added: Sequence[Correction]) -> None:
    """Keep corrections; one that is there already is not kept twice."""
    kept = {correction.correction_id: correction for correction in [*corrections(home), *added]}
    keep_corrections(home, list(kept.values()))


def withdraw_corrections(home: Home, ids: Sequence[str]) -> None:
    """Take corrections back; raises `DatelineError` for an id that there is not."""
    known = corrections(home)
    missing = sorted(set(ids) - {correction.correction_id for correction in known})
    if missing:
        raise DatelineError(f"There is no correction {missing[0]}; `dateline correct --list` names them all.")
    if named := [c.row_id for c in known if c.correction_id in set(ids) and c.table_name == ALIASES]:
        raise DatelineError(f"The correction of {named[0]!r} is a row of {home.aliases}; remove it there.")
    keep_corrections(home, [correction for correction in known if correction.correction_id not in set(ids)])


def keep_corrections(home: Home, kept: Sequence[Correction]) -> None:
    """Let these be all the corrections on file, in this order."""
    rows = (asdict(correction) | {"corrected_at": correction.corrected_at.isoformat()} for correction in kept)
    write_jsonl(_file(home), rows)


def read_corrections(path: Path, *, author: str, corrected_at: datetime) -> list[Correction]:
    """Corrections from a CSV with the columns table, row_id, action, column, value, reason."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    try:
        return [
            new_correction(
                row["table"],
                row["row_id"],
                row["action"],
                column_name=row.get("column") or None,
                value=row.get("value") or None,
                reason=row["reason"],
                author=row.get("author") or author,
                corrected_at=corrected_at,
            )
            for row in rows
        ]
    except KeyError as error:
        raise DatelineError(f"{path} has no column {error}; it needs table, row_id, action, reason.") from error


def apply_corrections(con: duckdb.DuckDBPyConnection, known: Sequence[Correction], *, to_entities: bool) -> None:
    """Lay corrections over the facts, or over the entities that are derived from them."""
    for correction in known:
        if correction.table_name == ALIASES:
            continue
        if (correction.table_name == "entities" and correction.action != "merge") == to_entities:
            for statement in _statements(correction):
                con.execute(statement)


def row_id_sql(table: Table) -> str:
    """The id of a table's rows as SQL."""
    key = [name for name in table.key if name != "article_id"]
    return key[0] if len(key) == 1 and key[0].endswith("_id") else f"concat_ws('/', {', '.join(table.key)})"


def _statements(correction: Correction) -> Iterator[str]:
    table = TABLES[correction.table_name]
    row_id = quoted(correction.row_id)
    target = f"facts.{table.name}"
    match correction.action:
        case "hide":
            yield from _loosen(table, row_id)
            yield f"delete from {target} where {row_id_sql(table)} = {row_id}"
        case "change":
            field = table.fields.field(correction.column_name)
            value = "null" if correction.value is None else f"{quoted(correction.value)}::{sql_type(field.type)}"
            yield f"update {target} set {field.name} = {value} where {row_id_sql(table)} = {row_id}"
            for name in _limits(table, field.name):
                yield f"update {target} set {name} = null where {row_id_sql(table)} = {row_id}"
        case _:
            yield from merged(row_id, quoted(correction.value or ""))


def _limits(table: Table, column_name: str | None) -> Sequence[str]:
    """The offsets of a column that holds words of the text, such as `counted_start` and `counted_end`."""
    return next((limits for surface, *limits in spans_of(table) if surface == column_name), ())


def _loosen(table: Table, row_id: str) -> Iterator[str]:
    """Rows that referred to a hidden one refer to none."""
    own = row_id_sql(table)
    for other in FACTS.values():
        for name in {f"subset_of_{own}", *([own] if other is not table else [])} & set(other.fields.names):
            yield f"update facts.{other.name} set {name} = null where {name} = {row_id}"


def merged(one: str, other: str) -> Iterator[str]:
    """The statements that make an entity another one; both ids are SQL literals."""
    yield f"""
        delete from facts.entity_proposals as proposal
        where entity_id = {one} and exists (
            from facts.entity_proposals as kept
            where kept.article_id = proposal.article_id and kept.entity_id = {other} and kept.alias = proposal.alias
        )
    """
    for table in FACTS.values():
        for name in (name for name in table.fields.names if name.endswith("entity_id")):
            yield f"update facts.{table.name} set {name} = {other} where {name} = {one}"


def _refuse_misfits(table_name: str, action: str, column_name: str | None, value: str | None) -> None:
    table = TABLES.get(table_name)
    if table is None:
        raise DatelineError(f"Table `{table_name}` cannot be corrected; name one of {', '.join(sorted(TABLES))}.")
    is_entity = table_name == "entities"
    fits = {"change": True, "hide": not is_entity, "merge": is_entity and bool(value)}
    if not fits.get(action, False):
        raise DatelineError(
            f"`{action}` is no correction of `{table_name}`: change, hide, or merge one entity into another."
        )
    if action != "change":
        return
    fixed = {*table.key, "article_id", "sentence_no", "surface"} | {
        n for n in table.fields.names if n.endswith(("_start", "_end"))
    }
    if column_name not in table.fields.names or column_name in fixed:
        raise DatelineError(f"Column `{column_name}` of `{table_name}` cannot be changed; see docs/tables.md.")
    if value is not None and _limits(table, column_name):
        raise DatelineError(f"Column `{column_name}` holds words of the text; it can only be taken out.")
    _refuse_value(table.fields.field(column_name), value)


def _refuse_value(field: pa.Field, value: str | None) -> None:
    if value is None and not field.nullable:
        raise DatelineError(f"Column `{field.name}` must have a value.")
    allowed = allowed_values(field)
    if value is not None and allowed and value not in allowed:
        raise DatelineError(f"Column `{field.name}` cannot be {value!r}; it is one of {', '.join(allowed)}.")
    if value is not None and pa.types.is_primitive(field.type):
        sql = f"select try_cast({quoted(value)} as {sql_type(field.type)}) is null"
        with duckdb.connect() as con:
            if con.execute(sql).fetchone() == (True,):
                raise DatelineError(f"Column `{field.name}` cannot be {value!r}; it is {sql_type(field.type)}.")


def _file(home: Home) -> Path:
    return home.corrections / "corrections.jsonl"


def _correction(row: Mapping[str, object]) -> Correction:
    stated = {name: None if cell is None else str(cell) for name, cell in row.items() if name != "corrected_at"}
    return Correction(corrected_at=datetime.fromisoformat(str(row["corrected_at"])), **stated)  # type: ignore[arg-type]
