"""The worker processes: started clean, one model each, gone when the run is gone.

A worker is spawned, not forked, so that it shares nothing with the run; it uses one thread for its
linear algebra, since the cores are shared out among processes already.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from flows.settings import Settings, core_count
from warehouse.ledger import Receipt

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@contextmanager
def open_pool(settings: Settings, chunk_count: int) -> Iterator[Executor]:
    """Workers for that many chunks; an exception, Ctrl-C among them, ends them at once."""
    for name in THREADS:
        os.environ[name] = "1"
    pool = ProcessPoolExecutor(
        worker_count(settings, chunk_count),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=follow_parent,
    )
    try:
        yield pool
    except BaseException:
        _end_workers()
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    pool.shutdown()


def submit(pool: Executor, settings: Settings, chunk: Path) -> "Future[Receipt]":
    """Hand a chunk, which lies in its run's folder, to a worker.

    Ctrl-C is held back meanwhile, so that a new worker starts deaf to it: the run hears it and ends the workers.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_extract, settings, chunk)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def worker_count(settings: Settings, chunk_count: int) -> int:
    """One process a core unless set otherwise, and never more than there are chunks."""
    return max(1, min(settings.worker_count or core_count(), chunk_count))


def follow_parent() -> None:
    """End this process when the one that started it is gone; nothing that it leaves half done counts."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _extract(settings: Settings, chunk: Path) -> Receipt:
    from flows.worker import extract_chunk

    _start_once(settings)
    return extract_chunk(str(chunk), str(settings.home), chunk.parent.name)


@cache
def _start_once(settings: Settings) -> None:
    """Load model and rules with the first chunk: an error then travels back, as one in an initialiser would not."""
    from flows.worker import start

    start(settings)


def _end_with_parent() -> None:
    """A run that is killed outright cannot end its workers, so they watch for its end."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _end_workers() -> None:
    for process in multiprocessing.active_children():
        process.terminate()
