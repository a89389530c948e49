"""`dateline up`: a Prefect server of the home's own and the runner, watched until one ends or the user stops both."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from time import monotonic
from urllib.error import URLError
from urllib.request import urlopen

from flows.prefect_environment import prepare_server
from flows.schedules.children import Child, start_child, stop_child
from flows.schedules.plan import FAILURE_WEBHOOK, Plan
from flows.schedules.served import alone, note_address
from flows.schedules.serving import HOST, serve_api, serve_runs
from flows.settings import Settings
from warehouse.errors import DatelineError
from warehouse.files import storage
from warehouse.home import Home

PORTS = range(4210, 4230)
LONGEST_START_SECONDS, MOMENT_SECONDS = 300.0, 0.2


def up(settings: Settings, plan: Plan, *, port: int | None, say: Callable[[str], None], is_verbose: bool) -> None:
    """Serve until Ctrl-C or TERM, which come as `KeyboardInterrupt` when both processes have ended.

    Raises `DatelineError` when the port or the home is taken, or when one of the processes ends by itself.
    """
    home, chosen = Home(settings.home), _free_port(port)
    with storage(home.path):  # a home that is not writable is said before anything starts
        (home.state / "prefect").mkdir(parents=True, exist_ok=True)
    with alone(home):
        address = f"http://{HOST}:{chosen}"
        prepare_server(home, address, is_verbose=is_verbose)
        if plan.failure_webhook:  # kept by the processes, so that a file gone wrong is told of too
            os.environ.setdefault(FAILURE_WEBHOOK, plan.failure_webhook)
        say(f"starting Prefect on {address} ...")
        with _child(serve_api, chosen, "info" if is_verbose else "error") as api:
            _await_health(f"{address}/api/health", api)
            note_address(home, address)
            with _child(serve_runs, settings, plan) as runs:
                say(f"{address} shows the runs; Ctrl-C stops them")
                _watch({"Prefect's server": api, "the runner": runs})


@contextmanager
def _child(work: Callable[..., None], *arguments: object) -> Iterator[Child]:
    child = start_child(work, *arguments)
    try:
        yield child
    finally:
        stop_child(child)


def _free_port(wanted: int | None) -> int:
    for port in [wanted] if wanted else PORTS:
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return port
    taken = f"Port {wanted} is" if wanted else f"The ports from {PORTS[0]} to {PORTS[-1]} are all"
    raise DatelineError(f"{taken} in use; choose another with --port.")


def _await_health(address: str, api: Child) -> None:
    began = monotonic()
    while True:
        with suppress(URLError, OSError), urlopen(address, timeout=5):
            return
        if wait([api.process.sentinel], MOMENT_SECONDS):
            raise DatelineError(f"Prefect's server did not start (exit code {api.process.exitcode}); see --verbose.")
        if monotonic() - began > LONGEST_START_SECONDS:
            raise DatelineError(f"Prefect's server did not answer within {LONGEST_START_SECONDS:.0f} s; try again.")


def _watch(children: dict[str, Child]) -> None:
    wait([child.process.sentinel for child in children.values()])
    ended = next(name for name, child in children.items() if not child.process.is_alive())
    raise DatelineError(f"{ended} ended by itself (exit code {children[ended].process.exitcode}); see --verbose.")
