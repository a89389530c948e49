"""`sources.toml`: read strictly, since a misspelt key that is ignored is a source that is silently read wrongly.

It lies in the home, or where `DATELINE_SOURCES` says; `seeds/sources.example.toml` explains every key.
"""

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from flows.fetch.settings import FetchSettings
from flows.readers.stated import FIELDS
from flows.sources.settings import KINDS, Configuration, SourceSettings
from warehouse.errors import DatelineError
from warehouse.files import storage
from warehouse.home import Home

NAME = re.compile(r"[a-z0-9][a-z0-9_.\-]{0,63}")
LENGTH = re.compile(r"(\d+)\s*(m|h|d)")
UNITS = {"m": "minutes", "h": "hours", "d": "days"}
FILE = "sources.toml"


class _BadValueError(Exception):
    """A value that cannot be taken; the message follows the name of the key."""


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
        _known(content, ("fetch", "source"), "a section")
        fetch = FetchSettings(**_fields(content.get("fetch", {}), FETCH_KEYS))
    except _BadValueError as error:
        raise DatelineError(f"{path}: {error}.") from error
    found: dict[str, SourceSettings] = {}
    tables = content.get("source", [])
    if not isinstance(tables, list):
        raise DatelineError(f"{path}: `source` is written [[source]], in double brackets, once for every source.")
    for number, table in enumerate(tables, 1):
        source = _source(table, f"{path}: source {number} ({table.get('name', 'without a name')})")
        if source.name in found:
            raise DatelineError(f"{path}: two sources are called {source.name!r}; give one of them another name.")
        found[source.name] = source
    return Configuration(path, found, fetch)


def _source(table: Mapping[str, Any], where: str) -> SourceSettings:
    try:
        fields = _fields(table, SOURCE_KEYS)
        for required in ("name", "address"):
            if required not in fields:
                raise _BadValueError(f"`{required}` is missing")
        return SourceSettings(**fields)
    except _BadValueError as error:
        raise DatelineError(f"{where}: {error}.") from error


def _fields(table: Any, keys: Mapping[str, tuple[str, Callable[[Any], Any]]]) -> dict[str, Any]:
    """Keys of the file to fields of the settings."""
    if not isinstance(table, Mapping):
        raise _BadValueError("a table is expected")
    _known(table, keys, "a key")
    fields = {}
    for key, value in table.items():
        name, read = keys[key]
        try:
            fields[name] = read(value)
        except _BadValueError as error:
            raise _BadValueError(f"`{key}` {error}") from error
    return fields


def _known(table: Mapping[str, Any], names: Iterable[str], what: str) -> None:
    for key in table:
        if key not in names:
            near = difflib.get_close_matches(key, list(names), 1)
            remedy = f"did you mean `{near[0]}`" if near else f"there are {', '.join(f'`{name}`' for name in names)}"
            raise _BadValueError(f"`{key}` is not {what} that Dateline knows; {remedy}?")


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _BadValueError(f"is {value!r}; it is a text in quotes")
    return value.strip()


def _name(value: Any) -> str:
    if not NAME.fullmatch(text := _text(value)):
        raise _BadValueError(f"is {text!r}; a name has lower-case letters, digits, `-`, `_` and `.` only")
    return text


def _kind(value: Any) -> str:
    if (text := _text(value)) not in KINDS:
        raise _BadValueError(f"is {text!r}; it is one of {', '.join(KINDS)}")
    return text


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _BadValueError(f"is {value!r}; it is true or false")
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _BadValueError(f"is {value!r}; it is a whole number, 1 or more")
    return value


def _number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
        raise _BadValueError(f"is {value!r}; it is a number, 0 or more")
    return float(value)


def _length(value: Any) -> timedelta:
    found = LENGTH.fullmatch(value) if isinstance(value, str) else None
    if not found or int(found[1]) < 1:
        raise _BadValueError(f"is {value!r}; it is a length of time such as 15m, 6h or 7d")
    return timedelta(**{UNITS[found[2]]: int(found[1])})


def _pattern(value: Any) -> re.Pattern[str]:
    try:
        return re.compile(_text(value))
    except re.error as error:
        raise _BadValueError(f"is {value!r}, which is no regular expression ({error})") from error


def _language(value: Any) -> str:
    if not re.fullmatch(r"[a-z]{2}", text := _text(value)):
        raise _BadValueError(f"is {text!r}; it is an ISO 639-1 code such as en")
    return text


def _columns(value: Any) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise _BadValueError('is no table such as { text = "body", id = "uid" }')
    for field in value:
        if field not in FIELDS:
            raise _BadValueError(f"names the field `{field}`; the fields are {', '.join(FIELDS)}")
    return {field: _text(column) for field, column in value.items()}


SOURCE_KEYS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "name": ("name", _name),
    "address": ("address", _text),
    "kind": ("kind", _kind),
    "enabled": ("is_enabled", _flag),
    "whole": ("is_whole", _flag),
    "every": ("every", _length),
    "outlet": ("outlet", _text),
    "language": ("language", _language),
    "section": ("section", _text),
    "include": ("include", _pattern),
    "exclude": ("exclude", _pattern),
    "items": ("item_count", _count),
    "newest": ("newest", _length),
    "columns": ("columns", _columns),
}
FETCH_KEYS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "contact": ("contact", _text),
    "seconds_between": ("seconds_between", _number),
    "requests_per_host": ("requests_per_host", _count),
    "requests_at_once": ("requests_at_once", _count),
    "timeout_seconds": ("timeout_seconds", _number),
    "longest_seconds": ("longest_seconds", _number),
    "page_bytes": ("page_bytes", _count),
    "retries": ("retry_count", _count),
    "retry_seconds": ("retry_seconds", _number),
    "obey_robots": ("is_robots_obeyed", _flag),
    "keep_pages": ("is_page_kept", _flag),
}
