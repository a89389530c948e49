"""Erasing articles: from every part of every extractor, the ledger, records of sightings and rejects, the warehouse.

Erasing is done in an order that a crash cannot hurt: what is to go is noted first, and the same call again finishes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.corrections import drop_corrections, every_correction
from warehouse.errors import DatelineError
from warehouse.files import read_jsonl, storage, write_jsonl, write_whole
from warehouse.home import Home
from warehouse.judgements import judgements, keep_judgements
from warehouse.ledger import Receipt, replace_receipt, stored_receipts
from warehouse.past import forget_past
from warehouse.publish import rebuild
from warehouse.rejects import Reject, stored_rejects, write_over

ROW_IDS = {"quantity_id", "statement_id", "relation_id", "event_row_id"}


@dataclass(frozen=True)
class Forgotten:
    """What was erased: articles, and the parts that held them."""

    article_ids: tuple[str, ...]
    part_count: int


def find_articles(home: Home, *, article_ids: Sequence[str] = (), source_id: str | None = None) -> list[str]:
    """Every version of the threads of some articles, or everything that a source gave, whichever extractor read it."""
    paths = [str(path) for path in sorted(home.articles.rglob("*.parquet"))]
    if not paths:
        return []
    with duckdb.connect() as con:
        found = con.execute(
            """
            with versions as (
                select distinct
                    article_id,
                    source_id,
                    coalesce(canonical_url, source_id || chr(31) || source_key) as thread
                from read_parquet($1, hive_partitioning = false, union_by_name = true)
            )

            select distinct article_id
            from versions
            where
                source_id = $2
                or thread in (select thread from versions where article_id in (select unnest($3::varchar[])))
            order by article_id
            """,
            [paths, source_id, list(article_ids)],
        ).fetchall()
    return [article for (article,) in found]


def addresses_of(home: Home, article_ids: Sequence[str]) -> set[str]:
    """Where some articles were read and what their pages call themselves, in any part that holds them."""
    wanted = pa.array(article_ids, pa.string())
    found: set[str] = set()
    for path in home.articles.rglob("*.parquet"):
        table = pq.ParquetFile(path).read(["article_id", "source_uri", "url", "canonical_url"])
        rows = table.filter(pc.is_in(table["article_id"], value_set=wanted))
        found |= {value for name in ("source_uri", "url", "canonical_url") for value in rows[name].to_pylist() if value}
    return found


def forget(home: Home, article_ids: Sequence[str], *, source_id: str | None = None) -> Forgotten:
    """Erase articles everywhere and build the warehouse again; the caller holds the home's lock.

    Raises `DatelineError` while chunks wait for extraction, since they may hold the articles.
    """
    if any(home.inbox.rglob("*.parquet")):
        raise DatelineError(f"{home.path} holds a run that is not finished; run `dateline run` first, then forget.")
    gone = set(article_ids) | {row for row in forgotten(home) if row in _stored_ids(home)}
    _note(home, gone)
    for path, receipt in stored_receipts(home):
        if gone.intersection(receipt.article_ids) or any(_is_from(reject, source_id) for reject in receipt.rejects):
            replace_receipt(path, _without(home, receipt, gone, source_id))
    paths = [path for folder in (home.articles, home.facts) for path in sorted(folder.rglob("*.parquet"))]
    rows = {row for path in paths for row in _row_ids(path, gone)}
    changed = [path for path in paths if _erase(path, gone)]
    _erase_records(home, gone, source_id)
    _erase_remarks(home, gone, rows)
    forget_past(home)
    rebuild(home)
    return Forgotten(tuple(sorted(gone)), len(changed))


def forgotten(home: Home) -> list[str]:
    """Ids of the articles that were erased; a source that gives one of them again is not listened to."""
    path = _notes(home)
    return [str(row["article_id"]) for row in read_jsonl(path)] if path.exists() else []


def _notes(home: Home) -> Path:
    return home.state / "forgotten.jsonl"


def _note(home: Home, gone: set[str]) -> None:
    """An id is a hash: it tells nothing of the article."""
    write_jsonl(_notes(home), ({"article_id": article} for article in sorted({*forgotten(home), *gone})))


def _stored_ids(home: Home) -> set[str]:
    tables = (pq.read_table(path, columns=["article_id"]) for path in home.articles.rglob("*.parquet"))
    return {article for table in tables for article in table["article_id"].to_pylist()}


def _without(home: Home, receipt: Receipt, gone: set[str], source_id: str | None) -> Receipt:
    """The receipt with what will be left of its parts."""
    left = {table: _left(home.path / path, gone) for table, path in receipt.parts.items()}
    return replace(
        receipt,
        article_ids=tuple(article for article in receipt.article_ids if article not in gone),
        parts={table: path for table, path in receipt.parts.items() if left[table]},
        row_counts={**receipt.row_counts, **left},
        rejects=tuple(reject for reject in receipt.rejects if not _is_from(reject, source_id)),
    )


def _left(path: Path, gone: set[str]) -> int:
    ids = pq.read_table(path, columns=["article_id"])["article_id"] if path.exists() else pa.array([], pa.string())
    return len(ids) - (pc.sum(pc.is_in(ids, value_set=pa.array(sorted(gone), pa.string()))).as_py() or 0)


def _erase(path: Path, gone: set[str]) -> bool:
    """Take the rows of some articles out of a part; whether it held any."""
    with storage(path):
        table = pq.ParquetFile(path).read()
        kept = table.filter(pc.invert(pc.is_in(table["article_id"], value_set=pa.array(sorted(gone), pa.string()))))
        if len(kept) == len(table):
            return False
        if not len(kept):
            path.unlink()
            return True
    write_whole(path, lambda file: pq.write_table(kept, file, compression="zstd"))
    return True


def _erase_records(home: Home, gone: set[str], source_id: str | None) -> None:
    for path in sorted(home.sightings.glob("*.jsonl")):
        rows = read_jsonl(path)
        kept = [row for row in rows if row["article_id"] not in gone and row["source_id"] != source_id]
        if len(kept) < len(rows):
            write_jsonl(path, kept)
    for run_id in sorted({run_id for run_id, _ in stored_rejects(home)}):
        rejects = [reject for run, reject in stored_rejects(home) if run == run_id]
        others = [reject for reject in rejects if not _is_from(reject, source_id)]
        if len(others) < len(rejects):
            write_over(home, run_id, others)


def _row_ids(path: Path, gone: set[str]) -> set[str]:
    """The ids of the rows that some articles have in a part."""
    schema = pq.read_schema(path)
    columns = [name for name in schema.names if name in ROW_IDS]
    wanted = pc.field("article_id").isin(pa.array(sorted(gone), pa.string()))
    table = pq.read_table(path, columns=columns, filters=wanted) if columns else pa.table({})
    return {row for name in columns for row in table[name].to_pylist() if row}


def _erase_remarks(home: Home, gone: set[str], rows: set[str]) -> None:
    """What people said of the erased articles' rows; corrections of rows named by their key begin with the article."""
    said = judgements(home)
    kept = [judgement for judgement in said if judgement.article_id not in gone]
    if len(kept) < len(said):
        keep_judgements(home, kept)
    about = [c.correction_id for c in every_correction(home) if c.article_id in gone or c.row_id in rows]
    drop_corrections(home, about)


def _is_from(reject: Reject, source_id: str | None) -> bool:
    return source_id is not None and reject.source_uri.startswith(source_id)
