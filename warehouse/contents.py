"""What a DuckDB file is filled with, in which order: one way for the published file and for the file of a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from warehouse.audit import set_confidence
from warehouse.corrections import corrections
from warehouse.declared import comment_tables, create_tables
from warehouse.home import Home
from warehouse.ledger import Receipt, Run, Sighting
from warehouse.link import link
from warehouse.load import load, load_again
from warehouse.models import replace_tables
from warehouse.projection import project
from warehouse.renaming import renamed_articles


@dataclass(frozen=True)
class Contents:
    """What the file is to hold; `loaded_count` of the batches are in it already.

    `sightings` are those that are not on file yet, each with its run. With `at`, a moment (UTC), corrections and
    judgements are those of then.
    """

    batches: Sequence[Receipt]
    runs: Sequence[Run]
    sightings: Sequence[tuple[str, Sighting]] = ()
    loaded_count: int = 0
    at: datetime | None = None

    @property
    def row_count(self) -> int:
        """Rows of all batches."""
        return sum(sum(batch.row_counts.values()) for batch in self.batches)


def fill(con: duckdb.DuckDBPyConnection, home: Home, contents: Contents) -> None:
    """Facts from their parts, what depends on other articles, files of the home as rows, then the marts."""
    loaded = contents.batches[: contents.loaded_count]
    if loaded:
        load_again(con, home, loaded, renamed_articles(con))
    else:
        create_tables(con)
        comment_tables(con)
    load(con, home, contents.batches[contents.loaded_count :])
    link(con, corrections(home, at=contents.at))
    project(con, home, batches=contents.batches, runs=contents.runs, sightings=contents.sightings, at=contents.at)
    set_confidence(con)
    replace_tables(con, "marts")
