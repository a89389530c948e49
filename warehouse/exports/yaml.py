"""Plain values as YAML: mappings, lists, texts in double quotes as in JSON, numbers, truth values."""

import json
from collections.abc import Iterator, Mapping, Sequence


def yaml(value: object) -> str:
    """A document that every reader of YAML takes for the same value."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _entry(f"{indent}{key}:", part, indent + "  ")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            first, *rest = _lines(part, indent + "  ")
            yield f"{indent}- {first.strip()}"
            yield from rest
    else:
        yield indent + json.dumps(value, ensure_ascii=False)


def _entry(head: str, part: object, indent: str) -> Iterator[str]:
    if isinstance(part, Mapping | list | tuple) and part:
        yield head
        yield from _lines(part, indent)
    else:
        yield f"{head} {json.dumps(part, ensure_ascii=False)}"
