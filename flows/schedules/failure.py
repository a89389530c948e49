"""Telling of a failure: a POST to the webhook that `DATELINE_FAILURE_WEBHOOK` or `sources.toml` names.

The body is JSON; its `text` is one sentence, which chat services show as it is: "Dateline: due failed (...)".
"""

import os
from pathlib import Path
from typing import Any

import httpx
from prefect.client.schemas.objects import Flow as FlowObject
from prefect.client.schemas.objects import FlowRun, State
from prefect.flows import Flow
from prefect.logging import get_logger

from flows.schedules.plan import FAILURE_WEBHOOK
from flows.schedules.told import is_told, note_told
from flows.settings import settings_from
from flows.sources.configuration import configuration
from warehouse.errors import DatelineError
from warehouse.home import Home

PATIENCE_SECONDS = 20.0


def tell(flow: "Flow[Any, Any] | FlowObject", flow_run: FlowRun, state: "State[Any]") -> None:
    """A hook for flows that fail or crash; a webhook that cannot be reached is a line in the log."""
    home = Home(settings_from(os.environ, home=_home(flow_run)).home)
    address = os.environ.get(FAILURE_WEBHOOK) or _configured(home)
    if address is None or is_told(home, flow.name, state.message, state.timestamp):
        return
    message = {
        "text": f"Dateline: {flow.name} {str(state.name).lower()} ({state.message})",
        "flow": flow.name,
        "flow_run": flow_run.name,
        "flow_run_id": str(flow_run.id),
        "state": state.name,
        "message": state.message,
        "home": str(home.path),
        "at": state.timestamp.isoformat(),
    }
    try:
        httpx.post(address, json=message, timeout=PATIENCE_SECONDS, follow_redirects=True).raise_for_status()
    except httpx.HTTPError as error:
        get_logger("dateline").error("The failure webhook did not take the message: %s", error)
        return
    note_told(home, flow.name, state.message, state.timestamp)


def _home(flow_run: FlowRun) -> Path | None:
    stated = (flow_run.parameters or {}).get("home")
    return Path(stated) if stated else None


def _configured(home: Home) -> str | None:
    """A file that is wrong may be the very failure that is told of."""
    try:
        return configuration(home).schedule.failure_webhook
    except DatelineError:
        return None
