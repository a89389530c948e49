"""The two processes behind `dateline up`: Prefect's server, and the runner that starts the flows when their time comes.

Prefect reads its settings when it is imported, so both are spawned after these are set.
"""

import asyncio
import os
import sys
from collections.abc import Collection
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any

from flows.lock import InUseError, locked
from flows.schedules.children import when_told
from flows.schedules.plan import Plan
from flows.settings import Settings
from warehouse.home import Home

HOST = "127.0.0.1"
GRACE_SECONDS = 3
TAG = "dateline"
DUE, NIGHTLY = f"due/{TAG}", f"nightly/{TAG}"
FULL_HOUR = datetime(2024, 1, 1, tzinfo=UTC)  # intervals count from it, so they fall on round times after any start


def serve_api(line: Connection, port: int, log_level: str) -> None:
    """Prefect's API and pages until told to stop; while it starts there is nothing to end in good order."""
    serving: list[Any] = []
    when_told(line, lambda: setattr(serving[0], "should_exit", True) if serving and serving[0].started else os._exit(0))
    import uvicorn
    from prefect.server.api.server import create_app

    config = uvicorn.Config(
        create_app(final=True), host=HOST, port=port, log_level=log_level, timeout_graceful_shutdown=GRACE_SECONDS
    )
    serving.append(uvicorn.Server(config))
    serving[0].run()


def serve_runs(line: Connection, settings: Settings, plan: Plan) -> None:
    """The deployments, one run at a time, until told to stop; the first run of `due` begins at once.

    What was paused in the pages stays paused.
    """
    asyncio.run(_serve_runs(line, settings, plan))


async def _serve_runs(line: Connection, settings: Settings, plan: Plan) -> None:
    from prefect.client.orchestration import get_client
    from prefect.runner import Runner

    loop, told = asyncio.get_running_loop(), asyncio.Event()
    when_told(line, lambda: loop.call_soon_threadsafe(told.set))
    runner = Runner(name="dateline", limit=1, pause_on_shutdown=False)
    async with get_client() as client:
        await _close_lost(client, Home(settings.home))
        paused = {name for name in (DUE, NIGHTLY) if await _is_paused(client, name)}
        due_id = await _deploy(runner, settings, plan, paused)
        if DUE not in paused:
            await client.create_flow_run_from_deployment(due_id)
    for name in sorted(paused):
        print(f"{name} is paused; its page has a switch that resumes it", file=sys.stderr, flush=True)
    serving, stopping = asyncio.create_task(runner.start()), asyncio.create_task(told.wait())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not serving.done():
        await runner.astop()
    await serving


async def _deploy(runner: Any, settings: Settings, plan: Plan, paused: Collection[str]) -> Any:
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.schedules import Cron, Interval

    from flows.schedules.scheduled import due, nightly

    limit = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    parameters = {"home": str(settings.home), "model": settings.model, "workers": settings.worker_count}
    often = (
        Cron(plan.cron, timezone=plan.timezone)
        if plan.cron
        else Interval(plan.every, anchor_date=FULL_HOUR, timezone=plan.timezone)
    )
    shared: dict[str, Any] = {"parameters": parameters, "concurrency_limit": limit, "tags": [TAG]}
    due_id = await runner.aadd_flow(due, name=TAG, schedule=often, paused=DUE in paused, **shared)
    at_night = Cron(plan.nightly, timezone=plan.timezone)
    await runner.aadd_flow(nightly, name=TAG, schedule=at_night, paused=NIGHTLY in paused, **shared)
    return due_id


async def _is_paused(client: Any, name: str) -> bool:
    """Whether someone has paused the deployment in the pages, or its schedule: it stays so over a restart."""
    from prefect.exceptions import ObjectNotFound

    try:
        known = await client.read_deployment_by_name(name)
    except ObjectNotFound:
        return False
    return bool(known.paused) or not all(schedule.active for schedule in known.schedules)


async def _close_lost(client: Any, home: Home) -> None:
    """Runs that the server still calls running are none, if the home is free."""
    from flows.schedules.late import close_lost

    try:
        with locked(home):
            await close_lost(client)
    except InUseError:
        return
