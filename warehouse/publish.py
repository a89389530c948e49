"""Publication: bring the DuckDB file up to the ledger beside the published one, check it, and swap it in whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from warehouse.build import discard, open_build, put_in_place
from warehouse.checks import Failure, run_checks
from warehouse.contents import Contents, fill
from warehouse.corrections import corrections
from warehouse.errors import WarehouseError
from warehouse.hashes import row_counts, table_hashes
from warehouse.home import Home
from warehouse.judgements import judgements
from warehouse.ledger import Receipt, Run, Sighting, append_run, receipts, runs, write_sightings
from warehouse.projection import mark, reject_rows
from warehouse.published import OFFLINE, Condition, Holding, holding, layout
from warehouse.stopping import Queries, stoppable


@dataclass(frozen=True)
class Published:
    """What is published now; `failed_checks` are warnings, `is_changed` says whether the file was replaced.

    `set_aside` is where a file that could not be read as a warehouse was put.
    """

    row_counts: Mapping[str, int]
    table_hashes: Mapping[str, str]
    failed_checks: tuple[Failure, ...]
    is_changed: bool
    set_aside: Path | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences on what was met though nothing failed: a file set aside, checks of lesser weight."""
        aside = f"what lay under the warehouse's name could not be read as one; it is now {self.set_aside}"
        failed = (f"{f.name}: {f.count} bad rows, the first {f.first}" for f in self.failed_checks)
        return (*([aside] if self.set_aside else ()), *failed)


def is_behind(home: Home) -> bool:
    """Whether the ledger or the rejects hold something that the published file lacks, or the file is unusable."""
    return _is_behind(home, holding(home), receipts(home))


def publish(home: Home, run: Run | None, sightings: Sequence[Sighting] = ()) -> Published:
    """Bring the published file up to the ledger and record `run`; an up-to-date file with the run in it is left alone.

    The caller holds the home's lock: there is one publication at a time. Raises `CheckError`, `StorageError`,
    `LedgerError` or `ForeignWarehouseError`; the published file is then as it was.
    """
    return stoppable(lambda queries: _publish(home, run, tuple(sightings), queries))


def rebuild(home: Home) -> Published:
    """The published file again, from Parquet alone."""
    return stoppable(lambda queries: _rebuild(home, queries))


def _publish(home: Home, run: Run | None, sightings: tuple[Sighting, ...], queries: Queries) -> Published:
    held, batches = holding(home), receipts(home)
    is_unrecorded = run is not None and run.run_id in {b.run_id for b in batches} - {r.run_id for r in runs(home)}
    if not is_unrecorded and not _is_behind(home, held, batches):
        return _unchanged(home)
    return _build(home, held, batches, run, sightings, queries=queries)


def _rebuild(home: Home, queries: Queries) -> Published:
    held, batches = holding(home), receipts(home)
    if not home.ledger.is_dir() and not home.rejects.is_dir():
        raise WarehouseError(
            f"{home.path} holds nothing to build from; run `dateline run` first or choose another --home."
        )
    return _build(home, replace(held, layout=""), batches, None, (), queries=queries)


def _is_behind(home: Home, held: Holding, batches: Sequence[Receipt]) -> bool:
    rejects = {row["reject_id"] for row in reject_rows(home, batches, ())}
    if held.condition is Condition.MISSING:
        return bool(batches or rejects or runs(home))
    return (
        held.condition is not Condition.READABLE
        or held.layout != layout()
        or held.batches != _numbered(batches)
        or held.runs != tuple(run.run_id for run in runs(home))
        or held.rejects != rejects
        or held.corrections != _corrected(home)
        or held.judgements != {judgement.judgement_id for judgement in judgements(home)}
    )


def _build(
    home: Home,
    held: Holding,
    batches: list[Receipt],
    run: Run | None,
    sightings: tuple[Sighting, ...],
    *,
    queries: Queries,
) -> Published:
    loaded = _loaded(home, held, batches)
    building = open_build(home, copy=bool(loaded))
    try:
        fresh = [(run.run_id, sighting) for sighting in sightings] if run else []
        contents = Contents(batches, [*runs(home), *([run] if run else [])], fresh, loaded_count=loaded)
        with building.connection(contents.row_count) as con, queries.of(con):
            fill(con, home, contents)
            failures = run_checks(con)
            published = Published(row_counts(con), table_hashes(con), failures, True)
            mark(con, layout=layout(), table_hashes=published.table_hashes, run_id=run.run_id if run else None)
        if run:
            _record(home, replace(run, table_hashes=published.table_hashes), sightings)
        set_aside = put_in_place(building, home, held.condition)
    except BaseException:
        discard(building)
        raise
    return replace(published, set_aside=set_aside)


def _record(home: Home, run: Run, sightings: tuple[Sighting, ...]) -> None:
    """The run's record goes to disk before the swap: if that fails, the file is behind and is published again."""
    write_sightings(home, run.run_id, sightings)
    append_run(home, run)


def _loaded(home: Home, held: Holding, batches: Sequence[Receipt]) -> int:
    """How many of the ledger's batches a copy of the published file brings along: all that it holds, or none.

    A correction that was withdrawn cannot be undone in the copy. What `aliases.csv` means is looked up in facts that it
    has not changed: the articles that it has are loaded again.
    """
    has_log = home.warehouse.with_name(home.warehouse.name + ".wal").exists()
    is_kept = held.corrections - held.aliases <= _corrected(home)
    is_usable = is_kept and held.condition is Condition.READABLE and held.layout == layout() and not has_log
    count = len(held.batches)
    return count if is_usable and held.batches == _numbered(batches)[:count] else 0


def _corrected(home: Home) -> set[str]:
    return {correction.correction_id for correction in corrections(home)}


def _numbered(batches: Sequence[Receipt]) -> tuple[tuple[int, str], ...]:
    return tuple((number, receipt.batch_id) for number, receipt in enumerate(batches, 1))


def _unchanged(home: Home) -> Published:
    if not home.warehouse.exists():
        return Published({}, {}, (), False)
    with duckdb.connect(str(home.warehouse), read_only=True, config=dict(OFFLINE)) as con:
        row = con.execute("select table_hashes from ops.warehouse").fetchone()
        return Published(row_counts(con), row[0] if row else {}, (), False)
