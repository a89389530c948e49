"""Read sources, decide what each record is (new, seen before, refused), and put the new ones into the inbox."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from flows.fetch.page_archive import PageArchive, archive_path
from flows.identity import article_row
from flows.inbox import Ingested, finish, in_chunks, pending_articles, remove_run, write_chunk
from flows.language import READABLE, judge
from flows.mended import Places, close
from flows.readers import Limits, Source
from flows.record import Record
from flows.sources.configuration import configuration
from flows.sources.named import open_named
from warehouse.articles import text_hashes
from warehouse.home import Home
from warehouse.ledger import Sighting
from warehouse.rejects import Reject, known_rejects, new_reject


class _Count:
    """What one ingest has met so far."""

    def __init__(self, home: Home, known: set[str], now: datetime) -> None:
        self.home = home
        self.known = known
        self.now = now.astimezone(UTC).replace(tzinfo=None) if now.tzinfo else now
        self.fetched = self.accepted = self.undated = 0
        self.sightings: list[Sighting] = []
        self.rejects: list[Reject] = []
        self.places = Places()
        self.texts: dict[str, str] | None = None
        self.keep_page = _page_keeper(home, self.now)


def ingest(
    home: Home,
    sources: Sequence[str],
    *,
    run_id: str,
    known: Mapping[str, str],
    now: datetime,
    on_record: Callable[[str], None],
    limits: Limits = Limits(),  # noqa: B008
    readable: frozenset[str] = READABLE,
) -> Ingested:
    """Fill `HOME/state/inbox/RUN_ID`; without a new article or a new reject nothing is written.

    `known` holds the article ids that the home has (what is pending counts too); `on_record` is told the
    source of every record. Raises `DatelineError` before reading anything if one of the sources does not exist.
    """
    count = _Count(home, {*known, *pending_articles(home)}, now)
    opened = [open_named(home, source, now=count.now, limits=limits) for source in sources]
    folder = home.inbox / run_id
    rows = _new_rows(opened, count, on_record, readable)
    chunk_paths = [write_chunk(folder, chunk) for chunk in in_chunks(rows)]
    ingested = Ingested(
        run_id=run_id,
        started_at=count.now,
        sources=tuple(source.source_id for source in opened),
        fetched_count=count.fetched,
        duplicate_count=len(count.sightings),
        rejected_count=len(count.rejects),
        accepted_count=count.accepted,
        chunk_paths=tuple(chunk_paths),
        sightings=tuple(count.sightings),
        rejects=_not_on_file(home, count.rejects),
        undated_count=count.undated,
    )
    if ingested.is_new:
        finish(home, ingested)
    elif folder.exists():
        remove_run(home, run_id)
    close(home, count.places, {reject.reject_id for reject in count.rejects}, count.now)
    for source in opened:
        source.keep()
    return ingested


def _new_rows(
    sources: Sequence[Source], count: _Count, on_record: Callable[[str], None], readable: frozenset[str]
) -> Iterator[dict[str, object]]:
    """The rows of new versions, each stamped a microsecond after the one before, so that their order is kept."""
    for item in (item for source in sources for item in count.places.watched(source)):
        count.fetched += 1
        on_record(item.source_uri)
        row = _row(item, count, readable) if isinstance(item, Record) else item
        if isinstance(row, Reject):
            count.rejects.append(row)
        elif row is not None:
            count.accepted += 1
            yield row


def _row(record: Record, count: _Count, readable: frozenset[str]) -> dict[str, object] | Reject | None:
    """The row of a version that is new or read anew; None for one that is known; a reject where no model can read."""
    row = article_row(record, ingested_at=count.now + timedelta(microseconds=count.accepted))
    article_id = str(row["article_id"])
    if article_id in count.known and not _is_read_anew(record, row, count):
        count.sightings.append(Sighting(article_id, record.source_id, record.source_uri, count.now))
        return None
    language = judge(str(row["text"]), record.language, readable=readable)
    if language.refusal:
        return _refused(record, language.refusal)
    count.known.add(article_id)
    count.keep_page(record)
    count.undated += record.is_date_unread
    return row | {"language": language.code}


def _is_read_anew(record: Record, row: Mapping[str, object], count: _Count) -> bool:
    """Whether a newer library finds another text in a page that is known: its rows then replace the old ones."""
    if record.page is None:
        return False
    if count.texts is None:
        count.texts = text_hashes(count.home)
    return count.texts.setdefault(str(row["article_id"]), str(row["text_hash"])) != row["text_hash"]


def _page_keeper(home: Home, now: datetime) -> Callable[[Record], None]:
    """Keeps the HTML files in which new articles were found, unless `sources.toml` says `keep_pages = false`."""
    archive = PageArchive(archive_path(home.state / "pages", "files", now))
    is_kept = configuration(home).fetch.is_page_kept

    def keep(record: Record) -> None:
        if is_kept and record.page is not None:
            archive.add_file(record.source_uri, record.page, now)

    return keep


def _refused(record: Record, reason: str) -> Reject:
    key = record.source_key
    return new_reject("language", source_uri=record.source_uri, source_key=key, line=record.line, reason=reason)


def _not_on_file(home: Home, rejects: list[Reject]) -> tuple[Reject, ...]:
    """The rejects that no earlier run has recorded, each once."""
    new = {reject.reject_id: reject for reject in rejects}
    on_file = known_rejects(home) if new else set()
    return tuple(reject for reject_id, reject in new.items() if reject_id not in on_file)
