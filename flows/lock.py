"""One writer a home: a lock that dies with its process, and a note of who holds it."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.errors import StorageError
from warehouse.files import storage
from warehouse.home import Home


class InUseError(StorageError):
    """A home that another process writes to."""


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """The home for this process alone; a home in use, or not writable, is one sentence.

    A run that fails before it has written anything leaves no empty home behind.
    """
    is_new = not home.state.exists()
    lock, holder = FileLock(home.state / "lock", blocking=False), home.state / "lock.holder"
    with storage(home.path):
        home.state.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout:
            raise InUseError(f"{home.path} is in use by {_name(holder)}; wait until it is done, or stop it.") from None
    try:
        with storage(home.path):
            holder.write_text(f"process {os.getpid()} on {socket.gethostname()} since {datetime.now(UTC):%H:%M:%S} UTC")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()
        if is_new and not home.ledger.exists():
            _remove_empty(home)


def _name(holder: Path) -> str:
    try:
        return holder.read_text()
    except OSError:
        return "another run"


def _remove_empty(home: Home) -> None:
    with suppress(OSError):
        if [path.name for path in home.state.iterdir()] == ["lock"]:
            (home.state / "lock").unlink()
        home.state.rmdir()
        home.path.rmdir()
