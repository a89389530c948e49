"""Work on DuckDB that Ctrl-C stops at any moment.

An exception that a signal raises while DuckDB works does not come out as it went in: it becomes an error of DuckDB's
own, or is swallowed, or waits for the query to end. So the work has a thread to itself, where no signal is heard.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager, suppress
from threading import Lock, Thread
from typing import TypeVar

import duckdb

Result = TypeVar("Result")
MOMENT_SECONDS = 0.05


class Queries:
    """The connections whose queries end when the work is stopped."""

    def __init__(self) -> None:
        self._connections: list[duckdb.DuckDBPyConnection] = []
        self._lock = Lock()
        self._is_stopped = False

    @contextmanager
    def of(self, con: duckdb.DuckDBPyConnection) -> Iterator[None]:
        """Count an open connection among them until the end of the block; work that was stopped goes no further."""
        with self._lock:
            if self._is_stopped:
                raise KeyboardInterrupt
            self._connections.append(con)
        try:
            yield
        finally:
            with self._lock:
                self._connections.remove(con)

    def stop(self) -> None:
        """End the query that each connection works on, if any."""
        with self._lock:
            self._is_stopped = True
            for con in self._connections:
                con.interrupt()


def stoppable(work: Callable[[Queries], Result]) -> Result:
    """What `work` returns or raises; an exception that comes meanwhile, such as Ctrl-C, ends its queries first."""
    queries, future = Queries(), Future[Result]()

    def fulfil() -> None:
        try:
            future.set_result(work(queries))
        except BaseException as error:  # noqa: BLE001 - handed on, not swallowed
            future.set_exception(error)

    thread = Thread(target=fulfil)
    try:
        thread.start()
        while not future.done():
            wait([future], MOMENT_SECONDS)  # not for good: a signal that comes just before a wait does not end it
        return future.result()
    finally:
        queries.stop()
        while thread.is_alive() and not future.done():
            _go_on_stopping(future, queries)


def _go_on_stopping(future: "Future[Result]", queries: Queries) -> None:
    """Stop again in a moment, since the work may be between two queries; more of Ctrl-C meanwhile changes nothing."""
    with suppress(KeyboardInterrupt):
        wait([future], MOMENT_SECONDS)
        queries.stop()
