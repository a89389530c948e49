"""Files of the home as rows of schema `ops`."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

import duckdb

from warehouse.conform import conform
from warehouse.corrections import every_correction
from warehouse.declared import insert
from warehouse.home import Home
from warehouse.judgements import judgements
from warehouse.ledger import Receipt, Run, Sighting, stored_sightings
from warehouse.operations import OPS
from warehouse.rejects import met_at, stored_rejects
from warehouse.watched import watched_rows

Rows = list[dict[str, object]]


def project(
    con: duckdb.DuckDBPyConnection,
    home: Home,
    *,
    batches: Sequence[Receipt],
    runs: Sequence[Run],
    sightings: Sequence[tuple[str, Sighting]],
    at: datetime | None = None,
) -> None:
    """Replace every table of schema `ops`; `sightings` are those that are not on file yet, each with its run.

    With `at`, a moment (UTC), what the given runs met and people had said by then; how sources stood is not known.
    """
    done = {run.run_id for run in runs}
    rows: dict[str, Rows] = {
        "runs": [_run(number, run) for number, run in enumerate(runs, 1)],
        "batches": [_batch(number, receipt) for number, receipt in enumerate(batches, 1)],
        "rejects": [row for row in reject_rows(home, batches, runs, at=at) if at is None or row["run_id"] in done],
        "sources": watched_rows(home) if at is None else [],
        "corrections": [asdict(correction) for correction in every_correction(home, at=at)],
        "judgements": [asdict(judgement) for judgement in judgements(home, at=at)],
        "sightings": _sightings([s for s in [*stored_sightings(home), *sightings] if at is None or s[0] in done]),
    }
    for name, table in OPS.items():
        con.execute(f"delete from ops.{name}")
        insert(con, table, conform(rows.get(name, []), table))


def mark(con: duckdb.DuckDBPyConnection, *, layout: str, table_hashes: Mapping[str, str], run_id: str | None) -> None:
    """Say in the finished file that it is ours, what it holds, and what the run left."""
    marked = [{"layout": layout, "table_hashes": list(table_hashes.items())}]
    insert(con, OPS["warehouse"], conform(marked, OPS["warehouse"]))
    con.execute(
        "update ops.runs set table_hashes = (select table_hashes from ops.warehouse) where run_id = $1", [run_id]
    )


def reject_rows(home: Home, batches: Sequence[Receipt], runs: Sequence[Run], *, at: datetime | None = None) -> Rows:
    """Rejects on file and in receipts, each once, with the run that met it first, and when first and last.

    With `at`, what runs say of that, since later meetings are kept without those between.
    """
    found = [*stored_rejects(home), *((receipt.run_id, reject) for receipt in batches for reject in receipt.rejects)]
    began, met = {run.run_id: run.started_at for run in runs}, met_at(home) if at is None else {}
    last = {reject.reject_id: began.get(run_id) for run_id, reject in found}
    rows = {reject.reject_id: asdict(reject) | {"run_id": run_id} for run_id, reject in reversed(found)}
    for reject_id, row in rows.items():
        seen = met.get(reject_id, (began.get(str(row["run_id"])), last[reject_id]))
        row["first_seen_at"], row["last_seen_at"] = seen
    return [rows[reject_id] for reject_id in sorted(rows)]


def _run(number: int, run: Run) -> dict[str, object]:
    return asdict(run) | {"run_no": number, "table_hashes": list(run.table_hashes.items())}


def _batch(number: int, receipt: Receipt) -> dict[str, object]:
    return {
        "batch_no": number,
        "batch_id": receipt.batch_id,
        "run_id": receipt.run_id,
        "extractor": receipt.extractor,
        "chunk_hash": receipt.chunk_hash,
        "article_count": len(receipt.article_ids),
        "reject_count": len(receipt.rejects),
        "row_counts": list(receipt.row_counts.items()),
        "seconds": receipt.seconds,
    }


def _sightings(found: Sequence[tuple[str, Sighting]]) -> Rows:
    """One row per version, source, address and run, with the last moment."""
    rows = {
        (sighting.article_id, sighting.source_id, sighting.source_uri, run_id): asdict(sighting) | {"run_id": run_id}
        for run_id, sighting in found
    }
    return list(rows.values())
