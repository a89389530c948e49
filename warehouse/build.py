"""The file under construction: built beside the published one, then put in its place."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.errors import DatelineError, StorageError, WarehouseError
from warehouse.files import storage, sync_folder
from warehouse.home import Home
from warehouse.published import OFFLINE, Condition

FEW_ROWS = 100_000


@dataclass(frozen=True)
class Build:
    """A DuckDB file that nobody reads yet."""

    path: Path
    home: Home

    @contextmanager
    def connection(self, row_count: int) -> Iterator[duckdb.DuckDBPyConnection]:
        """The only writing connection, in one transaction; trouble with the disk becomes a `StorageError`.

        Below `FEW_ROWS` one thread takes half the time of two: there is nothing to share out.
        """
        try:
            with duckdb.connect(str(self.path), config=dict(OFFLINE)) as con:
                if row_count < FEW_ROWS:
                    con.execute("set threads = 1")
                con.begin()
                yield con
                con.commit()
                con.execute("checkpoint")
        except DatelineError:
            raise
        except duckdb.Error as error:
            raise _named(self.home, error) from error


def open_build(home: Home, *, copy: bool) -> Build:
    """Begin with a copy of the published file, or with none; leftovers of a killed run go first."""
    build = Build(home.warehouse.with_name(f"{home.warehouse.name}.building"), home)
    discard(build)
    try:
        with storage(home.warehouse):
            home.path.mkdir(parents=True, exist_ok=True)
            if copy:
                shutil.copyfile(home.warehouse, build.path)
    except BaseException:
        discard(build)
        raise
    return build


def put_in_place(build: Build, home: Home, condition: Condition) -> Path | None:
    """Swap the finished file in; a damaged file is set aside, since it may be no file of ours: where it is then."""
    target, set_aside = home.warehouse, None
    with storage(target):
        _sync(build.path)
        if condition is Condition.DAMAGED:
            set_aside = target.with_name(f"{target.name}.damaged")
            os.replace(target, set_aside)
        target.with_name(f"{target.name}.wal").unlink(missing_ok=True)
        os.replace(build.path, target)
        sync_folder(target.parent)
    return set_aside


def discard(build: Build) -> None:
    """Remove the file under construction with its log and spill files."""
    with suppress(OSError):
        for path in build.path.parent.glob(f"{build.path.name}*"):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _named(home: Home, error: duckdb.Error) -> DatelineError:
    first = str(error).splitlines()[0]
    if isinstance(error, duckdb.OutOfMemoryException):
        return WarehouseError(f"Not enough memory to build {home.warehouse} ({first}); free some and run again.")
    if "No space left" in first:
        return StorageError(f"No space is left for {home.warehouse}; free some and run again, nothing is lost.")
    if "Permission denied" in first or "Read-only file system" in first:
        return StorageError(f"{home.warehouse} cannot be written; make its folder writable or choose another --home.")
    return WarehouseError(f"{home.warehouse} could not be built ({first}); report it as a bug, nothing is lost.")
