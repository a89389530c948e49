"""Corrections listed in the evidence: of the row, of an entity in it, of a name in it; withdrawn ones are not."""

from typing import Any

import pytest
from warehouse_rows import NOW, add_batch, article, with_facts

from explorer.corrected import corrections_of
from explorer.evidence import evidence
from explorer.page import page
from warehouse.aliases import take_up_aliases
from warehouse.corrections import add_corrections, new_correction, withdraw_corrections
from warehouse.home import Home
from warehouse.publish import publish

pytestmark = pytest.mark.slow  # the home is published

ARTICLE = article()
ID = ARTICLE["article_id"]
START = ARTICLE["text"].index("Monday")
MADE: list[tuple[str, str, str, dict[str, Any]]] = [
    ("quantities", f"{ID}-q", "change", {"column_name": "value", "value": "8"}),
    ("quantities", f"{ID}-q", "change", {"column_name": "unit", "value": None}),
    ("times", f"{ID}/{START}/{START + 6}", "change", {"column_name": "granularity", "value": "day"}),
    ("entities", "quist", "merge", {"value": "office"}),
]
BY = ", by B. Oys on 2024-03-01: Read <again>."


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """An article with corrections of a figure, a time, an entity and a name, and one that was withdrawn."""
    home = Home(tmp_path_factory.mktemp("corrected"))
    add_batch(home, with_facts(article()))
    what = {"reason": "Read <again>.", "author": "B. Oys", "corrected_at": NOW}
    made = [new_correction(table, row, action, **what, **more) for table, row, action, more in MADE]
    add_corrections(home, made)
    withdraw_corrections(home, [made[1].correction_id], now=NOW)
    home.aliases.write_text("name,action,kind,reason\nLumen Bay,relabel,city,Read <again>.\n")
    take_up_aliases(home, author="B. Oys", now=NOW)
    publish(home, None)
    return home


LISTED = {
    "a row by its id": ("select quantity_id, value from facts.quantities", f"value = 8{BY}"),
    "a row by its key": ("select article_id, char_start, char_end from facts.times", f"granularity = day{BY}"),
    "an entity": (
        "select statement_id, speaker_entity_id from facts.statements where speaker_surface = 'Ana Quist'",
        f"quist merged into office{BY}",
    ),
    "a name": ("select article_id, char_start, char_end, surface from facts.places", f"Lumen Bay relabelled{BY}"),
    "none": ("select event_row_id from facts.events limit 1", None),
}


@pytest.mark.parametrize(("sql", "expected"), LISTED.values(), ids=LISTED.keys())
def test_corrections_are_listed(corrected: Home, sql: str, expected: str | None) -> None:
    found = evidence(corrected, sql)[0]
    assert found.corrections == ((expected,) if expected else ())
    assert ("Read &lt;again&gt;." in page([found], title="t", sql=sql)) == bool(expected)


def test_no_rows_have_none(corrected: Home) -> None:
    assert corrections_of(corrected, []) == []
