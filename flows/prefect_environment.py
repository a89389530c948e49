"""Prefect as Dateline uses it: no telemetry, few words, its own database beside the data.

Prefect reads its settings when it is imported, so these are set before. What the user has set wins,
but for telemetry, which is off. The database goes to `HOME/state/prefect`, so that the user's own
Prefect home is left alone and runs can be looked at later with `prefect server start`.
"""

import os
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path

from flows.lock import locked
from flows.progress import voice
from flows.report import RunReport
from flows.schedules.served import served_at
from flows.settings import Settings
from flows.stages import Request
from warehouse.errors import DatelineError
from warehouse.files import storage
from warehouse.home import Home

NO_TELEMETRY = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
}
QUIET = {
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_INTERNAL_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_CLIENT_SERVER_VERSION_CHECK_ENABLED": "false",
}
# Runs are kept for 90 days; without this their records would grow for ever.
SERVED = {"PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs", "PREFECT_SERVER_UI_ENABLED": "true"}
# What leads to another server, or to its database.
FOREIGN = (
    "PREFECT_API_KEY", "PREFECT_API_AUTH_STRING", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH",
    "PREFECT_API_DATABASE_CONNECTION_URL", "PREFECT_SERVER_DATABASE_CONNECTION_URL", "PREFECT_SERVER_API_AUTH_STRING",
)  # fmt: skip
EMBEDDED = {
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


def run_as_flow(settings: Settings, request: Request, *, is_verbose: bool = False) -> RunReport:
    """The run as Prefect flow and task runs, on the configured server or on an embedded one."""
    home = Home(settings.home)
    with locked(home), storage(home.path):  # a home in use or not writable is said here, not by Prefect
        prepare(home, is_verbose=is_verbose)
        Path(os.environ.get("PREFECT_HOME") or home.path).mkdir(parents=True, exist_ok=True)
    address = os.environ.get("PREFECT_API_URL")
    voice().note(
        f"steps run as Prefect flows on {address}" if address else "steps run as Prefect flows (embedded server)"
    )
    with _said_of(address):
        from flows.orchestration import daily

        return daily(
            sources=request.sources,
            home=str(settings.home),
            model=settings.model,
            workers=settings.worker_count,
            is_reextract=request.is_reextract,
        )


@contextmanager
def _said_of(address: str | None) -> Iterator[None]:
    """A server that does not answer, or does not start, in one sentence."""
    from httpx import HTTPError

    try:
        yield
    except HTTPError as error:
        raise DatelineError(
            f"Prefect's API at {address or 'its embedded server'} does not answer ({error}); start that server, "
            "or unset PREFECT_API_URL to run the steps directly. What was finished is kept."
        ) from error
    except RuntimeError as error:
        if "Prefect" not in str(error):
            raise
        raise DatelineError(f"Prefect's embedded server did not start ({error}); run without --flow.") from error


def prepare(home: Home, *, is_verbose: bool = False, environment: MutableMapping[str, str] = os.environ) -> None:
    """Set Prefect's environment; to be called before Prefect is imported."""
    environment.update(NO_TELEMETRY)
    if not environment.get("PREFECT_API_URL") and (address := served_at(home)):
        environment["PREFECT_API_URL"] = f"{address}/api"  # its database takes no second server
    defaults = {} if is_verbose else dict(QUIET)
    if not environment.get("PREFECT_API_URL"):
        defaults |= EMBEDDED | {"PREFECT_HOME": str(home.state / "prefect")}
    for name, value in defaults.items():
        environment.setdefault(name, value)


def prepare_server(
    home: Home, address: str, *, is_verbose: bool = False, environment: MutableMapping[str, str] = os.environ
) -> None:
    """Set the environment of a server of the home's own at `address`, whatever other server the user has set."""
    for name in FOREIGN:
        environment.pop(name, None)
    own = home.state / "prefect"
    environment.update(NO_TELEMETRY)
    environment.update({
        "PREFECT_HOME": str(own),
        "PREFECT_API_URL": f"{address}/api",
        "PREFECT_UI_API_URL": f"{address}/api",
        "PREFECT_UI_STATIC_DIRECTORY": str(own / "pages"),
    })  # fmt: skip
    for name, value in (SERVED if is_verbose else QUIET | SERVED).items():
        environment.setdefault(name, value)
