"""Fixtures of the warehouse's tests."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from warehouse_rows import BODY, add_batch, article, with_facts

from warehouse.declared import create_tables
from warehouse.home import Home
from warehouse.link import link
from warehouse.publish import publish


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return Home(tmp_path / "home")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A published home that holds every kind of span; to be read only."""
    home = Home(tmp_path_factory.mktemp("filled"))
    rows = with_facts(article("a", authors=["A. Nyberg", 'B. "Bo" Oys']), article("b", text=BODY + " More."))
    start = rows["articles"][0]["text"].index("the harbour office")
    span = {"start": start, "end": start + 18, "surface": "the harbour office"}
    for statement in rows["statements"]:
        statement |= {f"via_{name}": value for name, value in span.items()}
    for event in rows["events"]:
        event |= {f"recipient_{name}": value for name, value in span.items()}
    add_batch(home, rows)
    publish(home, None)
    return home


@pytest.fixture(scope="session")
def declared() -> Iterator[duckdb.DuckDBPyConnection]:
    """The declared tables, empty, and the staging models over them, in memory."""
    with duckdb.connect(config={"threads": "1"}) as con:
        create_tables(con)
        link(con)
        yield con


@pytest.fixture
def con(declared: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The declared tables in a transaction that is undone."""
    declared.begin()
    yield declared
    declared.rollback()


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The sample articles as `dateline run` reads and publishes them; to be read only, and slow to make."""
    from flows.pipeline import run, sample_articles
    from flows.settings import Settings
    from flows.stages import Request

    home = Home(tmp_path_factory.mktemp("samples") / "home")
    run(Settings(home=home.path, worker_count=1), Request(sample_articles()))
    return home
