"""One host at a time: how many requests may be under way, and how long to wait between two."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock


class Pace:
    """The turns of every host. A host is asked again `seconds_between` after it was asked last."""

    def __init__(self, *, seconds_between: float, requests_per_host: int) -> None:
        self._seconds = seconds_between
        self._count = requests_per_host
        self._lock = Lock()
        self._slots: dict[str, BoundedSemaphore] = {}
        self._next: dict[str, float] = {}
        self._delays: dict[str, float] = {}

    def slow_down(self, host: str, seconds: float) -> None:
        """From now on wait at least so long between two requests to a host, as its robots.txt asks."""
        with self._lock:
            self._delays[host] = max(seconds, self._delays.get(host, 0.0))

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for a slot and for the time of the next request."""
        with self._lock:
            slot = self._slots.setdefault(host, BoundedSemaphore(self._count))
        with slot:
            time.sleep(self._wait(host))
            yield

    def _wait(self, host: str) -> float:
        """Take the next moment and give the seconds until then."""
        with self._lock:
            now = time.monotonic()
            at = max(now, self._next.get(host, 0.0))
            self._next[host] = at + max(self._seconds, self._delays.get(host, 0.0))
            return at - now
