"""One file, object or stream that a source holds, and how to refuse it or a line of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO

from warehouse.rejects import Reject, new_reject

STDIN = "stdin:"
FORMATS = (
    ".txt", ".jsonl", ".json", ".html", ".htm", ".csv", ".parquet", ".xml", ".rss", ".atom", ".rdf", ".warc",
    ".eml", ".mbox",
)  # fmt: skip
COMPRESSIONS = (".gz", ".zst", ".bz2", ".xz")


@dataclass(frozen=True)
class Limits:
    """What an article may be. A longer text, line or page is a reject that names the limit.

    `keeps_undated`: a record whose stated date cannot be read is loaded without a date and counted, not refused.
    """

    text_characters: int = 500_000
    line_bytes: int = 64 * 1024 * 1024
    page_bytes: int = 16_000_000
    list_bytes: int = 64 * 1024 * 1024
    payload_characters: int = 1_000_000
    keeps_undated: bool = True


@dataclass(frozen=True)
class Entry:
    """`name` decides the format by its suffix, `key` is the article's key if the file holds a single one.

    `columns` maps fields of the input record to the names that the file has for them.
    """

    source_id: str
    uri: str
    key: str
    name: str
    open: Callable[[], BinaryIO]
    limits: Limits = Limits()
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def format(self) -> str:
        """The suffix in lower case without that of a compression: `.jsonl` for `day.JSONL.gz`."""
        suffixes = PurePosixPath(self.name.casefold()).suffixes or [""]
        return suffixes[-2] if suffixes[-1] in COMPRESSIONS and len(suffixes) > 1 else suffixes[-1]


class UnreadableError(Exception):
    """The rest of an entry cannot be read; the message is the reason, a whole sentence without its stop."""

    def __init__(self, reason: str, *, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line


def refuse(
    entry: Entry, reason: str, *, key: str | None = None, line: int | None = None, payload: str | None = None
) -> Reject:
    """A reject of the stage `read`; an input too long to keep is found again by its file and line."""
    kept = payload if payload is None or len(payload) <= entry.limits.payload_characters else None
    return new_reject("read", source_uri=entry.uri, source_key=key, line=line, reason=reason, payload=kept)
