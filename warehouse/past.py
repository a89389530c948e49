"""The warehouse as it was at a moment: built again from the parts, corrections and judgements of then.

The ledger says which batches had been finished, so facts of extractors and article versions that have been replaced
since are back. What was erased with `forget` is not. A file that was built is kept under `state/as_of/` for the next
question; it can be removed at any time.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from warehouse.build import discard, open_build, put_in_place
from warehouse.contents import Contents, fill
from warehouse.corrections import corrections
from warehouse.errors import WarehouseError
from warehouse.files import storage
from warehouse.hashes import table_hashes
from warehouse.home import Home
from warehouse.judgements import judgements
from warehouse.ledger import Receipt, Run, receipts, runs
from warehouse.projection import mark
from warehouse.published import Condition, layout
from warehouse.stopping import Queries, stoppable

KEPT_FILES = 3
INSTANT = "%Y-%m-%d %H:%M:%S"


def as_of(home: Home, moment: datetime) -> Home:
    """The home with the warehouse of a moment (UTC without zone) in the place of the published one.

    Raises `WarehouseError` when no run had finished by then.
    """
    held = [run for run in runs(home) if run.finished_at <= moment]
    if not held:
        first = [f"its first run finished at {run.finished_at:{INSTANT}} UTC" for run in runs(home)[:1]]
        remedy = first or ["run `dateline run` first or choose another --home"]
        raise WarehouseError(f"{home.path} held nothing at {moment:{INSTANT}} UTC; {remedy[0]}.")
    done = {run.run_id for run in held}
    batches = [receipt for receipt in receipts(home) if receipt.run_id in done]
    file = home.past / f"{_key(home, batches, held, moment)}.duckdb"
    viewed = replace(home, published_file=file)
    if not file.exists():
        stoppable(lambda queries: _build(viewed, batches, held, moment, queries))
    return viewed


def forget_past(home: Home) -> None:
    """Remove every file that was built of the past."""
    with storage(home.past):
        for file in home.past.glob("*"):
            file.unlink()


def _key(home: Home, batches: Sequence[Receipt], held: Sequence[Run], moment: datetime) -> str:
    """What the file depends on: two moments between which nothing happened have one file."""
    parts = [
        layout(),
        *(receipt.batch_id for receipt in batches),
        *(run.run_id for run in held),
        *(correction.correction_id for correction in corrections(home, at=moment)),
        *(judgement.judgement_id for judgement in judgements(home, at=moment)),
    ]
    return blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


def _build(viewed: Home, batches: Sequence[Receipt], held: Sequence[Run], moment: datetime, queries: Queries) -> None:
    """Under a name of this process first: several may ask at once."""
    own = replace(viewed, published_file=viewed.past / f"{viewed.warehouse.stem}.{os.getpid()}.duckdb")
    with storage(viewed.past):
        viewed.past.mkdir(parents=True, exist_ok=True)
    building = open_build(own, copy=False)
    try:
        contents = Contents(batches, held, at=moment)
        with building.connection(contents.row_count) as con, queries.of(con):
            fill(con, viewed, contents)
            mark(con, layout=layout(), table_hashes=table_hashes(con), run_id=None)
        put_in_place(building, own, Condition.MISSING)
        with storage(viewed.warehouse):
            os.replace(own.warehouse, viewed.warehouse)
    except BaseException:
        discard(building)
        raise
    _prune(viewed)


def _prune(home: Home) -> None:
    def age(file: Path) -> float:
        return file.stat().st_mtime

    for file in sorted(home.past.glob("*.duckdb"), key=age, reverse=True)[KEPT_FILES:]:
        file.unlink(missing_ok=True)
