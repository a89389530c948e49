"""The page about the tables and the picture of them are those that the declarations and the models make."""

from pathlib import Path
from xml.etree import ElementTree

from warehouse.describe import page
from warehouse.home import Home
from warehouse.lineage import graph, picture
from warehouse.query import query

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


def test_the_page_is_not_stale() -> None:
    assert PAGE.read_text("utf-8") == page(), "docs/tables.md is stale: run `make docs`"


def test_the_picture_is_not_stale() -> None:
    drawn = PAGE.with_name("lineage.svg").read_text("utf-8")
    assert drawn == picture(), "docs/lineage.svg is stale: run `make docs`"


def test_the_picture_shows_every_table_once_and_right_of_what_it_reads() -> None:
    space = "{http://www.w3.org/2000/svg}"
    boxes = ElementTree.fromstring(picture()).findall(f"{space}g")
    left = {str(box.findtext(f"{space}title")).split()[0]: int(box.find(f"{space}rect").get("x") or 0) for box in boxes}
    assert len(left) == len(boxes)
    assert left.keys() == graph().keys()
    assert [name for name, sources in graph().items() if any(left[source] >= left[name] for source in sources)] == []


def test_the_published_file_explains_itself(filled: Home) -> None:
    found = query(
        filled,
        """
        select schema_name || '.' || table_name || '.' || column_name as name
        from duckdb_columns()
        where schema_name in ('facts', 'marts', 'ops') and table_name <> 'warehouse' and comment is null
        """,
    )
    assert found["name"].to_pylist() == []
