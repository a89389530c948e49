"""Removing what nothing refers to: parts that no batch of the ledger names, and files that were never finished.

A worker that is killed between its parts and its receipt leaves parts that no reader sees. Parts of an older extractor
are named in the ledger, so they stay: `diff` compares them.
"""

from collections.abc import Iterator
from pathlib import Path

from warehouse.files import storage
from warehouse.home import Home
from warehouse.ledger import receipts


def vacuum(home: Home) -> dict[str, int]:
    """Remove them; path below the home -> bytes. The caller holds the home's lock, and no run waits to be finished."""
    removed: dict[str, int] = {}
    for path in [*_unreferenced(home), *_unfinished(home)]:
        with storage(path):
            removed[path.relative_to(home.path).as_posix()] = path.stat().st_size
            path.unlink()
    return removed


def _unreferenced(home: Home) -> Iterator[Path]:
    named = {home.path / path for receipt in receipts(home) for path in receipt.parts.values()}
    for folder in (home.articles, home.facts):
        yield from (path for path in sorted(folder.rglob("*.parquet")) if path not in named)


def _unfinished(home: Home) -> Iterator[Path]:
    """`.NAME.PROCESS.tmp`, as `write_whole` calls a file until it is whole; the writer of these is gone."""
    for folder in (home.articles, home.facts, home.ledger, home.rejects, home.corrections, home.state):
        yield from (path for path in sorted(folder.rglob(".*.tmp")) if "prefect" not in path.parts)
    yield from sorted(home.path.glob(".*.tmp"))
