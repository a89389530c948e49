"""Processes that live no longer than the one that started them, however it ends.

A child listens to a pipe from its parent: a word asks it to stop in good order, the end of the pipe means that the
parent is gone. It has a session of its own, so that Ctrl-C in a terminal reaches the parent alone.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, NamedTuple

STOP = "stop"
PATIENCE_SECONDS = 20.0


class Child(NamedTuple):
    """A process and the pipe to it."""

    process: BaseProcess
    line: Connection


def start_child(work: Callable[..., None], *arguments: Any) -> Child:
    """Run `work(line, *arguments)` in a new process; it is to call `when_told` with its line."""
    context = multiprocessing.get_context("spawn")
    hers, ours = context.Pipe(duplex=False)
    process = context.Process(target=_alone, args=(work, hers, arguments))
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    hers.close()
    return Child(process, ours)


def stop_child(child: Child, *, patience: float = PATIENCE_SECONDS) -> None:
    """Ask a child to stop, and end it when it does not; a second Ctrl-C ends it at once."""
    with suppress(BrokenPipeError):
        child.line.send(STOP)
    try:
        child.process.join(patience)
    finally:
        if child.process.is_alive():
            child.process.kill()
            child.process.join()


def when_told(line: Connection, stop: Callable[[], object]) -> None:
    """Call `stop` when the parent says so; without a parent there is nothing to wait for."""
    Thread(target=_listen, args=(line, stop), daemon=True).start()


def _alone(work: Callable[..., None], line: Connection, arguments: tuple[Any, ...]) -> None:
    os.setsid()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    work(line, *arguments)


def _listen(line: Connection, stop: Callable[[], object]) -> None:
    try:
        line.recv()
    except EOFError:
        os._exit(1)
    stop()
