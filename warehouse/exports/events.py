"""Events for maps, `events.geojson` (RFC 7946), and for conflict researchers, `events.acled.csv` in ACLED's columns."""

from pathlib import Path

import duckdb

from warehouse.exports.files import unfinished, write
from warehouse.exports.views import build

FEW_ROWS = 1_000


def write_geojson(con: duckdb.DuckDBPyConnection, _kind: str, folder: Path) -> list[Path]:
    """Write the events whose place is known as one FeatureCollection."""
    build(con, "geojson_features")
    path = folder / "events.geojson"
    cursor = con.execute("select feature from exports.geojson_features")
    with unfinished(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        separator = "\n"
        while rows := cursor.fetchmany(FEW_ROWS):
            file.write(separator + ",\n".join(feature for (feature,) in rows))
            separator = ",\n"
        file.write("\n]}\n")
    return [path]


def write_acled(con: duckdb.DuckDBPyConnection, _kind: str, folder: Path) -> list[Path]:
    """Write the events that ACLED has a type for."""
    build(con, "acled_events")
    options = "format csv, header true"
    return [write(con, "select * from exports.acled_events", folder / "events.acled.csv", options)]
