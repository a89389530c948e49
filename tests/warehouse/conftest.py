"""Fixtures of the warehouse's tests."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.declared import create_tables
from warehouse.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return Home(tmp_path / "home")


@pytest.fixture(scope="session")
def declared() -> Iterator[duckdb.DuckDBPyConnection]:
    """The declared tables, empty, in memory."""
    with duckdb.connect() as con:
        create_tables(con)
        yield con


@pytest.fixture
def con(declared: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The declared tables in a transaction that is undone."""
    declared.begin()
    yield declared
    declared.rollback()
