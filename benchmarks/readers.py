"""How fast articles are read before anything is extracted, and in how much memory: `python benchmarks/readers.py`.

Every file is made here from a few sentences of our own: JSON Lines, a WARC of pages, a dump of a wiki. Each is read in
a process of its own: seconds of its processor time, and the most memory of its whole life.
"""

import argparse
import bz2
import json
import multiprocessing
import resource
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import process_time

from flows.identity import article_row
from flows.readers import read_source
from flows.readers.contents import opened
from flows.readers.entry import Entry
from flows.readers.web_archive import archive_records, archived_page
from flows.record import Record

SENTENCE = "The council of place {n} said on Friday that {n} people had left the valley after the river rose. "
PAGE_BYTES, ARCHIVE_BYTES, LINES, WIKI_PAGES = 100_000, 1_000_000_000, 10_000, 5_000
PAGES_READ = 500


def main() -> None:
    """One line a reader: articles, size, seconds, articles a second, the most memory."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines, archive, wiki = (Path(folder) / name for name in ("wire.jsonl", "pages.warc", "news.xml.bz2"))
        _write_lines(lines)
        _write_archive(archive)
        _write_wiki(wiki)
        for name, read, path in (
            ("JSON Lines into records", _records, lines),
            ("JSON Lines into rows with ids", _rows, lines),
            ("WARC into pages, the whole file", _pages, archive),
            (f"WARC into articles, the first {PAGES_READ}", _first_articles, archive),
            ("dump of a wiki into records", _records, wiki),
        ):
            _show(name, read, path)


def _show(name: str, read: Callable[[Path], int], path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        count, seconds, memory = pool.apply(_measured, (read, path))
    size = path.stat().st_size / 1e6
    print(
        f"{name}: {count:,} of {size:,.0f} MB in {seconds:.1f} s, {count / seconds:,.0f}/s, {memory:,.0f} MB of memory"
    )


def _measured(read: Callable[[Path], int], path: Path) -> tuple[int, float, float]:
    began = process_time()
    count = read(path)
    return count, process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _articles(path: Path) -> Iterator[Record]:
    return (record for record in read_source(str(path)) if isinstance(record, Record))


def _records(path: Path) -> int:
    return sum(1 for _ in _articles(path))


def _rows(path: Path) -> int:
    now = datetime.now(UTC).replace(tzinfo=None)
    return sum(1 for record in _articles(path) if article_row(record, ingested_at=now))


def _pages(path: Path) -> int:
    entry = Entry("benchmark", path.as_uri(), path.name, path.name, lambda: path.open("rb"))
    limit = entry.limits.page_bytes
    with opened(entry) as stream:
        return sum(1 for record in archive_records(stream, limit) if archived_page(record, limit))


def _first_articles(path: Path) -> int:
    return sum(1 for _ in islice(_articles(path), PAGES_READ))


def _text(number: int, characters: int = 2500) -> str:
    sentence = SENTENCE.format(n=number)
    return sentence * (characters // len(sentence))


def _write_lines(path: Path) -> None:
    with path.open("w") as file:
        for number in range(LINES):
            article = {
                "id": f"a{number}", "title": f"River rises at place {number}", "text": _text(number),
                "url": f"https://post.example/{number}", "outlet": "Valley Post",
                "published_at": "2024-05-03T08:01+02:00",
            }  # fmt: skip
            file.write(json.dumps(article) + "\n")


def _write_archive(path: Path) -> None:
    with path.open("wb") as file:
        for number in range(ARCHIVE_BYTES // PAGE_BYTES):
            file.write(_archived(number))


def _archived(number: int) -> bytes:
    paragraphs = "".join(f"<p>{SENTENCE.format(n=number * 100 + k)}</p>" for k in range(25))
    head = f"<!doctype html><html lang='en'><head><title>River rises at {number}</title></head><body>"
    page = f"{head}<article><h1>River rises at {number}</h1>{paragraphs}</article><script>/*"
    html = page.encode() + b"x" * (PAGE_BYTES - len(page) - 10) + b"*/</script>"
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    address = f"https://post.example/2024/05/03/river-{number}"
    fields = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(block)}\r\n\r\n"
    return fields.encode() + block + b"\r\n\r\n"


def _write_wiki(path: Path) -> None:
    with bz2.open(path, "wt") as file:
        file.write("<mediawiki xml:lang='en'><siteinfo><sitename>News</sitename></siteinfo>")
        for number in range(WIKI_PAGES):
            markup = f"{{{{date|May 3, 2024}}}}\n[[w:River|The river]] rose. {_text(number)}\n== Sources ==\n* None"
            inside = f"<ns>0</ns><id>{number}</id><revision><id>1</id><text>{markup}</text></revision>"
            file.write(f"<page><title>River {number}</title>{inside}</page>")
        file.write("</mediawiki>")


if __name__ == "__main__":
    main()
