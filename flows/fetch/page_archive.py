"""Pages kept as they came, fetched or from files, in WARC (ISO 28500), so that a better reader can read them again.

Every record is a gzip member of its own: what was written before a crash can be read.
"""

import gzip
import zlib
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from flows.fetch.answer import Answer
from warehouse.files import storage, write_whole

ASKED = "Dateline-Asked-URI"
# Codings are undone and the length is that of what is kept.
CHANGED = {"content-encoding", "transfer-encoding", "content-length", "connection", "set-cookie"}


class PageArchive:
    """A file that appears with its first page."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, answer: Answer, at: datetime) -> None:
        """Append one answer as a `response` record, with the address that was asked beside the one that answered."""
        names = [f"{name}: {value}" for name, value in answer.headers.items() if name not in CHANGED]
        head = "\r\n".join([f"HTTP/1.1 {answer.status} OK", *names, f"Content-Length: {len(answer.body)}", "", ""])
        fields = {"WARC-Type": "response", "Content-Type": "application/http; msgtype=response", ASKED: answer.asked}
        self._append(answer.url, at, fields, head.encode("utf-8", "replace") + answer.body)

    def add_file(self, uri: str, page: bytes, at: datetime) -> None:
        """Append the bytes of a file as a `resource` record."""
        self._append(uri, at, {"WARC-Type": "resource", "Content-Type": "text/html"}, page)

    def _append(self, uri: str, at: datetime, fields: Mapping[str, str], block: bytes) -> None:
        with storage(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.write(gzip.compress(_header(uri, at, fields, len(block)) + block + b"\r\n\r\n", mtime=0))


def archive_path(pages: Path, name: str, now: datetime) -> Path:
    """`PAGES/2026-01-07/valley-post-080100123456.warc.gz`."""
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name)[:60].strip("-.")
    return pages / f"{now:%Y-%m-%d}" / f"{safe or 'source'}-{now:%H%M%S%f}.warc.gz"


def _header(uri: str, at: datetime, fields: Mapping[str, str], length: int) -> bytes:
    moment = at.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    own = {
        "WARC-Target-URI": uri,
        "WARC-Date": moment,
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{uri} {at.isoformat()}')}>",
        "Content-Length": str(length),
    }
    lines = ("WARC/1.0", *(f"{name}: {value}" for name, value in {**fields, **own}.items()))
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace")


def erase_pages(pages: Path, addresses: Set[str]) -> int:
    """Take the pages of some addresses (asked for, answered at, or of files) out of every archive; how many."""
    erased = 0
    for path in sorted(pages.rglob("*.warc.gz")):
        with storage(path):
            members = list(_members(path.read_bytes()))
            kept = [raw for raw, record in members if not addresses & _addresses(record)]
            if not kept:
                path.unlink()
            elif len(kept) < len(members):
                _write(path, kept)
        erased += len(members) - len(kept)
    return erased


def _write(path: Path, members: Sequence[bytes]) -> None:
    write_whole(path, lambda file: file.write(b"".join(members)))


def _members(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each record as it lies in the file, and unpacked; what a crash cut off is left out."""
    while data:
        unpacker = zlib.decompressobj(wbits=31)
        record = unpacker.decompress(data)
        if not unpacker.eof:
            return
        yield data[: len(data) - len(unpacker.unused_data)], record
        data = unpacker.unused_data


def _addresses(record: bytes) -> set[str]:
    lines = record.split(b"\r\n\r\n", 1)[0].decode("utf-8", "replace").split("\r\n")
    fields = dict(line.split(": ", 1) for line in lines if ": " in line)
    return {fields[name] for name in ("WARC-Target-URI", ASKED) if name in fields}
