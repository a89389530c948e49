"""Two extractors: what the second added, lost and changed."""

from typing import Any

import pytest
from warehouse_rows import Rows, add_batch, article, with_facts

from warehouse.differences import difference, extractors
from warehouse.errors import DatelineError
from warehouse.home import Home


@pytest.fixture
def twice(home: Home) -> Home:
    """An article read by two extractors, and one that only the first has read."""
    add_batch(home, with_facts(article("a"), article("b")))
    newer: Rows = with_facts(article("a"))
    newer["quantities"][0] |= {"value": 8.0, "statement_id": None}
    newer["times"] = []
    newer["places"].append(newer["places"][0] | {"char_start": 12, "char_end": 16, "surface": "Nine", "name": "Nine"})
    add_batch(home, newer, extractor="test 2")
    return home


def found(home: Home, before: str, after: str) -> list[tuple[Any, ...]]:
    _, table = difference(home, before, after)
    names = ("table_name", "change", "surface", "columns")
    return [tuple(row[name] for name in names) for row in table.to_pylist()]


def test_what_differs(twice: Home) -> None:
    assert extractors(twice) == ["test 1", "test 2"]
    assert found(twice, "1", "2") == [
        ("places", "added", "Nine", []),
        ("quantities", "changed", "Nine", ["value"]),
        ("times", "lost", "Monday", []),
    ]


def test_only_articles_that_both_have_read_are_compared(twice: Home) -> None:
    assert difference(twice, "1", "2")[0].article_count == 1


def test_an_extractor_does_not_differ_from_itself(twice: Home) -> None:
    assert found(twice, "test 1", "test 1") == []


def test_two_names_of_one_extractor_are_refused(home: Home) -> None:
    add_batch(home, with_facts(article("a")))
    with pytest.raises(DatelineError, match="`est` and `1` both name test 1; name two extractors of: test 1"):
        difference(home, "est", "1")


def test_a_name_that_fits_several_is_refused(twice: Home) -> None:
    with pytest.raises(DatelineError, match="`test` names 2 extractors"):
        difference(twice, "test", "2")
