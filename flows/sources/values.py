"""Values of `sources.toml`, each read strictly; what cannot be taken is named with what would be right."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flows.readers.stated import FIELDS
from flows.sources.settings import KINDS

NAME = re.compile(r"[a-z0-9][a-z0-9_.\-]{0,63}")
LENGTH = re.compile(r"(\d+)\s*(s|m|h|d)")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


class BadValueError(Exception):
    """A value that cannot be taken; the message follows the name of the key."""


def text(value: Any) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise BadValueError(f"is {value!r}; it is a text in quotes")
    return value.strip()


def address(value: Any) -> str:
    """An address of the web."""
    if not (stated := text(value)).startswith(("http://", "https://")):
        raise BadValueError(f"is {stated!r}; it begins with http:// or https://")
    return stated


def name(value: Any) -> str:
    """The name of a source."""
    stated = text(value)
    if not NAME.fullmatch(stated):
        raise BadValueError(f"is {stated!r}; a name has lower-case letters, digits, `-`, `_` and `.` only")
    return stated


def kind(value: Any) -> str:
    """The kind of a source."""
    if (stated := text(value)) not in KINDS:
        raise BadValueError(f"is {stated!r}; it is one of {', '.join(KINDS)}")
    return stated


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise BadValueError(f"is {value!r}; it is true or false")
    return value


def count(value: Any) -> int:
    """A whole number, 1 or more."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise BadValueError(f"is {value!r}; it is a whole number, 1 or more")
    return value


def number(value: Any) -> float:
    """A number, 0 or more."""
    if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
        raise BadValueError(f"is {value!r}; it is a number, 0 or more")
    return float(value)


def length(value: Any) -> timedelta:
    """A length of time: `15m`, `6h`, `7d`."""
    found = LENGTH.fullmatch(value) if isinstance(value, str) else None
    if not found or int(found[1]) < 1:
        raise BadValueError(f"is {value!r}; it is a length of time such as 15m, 6h or 7d")
    return timedelta(**{UNITS[found[2]]: int(found[1])})


def pattern(value: Any) -> re.Pattern[str]:
    """A regular expression."""
    try:
        return re.compile(text(value))
    except re.error as error:
        raise BadValueError(f"is {value!r}, which is no regular expression ({error})") from error


def language(value: Any) -> str:
    """An ISO 639-1 code."""
    if not re.fullmatch(r"[a-z]{2}", stated := text(value)):
        raise BadValueError(f"is {stated!r}; it is an ISO 639-1 code such as en")
    return stated


def columns(value: Any) -> dict[str, str]:
    """Fields of the input record by the names that files have for them."""
    if not isinstance(value, Mapping):
        raise BadValueError('is no table such as { text = "body", id = "uid" }')
    for field in value:
        if field not in FIELDS:
            raise BadValueError(f"names the field `{field}`; the fields are {', '.join(FIELDS)}")
    return {field: text(column) for field, column in value.items()}
