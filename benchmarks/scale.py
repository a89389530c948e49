"""What a large warehouse costs: building its marts, asking it, adding to it.

    python benchmarks/scale.py [--facts 1000000] [--articles 100000] [--added 1000] [--publish] [--keep DIR]

Two warehouses are filled with facts of the sample articles told again (`benchmarks/replay.py`). The first holds whole
articles until there are as many facts as asked for: the seconds of every mart and of every query of docs/cookbook.md.
The second holds that many articles of two sentences: what loading some more costs beside loading them into an empty
one, and with --publish every other step of a publication. Seconds are of the clock; other work makes them more.
"""

import argparse
import re
import shutil
from collections.abc import Callable
from math import ceil
from pathlib import Path
from statistics import median
from tempfile import mkdtemp
from time import perf_counter
from typing import Any, TypeVar

import duckdb
import pyarrow as pa
from replay import Samples, replay

from flows.pipeline import run, sample_articles
from flows.settings import Settings
from flows.stages import Request
from warehouse.build import open_build, put_in_place
from warehouse.checks import run_checks
from warehouse.corrections import corrections
from warehouse.declared import comment_tables, create_tables
from warehouse.hashes import row_counts, table_hashes
from warehouse.home import Home
from warehouse.ledger import receipts, runs
from warehouse.link import link
from warehouse.load import load
from warehouse.models import models
from warehouse.models import run as run_model
from warehouse.projection import mark, project
from warehouse.published import Condition, layout
from warehouse.query import published, query, select
from warehouse.schema import FACTS
from warehouse.shipped import shipped

T = TypeVar("T")
COOKBOOK = Path(__file__).parents[1] / "docs" / "cookbook.md"


class Clock:
    """Seconds by name, in the order in which they were spent."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def time(self, name: str, step: Callable[[], T]) -> T:
        """The result of a step."""
        began = perf_counter()
        result = step()
        self.spent[name] = self.spent.get(name, 0.0) + perf_counter() - began
        return result


def main() -> None:
    """Print what was measured."""
    asked = _arguments()
    folder = asked.keep or Path(mkdtemp(prefix="dateline-scale-"))
    try:
        samples = _samples(Home(folder / "samples"))
        if asked.facts:
            _measure_marts(Home(folder / "facts"), Samples(samples, sentences=None, common=_common()), asked.facts)
        if asked.articles:
            short = Samples(samples, sentences=2, common=_common())
            _measure_loading(folder, short, asked)
    finally:
        if not asked.keep:
            shutil.rmtree(folder)


def _measure_marts(home: Home, samples: Samples, fact_count: int) -> None:
    count = ceil(fact_count / samples.fact_count)
    replay(home, samples, range(1, count + 1), run_id="replay")
    spent = _publish(home, 0)
    print(f"\n{count * samples.fact_count:,} facts of {count * len(samples.rows['articles']):,} articles\n")
    _show(spent)
    answered = {}
    recipes = re.findall(r"^### (\d+)\. (.+?)\n.*?```sql\n(.+?)```", COOKBOOK.read_text("utf-8"), re.DOTALL | re.M)
    with published(home) as con:
        for number, question, sql in recipes:
            began = perf_counter()
            rows = len(select(con, sql))
            answered[f"{number}. {question} ({rows:,} rows)"] = perf_counter() - began
    _show(answered)


def _measure_loading(folder: Path, samples: Samples, asked: Any) -> None:
    each = len(samples.rows["articles"])
    held, fresh = range(1, ceil(asked.articles / each) + 1), range(10**6, 10**6 + ceil(asked.added / each))
    full, empty = Home(folder / "full"), Home(folder / "empty")
    if not receipts(full):
        replay(full, samples, held, run_id="first")
    there = len(receipts(full))
    if asked.publish:
        _publish(full, 0)
    columns = {}
    for name, home, loaded in (("empty", empty, 0), ("full", full, there)):
        replay(home, samples, fresh, run_id="added")
        columns[name] = _publish(home, loaded) if asked.publish else _load(home, loaded)
    print(f"\n{len(fresh) * each:,} articles into none, and into {len(held) * each:,}\n")
    for step in columns["full"]:
        before, after = columns["empty"].get(step, 0.0), columns["full"][step]
        print(f"{step[:60].ljust(60)} {before:8.2f} {after:8.2f}")


def _load(home: Home, loaded: int) -> dict[str, float]:
    """Seconds of the load step alone, into a file that holds what was loaded before; the median of five times."""
    batches, spent = receipts(home), []
    file = home.path / "load.duckdb"
    with duckdb.connect(str(file)) as con:
        create_tables(con)
        load(con, home, batches[:loaded])
        con.execute("checkpoint")
        for _ in range(5):
            clock = Clock()
            con.begin()
            clock.time("load", lambda: load(con, home, batches[loaded:]))
            con.rollback()
            spent.append(clock.spent["load"])
    file.unlink()
    return {"load": median(spent)}


def _publish(home: Home, loaded: int) -> dict[str, float]:
    """Seconds of every step of a publication, in its order."""
    clock, batches = Clock(), receipts(home)
    building = clock.time("copy", lambda: open_build(home, copy=bool(loaded)))
    with building.connection(10**6) as con:
        if not loaded:
            create_tables(con)
            comment_tables(con)
        clock.time("load", lambda: load(con, home, batches[loaded:]))
        clock.time("link", lambda: link(con, corrections(home)))
        clock.time("ops", lambda: project(con, home, batches=batches, runs=runs(home), sightings=[]))
        for model in models("marts"):
            sql = f"create or replace table {model.target} as\n{model.sql}"
            clock.time(model.target, lambda: run_model(con, model, sql))  # noqa: B023
        clock.spent["all marts"] = sum(clock.spent[model.target] for model in models("marts"))
        clock.time("checks", lambda: run_checks(con))
        clock.time("counts", lambda: row_counts(con))
        hashes = clock.time("hashes", lambda: table_hashes(con))
        mark(con, layout=layout(), table_hashes=hashes, run_id=None)
    clock.time("swap", lambda: put_in_place(building, home, Condition.MISSING))
    return clock.spent


def _show(spent: dict[str, float]) -> None:
    for name, seconds in spent.items():
        print(f"{name[:60].ljust(60)} {seconds:8.2f}")


def _samples(home: Home) -> dict[str, pa.Table]:
    if not home.warehouse.exists():
        run(Settings(home=home.path, worker_count=1), Request(sample_articles()))
    return {
        name: query(home, f"select {', '.join(table.fields.names)} from facts.{name}") for name, table in FACTS.items()
    }


def _common() -> frozenset[str]:
    with duckdb.connect() as con:
        path = shipped("seeds") / "common_words.csv"
        rows = con.execute("select * from read_csv(?, header = true, comment = '#')", [str(path)]).fetchall()
    return frozenset(str(row[0]) for row in rows)


def _arguments() -> Any:
    parser = argparse.ArgumentParser(description="What a large warehouse costs.")
    parser.add_argument("--facts", type=int, default=1_000_000, help="facts for marts and questions; 0 leaves it out")
    parser.add_argument("--articles", type=int, default=100_000, help="articles to load into; 0 leaves it out")
    parser.add_argument("--added", type=int, default=1_000, help="articles to load")
    parser.add_argument("--publish", action="store_true", help="measure the whole publication, not only the load step")
    parser.add_argument("--keep", type=Path, help="folder to keep the homes in")
    return parser.parse_args()


if __name__ == "__main__":
    main()
