"""The page about the tables is the one that the declarations and the models make."""

from pathlib import Path

from warehouse.describe import page

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


def test_the_page_is_not_stale() -> None:
    assert PAGE.read_text("utf-8") == page(), "docs/tables.md is stale: run `make docs`"
