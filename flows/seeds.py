"""The reference tables of `seeds/`, read as they are; what they mean is known in `transforms/`."""

import csv
from pathlib import Path

from warehouse.shipped import shipped

Tables = dict[str, list[dict[str, str]]]
READER_TABLES = ("head_words", "walls", "wiki_markup")  # which only the readers of sources use, not the extractors


def read_tables(folder: Path | None = None) -> Tables:
    """Every CSV of the folder by its stem; rows by column name, cells stripped, comment lines (`#`) left out."""
    found: Tables = {}
    for path in sorted((folder or shipped("seeds")).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(line for line in lines if line.strip() and not line.startswith("#"))
            found[path.stem] = [{key: (cell or "").strip() for key, cell in row.items()} for row in rows]
    return found
