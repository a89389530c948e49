"""Files of an export: a folder made ready, and each file written whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.declared import quoted
from warehouse.errors import StorageError
from warehouse.files import storage


def make_ready(target: Path, *, replace: bool) -> None:
    """The folder to export into; one that holds something is refused unless `replace` is set."""
    with storage(target, elsewhere="name another folder"):
        if target.exists() and not target.is_dir():
            raise StorageError(f"{target} is a file; name a folder to export into.")
        if target.is_dir() and not replace and any(target.iterdir()):
            raise StorageError(f"{target} is not empty; name another folder, or replace what is there with --replace.")
        target.mkdir(parents=True, exist_ok=True)


def write(con: duckdb.DuckDBPyConnection, select: str, path: Path, options: str) -> Path:
    """Copy the rows of a SELECT into a file."""
    with unfinished(path) as part:
        con.execute(f"copy ({select}) to {quoted(str(part))} ({options})")
    return path


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A name to write under, which becomes the file's when all went well."""
    part = path.with_name(f".{path.name}.tmp")
    try:
        with storage(path, elsewhere="name another folder"):
            path.parent.mkdir(parents=True, exist_ok=True)
            yield part
            part.replace(path)
    except duckdb.IOException as error:
        reason = str(error).splitlines()[0]
        raise StorageError(f"{path} cannot be written ({reason}); free space or name another folder.") from error
    finally:
        part.unlink(missing_ok=True)
