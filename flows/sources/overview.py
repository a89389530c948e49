"""Configured and once watched sources as a table, with what needs attention."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa

from flows.sources.configuration import configuration
from flows.sources.settings import SourceSettings
from flows.sources.volume import volume_of
from warehouse.home import Home
from warehouse.watched import Watched, watched

SCHEMA = pa.schema(
    [
        ("source_id", pa.string()),
        ("state", pa.string()),
        ("kind", pa.string()),
        ("source_uri", pa.string()),
        ("checked_at", pa.timestamp("s")),
        ("changed_at", pa.timestamp("s")),
        ("next_due_at", pa.timestamp("s")),
        ("volume", pa.string()),
        ("last_error", pa.string()),
    ]
)
QUIET_TIMES, SHORTEST_QUIET = 50, timedelta(days=2)


def overview(home: Home, now: datetime | None = None) -> pa.Table:
    """One row a source."""
    moment = now or datetime.now(UTC).replace(tzinfo=None)
    configured = configuration(home).sources
    known = {watch.source_id: watch for watch in watched(home)}
    names = [*configured, *(name for name in known if name not in configured)]
    rows = [_row(name, configured.get(name), _of_now(configured.get(name), known.get(name)), moment) for name in names]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def state_of(source: SourceSettings | None, watch: Watched | None, now: datetime) -> str:
    """`disabled`, `removed`, `new`, `failing`, `stale` (nothing new for 50 turns and two days), `due`, `ok`."""
    if source is None:
        return "removed"
    if not source.is_enabled:
        return "disabled"
    if watch is None or watch.checked_at is None:
        return "new"
    if watch.failure_count:
        return "failing"
    quiet = max(source.every * QUIET_TIMES, SHORTEST_QUIET)
    if now - (watch.changed_at or _first_asked(watch)) > quiet:
        return "stale"
    return "due" if watch.next_due_at is None or watch.next_due_at <= now else "ok"


def _of_now(source: SourceSettings | None, watch: Watched | None) -> Watched | None:
    """What is known of a source at the address that it has now."""
    return None if source and watch and source.address != watch.source_uri else watch


def _first_asked(watch: Watched) -> datetime:
    """The first day on which a source was asked that never gave anything; today for one that was never asked."""
    return datetime.fromisoformat(min(watch.daily)) if watch.daily else watch.checked_at or datetime.max


def _row(name: str, source: SourceSettings | None, watch: Watched | None, now: datetime) -> dict[str, object]:
    return {
        "source_id": name,
        "state": state_of(source, watch, now),
        "kind": source.kind if source else None,
        "source_uri": source.address if source else watch.source_uri if watch else None,
        "checked_at": watch.checked_at if watch else None,
        "changed_at": watch.changed_at if watch else None,
        "next_due_at": watch.next_due_at if watch else None,
        "volume": volume_of(watch, now) if source and watch else None,
        "last_error": watch.last_error if watch else None,
    }
