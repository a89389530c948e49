"""A new source at the end of `sources.toml`; what a person wrote there stays as it is."""

import json
from collections.abc import Mapping
from pathlib import Path

from flows.sources.configuration import parse_configuration, sources_path
from warehouse.files import storage, write_whole
from warehouse.home import Home


def add_source(home: Home, keys: Mapping[str, object]) -> Path:
    """Append a source, if the file is still right with it; raises `DatelineError` that says why not."""
    path = sources_path(home)
    with storage(path):
        before = path.read_text("utf-8") if path.exists() else ""
    lines = [f"{key} = {_value(value)}" for key, value in keys.items() if value is not None]
    after = before.rstrip("\n") + ("\n\n" if before.strip() else "") + "\n".join(["[[source]]", *lines]) + "\n"
    data = after.encode()
    parse_configuration(data, path)
    write_whole(path, lambda file: file.write(data))
    return path


def _value(value: object) -> str:
    """TOML's basic strings and truth values are written as those of JSON."""
    return json.dumps(value, ensure_ascii=False)
