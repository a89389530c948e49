"""Tables of addresses as GDELT publishes them: a list of zip files, each with one table."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from newsroom import Newsroom, newsroom

from flows.fetch.settings import FetchSettings
from flows.readers import Limits
from flows.record import Record
from flows.sources.opening import open_configured
from flows.sources.settings import SourceSettings
from warehouse.home import Home

NOW = datetime(2024, 5, 6, 7, 8, 9)


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with newsroom() as room:
        room.story("/a", "Bridge is shut")
        room.story("/b", "Mill burns down", lead="It was dry.")
        yield room


def zipped(*rows: str) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("20240506070000.csv", "\n".join(rows).encode("latin-1"))
    return sink.getvalue()


def read(room: Newsroom, path: str, home: Path) -> list[str]:
    """Titles of articles and reasons of rejects, in order."""
    source = SourceSettings("tables", room.address + path, "addresses")
    fetch = FetchSettings(seconds_between=0, retry_count=0)
    found = open_configured(source, Home(home), fetch=fetch, now=NOW, limits=Limits()).records
    return [str(item.title if isinstance(item, Record) else item.reason) for item in found]


def test_a_list_of_zipped_tables(room: Newsroom, tmp_path: Path) -> None:
    events = f"1187\t20240506\tORMEL\t\t18\t{room.address}/a"
    gkg = f"20240506-1\t20240506070000\t1\tpost.example\t{room.address}/a\tcaf\xe9\t{room.address}/logo.png"
    mentions = f"1187\t20240506\t1\tpost.example\t{room.address}/b\t3"
    tables = {"/x.export.CSV.zip": events, "/x.gkg.csv.zip": gkg, "/x.mentions.CSV.zip": mentions}
    for path, row in tables.items():
        room.serve(path, zipped(row), Content_Type="application/zip")
    listed = "\n".join(f"1024 d41d8cd98f00 {room.address}{path}" for path in tables)
    room.serve("/lastupdate.txt", listed, Content_Type="text/plain")
    assert read(room, "/lastupdate.txt", tmp_path) == ["Bridge is shut", "Mill burns down"]
    assert [path for path in room.asked if path in {"/a", "/b"}] == ["/a", "/b"]


def test_one_zipped_table(room: Newsroom, tmp_path: Path) -> None:
    room.serve("/day.CSV.zip", zipped(f"1\t{room.address}/b"), Content_Type="application/zip")
    assert read(room, "/day.CSV.zip", tmp_path) == ["Mill burns down"]


def test_a_broken_zip(room: Newsroom, tmp_path: Path) -> None:
    room.serve("/day.CSV.zip", zipped("1\thttp://a")[:40], Content_Type="application/zip")
    assert read(room, "/day.CSV.zip", tmp_path) == ["the zip file cannot be read (File is not a zip file)"]
