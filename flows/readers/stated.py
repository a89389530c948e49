"""Fields as a source states them into a `Record`, or the reason why not. Unknown fields are ignored.

Strict where a wrong reading would become a wrong fact: a date that cannot be read is no date, and is counted.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from flows.readers.entry import Entry
from flows.record import Record
from flows.seeds import read_tables
from transforms import instant
from transforms.head_words import HeadWords, head_words
from transforms.identity import digest
from transforms.instant import Instant

FIELDS = (
    "id", "text", "title", "url", "outlet", "authors", "published_at", "updated_at", "language", "section",
)  # fmt: skip
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
UNDETERMINED = {"und", "mul", "zxx", "mis"}
KINDS = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "an object", str: "a string"}


class MisstatedError(Exception):
    """A field that cannot be taken as it is stated; the message is the reason."""


def record_from(fields: Mapping[str, object], entry: Entry, *, line: int | None = None) -> Record:
    """The record of one article in a file of several; raises `MisstatedError`."""
    fields = named(fields, entry.columns)
    title, url, text = _text(fields, "title"), _text(fields, "url"), _body(fields, entry)
    published_at, is_published_read = _instant(fields, "published_at", entry)
    updated_at, is_updated_read = _instant(fields, "updated_at", entry)
    record = Record(
        source_id=entry.source_id,
        source_uri=entry.uri,
        source_key=stated_key(fields) or url or f"blake2b:{digest(title, text)}",
        text=text,
        title=title,
        url=url,
        outlet=_text(fields, "outlet"),
        authors=_authors(fields.get("authors")),
        section=_text(fields, "section"),
        language=_language(_text(fields, "language")),
        published_at=published_at,
        updated_at=updated_at,
        line=line,
        is_date_unread=not (is_published_read and is_updated_read),
    )
    _check_characters(record)
    return record


def named(fields: Mapping[str, object], columns: Mapping[str, str]) -> Mapping[str, object]:
    """Fields under the names of the input record, where the file has others."""
    return {**fields, **{name: fields[column] for name, column in columns.items() if column in fields}}


def stated_key(fields: Mapping[str, object]) -> str | None:
    """The record's `id` as text; None if it has none."""
    key = fields.get("id")
    if isinstance(key, int) and not isinstance(key, bool):
        return str(key)
    if key is not None and not isinstance(key, str):
        raise MisstatedError(f"`id` is {kind_of(key)}, not a string")
    return key or None


def kind_of(value: object) -> str:
    """What a JSON value is, in a sentence: `a number`."""
    return next((name for kind, name in KINDS.items() if type(value) is kind), f"a {type(value).__name__}")


def check_length(text: str, limit: int) -> None:
    """Raise `MisstatedError` for a text above the limit of characters."""
    if len(text) > limit:
        raise MisstatedError(f"its text has {len(text):,} characters, above the limit of {limit:,} for one article")


def parse_instant(text: str) -> Instant | None:
    """When something was published: ISO 8601, or a date written out in one way only; None if unreadable."""
    return instant.parse_instant(text, words())


@cache
def words() -> HeadWords:
    """The words of `seeds/head_words.csv`, read once."""
    return head_words(read_tables()["head_words"])


def _body(fields: Mapping[str, object], entry: Entry) -> str:
    if fields.get("text") is None:
        raise MisstatedError("`text` is missing")
    text = _string(fields, "text")
    if not text or not text.strip():
        raise MisstatedError("`text` is empty")
    check_length(text, entry.limits.text_characters)
    return text


def _string(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise MisstatedError(f"`{name}` is {kind_of(value)}, not a string")
    return value


def _text(fields: Mapping[str, object], name: str) -> str | None:
    value = _string(fields, name)
    return value if value and value.strip() else None


def _authors(value: object) -> tuple[str, ...]:
    """A list of names, or one name; null and empty names count as none."""
    names: list[object] = list(value) if isinstance(value, list | tuple) else [value]
    if wrong := next((name for name in names if name is not None and not isinstance(name, str)), None):
        raise MisstatedError(f"`authors` holds {kind_of(wrong)}; it is a list of strings")
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def _language(stated: str | None) -> str | None:
    if stated is None:
        return None
    code = LANGUAGE.fullmatch(stated.strip())
    if not code:
        raise MisstatedError(f"`language` is {stated!r}, which is no ISO 639 code such as `en`")
    primary = code[1].casefold()
    return None if primary in UNDETERMINED else {"eng": "en"}.get(primary, primary)


def _instant(fields: Mapping[str, object], name: str, entry: Entry) -> tuple[Instant | None, bool]:
    """The instant, and whether what is stated could be read."""
    value = fields.get(name)
    if isinstance(value, datetime):
        return instant.instant_from(value), True
    if isinstance(value, date):
        return instant.instant_from(datetime(value.year, value.month, value.day), precision="day"), True
    stated = _text(fields, name)
    found = parse_instant(stated) if stated else None
    if stated and not found and not entry.limits.keeps_undated:
        raise MisstatedError(f"`{name}` is {stated[:60]!r}, which is no ISO 8601 date such as 2022-01-07T08:01+06:00")
    return found, bool(found) == bool(stated)


def _check_characters(record: Record) -> None:
    """JSON can spell half a surrogate pair, which no file can hold."""
    stated = (record.source_key, record.text, record.title, record.url, record.outlet, record.section, *record.authors)
    try:
        "".join(part for part in stated if part).encode()
    except UnicodeEncodeError as error:
        raise MisstatedError(f"a field holds half a surrogate pair (U+{ord(error.object[error.start]):04X})") from error
