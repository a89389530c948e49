"""What runs left of articles in Prefect's database: summaries quote sentences, tables of rejects name addresses."""

import sqlite3
from contextlib import closing

from flows.schedules.artifact_keys import KEYS
from warehouse.errors import StorageError
from warehouse.home import Home

PATIENCE_SECONDS = 30.0


def remove_traces(home: Home) -> None:
    """Remove these artifacts of every run of the home's own server, whether or not it runs now."""
    path = home.state / "prefect" / "prefect.db"
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE_SECONDS)) as database, database:
            database.execute("pragma secure_delete = on")  # what is removed is overwritten
            for table in ("artifact_collection", "artifact"):
                database.executemany(f"delete from {table} where key = ?", [(key,) for key in KEYS])
    except sqlite3.Error as error:
        raise StorageError(f"{path} still quotes from articles ({error}); stop `dateline up` and remove it.") from error
