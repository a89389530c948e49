"""`sources.toml`: read strictly, since a misspelt key that is ignored is a source that is silently read wrongly.

It lies in the home, or where `DATELINE_SOURCES` says; `seeds/sources.example.toml` explains every key.
"""

import difflib
import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from flows.fetch.settings import FetchSettings
from flows.schedules.plan import Plan
from flows.sources import values
from flows.sources.settings import Configuration, SourceSettings
from flows.sources.values import BadValueError
from warehouse.errors import DatelineError
from warehouse.files import storage
from warehouse.home import Home

FILE = "sources.toml"


def configuration(home: Home) -> Configuration:
    """The configured sources; none without a file. Raises `DatelineError` that names the file, the source, the key."""
    return read_configuration(sources_path(home))


def sources_path(home: Home) -> Path:
    """Where the sources of a home are configured."""
    named = os.environ.get("DATELINE_SOURCES")
    return Path(named).absolute() if named else home.path / FILE


def read_configuration(path: Path) -> Configuration:
    """The sources of one file."""
    if not path.exists():
        return Configuration(path)
    with storage(path):
        data = path.read_bytes()
    return parse_configuration(data, path)


def parse_configuration(data: bytes, path: Path) -> Configuration:
    """The same from its bytes; `path` is for messages."""
    try:
        content = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path} is not TOML: {error}; compare it with the example in docs/sources.md.") from error
    try:
        _known(content, ("fetch", "schedule", "source"), "a section")
        fetch = FetchSettings(**_fields(content.get("fetch", {}), FETCH_KEYS))
        schedule = Plan(**_fields(content.get("schedule", {}), SCHEDULE_KEYS))
    except BadValueError as error:
        raise DatelineError(f"{path}: {error}.") from error
    found: dict[str, SourceSettings] = {}
    tables = content.get("source", [])
    if not isinstance(tables, list):
        raise DatelineError(f"{path}: `source` is written [[source]], in double brackets, once for every source.")
    for number, table in enumerate(tables, 1):
        source = _source(table, f"{path}: source {number} ({table.get('name', 'without a name')})")
        source = replace(source, address=_placed(source.address, path))
        if source.name in found:
            raise DatelineError(f"{path}: two sources are called {source.name!r}; give one of them another name.")
        found[source.name] = source
    return Configuration(path, found, fetch, schedule)


def _source(table: Mapping[str, Any], where: str) -> SourceSettings:
    try:
        fields = _fields(table, SOURCE_KEYS)
        for required in ("name", "address"):
            if required not in fields:
                raise BadValueError(f"`{required}` is missing")
        return SourceSettings(**fields)
    except BadValueError as error:
        raise DatelineError(f"{where}: {error}.") from error


def _placed(address: str, path: Path) -> str:
    """A relative path counts from the folder of the file, so that it means the same wherever a run is started."""
    is_path = "://" not in address and not address.startswith(("/", "~"))
    return str(path.absolute().parent / address) if is_path else address


def _fields(table: Any, keys: Mapping[str, tuple[str, Callable[[Any], Any]]]) -> dict[str, Any]:
    """Keys of the file to fields of the settings."""
    if not isinstance(table, Mapping):
        raise BadValueError("a table is expected")
    _known(table, keys, "a key")
    fields = {}
    for key, value in table.items():
        name, read = keys[key]
        try:
            fields[name] = read(value)
        except BadValueError as error:
            raise BadValueError(f"`{key}` {error}") from error
    return fields


def _known(table: Mapping[str, Any], names: Iterable[str], what: str) -> None:
    for key in table:
        if key not in names:
            near = difflib.get_close_matches(key, list(names), 1)
            remedy = f"perhaps `{near[0]}`" if near else f"there are {', '.join(f'`{name}`' for name in names)}"
            raise BadValueError(f"`{key}` is not {what} that Dateline knows; {remedy}")


SOURCE_KEYS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "name": ("name", values.name),
    "address": ("address", values.text),
    "kind": ("kind", values.kind),
    "enabled": ("is_enabled", values.flag),
    "whole": ("is_whole", values.flag),
    "every": ("every", values.length),
    "outlet": ("outlet", values.text),
    "language": ("language", values.language),
    "section": ("section", values.text),
    "include": ("include", values.pattern),
    "exclude": ("exclude", values.pattern),
    "items": ("item_count", values.count),
    "newest": ("newest", values.length),
    "columns": ("columns", values.columns),
}
FETCH_KEYS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "contact": ("contact", values.text),
    "seconds_between": ("seconds_between", values.number),
    "requests_per_host": ("requests_per_host", values.count),
    "requests_at_once": ("requests_at_once", values.count),
    "timeout_seconds": ("timeout_seconds", values.number),
    "longest_seconds": ("longest_seconds", values.number),
    "page_bytes": ("page_bytes", values.count),
    "retries": ("retry_count", values.count),
    "retry_seconds": ("retry_seconds", values.number),
    "obey_robots": ("is_robots_obeyed", values.flag),
    "keep_pages": ("is_page_kept", values.flag),
}
SCHEDULE_KEYS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "every": ("every", values.length),
    "cron": ("cron", values.text),
    "nightly": ("nightly", values.text),
    "timezone": ("timezone", values.text),
    "failure_webhook": ("failure_webhook", values.address),
}
