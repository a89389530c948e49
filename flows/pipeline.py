"""A run: finish what was stopped, read the sources, extract what is new, publish.

The stages are called directly, or as Prefect flows. A run that is killed anywhere loses nothing: the next
one removes a half-filled inbox (its sources are simply read again) and goes on with a filled one.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from os import getenv
from time import perf_counter
from typing import NamedTuple

from flows.extractor import extractor_version
from flows.inbox import Ingested, finished, remove_unfinished
from flows.lock import locked
from flows.progress import counted, voice
from flows.report import RunReport
from flows.settings import Settings
from flows.stages import Outcome, Request, extract_stage, ingest_stage, publish_stage
from warehouse.aliases import take_up_aliases
from warehouse.articles import known_articles
from warehouse.home import Home
from warehouse.ledger import Run
from warehouse.publish import Published, is_behind, publish
from warehouse.shipped import shipped


class Stages(NamedTuple):
    """How the stages are called, and what to call that."""

    orchestrator: str
    ingest: Callable[[Settings, Request], Ingested]
    extract: Callable[[Settings], None]
    publish: Callable[[Settings], list[Outcome]]


DIRECTLY = Stages("none", ingest_stage, extract_stage, publish_stage)


def run(settings: Settings, request: Request, stages: Stages = DIRECTLY) -> RunReport:
    """One run on a home that no other process writes to. Raises `DatelineError`; nothing is lost then."""
    home, began = Home(settings.home), perf_counter()
    with locked(home):
        extractor = extractor_version(settings)
        take_up_aliases(home, author=getenv("USER") or "unknown", now=datetime.now(UTC).replace(tzinfo=None))
        # A foreign or unreadable warehouse is refused here, before any work.
        is_behind(home)
        outcomes = _finish_stopped(home, settings, stages)
        ingested = stages.ingest(settings, request)
        if ingested.is_new or is_behind(home):  # reading may have found that rejects are over
            stages.extract(settings)
            outcomes += stages.publish(settings)
        seconds = perf_counter() - began
        return _report(home, ingested, outcomes, extractor=extractor, orchestrator=stages.orchestrator, seconds=seconds)


def take_up_corrections(settings: Settings) -> bool:
    """Bring the warehouse up to a changed `aliases.csv`, where there is a warehouse; whether that changed anything."""
    home = Home(settings.home)
    if not home.ledger.is_dir():
        return False
    with locked(home):
        take_up_aliases(home, author=getenv("USER") or "unknown", now=datetime.now(UTC).replace(tzinfo=None))
        return publish(home, None).is_changed


def sample_articles() -> tuple[str, ...]:
    """The source that is read when none is given."""
    return (str(shipped("seeds") / "articles"),)


def _finish_stopped(home: Home, settings: Settings, stages: Stages) -> list[Outcome]:
    remove_unfinished(home)
    if not finished(home):
        return []
    voice().note("going on with the run that was stopped")
    stages.extract(settings)
    return stages.publish(settings)


def _report(
    home: Home, ingested: Ingested, outcomes: list[Outcome], *, extractor: str, orchestrator: str, seconds: float
) -> RunReport:
    records = [outcome.run for outcome in outcomes if outcome.run]
    run_ids = tuple(record.run_id for record in records)
    counts: list[Run | Ingested] = [*records, *([ingested] if ingested.run_id not in run_ids else [])]
    known = known_articles(home)
    last = outcomes[-1].published if outcomes else None
    return RunReport(
        home=str(home.path),
        run_ids=run_ids,
        is_changed=bool(records),
        extractor=extractor,
        orchestrator=orchestrator,
        fetched_count=sum(count.fetched_count for count in counts),
        loaded_count=sum(record.loaded_count for record in records),
        duplicate_count=sum(count.duplicate_count for count in counts),
        rejected_count=sum(count.rejected_count for count in counts),
        rejects=tuple(reject for outcome in outcomes for reject in outcome.rejects),
        warnings=_warnings(ingested, last),
        known_count=len(known),
        outdated_count=sum(reader != extractor for reader in known.values()),
        seconds=round(seconds, 3),
        row_counts=last.row_counts if last else {},
        table_hashes=last.table_hashes if last else {},
    )


def _warnings(ingested: Ingested, published: Published | None) -> tuple[str, ...]:
    """What a user should know though nothing failed: articles left without a date, and what publishing met."""
    undated = counted(ingested.undated_count, "article")
    dates = [f"{undated} loaded without a date: the one stated cannot be read"] if ingested.undated_count else []
    return (*dates, *(published.warnings if published else ()))
