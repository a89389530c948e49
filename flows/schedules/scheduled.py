"""The flows that run by themselves: `due` reads the sources whose time has come, `nightly` keeps the home in order.

Each ends in one clear state: completed with a sentence of what was done, skipped while another process works on the
home, failed with the sentence that says why, or crashed when it was killed.
"""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from flows.inbox import finished
from flows.lock import InUseError
from flows.orchestration import STAGES
from flows.pipeline import run
from flows.pool import follow_parent
from flows.schedules.artifacts import show_run
from flows.schedules.failure import tell
from flows.schedules.late import skip_late
from flows.schedules.told import is_well
from flows.schedules.upkeep import Upkeep, keep_up
from flows.settings import Settings, settings_from
from flows.sources.named import due_sources
from flows.stages import Request
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.publish import is_behind

Work = Callable[[Settings], str]


@flow(name="due", flow_run_name="due", on_failure=[tell], on_crashed=[tell])
def due(home: str | None = None, model: str | None = None, workers: int | None = None) -> State[Any]:
    """Read every configured source whose time has come, extract what is new, publish the warehouse."""
    return _ended("due", settings_from(os.environ, home=_path(home), model=model, workers=workers), _read_due)


@flow(name="nightly", flow_run_name="nightly", on_failure=[tell], on_crashed=[tell])
def nightly(home: str | None = None, model: str | None = None, workers: int | None = None) -> State[Any]:
    """Read again what an older extractor read, then merge small parts and remove what nothing refers to."""
    return _ended("nightly", settings_from(os.environ, home=_path(home), model=model, workers=workers), _maintain)


@task(name="keep up", cache_policy=NO_CACHE)
def keep_up_home(settings: Settings) -> Upkeep:
    """Merge and remove, with the home to itself."""
    return keep_up(Home(settings.home))


def _read_due(settings: Settings) -> str:
    home = Home(settings.home)
    names = tuple(due_sources(home, datetime.now(UTC).replace(tzinfo=None)))
    if not names and not finished(home) and not is_behind(home):
        return "no source is due"
    report = run(settings, Request(names), STAGES)
    show_run(home, report)
    return report.summary()


def _maintain(settings: Settings) -> str:
    report = run(settings, Request((), is_reextract=True), STAGES)
    if report.is_changed:
        show_run(Home(settings.home), report)
    read = report.summary() if report.is_changed else "nothing to read again"
    return f"{read}; {keep_up_home(settings).summary()}"


def _ended(name: str, settings: Settings, work: Work) -> State[Any]:
    """What became of a run, as a state of Prefect and as a line for who watches."""
    follow_parent()
    skip_late()
    try:
        state: State[Any] = Completed(message=work(settings))
        is_well(Home(settings.home), name)
    except InUseError as error:
        state = Completed(name="Skipped", message=str(error))
    except DatelineError as error:
        state = Failed(message=str(error))
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}Z"
    print(f"{now} {name} {str(state.name).lower()}: {state.message}", file=sys.stderr, flush=True)
    return state


def _path(home: str | None) -> Path | None:
    return Path(home) if home else None
