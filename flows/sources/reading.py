"""One reading of a source under way, and what is remembered of it when what it gave is safe."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from flows.feeds.item import Item
from flows.fetch.answer import Answer
from flows.readers.entry import Entry
from flows.sources.settings import SourceSettings
from transforms.identity import digest
from warehouse.watched import Watched, seen_key

REMEMBERED = timedelta(days=90)
LONGEST_PAUSE = timedelta(days=1)


@dataclass
class Reading:
    """What a source is, what was known of it, and what this reading finds; filled while its records are taken."""

    source: SourceSettings
    watch: Watched
    entry: Entry
    now: datetime
    keep_page: Callable[[Answer], None]
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)
    is_changed: bool = False
    error: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    again: dict[str, tuple[str | None, int]] = field(default_factory=dict)
    is_cut: bool = False
    count: int = 0


def remember(reading: Reading, item: Item) -> None:
    """An item was read, or was refused for good."""
    reading.is_changed = True
    reading.seen[seen_key(item.key or item.title, item.url)] = (look_of(item), f"{reading.now:%Y-%m-%d}")


def remembered(reading: Reading) -> Watched:
    """What to keep. After every failure the next time is put off twice as long; validators only of a whole list."""
    watch, source = reading.watch, reading.source
    failures = watch.failure_count + 1 if reading.error else 0
    oldest = f"{reading.now - REMEMBERED:%Y-%m-%d}"
    is_whole = not reading.error and not reading.is_cut
    return Watched(
        source_id=source.name,
        source_uri=source.address,
        checked_at=reading.now,
        changed_at=reading.now if reading.is_changed else watch.changed_at,
        next_due_at=reading.now + min(source.every * 2 ** min(failures, 10), max(LONGEST_PAUSE, source.every)),
        etag=reading.etag if is_whole else None,
        last_modified=reading.last_modified if is_whole else None,
        failure_count=failures,
        last_error=reading.error,
        again=reading.again if not reading.error else watch.again,
        daily=_daily(reading, oldest),
        seen={key: kept for key, kept in (dict(watch.seen) | reading.seen).items() if kept[1] >= oldest},
    )


def _daily(reading: Reading, oldest: str) -> dict[str, int]:
    """What was given day by day, with this reading; a day on which nothing was given counts as well."""
    kept = {day: count for day, count in reading.watch.daily.items() if day >= oldest}
    today = f"{reading.now:%Y-%m-%d}"
    return kept | {today: kept.get(today, 0) + reading.count}


def look_of(item: Item) -> str:
    """What makes an item worth reading again; its address may gain parameters from day to day."""
    return digest(item.title, item.published_at, item.updated_at, item.text)
