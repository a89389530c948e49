"""The ledger: which batches are finished and which runs changed something, one JSON file each, in commit order.

Names begin with their number, `00000001-BATCH.json`, so that a listing is the history. What the ledger does
not name does not exist: a part whose batch was never recorded is no part of the warehouse.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from warehouse.errors import LedgerError
from warehouse.files import read_json, read_jsonl, write_json, write_jsonl
from warehouse.home import Home
from warehouse.rejects import Reject, rejects_from


@dataclass(frozen=True)
class Receipt:
    """What a worker did with a chunk: `article_ids` are those whose rows it replaces, `parts` maps tables to paths.

    `refused_ids` are articles on which the extractors failed; `rejects` says why. `merged_from` names the files of the
    batches that this one was merged from, which are no longer in force.
    """

    batch_id: str
    run_id: str
    extractor: str
    chunk_hash: str
    article_ids: tuple[str, ...]
    parts: Mapping[str, str]
    row_counts: Mapping[str, int]
    rejects: tuple[Reject, ...]
    seconds: float
    refused_ids: tuple[str, ...] = ()
    merged_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """One run that changed something; `table_hashes` is filled by the publication. Times are UTC without zone."""

    run_id: str
    kind: str
    started_at: datetime
    finished_at: datetime
    extractor: str
    sources: tuple[str, ...]
    fetched_count: int
    loaded_count: int
    duplicate_count: int
    rejected_count: int
    seconds: float
    table_hashes: Mapping[str, str]


@dataclass(frozen=True)
class Sighting:
    """A version that was met again: no new row, but a source and a moment."""

    article_id: str
    source_id: str
    source_uri: str
    seen_at: datetime


def append_receipt(home: Home, receipt: Receipt) -> None:
    """Record a finished batch; recording it again for the same run changes nothing."""
    folder = home.ledger / "batches"
    for path in sorted(folder.glob(f"*-{receipt.batch_id}.json")):
        if _receipt(path).run_id == receipt.run_id:
            return
    write_json(folder / _next_name(folder, receipt.batch_id), asdict(receipt))


def receipts(home: Home) -> list[Receipt]:
    """Every finished batch, oldest first."""
    return [receipt for _, receipt in stored_receipts(home)]


def stored_receipts(home: Home) -> list[tuple[Path, Receipt]]:
    """Every finished batch with the file that records it, oldest first."""
    return [(path, receipt) for path, receipt, is_hidden in _all_receipts(home) if not is_hidden]


def hidden_receipts(home: Home) -> list[Path]:
    """Files of batches that were merged into another, which takes their place."""
    return [path for path, _, is_hidden in _all_receipts(home) if is_hidden]


def replace_receipt(path: Path, receipt: Receipt) -> None:
    """Put another record in the place of a batch's, when articles are erased from it."""
    write_json(path, asdict(receipt))


def append_run(home: Home, run: Run) -> None:
    """Record a run that was published."""
    folder = home.ledger / "runs"
    times = {"started_at": run.started_at.isoformat(), "finished_at": run.finished_at.isoformat()}
    write_json(folder / _next_name(folder, run.run_id), asdict(run) | times)


def runs(home: Home) -> list[Run]:
    """Every run that changed something, oldest first."""
    return [_run(path) for path in sorted((home.ledger / "runs").glob("*.json"))]


def write_sightings(home: Home, run_id: str, sightings: tuple[Sighting, ...]) -> None:
    """Keep what a run met again."""
    if sightings:
        rows = (asdict(sighting) | {"seen_at": sighting.seen_at.isoformat()} for sighting in sightings)
        write_jsonl(home.sightings / f"{run_id}.jsonl", rows)


def stored_sightings(home: Home) -> list[tuple[str, Sighting]]:
    """Every sighting on file with the id of its run."""
    return [(path.stem, _sighting(row)) for path in sorted(home.sightings.glob("*.jsonl")) for row in read_jsonl(path)]


def _all_receipts(home: Home) -> list[tuple[Path, Receipt, bool]]:
    """Every record with its file and whether another one has taken its place."""
    found = [(path, _receipt(path)) for path in sorted((home.ledger / "batches").glob("*.json"))]
    merged = {name for _, receipt in found for name in receipt.merged_from}
    return [(path, receipt, path.name in merged) for path, receipt in found]


def _receipt(path: Path) -> Receipt:
    content: dict[str, Any] = dict(read_json(path))
    try:
        ids, rejects = tuple(content.pop("article_ids")), rejects_from(content.pop("rejects"))
        refused, merged = tuple(content.pop("refused_ids", ())), tuple(content.pop("merged_from", ()))
        return Receipt(article_ids=ids, rejects=rejects, refused_ids=refused, merged_from=merged, **content)
    except (KeyError, TypeError) as error:
        raise LedgerError(f"{path} is no receipt of a batch ({error}); restore it from a backup.") from error


def _run(path: Path) -> Run:
    content: dict[str, Any] = dict(read_json(path))
    try:
        content["sources"] = tuple(content["sources"])
        for name in ("started_at", "finished_at"):
            content[name] = datetime.fromisoformat(content[name])
        return Run(**content)
    except (KeyError, TypeError, ValueError) as error:
        raise LedgerError(f"{path} is no record of a run ({error}); restore it from a backup.") from error


def _sighting(row: dict[str, Any]) -> Sighting:
    return Sighting(**(row | {"seen_at": datetime.fromisoformat(row["seen_at"])}))


def _next_name(folder: Path, name: str) -> str:
    numbers = [int(path.name.split("-")[0]) for path in folder.glob("[0-9]*-*.json")]
    return f"{max(numbers, default=0) + 1:08d}-{name}.json"
