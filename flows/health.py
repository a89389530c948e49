"""How a home is doing: what it holds, what its last runs did, which sources fail or fell silent."""

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from flows.inbox import pending_chunks
from flows.schedules.served import served_at
from flows.sources.overview import overview
from warehouse.articles import known_articles
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.ledger import Run, runs
from warehouse.publish import is_behind
from warehouse.query import query
from warehouse.rejects import stored_rejects

LAST_RUNS = 5
WARNING_STATES = ("failing", "stale")


@dataclass(frozen=True)
class Health:
    """`warehouse` is `published`, `behind` or why it cannot be read; `lag_hours` from now to the newest publication;
    `schedules_at` is the address of a `dateline up` that runs."""

    home: str
    warehouse: str
    article_count: int
    pending_chunk_count: int
    loaded_last_day: int
    loaded_last_week: int
    newest_published_at: str | None
    lag_hours: float | None
    reject_counts: dict[str, int]
    source_counts: dict[str, int]
    troubled_sources: list[dict[str, object]]
    last_runs: list[dict[str, object]]
    warnings: list[str]
    schedules_at: str | None = None


def health(home: Home, now: datetime | None = None) -> Health:
    """Everything is read from files and the published warehouse; nothing is written."""
    moment = now or datetime.now(UTC).replace(tzinfo=None)
    history, pending = runs(home), len(pending_chunks(home))
    condition, newest = _warehouse(home, has_history=bool(history))
    listed = overview(home, moment).to_pylist()
    troubled = [row for row in listed if row["state"] in WARNING_STATES]
    return Health(
        home=str(home.path),
        warehouse=condition,
        article_count=len(known_articles(home)),
        pending_chunk_count=pending,
        loaded_last_day=_loaded(history, moment - timedelta(days=1)),
        loaded_last_week=_loaded(history, moment - timedelta(days=7)),
        newest_published_at=newest.isoformat(" ", "minutes") if newest else None,
        lag_hours=round((moment - newest).total_seconds() / 3600, 1) if newest else None,
        reject_counts=dict(Counter(reject.stage for _, reject in stored_rejects(home))),
        source_counts=dict(Counter(str(row["state"]) for row in listed)),
        troubled_sources=[{name: row[name] for name in ("source_id", "state", "last_error")} for row in troubled],
        last_runs=[_shown(run) for run in history[-LAST_RUNS:]],
        warnings=list(_warnings(condition, pending, history)),
        schedules_at=served_at(home),
    )


def as_dict(found: Health) -> dict[str, object]:
    """For JSON."""
    return asdict(found)


def _warehouse(home: Home, *, has_history: bool) -> tuple[str, datetime | None]:
    if not home.warehouse.exists():
        return ("missing" if has_history else "empty"), None
    try:
        condition = "behind" if is_behind(home) else "published"
        newest = query(home, "select max(published_utc_at) as at from facts.articles")["at"][0].as_py()
    except DatelineError as error:
        return f"unreadable: {error}", None
    return condition, newest


def _loaded(history: list[Run], since: datetime) -> int:
    return sum(run.loaded_count for run in history if run.kind == "run" and run.started_at >= since)


def _shown(run: Run) -> dict[str, object]:
    names = ("run_id", "kind", "fetched_count", "loaded_count", "duplicate_count", "rejected_count", "seconds")
    return {"started_at": run.started_at.isoformat(" ", "seconds")} | {name: getattr(run, name) for name in names}


def _warnings(condition: str, pending: int, history: list[Run]) -> list[str]:
    """What to do something about; a run far below or above the usual count says that a source has changed."""
    found = []
    if condition in {"missing", "behind"}:
        found.append(f"the warehouse is {condition}: `dateline run` or `dateline rebuild` brings it up to date")
    if condition.startswith("unreadable"):
        found.append(condition)
    if pending:
        found.append("a run was stopped: the next `dateline run` goes on with it")
    counts = sorted(run.fetched_count for run in history[-21:-1] if run.kind == "run")
    if len(counts) >= 5 and history[-1].kind == "run":
        usual, last = counts[len(counts) // 2], history[-1].fetched_count
        if last * 5 < usual or last > usual * 5 + 50:
            found.append(f"the last run fetched {last:,} articles; {usual:,} are usual")
    return found
