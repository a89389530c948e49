"""Whether a home's schedules are served now, and where: a lock that dies with its process, and a note."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.errors import LedgerError, StorageError
from warehouse.files import read_json, write_json
from warehouse.home import Home


@contextmanager
def alone(home: Home) -> Iterator[None]:
    """The only `dateline up` of a home; raises `StorageError` when there is one already."""
    lock = FileLock(_lock(home), blocking=False)
    try:
        lock.acquire()
    except Timeout:
        raise StorageError(f"The schedules of {home.path} are served already, at {served_at(home)}.") from None
    try:
        yield
    finally:
        _note(home).unlink(missing_ok=True)
        lock.release()


def note_address(home: Home, address: str) -> None:
    """Say where the pages are, for who holds the lock."""
    write_json(_note(home), {"address": address, "process": os.getpid()})


def served_at(home: Home) -> str | None:
    """The address at which the schedules are served now, if they are."""
    if not _lock(home).exists():
        return None
    try:
        with FileLock(_lock(home), blocking=False):
            return None
    except Timeout:
        return _address(home)


def _address(home: Home) -> str:
    try:
        return str(read_json(_note(home)).get("address"))
    except (StorageError, LedgerError):
        return "an address that is not known yet"


def _note(home: Home) -> Path:
    return home.state / "prefect" / "up.json"


def _lock(home: Home) -> Path:
    return home.state / "prefect" / "up.lock"
