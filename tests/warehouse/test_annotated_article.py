"""The annotated article of `docs/according-to-whom.md`: its query gives the table that the page shows."""

import re
from pathlib import Path

import pytest

from warehouse.home import Home
from warehouse.query import query

PAGE = Path(__file__).parents[2] / "docs" / "according-to-whom.md"
SQL = re.compile(r"```sql\n(.+?)```", re.DOTALL)
MARK = "<!-- answer -->"


@pytest.mark.slow
def test_the_page_shows_the_answer(sample_home: Home) -> None:
    page = PAGE.read_text("utf-8")
    found = SQL.search(page)
    assert found is not None
    answer = query(sample_home, found[1])
    lines = [_line(answer.column_names), "|" + "---|" * answer.num_columns]
    lines += [_line([row[name] for name in answer.column_names]) for row in answer.to_pylist()]
    assert page.partition(MARK)[2].strip().splitlines() == lines


def _line(cells: list[object]) -> str:
    return "| " + " | ".join("–" if cell is None else " ".join(str(cell).split()) for cell in cells) + " |"
