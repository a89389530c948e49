"""The stages as Prefect flows: `daily` is made of `ingest`, `extract` and `publish`, each a flow of tasks.

Thin wrappers: states, retries and a table of counts are Prefect's, the work is the stages' own. One task
is one chunk, handed to the process pool; a Prefect task for every article would cost more than the work.
"""

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture

from flows.inbox import Ingested
from flows.pipeline import Stages, run, sample_articles
from flows.pool import submit
from flows.report import RunReport
from flows.schedules.artifacts import show_counts
from flows.settings import Settings, settings_from
from flows.stages import Outcome, Request, extract_stage, ingest_stage, publish_stage
from warehouse.ledger import Receipt

NETWORK_RETRIES = 3
RETRY_DELAYS_SECONDS = [2.0, 10.0, 60.0]


@flow(name="daily", flow_run_name="daily")
def daily(
    sources: tuple[str, ...] = (),
    home: str | None = None,
    model: str | None = None,
    workers: int | None = None,
    is_reextract: bool = False,
) -> RunReport:
    """One run: ingest, extract, publish. Without sources: the sample articles."""
    settings = settings_from(os.environ, home=Path(home) if home else None, model=model, workers=workers)
    request = Request(() if is_reextract else sources or sample_articles(), is_reextract)
    report = run(settings, request, STAGES)
    show_counts(report)
    return report


@flow(name="ingest", flow_run_name="ingest")
def ingest(settings: Settings, request: Request) -> Ingested:
    """Read the sources into the inbox; an address is asked again when it fails."""
    is_remote = any(_is_address(source) for source in request.sources)
    step = read_sources.with_options(retries=NETWORK_RETRIES if is_remote else 0)
    ingested = step(settings, request)
    get_run_logger().info(
        "fetched %d, accepted %d, duplicate %d, rejected %d",
        ingested.fetched_count, ingested.accepted_count, ingested.duplicate_count, ingested.rejected_count,
    )  # fmt: skip
    return ingested


@flow(name="extract", flow_run_name="extract")
def extract(settings: Settings) -> None:
    """Turn the chunks in the inbox into parts, a task each; the stage bounds how many are under way."""
    extract_stage(settings, hand_over=_hand_over)


@flow(name="publish", flow_run_name="publish")
def publish(settings: Settings) -> list[Outcome]:
    """Bring the warehouse up to the ledger."""
    return build_warehouse(settings)


@task(name="read sources", cache_policy=NO_CACHE, retry_delay_seconds=RETRY_DELAYS_SECONDS, retry_jitter_factor=0.5)
def read_sources(settings: Settings, request: Request) -> Ingested:
    """The first stage."""
    return ingest_stage(settings, request)


@task(name="extract chunk", task_run_name="extract {name}", cache_policy=NO_CACHE)
def extract_chunk(name: str, work: Callable[[], Receipt]) -> Receipt:
    """One chunk in one worker process; `name` is the chunk's hash."""
    receipt = work()
    get_run_logger().info(
        "chunk %s: kept %d, rejected %d, %.1f s", name, len(receipt.article_ids), len(receipt.rejects), receipt.seconds
    )
    return receipt


@task(name="build warehouse", cache_policy=NO_CACHE)
def build_warehouse(settings: Settings) -> list[Outcome]:
    """The last stage."""
    return publish_stage(settings)


def _hand_over(pool: Executor, settings: Settings, chunk: Path) -> "Future[Receipt]":
    return _bridge(extract_chunk.submit(chunk.stem, lambda: submit(pool, settings, chunk).result()))


def _bridge(found: PrefectFuture[Receipt]) -> "Future[Receipt]":
    """Prefect's future as a standard one, which is what the stage waits for."""
    bridge: Future[Receipt] = Future()

    def pass_on(done: PrefectFuture[Receipt]) -> None:
        try:
            bridge.set_result(done.result())
        except BaseException as error:  # noqa: BLE001 - handed on, not swallowed
            bridge.set_exception(error)

    found.add_done_callback(pass_on)
    return bridge


def _is_address(source: str) -> bool:
    return "://" in source and not source.startswith(("file://", "memory://", "local://"))


STAGES = Stages("prefect", ingest, extract, publish)
