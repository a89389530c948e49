"""The published DuckDB file: is it there, is it ours, what does it hold."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from pathlib import Path

import duckdb

from warehouse.errors import ForeignWarehouseError, WarehouseError
from warehouse.files import storage
from warehouse.home import Home
from warehouse.reference import TABLES, reference_path
from warehouse.shipped import HERE, shipped

OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


class Condition(Enum):
    """How the published file was found."""

    MISSING = "missing"
    READABLE = "readable"
    LOCKED = "locked"
    DAMAGED = "damaged"


@dataclass(frozen=True)
class Holding:
    """What the published file holds; `batches` are (number, batch id) in the order of the ledger.

    `corrections` are those in force, `aliases` those of them that `aliases.csv` makes.
    """

    condition: Condition
    layout: str = ""
    batches: tuple[tuple[int, str], ...] = ()
    runs: tuple[str, ...] = ()
    rejects: frozenset[str] = frozenset()
    corrections: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()
    judgements: frozenset[str] = frozenset()


@cache
def layout() -> str:
    """Hash of everything that decides what a file built from given parts holds: this package, its SQL and words."""
    found = blake2b(digest_size=8)
    words = [reference_path(name) for name in TABLES]
    for path in [*sorted(HERE.glob("*.py")), *sorted(shipped("sql").rglob("*.sql")), *words]:
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def holding(home: Home) -> Holding:
    """Look at the published file; raises `ForeignWarehouseError` when something else made it."""
    path = home.warehouse
    if not path.exists():
        return Holding(Condition.MISSING)
    if path.is_dir():
        raise WarehouseError(f"{path} is a folder; move it away or choose another --home.")
    try:
        with duckdb.connect(str(path), read_only=True, config=dict(OFFLINE)) as con:
            return _held(con, path, Condition.READABLE)
    except (duckdb.IOException, duckdb.ConnectionException) as error:
        if is_locked(error):
            return _locked(path)
        if "Permission denied" in str(error):
            raise WarehouseError(f"{path} cannot be read; give yourself permission to read it.") from error
        return Holding(Condition.DAMAGED)
    except duckdb.Error:
        return Holding(Condition.DAMAGED)


def is_ours(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether an open file carries our mark."""
    sql = "select count(*) from duckdb_tables() where schema_name = 'ops' and table_name = 'warehouse'"
    row = con.execute(sql).fetchone()
    return bool(row and row[0])


def foreign(path: Path) -> ForeignWarehouseError:
    """The error for a file that is not ours."""
    return ForeignWarehouseError(
        f"{path} is a DuckDB file that Dateline did not make; move it away or choose another --home."
    )


def _held(con: duckdb.DuckDBPyConnection, path: Path, condition: Condition) -> Holding:
    if not is_ours(con):
        raise foreign(path)
    layouts = con.execute("select layout from ops.warehouse").fetchall()
    return Holding(
        condition,
        layouts[0][0] if layouts else "",
        tuple(con.execute("select batch_no, batch_id from ops.batches order by batch_no").fetchall()),
        tuple(run for (run,) in con.execute("select run_id from ops.runs order by run_no").fetchall()),
        frozenset(reject for (reject,) in con.execute("select reject_id from ops.rejects").fetchall()),
        _corrections(con, "true"),
        _corrections(con, "table_name = 'aliases'"),
        _judgements(con),
    )


def _judgements(con: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """None in a file of an older layout, which is built anew anyway."""
    if con.execute("select 1 from duckdb_tables() where schema_name = 'ops' and table_name = 'judgements'").fetchone():
        return frozenset(known for (known,) in con.execute("select judgement_id from ops.judgements").fetchall())
    return frozenset()


def _corrections(con: duckdb.DuckDBPyConnection, condition: str) -> frozenset[str]:
    """A file of an older layout knows no withdrawals, and is built anew anyway."""
    names = {name for name, *_ in con.execute("describe ops.corrections").fetchall()}
    in_force = "and withdrawn_at is null" if "withdrawn_at" in names else ""
    found = con.execute(f"select correction_id from ops.corrections where {condition} {in_force}").fetchall()
    return frozenset(known for (known,) in found)


def is_locked(error: duckdb.Error) -> bool:
    """Whether a file could not be opened because another connection writes it."""
    return "Could not set lock" in str(error) or "different configuration" in str(error)


def _locked(path: Path) -> Holding:
    """A file that another process writes is looked at in a copy, so that a foreign one is not replaced."""
    with _copy(path) as copy:
        try:
            with duckdb.connect(str(copy), read_only=True, config=dict(OFFLINE)) as con:
                return _held(con, path, Condition.LOCKED)
        except duckdb.Error:
            return Holding(Condition.DAMAGED)


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    copy = path.with_name(f"{path.name}.building-look")
    try:
        with storage(path):
            shutil.copyfile(path, copy)
        yield copy
    finally:
        copy.unlink(missing_ok=True)
