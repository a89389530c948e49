"""FollowTheMoney: entities as JSON lines, and the statements that they are made of, each with its article and days.

https://followthemoney.tech: `ftm.entities.jsonl` for `ftm` commands, `ftm.statements.csv` for `ftm statements`.
"""

from pathlib import Path

import duckdb

from warehouse.exports.files import write
from warehouse.exports.views import build

JSON_LINES = "format json, array false"
CSV = "format csv, header true, force_quote *"


def write_ftm(con: duckdb.DuckDBPyConnection, _kind: str, folder: Path) -> list[Path]:
    """Write both files."""
    build(con, "ftm_statements", "ftm_entities")
    return [
        write(con, "select * from exports.ftm_entities", folder / "ftm.entities.jsonl", JSON_LINES),
        write(con, "select * from exports.ftm_statements", folder / "ftm.statements.csv", CSV),
    ]
