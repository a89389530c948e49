"""What could not be read, and why: kept as files, ready to be replayed, one row each in `ops.rejects`."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from warehouse.errors import LedgerError
from warehouse.files import read_json, read_jsonl, storage, write_json, write_jsonl
from warehouse.home import Home


@dataclass(frozen=True)
class Reject:
    """One refused record. `stage` is `read`, `language` or `extract`; `line` counts from 1; `payload` is the input."""

    reject_id: str
    stage: str
    source_uri: str
    source_key: str | None
    line: int | None
    reason: str
    payload: str | None


def new_reject(
    stage: str,
    *,
    source_uri: str,
    reason: str,
    source_key: str | None = None,
    line: int | None = None,
    payload: str | None = None,
) -> Reject:
    """A reject whose id is derived from what it says, so that the same trouble has the same id in every run."""
    parts = (source_uri, source_key, line, reason, payload)
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    reject_id = blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return Reject(reject_id, stage, source_uri, source_key, line, reason, payload)


def write_rejects(home: Home, run_id: str, rejects: Iterable[Reject]) -> None:
    """Add the rejects of a run to its file; those that the file has already are not written twice."""
    path = home.rejects / f"{run_id}.jsonl"
    kept = {reject.reject_id: reject for reject in (_read(path) if path.exists() else [])}
    merged = kept | {reject.reject_id: reject for reject in rejects}
    if merged.keys() != kept.keys():
        write_jsonl(path, (asdict(reject) for reject in merged.values()))


def remove_rejects(home: Home, rejects: Iterable[Reject]) -> None:
    """Take rejects off file, before what held them is read again."""
    gone = {reject.reject_id for reject in rejects}
    for path in sorted(home.rejects.glob("*.jsonl")):
        kept = [reject for reject in _read(path) if reject.reject_id not in gone]
        if not kept:
            with storage(path):
                path.unlink()
        elif len(kept) < len(_read(path)):
            write_jsonl(path, (asdict(reject) for reject in kept))


def write_over(home: Home, run_id: str, rejects: Iterable[Reject]) -> None:
    """Leave only these rejects in the file of a run."""
    write_jsonl(home.rejects / f"{run_id}.jsonl", (asdict(reject) for reject in rejects))


def note_met(home: Home, reject_ids: Iterable[str], at: datetime) -> None:
    """Keep when rejects were met first and last, in `HOME/state/rejects.json`; losing it loses no reject."""
    before, on_file = met_at(home), known_rejects(home)
    now = {reject_id: (before.get(reject_id, (at, at))[0], at) for reject_id in reject_ids}
    kept = {reject_id: moments for reject_id, moments in before.items() if reject_id in on_file} | now
    if kept != before:
        write_json(_met(home), {i: [moment.isoformat() for moment in moments] for i, moments in kept.items()})


def met_at(home: Home) -> dict[str, tuple[datetime, datetime]]:
    """When rejects were met first and last (UTC), as far as that is known."""
    content: dict[str, Any] = dict(read_json(_met(home))) if _met(home).exists() else {}
    try:
        return {i: (datetime.fromisoformat(a), datetime.fromisoformat(b)) for i, (a, b) in content.items()}
    except (TypeError, ValueError) as error:
        raise LedgerError(f"{_met(home)} holds no times of rejects ({error}); remove it, no reject is lost.") from error


def known_rejects(home: Home) -> set[str]:
    """Ids of every reject that is on file."""
    return {reject.reject_id for _, reject in stored_rejects(home)}


def stored_rejects(home: Home) -> list[tuple[str, Reject]]:
    """Every reject on file with the id of the run that wrote it."""
    return [(path.stem, reject) for path in sorted(home.rejects.glob("*.jsonl")) for reject in _read(path)]


def rejects_from(rows: Sequence[dict[str, Any]]) -> tuple[Reject, ...]:
    """Rejects from their JSON objects."""
    return tuple(Reject(**row) for row in rows)


def _met(home: Home) -> Path:
    return home.state / "rejects.json"


def _read(path: Path) -> tuple[Reject, ...]:
    return rejects_from(read_jsonl(path))
