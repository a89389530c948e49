"""Where a SOURCE is and which files it holds: a local path, a web address, or whatever fsspec can reach.

In a folder, hidden files are skipped, and so is what is no article (pictures, README, LICENSE); a file that
looks like an article in a format that Dateline does not read (a PDF) is a reject that says so.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast
from urllib.parse import unquote, urlsplit

from flows.readers.entry import COMPRESSIONS, FORMATS, Entry, Limits, refuse
from flows.readers.web import open_address
from warehouse.errors import DatelineError
from warehouse.rejects import Reject

ABOUT_THE_FOLDER = {"readme", "license", "licence", "copying", "notice", "changelog", "sources", "authors"}
ARTICLE_LIKE = {
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".md", ".tsv", ".xlsx", ".xls", ".ndjson", ".rst",
    ".mht", ".mhtml", ".zip", ".tar", ".tgz", ".bz2", ".xz", ".7z", ".text", ".xhtml",
}  # fmt: skip


@dataclass(frozen=True)
class Listing:
    """The files of a source in a fixed order."""

    source_id: str
    entries: Iterator[Entry | Reject]


def locate(source: str, limits: Limits) -> Listing:
    """Find a source; raises `DatelineError` if there is none or if its format is unknown."""
    if is_glob(source):
        return _matched(source, limits)
    scheme = urlsplit(source).scheme if "://" in source else ""
    if scheme in {"http", "https"}:
        return _address(source, limits)
    if scheme not in {"", "file"}:
        return _remote(source, limits)
    path = Path(unquote(urlsplit(source).path) if scheme else source).expanduser()
    return _local(path, limits)


def any_file(address: str, limits: Limits) -> Entry:
    """One file of whatever name, for readers that know from elsewhere what it is; raises `DatelineError`."""
    scheme = urlsplit(address).scheme if "://" in address else ""
    if scheme not in {"", "file"}:
        system, place = _file_system(address)
        return Entry(address, address, PurePosixPath(place).name, place, _opener(system, place), limits)
    path = Path(unquote(urlsplit(address).path) if scheme else address).expanduser().resolve()
    if not path.is_file():
        raise DatelineError(f"There is no file {path}; check the path.")
    return Entry(path.as_uri(), path.as_uri(), path.name, path.name, partial(_open, path), limits)


def is_glob(source: str) -> bool:
    """Whether a source is a pattern such as `wire/**/*.jsonl`; an address of the web or the name of a file is none."""
    is_pattern = bool(set(source) & set("*?[")) and urlsplit(source).scheme not in {"http", "https"}
    return is_pattern and not ("://" not in source and Path(source).expanduser().exists())


def _matched(pattern: str, limits: Limits) -> Listing:
    listing = matching(pattern, limits)
    first = next(listing.entries, None)
    if first is None:
        raise DatelineError(f"No file matches {pattern}; check the pattern.")
    return Listing(listing.source_id, chain([first], listing.entries))


def matching(pattern: str, limits: Limits) -> Listing:
    """The files that a glob such as `wire/**/*.jsonl` matches, local or in any store; none is no error."""
    system, path = _file_system(pattern)
    fixed = next((i for i, part in enumerate(path.split("/")) if set(part) & set("*?[")), 0)
    top = "/".join(path.split("/")[:fixed]) or "/"
    return Listing(pattern, _matches(system, path, top, limits))


def _matches(system: Any, path: str, top: str, limits: Limits) -> Iterator[Entry | Reject]:
    for found in sorted(system.glob(path)):
        key = PurePosixPath(found).relative_to(top).as_posix()
        is_hidden = any(part.startswith(".") for part in key.split("/"))
        if not is_hidden and system.isfile(found):
            uri = str(system.unstrip_protocol(found))
            yield from _in_folder(Entry(uri, uri, key, PurePosixPath(found).name, _opener(system, found), limits))


def _local(path: Path, limits: Limits) -> Listing:
    if not path.exists():
        raise DatelineError(f"There is no file or folder {path}; check the path.")
    resolved = path.resolve()
    uri = resolved.as_uri()
    if resolved.is_dir():
        return Listing(uri, _folder(resolved, resolved, uri, limits))
    entry = Entry(uri, uri, resolved.name, resolved.name, partial(_open, resolved), limits)
    return Listing(uri, iter([_readable(entry, str(path))]))


def _folder(folder: Path, top: Path, source_id: str, limits: Limits) -> Iterator[Entry | Reject]:
    """The files below a folder by name; links to folders are not followed."""
    try:
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        entry = Entry(source_id, folder.as_uri(), folder.relative_to(top).as_posix(), folder.name, _nothing, limits)
        yield refuse(entry, f"the folder cannot be read ({error.strerror})", key=entry.key)
        return
    for item in found:
        path = folder / item.name
        if item.name.startswith("."):
            continue
        if item.is_dir(follow_symlinks=False):
            yield from _folder(path, top, source_id, limits)
        elif item.is_file():
            key = path.relative_to(top).as_posix()
            yield from _in_folder(Entry(source_id, path.as_uri(), key, item.name, partial(_open, path), limits))


def _in_folder(entry: Entry) -> Iterator[Entry | Reject]:
    stem = entry.name.casefold().split(".")[0]
    if stem in ABOUT_THE_FOLDER:
        return
    if entry.format in FORMATS:
        yield entry
    elif entry.format in ARTICLE_LIKE:
        yield refuse(entry, f"Dateline does not read {entry.format} files; it reads {_formats()}", key=entry.key)


def _readable(entry: Entry, shown: str) -> Entry:
    if entry.format not in FORMATS:
        what = f"a {entry.format} file" if entry.format else "a file without a suffix"
        raise DatelineError(f"{shown} is {what}, which Dateline does not read; it reads {_formats()}.")
    return entry


def _formats() -> str:
    return f"{', '.join(FORMATS)}, and {' and '.join(COMPRESSIONS)} of the text formats"


def _address(url: str, limits: Limits) -> Listing:
    """A document on the web; without a known suffix it is a page."""
    name = PurePosixPath(urlsplit(url).path).name or "index"
    entry = Entry(url, url, name, name, partial(open_address, url), limits)
    if entry.format not in FORMATS:
        entry = Entry(url, url, name, "page.html", entry.open, limits)
    return Listing(url, iter([entry]))


def _remote(url: str, limits: Limits) -> Listing:
    """A file or folder in any other store that fsspec knows (`s3://`, `gs://`, `memory://`)."""
    system, path = _file_system(url)
    uri = str(system.unstrip_protocol(path))
    try:
        is_folder = bool(system.isdir(path))
        if not is_folder and not system.exists(path):
            raise FileNotFoundError(path)
    except OSError as error:
        raise DatelineError(
            f"There is no file or folder {url} ({error.strerror or 'not found'}); check the address."
        ) from error
    if is_folder:
        return Listing(uri, _remote_folder(system, path, uri, limits))
    name = PurePosixPath(path).name
    return Listing(uri, iter([_readable(Entry(uri, uri, name, name, _opener(system, path), limits), url)]))


def _file_system(url: str) -> tuple[Any, str]:
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise DatelineError(f"{url} needs a package that is not installed: {error}.") from error
    except ValueError as error:
        raise DatelineError(f"{url} is no address that Dateline can read: {error}.") from error
    return system, str(path)


def _remote_folder(system: Any, folder: str, source_id: str, limits: Limits) -> Iterator[Entry | Reject]:
    for path in sorted(system.find(folder)):
        key = PurePosixPath(path).relative_to(folder).as_posix()
        if any(part.startswith(".") for part in key.split("/")):
            continue
        uri = str(system.unstrip_protocol(path))
        name = PurePosixPath(path).name
        yield from _in_folder(Entry(source_id, uri, key, name, _opener(system, path), limits))


def _opener(system: Any, path: str) -> Callable[[], BinaryIO]:
    return lambda: cast(BinaryIO, system.open(path, "rb"))


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _nothing() -> BinaryIO:
    raise FileNotFoundError
