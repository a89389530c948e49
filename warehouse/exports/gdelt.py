"""GDELT's three files, as GDELT writes them: tab-separated, no header, one file for each quarter of an hour of reading.

`20240101121500.gkg.csv` (Global Knowledge Graph 2.1), `.export.CSV` (Events 2.0), `.mentions.CSV` (Mentions 2.0),
after the codebooks of the GDELT project. docs/exports.md says where each column comes from.
"""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.declared import quoted
from warehouse.exports.files import write
from warehouse.exports.views import build

OPTIONS = "format csv, delimiter '\t', header false, quote '', escape '', nullstr ''"


@dataclass(frozen=True)
class Layout:
    """One of the files: the model that makes its rows, the column that holds the time of its update, its ending."""

    model: str
    batch: str
    ending: str


LAYOUTS = {
    "gdelt-gkg": Layout("gdelt_gkg", "record_id[:14]", "gkg.csv"),
    "gdelt-events": Layout("gdelt_events", "date_added", "export.CSV"),
    "gdelt-mentions": Layout("gdelt_mentions", "mention_time_date", "mentions.CSV"),
}


def write_gdelt(con: duckdb.DuckDBPyConnection, form: str, folder: Path) -> list[Path]:
    """Write the files of one form; none when there is nothing to tell."""
    layout = LAYOUTS[form]
    build(con, layout.model)
    rows = f"from exports.{layout.model}"
    batches = con.execute(f"select distinct {layout.batch} as batch {rows} order by batch").fetchall()
    return [
        write(
            con, f"select * {rows} where {layout.batch} = {quoted(batch)}", folder / f"{batch}.{layout.ending}", OPTIONS
        )
        for (batch,) in batches
    ]
