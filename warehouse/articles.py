"""Which article versions the home holds, by whom they were read last, and their stored rows."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.home import Home
from warehouse.ledger import receipts
from warehouse.load import part_path


def known_articles(home: Home) -> dict[str, str]:
    """Article id -> extractor that read it last."""
    return {article_id: receipt.extractor for receipt in receipts(home) for article_id in receipt.article_ids}


def refused_articles(home: Home, *, by: str) -> set[str]:
    """Article ids on which this extractor failed: it need not try again, another one may."""
    return {article_id for receipt in receipts(home) if receipt.extractor == by for article_id in receipt.refused_ids}


def text_hashes(home: Home) -> dict[str, str]:
    """Article id -> hash of its text, as it was read last."""
    found: dict[str, str] = {}
    for receipt in receipts(home):
        if "articles" in receipt.parts:
            part = pq.ParquetFile(part_path(home, receipt, "articles")).read(["article_id", "text_hash"])
            found |= zip(part["article_id"].to_pylist(), part["text_hash"].to_pylist(), strict=True)
    return found


def stored_articles(home: Home, *, not_by: str) -> Iterator[list[dict[str, Any]]]:
    """Rows of the articles that another extractor read last, a list per batch, as an inbox chunk holds them."""
    newest = {article_id: receipt for receipt in receipts(home) for article_id in receipt.article_ids}
    wanted: defaultdict[Path, list[str]] = defaultdict(list)
    for article_id, receipt in newest.items():
        if receipt.extractor != not_by and "articles" in receipt.parts:
            wanted[part_path(home, receipt, "articles")].append(article_id)
    for part, article_ids in wanted.items():
        rows = pq.ParquetFile(part).read().filter(pc.field("article_id").isin(article_ids))
        yield rows.drop_columns(["extractor"]).to_pylist()
