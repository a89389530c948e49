"""What corrections name: a typing error must not make an entity, and a row that is not there is told of."""

from collections.abc import Iterable

from warehouse.corrections import ALIASES, TABLES, Correction, row_id_sql
from warehouse.errors import DatelineError, WarehouseError
from warehouse.home import Home
from warehouse.query import query

NAMED = "select 1 from facts.{table} where {key} = $row_id limit 1"


def refuse_nowhere(home: Home) -> None:
    """Raise `WarehouseError` for a home that no run has written to: there is nothing to correct."""
    if not home.ledger.is_dir():
        raise WarehouseError(f"{home.path} holds no facts; run `dateline run` first or choose another --home.")


def refuse_strangers(home: Home, added: Iterable[Correction]) -> None:
    """Raise `DatelineError` for an entity that would be merged into itself, or into one that there is not."""
    for merge in (one for one in added if one.action == "merge" and one.table_name == "entities"):
        if merge.value == merge.row_id:
            raise DatelineError(f"Entity {merge.row_id} cannot be merged into itself; name another.")
        if _is_there(home, "entities", merge.row_id) and not _is_there(home, "entities", merge.value or ""):
            raise DatelineError(f"There is no entity {merge.value} to merge into; see facts.entities.")


def waiting(home: Home, added: Iterable[Correction]) -> list[str]:
    """What corrections name that is not in the published warehouse, such as `quantities 4931`: they wait for it."""
    named = ((one.table_name, one.row_id) for one in added if one.table_name != ALIASES)
    return [f"{table} {row_id}" for table, row_id in dict.fromkeys(named) if not _is_there(home, table, row_id)]


def _is_there(home: Home, table: str, row_id: str) -> bool:
    sql = NAMED.format(table=table, key=row_id_sql(TABLES[table]))
    return len(query(home, sql, {"row_id": row_id})) > 0
