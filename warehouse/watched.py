"""What is known of watched sources: when each was asked, what it answered, what it has shown; one JSON file each.

`HOME/state/sources/NAME.json`. Losing a file loses no fact: the source is asked as if for the first time, and what it
shows again is met as a duplicate.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from warehouse.errors import LedgerError
from warehouse.files import read_json, write_json
from warehouse.home import Home

INSTANTS = ("checked_at", "changed_at", "next_due_at")


@dataclass(frozen=True)
class Watched:
    """One source. Instants are UTC without zone.

    `seen` maps an item's key to what it looked like and the last day; `again` maps addresses that are to be asked for
    another time to the item's key and the number of tries. `daily` maps days (UTC) on which it was asked to the number
    of articles that it gave.
    """

    source_id: str
    source_uri: str
    checked_at: datetime | None = None
    changed_at: datetime | None = None
    next_due_at: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    failure_count: int = 0
    last_error: str | None = None
    seen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    again: Mapping[str, tuple[str | None, int]] = field(default_factory=dict)
    daily: Mapping[str, int] = field(default_factory=dict)


def watched(home: Home) -> list[Watched]:
    """Every source that was ever watched, by name."""
    found = [_read(path) for path in sorted((home.state / "sources").glob("*.json"))]
    return sorted(found, key=lambda watch: watch.source_id)


def watch_of(home: Home, source_id: str, source_uri: str) -> Watched:
    """What is known of a source; nothing yet if it is new, or if its address has changed."""
    path = _path(home, source_id)
    watch = _read(path) if path.exists() else None
    return watch if watch and watch.source_uri == source_uri else Watched(source_id, source_uri)


def write_watch(home: Home, watch: Watched) -> None:
    """Replace what is known of a source."""
    instants = {name: value.isoformat() if (value := getattr(watch, name)) else None for name in INSTANTS}
    write_json(_path(home, watch.source_id), asdict(watch) | instants)


def seen_key(key: str | None, url: str | None) -> str:
    """The key of an item among those that a source has shown, from its own key and its address."""
    return _digest(f"{key or url or ''}\x1f{url or ''}")


def watched_rows(home: Home) -> list[dict[str, object]]:
    """The rows of `ops.sources`."""
    return [
        {name: value for name, value in asdict(w).items() if name not in {"seen", "again", "daily"}}
        | {"daily_counts": sorted(w.daily.items())}
        for w in watched(home)
    ]


def _path(home: Home, source_id: str) -> Path:
    return home.state / "sources" / f"{_digest(source_id)}.json"


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _read(path: Path) -> Watched:
    content: dict[str, Any] = dict(read_json(path))
    try:
        for name in INSTANTS:
            content[name] = datetime.fromisoformat(content[name]) if content[name] else None
        content["seen"] = {key: (str(look), str(day)) for key, (look, day) in content["seen"].items()}
        content["again"] = {url: (key, int(tries)) for url, (key, tries) in content.get("again", {}).items()}
        content["daily"] = {str(day): int(count) for day, count in content.get("daily", {}).items()}
        return Watched(**content)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LedgerError(f"{path} is no state of a source ({error}); remove it, no fact is lost.") from error
