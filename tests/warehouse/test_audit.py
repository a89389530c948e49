"""Audit: what is drawn, when a judgement counts, what it measures, and that confidence follows."""

import csv
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from warehouse_rows import NOW, Rows, add_batch, article, with_facts

from warehouse.audit import Sample, draw, rows_named
from warehouse.corrections import add_corrections, new_correction
from warehouse.errors import DatelineError, SqlError
from warehouse.forget import forget
from warehouse.home import Home
from warehouse.judgements import Drawn, Judgement, add_judgements, filled_in, judged, judgements
from warehouse.publish import is_behind, publish, rebuild
from warehouse.query import query

pytestmark = pytest.mark.slow  # nearly every test publishes a warehouse

ARTICLES = [article(f"a{number}") for number in range(25)]
QUANTITIES = Sample(100, tables=("quantities",))


@pytest.fixture
def audited(home: Home) -> Home:
    """A published home of 25 articles with a figure each."""
    add_batch(home, with_facts(*ARTICLES))
    publish(home, None)
    return home


def verdict(row: Drawn, said: str = "y", *, days: int = 0) -> Judgement:
    return judged(row, said, note=None, author="B. Oys", judged_at=NOW + timedelta(days=days))


def judge(home: Home, answers: str) -> list[Drawn]:
    """Judge the first figures of a sample with these answers and publish."""
    drawn, _ = draw(home, QUANTITIES)
    add_judgements(home, [verdict(row, said) for row, said in zip(drawn, answers, strict=False)])
    publish(home, None)
    return drawn


def measured(home: Home) -> list[tuple[Any, ...]]:
    sql = "select rule, judged_count, right_count, unsure_count, precision_value from marts.precision order by all"
    return [tuple(row.values()) for row in query(home, sql).to_pylist()]


def confidences(home: Home) -> set[float | None]:
    return {row["confidence"] for row in query(home, "select confidence from facts.quantities").to_pylist()}


def test_a_sample_is_the_same_for_a_seed_and_takes_from_every_table(audited: Home) -> None:
    first, again, other = (draw(audited, Sample(14, seed=seed))[0] for seed in (1, 1, 2))
    assert first == again
    assert {row.row_id for row in first} != {row.row_id for row in other}
    assert len(first) == 14
    assert len({row.table_name for row in first}) == len({row.table_name for row in draw(audited, Sample(10**6))[0]})


def test_rows_that_are_judged_or_corrected_are_not_drawn_again(audited: Home) -> None:
    drawn = judge(audited, "yn")
    row_id = drawn[2].row_id
    what = {"column_name": "value", "value": "8", "reason": "Misread.", "author": "B. Oys", "corrected_at": NOW}
    add_corrections(audited, [new_correction("quantities", row_id, "change", **what)])
    publish(audited, None)
    left, known_count = draw(audited, QUANTITIES)
    assert (known_count, left) == (2, drawn[3:])


def test_where_narrows_and_is_checked(audited: Home) -> None:
    assert draw(audited, Sample(9, where="rule = 'nothing'"))[0] == []
    with pytest.raises(SqlError):
        draw(audited, Sample(9, where="colour = 'red'"))
    with pytest.raises(DatelineError, match="Table `stories` cannot be audited"):
        draw(audited, Sample(9, tables=("stories",)))


def test_precision_and_confidence(audited: Home) -> None:
    (rule,) = {row.rule for row in judge(audited, "y" * 15 + "nnn" + "?")}
    assert measured(audited) == [(rule, 18, 15, 1, 0.8333), (None, 18, 15, 1, 0.8333)]
    assert confidences(audited) == {None}
    judge(audited, "yy")
    assert confidences(audited) == {0.85}
    row = query(audited, "select precision_low, precision_high from marts.precision where rule is null").to_pylist()
    assert row == [{"precision_low": 0.6396, "precision_high": 0.9476}]
    assert {r["confidence"] for r in query(audited, "select confidence from marts.tolls").to_pylist()} == {0.85}


def test_judgements_outlive_rebuild_and_reading_again_as_far_as_rows_are_unchanged(audited: Home) -> None:
    judge(audited, "y" * 20 + "n" * 5)
    hashes = publish(audited, None).table_hashes
    assert confidences(audited) == {0.8}
    assert rebuild(audited).table_hashes == hashes
    again: Rows = with_facts(*ARTICLES)
    again["quantities"][0]["value"] = 8.0
    add_batch(audited, again, extractor="test 2")
    publish(audited, None)
    assert {row[1] for row in measured(audited)} == {24}


def test_a_row_that_was_judged_and_then_corrected_counts_as_judged(audited: Home) -> None:
    drawn = judge(audited, "y" * 19 + "n")
    what = {"reason": "Misread.", "author": "B. Oys", "corrected_at": NOW}
    add_corrections(audited, [new_correction("quantities", drawn[19].row_id, "hide", **what)])
    publish(audited, None)
    assert confidences(audited) == {0.95}


def test_the_last_judgement_of_a_row_counts(audited: Home) -> None:
    (row, *_) = judge(audited, "y")
    add_judgements(audited, [verdict(row, "n", days=1)])
    assert is_behind(audited)
    publish(audited, None)
    assert {row[1:3] for row in measured(audited)} == {(1, 0)}
    assert len(judgements(audited)) == 2


def test_judgements_of_an_erased_article_go_with_it(audited: Home) -> None:
    drawn = judge(audited, "yy")
    forget(audited, [drawn[0].article_id])
    assert [judgement.article_id for judgement in judgements(audited)] == [drawn[1].article_id]


def page(path: Path, row: Drawn, said: str, *, reading: str | None = None) -> Path:
    with path.open("w", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["table", "row_id", "reading", "judgement", "note"])
        writer.writerow([row.table_name, row.row_id, reading or row.reading, said, "as printed"])
        writer.writerow([row.table_name, "other", row.reading, "", ""])
    return path


def test_a_page_is_filled_in(audited: Home, tmp_path: Path) -> None:
    row = draw(audited, QUANTITIES)[0][0]
    known = rows_named(audited, [("quantities", row.row_id)])
    (found,) = filled_in(page(tmp_path / "p.csv", row, "Y"), known, author="B. Oys", now=NOW)
    assert (found.verdict, found.note, found.rule) == ("right", "as printed", row.rule)


@pytest.mark.parametrize(
    ("said", "reading", "message"),
    [
        pytest.param("perhaps", None, "line 2: the judgement 'perhaps' is none of y, n", id="no verdict"),
        pytest.param("y", "nine", "states something else by now; draw the sample again", id="another reading"),
    ],
)
def test_a_bad_line_is_named(audited: Home, tmp_path: Path, said: str, reading: str | None, message: str) -> None:
    row = draw(audited, QUANTITIES)[0][0]
    known = rows_named(audited, [("quantities", row.row_id)])
    with pytest.raises(DatelineError, match=message):
        filled_in(page(tmp_path / "p.csv", row, said, reading=reading), known, author="B. Oys", now=NOW)
