"""Merging small batches: a feed that is read every quarter of an hour leaves hundreds of little parts a day.

Neighbours in the ledger that one extractor wrote become one batch with one part a table, at the place of the last of
them. What the ledger says stays the same: which batch of an article is the newest, and every row of it. One new file of
the ledger puts the merged batch in force and the others out, so it may be interrupted anywhere.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.errors import LedgerError
from warehouse.files import storage
from warehouse.home import Home
from warehouse.ledger import Receipt, hidden_receipts, replace_receipt, stored_receipts
from warehouse.load import part_path
from warehouse.parts import write_parts

SMALL_ARTICLES, MERGED_ARTICLES, FEWEST_BATCHES = 100, 5_000, 24
Stored = tuple[Path, Receipt]


def compact(home: Home, *, fewest: int = FEWEST_BATCHES) -> int:
    """Merge runs of at least so many small batches; how many became fewer. The caller holds the home's lock."""
    remove_merged(home)
    merged = 0
    for group in _groups(stored_receipts(home), fewest):
        _merge(home, group)
        merged += len(group)
    remove_merged(home)
    return merged


def remove_merged(home: Home) -> None:
    """Remove the records of batches that a merged one has put out of force; `vacuum` then removes their parts."""
    for path in hidden_receipts(home):
        with storage(path):
            path.unlink()


def _groups(stored: Sequence[Stored], fewest: int) -> Iterator[list[Stored]]:
    """Neighbours that may be merged, in groups of so many articles at most."""
    for key, neighbours in groupby(stored, key=lambda item: item[1].extractor if _is_small(item[1]) else None):
        if key is None:
            continue
        group: list[Stored] = []
        for item in neighbours:
            if sum(len(r.article_ids) for _, r in group) + len(item[1].article_ids) > MERGED_ARTICLES:
                yield from [group] if len(group) >= fewest else []
                group = []
            group.append(item)
        yield from [group] if len(group) >= fewest else []


def _is_small(receipt: Receipt) -> bool:
    """Batches that refused something stay as they are: their rejects name the run that met them."""
    return len(receipt.article_ids) <= SMALL_ARTICLES and not receipt.rejects and not receipt.refused_ids


def _merge(home: Home, group: Sequence[Stored]) -> None:
    receipts = [receipt for _, receipt in group]
    newest = {article: number for number, receipt in enumerate(receipts) for article in receipt.article_ids}
    winners = [(r, pa.array([a for a in r.article_ids if newest[a] == n], pa.string())) for n, r in enumerate(receipts)]
    tables = {name: _rows(home, name, winners) for name in _table_names(receipts)}
    last_path, last = group[-1]
    chunk_hash = _digest(*(receipt.chunk_hash for receipt in receipts))
    parts = write_parts(home, tables, extractor=last.extractor, chunk_hash=chunk_hash)
    for name, path in parts.items():
        if not pq.ParquetFile(home.path / path).read().equals(tables[name]):
            raise LedgerError(f"{home.path / path} does not hold what was written; nothing was merged.")
    batch_id = _digest(last.extractor, chunk_hash)
    merged = Receipt(
        batch_id=batch_id,
        run_id=last.run_id,
        extractor=last.extractor,
        chunk_hash=chunk_hash,
        article_ids=tuple(newest),
        parts=parts,
        row_counts={name: len(table) for name, table in tables.items()},
        rejects=(),
        seconds=sum(receipt.seconds for receipt in receipts),
        merged_from=tuple(path.name for path, _ in group),
    )
    replace_receipt(last_path.with_name(f"{last_path.name.split('-')[0]}-{batch_id}.json"), merged)


def _table_names(receipts: Sequence[Receipt]) -> list[str]:
    return list(dict.fromkeys(name for receipt in receipts for name in receipt.row_counts))


def _rows(home: Home, name: str, winners: Sequence[tuple[Receipt, pa.Array]]) -> pa.Table:
    """The rows of a table, of each batch those of the articles that no later one of the group holds."""
    pieces = []
    for receipt, article_ids in winners:
        if name in receipt.parts:
            table = pq.ParquetFile(part_path(home, receipt, name)).read()
            pieces.append(table.filter(pc.is_in(table["article_id"], value_set=article_ids)))
    return pa.concat_tables(pieces, promote_options="default").combine_chunks() if pieces else pa.table({})


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()
