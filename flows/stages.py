"""The three stages of a run; each finds its work on disk and leaves its result there, so any can be repeated."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from flows.extractor import extractor_version
from flows.gazetteer import load_gazetteer
from flows.inbox import Ingested, finish, finished, in_chunks, pending_chunks, remove_run, write_chunk
from flows.ingest import ingest
from flows.pool import open_pool, submit, worker_count
from flows.progress import voice
from flows.settings import Settings
from warehouse.articles import known_articles, refused_articles, stored_articles
from warehouse.errors import DatelineError
from warehouse.forget import forgotten
from warehouse.home import Home
from warehouse.ledger import Receipt, Run, append_receipt, receipts, runs
from warehouse.publish import Published, publish
from warehouse.rejects import Reject, write_rejects

HandOver = Callable[[Executor, Settings, Path], "Future[Receipt]"]
IN_FLIGHT_PER_WORKER = 2


@dataclass(frozen=True)
class Request:
    """What to read: sources, or (none of them) every stored article that an older extractor read."""

    sources: tuple[str, ...] = ()
    is_reextract: bool = False


class Outcome(NamedTuple):
    """What was published: the run's record (None when only the warehouse was behind) and what it refused."""

    run: Run | None
    rejects: tuple[Reject, ...]
    published: Published


def ingest_stage(settings: Settings, request: Request) -> Ingested:
    """Fill the inbox with a new run's chunks, or find that there is nothing new."""
    home, now = Home(settings.home), datetime.now(UTC).replace(tzinfo=None)
    run_id = f"{now:%Y%m%dT%H%M%S%f}"
    if request.is_reextract:
        return _stored(home, run_id, now, not_by=extractor_version(settings))
    extractor = extractor_version(settings)
    known = known_articles(home) | dict.fromkeys([*refused_articles(home, by=extractor), *forgotten(home)], extractor)
    return ingest(home, request.sources, run_id=run_id, known=known, now=now, on_record=voice().reading)


def extract_stage(settings: Settings, hand_over: HandOver = submit) -> None:
    """Turn every chunk in the inbox into parts; a chunk leaves the inbox when its receipt is in the ledger."""
    home = Home(settings.home)
    chunks = list(_unread(home))
    if not chunks:
        return
    load_gazetteer(dump=settings.geonames)  # made here once, not in every worker, and a dump that is none is refused
    voice().extracting(sum(pq.ParquetFile(chunk).metadata.num_rows for chunk in chunks), len(chunks))
    done = 0
    try:
        with open_pool(settings, len(chunks)) as pool:
            limit = IN_FLIGHT_PER_WORKER * worker_count(settings, len(chunks))
            for chunk, receipt in _completed(chunks, lambda c: hand_over(pool, settings, c), limit):
                append_receipt(home, receipt)
                chunk.unlink()
                done += 1
                voice().extracted(receipt, done, len(chunks))
    except BrokenProcessPool as error:
        raise DatelineError(
            f"A worker process was killed, most likely for lack of memory; {done} of {len(chunks)} chunks are kept, "
            "and `dateline run` goes on with the rest (with --workers 1 it needs least)."
        ) from error


def publish_stage(settings: Settings) -> list[Outcome]:
    """Bring the warehouse up to the ledger, with the record of every run that waits for it."""
    home, outcomes = Home(settings.home), []
    voice().publishing()
    for ingested in finished(home):
        if ingested.run_id not in {run.run_id for run in runs(home)}:
            outcomes.append(_published(home, ingested, extractor_version(settings)))
        remove_run(home, ingested.run_id)
    return outcomes or [Outcome(None, (), publish(home, None))]


def _stored(home: Home, run_id: str, now: datetime, *, not_by: str) -> Ingested:
    rows = (row for batch in stored_articles(home, not_by=not_by) for row in batch)
    paths, count = [], 0
    for chunk in in_chunks(rows):
        paths.append(write_chunk(home.inbox / run_id, chunk))
        count += len(chunk)
    ingested = Ingested(run_id, now, (), count, 0, 0, count, tuple(paths), (), ())
    if count:
        finish(home, ingested)
    return ingested


def _unread(home: Home) -> Iterator[Path]:
    """Chunks without a receipt; a run that was killed between receipt and removal left some that have one."""
    chunks = pending_chunks(home)
    done = {(receipt.run_id, receipt.chunk_hash) for receipt in receipts(home)} if chunks else set()
    for chunk in chunks:
        if (chunk.parent.name, chunk.stem) in done:
            chunk.unlink()
        else:
            yield chunk


def _completed(
    chunks: Sequence[Path], hand_over: Callable[[Path], "Future[Receipt]"], limit: int
) -> Iterator[tuple[Path, Receipt]]:
    """Receipts as they come, with at most `limit` chunks under way."""
    queue, under_way = iter(chunks), dict[Future[Receipt], Path]()
    while True:
        under_way |= {hand_over(chunk): chunk for chunk in islice(queue, limit - len(under_way))}
        if not under_way:
            return
        for future in wait(under_way, return_when=FIRST_COMPLETED).done:
            yield under_way.pop(future), future.result()


def _published(home: Home, ingested: Ingested, extractor: str) -> Outcome:
    own = [receipt for receipt in receipts(home) if receipt.run_id == ingested.run_id]
    refused = tuple(reject for receipt in own for reject in receipt.rejects)
    if ingested.rejects:
        write_rejects(home, ingested.run_id, ingested.rejects)
    run = _record(ingested, extractor, sum(len(receipt.article_ids) for receipt in own), len(refused))
    return Outcome(run, ingested.rejects + refused, publish(home, run, ingested.sightings))


def _record(ingested: Ingested, extractor: str, loaded_count: int, refused_count: int) -> Run:
    now = datetime.now(UTC).replace(tzinfo=None)
    return Run(
        run_id=ingested.run_id,
        kind="run" if ingested.sources else "reextract",
        started_at=ingested.started_at,
        finished_at=now,
        extractor=extractor,
        sources=ingested.sources,
        fetched_count=ingested.fetched_count,
        loaded_count=loaded_count,
        duplicate_count=ingested.duplicate_count,
        rejected_count=ingested.rejected_count + refused_count,
        seconds=(now - ingested.started_at).total_seconds(),
        table_hashes={},
    )
