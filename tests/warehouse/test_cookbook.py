"""The cookbook: every query runs, here on an empty warehouse; with the model, the sample articles answer them."""

import re
from pathlib import Path

import duckdb
import pytest

from warehouse.declared import create_tables
from warehouse.home import Home
from warehouse.link import link
from warehouse.models import replace_tables
from warehouse.query import query

PAGE = Path(__file__).parents[2] / "docs" / "cookbook.md"
RECIPES = re.findall(r"^### (\d+)\. (.+?)\n.*?```sql\n(.+?)```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
# Questions to which the sample articles may have no answer.
OPEN = {5, 14}


def test_there_are_twenty_questions() -> None:
    assert [int(number) for number, _, _ in RECIPES] == list(range(1, 21))


def test_every_query_fits_the_tables() -> None:
    with duckdb.connect() as con:
        create_tables(con)
        link(con)
        replace_tables(con, "marts")
        for _, question, sql in RECIPES:
            assert con.execute(sql).fetchall() == [], question


@pytest.mark.slow
def test_the_sample_articles_answer(sample_home: Home) -> None:
    unanswered = {int(number) for number, _, sql in RECIPES if len(query(sample_home, sql)) == 0}
    assert unanswered <= OPEN
