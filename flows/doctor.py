"""What is installed, configured and reachable; each finding says `ok`, `warn` or `fail`, and the remedy."""

import importlib.util
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from packaging.requirements import Requirement

from flows.settings import Settings
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.shipped import shipped

LITTLE_SPACE = 1_000_000_000
PATIENCE_SECONDS = 3.0


class Finding(NamedTuple):
    """One line of the report; `remedy` is empty when there is nothing to do."""

    state: str
    subject: str
    detail: str
    remedy: str = ""


def findings(settings: Settings, environment: Mapping[str, str]) -> Iterator[Finding]:
    """Every finding, from what is below to what stands on it."""
    yield _python()
    yield from _packages()
    yield _model(settings.model)
    yield _shipped("seeds", "articles/*")
    yield _shipped("sql", "marts/*.sql")
    yield _home(settings.home)
    yield _space(settings.home)
    yield _warehouse(Home(settings.home))
    yield _prefect(environment)
    yield _prefect_settings(environment)


def _python() -> Finding:
    running = ".".join(map(str, sys.version_info[:3]))
    if (3, 11) <= sys.version_info[:2] <= (3, 13):
        return Finding("ok", "python", running)
    return Finding("fail", "python", running, "use Python 3.11, 3.12 or 3.13")


def _packages() -> Iterator[Finding]:
    """Every package that Dateline requires, held against what it requires of it."""
    for requirement in map(Requirement, requires("dateline") or ()):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield _package(requirement)


def _package(requirement: Requirement) -> Finding:
    remedy = f"install {requirement}, or run `make setup` in a checkout"
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Finding("fail", requirement.name, "missing", remedy)
    if requirement.specifier.contains(found, prereleases=True):
        return Finding("ok", requirement.name, found)
    return Finding("fail", requirement.name, f"{found}, but {requirement.specifier} is needed", remedy)


def _model(model: str) -> Finding:
    if importlib.util.find_spec(model) is None:
        return Finding("fail", "model", f"{model} is not installed", "install it, or set DATELINE_MODEL to one that is")
    return Finding("ok", "model", f"{model} {version(model)}")


def _shipped(name: str, pattern: str) -> Finding:
    folder = shipped(name)
    count = len(list(folder.glob(pattern)))
    if not count:
        return Finding("fail", name, f"nothing in {folder}", "install Dateline again")
    return Finding("ok", name, f"{count} files like {pattern} in {folder}")


def _home(home: Path) -> Finding:
    """Writable, tried out by writing; a home that does not exist yet is tried where it would be made."""
    place = _existing(home)
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        remedy = "make it writable, or choose another with --home or DATELINE_HOME"
        return Finding("fail", "home", f"{home} cannot be written ({error.strerror})", remedy)
    return Finding("ok", "home", f"{home}{'' if home.exists() else ' (not made yet)'}")


def _space(home: Path) -> Finding:
    free = shutil.disk_usage(_existing(home)).free
    detail = f"{free / 1e9:,.1f} GB free"
    return (
        Finding("warn", "disk", detail, "free some before a large run")
        if free < LITTLE_SPACE
        else Finding("ok", "disk", detail)
    )


def _warehouse(home: Home) -> Finding:
    try:
        from warehouse.publish import is_behind
        from warehouse.published import Condition, holding
    except ImportError as error:
        return Finding("fail", "warehouse", f"cannot be looked at ({error})", "install what is missing above")
    try:
        condition, is_old = holding(home).condition, is_behind(home)
    except DatelineError as error:
        return Finding("fail", "warehouse", str(error))
    name = home.warehouse
    if condition is Condition.LOCKED:
        return Finding("warn", "warehouse", f"{name} is open for writing in another program", "close that")
    if condition is Condition.DAMAGED:
        return Finding("fail", "warehouse", f"{name} cannot be read", "run `dateline rebuild`")
    if is_old:
        return Finding("warn", "warehouse", f"{name} lacks finished batches", "run `dateline rebuild`")
    is_missing = condition is Condition.MISSING
    return Finding("ok", "warehouse", "none yet; `dateline run` makes it" if is_missing else f"{name} is up to date")


def _prefect(environment: Mapping[str, str]) -> Finding:
    address = environment.get("PREFECT_API_URL")
    if not address:
        return Finding("ok", "prefect api", "none configured: steps run directly, --flow uses an embedded server")
    try:
        with urlopen(f"{address.rstrip('/')}/health", timeout=PATIENCE_SECONDS):
            return Finding("ok", "prefect api", f"{address} answers")
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        remedy = "start that server, or unset PREFECT_API_URL"
        return Finding("fail", "prefect api", f"{address} does not answer ({reason})", remedy)


def _prefect_settings(environment: Mapping[str, str]) -> Finding:
    """What the user has set; Dateline sets the rest, and turns telemetry off, before it imports Prefect."""
    names = sorted(name for name in environment if name.startswith("PREFECT_"))
    return Finding("ok", "prefect settings", ", ".join(names) or "none of your own; telemetry is off in flows")


def _existing(path: Path) -> Path:
    return next((place for place in (path, *path.parents) if place.exists()), Path("/"))
