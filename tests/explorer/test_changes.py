"""The page of a diff: counts by table, each change in its sentence, nothing fetched."""

import re

import pytest
from warehouse_rows import Rows, add_batch, article, with_facts

from explorer.changes import changes_page
from warehouse.differences import difference
from warehouse.home import Home
from warehouse.publish import publish

pytestmark = pytest.mark.slow  # both tests publish a warehouse


@pytest.fixture
def twice(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """An article that two extractors have read: a value changed, a time lost, a place added."""
    home = Home(tmp_path_factory.mktemp("twice"))
    add_batch(home, with_facts(article("a")))
    newer: Rows = with_facts(article("a"))
    newer["quantities"][0] |= {"value": 8.0, "value_low": None}
    newer["times"] = []
    newer["places"].append(newer["places"][0] | {"char_start": 12, "char_end": 16, "surface": "Nine", "name": "<Nine>"})
    add_batch(home, newer, extractor="test 2")
    publish(home, None)
    return home


def test_changes_stand_in_their_sentences(twice: Home) -> None:
    versions, found = difference(twice, "1", "2")
    html = changes_page(twice, versions, found.to_pylist())
    assert "<dt>value</dt><dd>9 → 8</dd>" in html
    assert "<dt>value_low</dt><dd>9 → nothing</dd>" in html
    assert "<dt>name</dt><dd>&lt;Nine&gt;</dd>" in html
    assert re.findall(r"<tr><td>(\w+)</td><td>(\d)</td><td>(\d)</td><td>(\d)</td>", html) == [
        ("places", "1", "0", "0"),
        ("quantities", "0", "0", "1"),
        ("times", "0", "1", "0"),
    ]
    assert html.count('<mark class="evidence"') == 3
    assert not re.search(r"<script|<link|<img|@import|url\(|src=", html)


def test_an_extractor_does_not_differ_from_itself(twice: Home) -> None:
    versions, found = difference(twice, "1", "1")
    assert "No fact was added, lost or changed." in changes_page(twice, versions, found.to_pylist())
