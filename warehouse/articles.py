"""Which article versions the home holds, by whom they were read last, and their stored rows."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.errors import LedgerError
from warehouse.home import Home
from warehouse.ledger import Receipt, receipts


def known_articles(home: Home) -> dict[str, str]:
    """Article id -> extractor that read it last."""
    return {article_id: receipt.extractor for receipt in receipts(home) for article_id in receipt.article_ids}


def stored_articles(home: Home, *, not_by: str) -> Iterator[list[dict[str, Any]]]:
    """Rows of the articles that another extractor read last, a list per batch, as an inbox chunk holds them."""
    newest = {article_id: receipt for receipt in receipts(home) for article_id in receipt.article_ids}
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for article_id, receipt in newest.items():
        if receipt.extractor != not_by and "articles" in receipt.parts:
            wanted[receipt.parts["articles"]].append(article_id)
    for part, article_ids in sorted(wanted.items()):
        yield _rows(home, part, article_ids)


def part_paths(home: Home, receipt: Receipt, table: str) -> list[str]:
    """The absolute path of a receipt's part of a table, as a list of one or none."""
    if table not in receipt.parts:
        return []
    path = home.path / receipt.parts[table]
    if not path.is_file():
        raise LedgerError(f"{path}, which the ledger names, is missing; restore it from a backup.")
    return [str(path)]


def _rows(home: Home, part: str, article_ids: list[str]) -> list[dict[str, Any]]:
    path = home.path / part
    if not path.is_file():
        raise LedgerError(f"{path}, which the ledger names, is missing; restore it from a backup.")
    table = pq.ParquetFile(path).read()
    rows: list[dict[str, Any]] = (
        table.filter(pc.field("article_id").isin(article_ids)).drop_columns(["extractor"]).to_pylist()
    )
    return rows
