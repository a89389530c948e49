"""Files that are there whole or not at all: temporary name, fsync, rename; and disk trouble in one sentence."""

import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from warehouse.errors import LedgerError, StorageError

UNWRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}
FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def storage(path: Path, *, elsewhere: str = "choose another --home") -> Iterator[None]:
    """Turn an operating system error about `path` into a `StorageError` that says what to do, or what `elsewhere`."""
    try:
        yield
    except OSError as error:
        raise StorageError(_sentence(path, error, elsewhere)) from error


def write_whole(path: Path, write: Callable[[BinaryIO], object], *, elsewhere: str = "choose another --home") -> None:
    """Let `write` fill a file that appears under `path` only when it is complete and on disk."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with storage(path, elsewhere=elsewhere):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with unfinished.open("wb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder survive a power cut, where the system can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(handle)


def write_json(path: Path, content: Mapping[str, object]) -> None:
    """One JSON object, indented so that a person can read it."""
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    write_whole(path, lambda file: file.write(text.encode("utf-8", "surrogatepass")))


def write_jsonl(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    """One JSON object a line."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    write_whole(path, lambda file: file.write(text.encode("utf-8", "surrogatepass")))


def read_json(path: Path) -> dict[str, object]:
    """The JSON object of a file that `write_json` wrote."""
    return _parsed(path, read_text(path), "the file")


def read_jsonl(path: Path) -> list[dict[str, object]]:
    """The JSON objects of a file that `write_jsonl` wrote."""
    lines = read_text(path).split("\n")
    return [_parsed(path, line, f"line {number}") for number, line in enumerate(lines, 1) if line]


def read_text(path: Path) -> str:
    """A whole file of ours; newlines stay as they are."""
    with storage(path):
        return path.read_bytes().decode("utf-8", "surrogatepass")


def _parsed(path: Path, text: str, what: str) -> dict[str, object]:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise LedgerError(f"{path}: {what} is not JSON ({error}); restore it from a backup or remove it.") from error
    if not isinstance(content, dict):
        raise LedgerError(f"{path}: {what} is no JSON object; restore it from a backup or remove it.")
    return content


def _sentence(path: Path, error: OSError, elsewhere: str) -> str:
    if error.errno in FULL:
        return f"No space is left on the disk of {path}; free some and run again, nothing is lost."
    if error.errno in UNWRITABLE:
        return f"{path} cannot be written ({error.strerror}); make it writable or {elsewhere}."
    return f"{path} cannot be used ({error.strerror or error}); mend it or {elsewhere}."
