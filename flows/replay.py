"""Rejects read again: their sources are read anew, since only a source knows the identity of what it holds.

What is refused again comes back on file by itself; so the rejects are taken off first, and put back if the run fails.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

import pyarrow as pa

from flows.sources.configuration import configuration
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.ledger import receipts, runs
from warehouse.rejects import Reject, met_at, remove_rejects, stored_rejects, write_rejects
from warehouse.watched import Watched, seen_key, watched, write_watch

COLUMNS = (
    "reject_id", "run_id", "first_seen_at", "last_seen_at", "stage", "source_uri", "source_key", "line", "reason",
)  # fmt: skip


class Refused(NamedTuple):
    """A reject with the run that met it first."""

    run_id: str
    reject: Reject
    first_seen_at: str | None = None
    last_seen_at: str | None = None


def table(home: Home, *, stage: str | None = None, source: str | None = None) -> pa.Table:
    """Rejects on file, the newest first."""
    found = [r for r in _refused(home) if stage in {None, r.reject.stage} and (source or "") in r.reject.source_uri]
    rows = [
        {name: getattr(r.reject if hasattr(r.reject, name) else r, name) for name in COLUMNS} for r in reversed(found)
    ]
    fields = [(name, pa.int64() if name == "line" else pa.string()) for name in COLUMNS]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def chosen(home: Home, reject_ids: Sequence[str]) -> list[Refused]:
    """Rejects by the beginnings of their ids, all of them without any; raises `DatelineError` for one not on file."""
    found = _refused(home)
    for beginning in reject_ids:
        if not any(r.reject.reject_id.startswith(beginning) for r in found):
            raise DatelineError(f"There is no reject {beginning}; `dateline rejects list` shows what there is.")
    return [r for r in found if not reject_ids or r.reject.reject_id.startswith(tuple(reject_ids))]


@contextmanager
def replayed(home: Home, refused: Sequence[Refused]) -> Iterator[tuple[str, ...]]:
    """The sources to read again, with the rejects off file and their pages due; all as before if the block fails."""
    names = set(configuration(home).sources)
    watches = {watch.source_id: watch for watch in watched(home) if watch.source_id in names}
    sources = {r.reject.reject_id: _source(home, r, watches) for r in refused}
    for watch in watches.values():
        own = [r.reject for r in refused if sources[r.reject.reject_id] == watch.source_id]
        if own:
            write_watch(home, _due_again(watch, own))
    remove_rejects(home, [r.reject for r in refused])
    try:
        yield tuple(dict.fromkeys(source for source in sources.values() if source))
    except BaseException:
        for run_id in {r.run_id for r in refused}:
            write_rejects(home, run_id, [r.reject for r in refused if r.run_id == run_id])
        raise


def _refused(home: Home) -> list[Refused]:
    """On file, and in the ledger those of the stage `extract`; each once, with its first run."""
    of_chunks = [(receipt.run_id, reject) for receipt in receipts(home) for reject in receipt.rejects]
    began, met = {run.run_id: run.started_at for run in runs(home)}, met_at(home)
    found: dict[str, Refused] = {}
    for run_id, reject in [*stored_rejects(home), *of_chunks]:
        first_run = found[reject.reject_id].run_id if reject.reject_id in found else run_id
        first, last = met.get(reject.reject_id, (began.get(first_run), began.get(run_id)))
        found[reject.reject_id] = Refused(first_run, reject, _shown(first), _shown(last))
    return sorted(found.values(), key=lambda r: r.run_id)


def _shown(moment: datetime | None) -> str | None:
    return moment.isoformat(" ", "seconds") if moment else None


def _source(home: Home, refused: Refused, watches: dict[str, Watched]) -> str:
    """The source that gave a reject: the watched one that knows it, else the one given to its run."""
    reject = refused.reject
    for name, watch in watches.items():
        if reject.source_uri in {watch.source_uri, *watch.again} or _key(reject) in watch.seen:
            return name
    given = next((run.sources for run in runs(home) if run.run_id == refused.run_id), ())
    holding = [source for source in given if reject.source_uri.startswith(source)]
    named = [source for source in given if "://" not in source and source in configuration(home).sources]
    source = next(iter([*holding, *named]), reject.source_uri)
    if source.startswith("stdin:"):
        raise DatelineError(
            f"Reject {reject.reject_id} came from standard input; give the input to `dateline run -` again."
        )
    return source


def _due_again(watch: Watched, rejects: Sequence[Reject]) -> Watched:
    """Pages that were refused are asked for again; a list that was refused is asked for without validators."""
    pages = {r.source_uri: (r.source_key, 0) for r in rejects if r.source_uri != watch.source_uri}
    return replace(watch, again=dict(watch.again) | pages, etag=None, last_modified=None)


def _key(reject: Reject) -> str:
    return seen_key(reject.source_key, reject.source_uri)
