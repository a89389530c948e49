"""`dateline export`: the published warehouse as files, in our own tables or in the formats of others."""

from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb

from warehouse.errors import DatelineError
from warehouse.exports.events import write_acled, write_geojson
from warehouse.exports.files import make_ready
from warehouse.exports.ftm import write_ftm
from warehouse.exports.gdelt import LAYOUTS, write_gdelt
from warehouse.exports.tables import write_tables
from warehouse.exports.views import opened
from warehouse.home import Home
from warehouse.stopping import Queries, stoppable

Writer = Callable[[duckdb.DuckDBPyConnection, str, Path], list[Path]]
FORMATS: Mapping[str, Writer] = {
    **dict.fromkeys(("parquet", "csv", "jsonl"), write_tables),
    **dict.fromkeys(LAYOUTS, write_gdelt),
    "ftm": write_ftm,
    "geojson": write_geojson,
    "acled": write_acled,
}


def export(home: Home, kind: str, target: Path, *, replace: bool = False, with_text: bool = True) -> list[Path]:
    """Write the published warehouse into a folder in one of `FORMATS`; the files written.

    A folder that holds something is refused unless `replace` is set; then files of the same name are replaced, others
    stay. Without text nothing of the articles' words goes out but names, as docs/exports.md says.
    """
    if kind not in FORMATS:
        raise DatelineError(f"There is no export format `{kind}`; choose one of {', '.join(FORMATS)}.")

    def work(queries: Queries) -> list[Path]:
        with opened(home, with_text=with_text) as con, queries.of(con):
            make_ready(target, replace=replace)
            return FORMATS[kind](con, kind, target)

    return stoppable(work)
