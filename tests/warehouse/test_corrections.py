"""Corrections: what they change, and that they outlive rebuilding and reading again."""

from pathlib import Path
from typing import Any

import duckdb
import pytest
from warehouse_rows import NOW, add_batch, article, with_facts

from warehouse.checks import run_checks
from warehouse.conform import conform
from warehouse.correctable import refuse_strangers, waiting
from warehouse.correction_file import read_corrections
from warehouse.corrections import Correction, add_corrections, corrections, new_correction, withdraw_corrections
from warehouse.declared import insert
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.link import link
from warehouse.models import replace_tables
from warehouse.publish import is_behind, publish, rebuild
from warehouse.query import query
from warehouse.schema import FACTS

pytestmark = pytest.mark.slow  # every test publishes a warehouse

ID = article()["article_id"]
CASES: dict[str, tuple[list[tuple[Any, ...]], str, list[tuple[Any, ...]]]] = {
    "a value": (
        [("quantities", f"{ID}-q", "change", "value", "9.5"), ("quantities", f"{ID}-q", "change", "bound", "at_least")],
        "select value, bound from marts.tolls",
        [(9.5, "at_least")],
    ),
    "a value taken out": (
        [("quantities", f"{ID}-q", "change", "measure", None)],
        "select count(*) from marts.tolls",
        [(0,)],
    ),
    "words taken out": (
        [("quantities", f"{ID}-q", "change", "counted", None)],
        "select counted, counted_start, counted_end from facts.quantities",
        [(None, None, None)],
    ),
    "a hidden row": ([("quantities", f"{ID}-q", "hide", None, None)], "select count(*) from marts.tolls", [(0,)]),
    "a hidden statement": (
        [("statements", f"{ID}-s1", "hide", None, None)],
        "select statement_id, surface from facts.quantities",
        [(None, "Nine")],
    ),
    "a row named by its key": (
        [
            (
                "times",
                f"{ID}/{article()['text'].index('Monday')}/{article()['text'].index('Monday') + 6}",
                "hide",
                None,
                None,
            )
        ],
        "select count(*) from facts.times",
        [(0,)],
    ),
    "an entity's name": (
        [("entities", "quist", "change", "canonical_name", "Ana M. Quist")],
        "select speaker_name from marts.quotes_by_speaker",
        [("Ana M. Quist",)],
    ),
    "two entities that are one": (
        [("entities", "quist", "merge", None, "office")],
        "select entity_id, aliases from facts.entities where label = 'ORG'",
        [("office", ["Ana Quist", "the harbour office"])],
    ),
    "a form that is another entity": (
        [("entities", "quist", "split", "Ana Quist", "Quist (1963)")],
        "select canonical_name, aliases from facts.entities where label = 'PERSON'",
        [("Quist (1963)", ["Ana Quist", "Quist (1963)"])],
    ),
    "a form that is another known entity's": (
        [
            ("entities", "office", "split", "the harbour office", "0123456789abcdef"),
            ("entities", "quist", "split", "Ana Quist", "0123456789abcdef"),
        ],
        "select distinct speaker_entity_id from facts.statements order by all",
        [("0123456789abcdef",), ("office",)],
    ),
    "an entity that is none": (
        [("entities", "quist", "hide", None, None)],
        "select count(*), count(speaker_entity_id) from facts.statements",
        [(2, 1)],
    ),
    "an entity's label": (
        [("entities", "quist", "change", "label", "ORG")],
        "select distinct label from facts.mentions union all select label from facts.entities where label = 'PERSON'",
        [("ORG",)],
    ),
    "a row that does not exist": (
        [("quantities", "nowhere", "change", "value", "8")],
        "select value from marts.tolls",
        [(9.0,)],
    ),
}


Change = tuple[Any, ...]


def made(change: Change) -> Correction:
    table, row, action, column, value = change
    what = {"form" if action == "split" else "column_name": column, "value": value}
    return new_correction(table, row, action, reason="Read again.", author="B. Oys", corrected_at=NOW, **what)


@pytest.mark.parametrize(("changes", "sql", "expected"), CASES.values(), ids=CASES.keys())
def test_corrections(
    con: duckdb.DuckDBPyConnection, changes: list[Change], sql: str, expected: list[tuple[Any, ...]]
) -> None:
    for name, rows in with_facts(article()).items():
        insert(con, FACTS[name], conform(rows, FACTS[name]))
    link(con, [made(change) for change in changes])
    replace_tables(con, "marts")
    assert con.execute(sql).fetchall() == expected
    assert run_checks(con) == ()


def test_a_correction_outlives_reading_again_until_it_is_withdrawn(home: Home) -> None:
    add_batch(home, with_facts(article()))
    publish(home, None)
    add_corrections(home, [made(("quantities", f"{ID}-q", "change", "value_low", "8"))])
    assert is_behind(home)
    add_batch(home, with_facts(article()), extractor="test 2")
    hashes = publish(home, None).table_hashes
    sql = "select value_low, author, reason from marts.tolls cross join ops.corrections"
    assert query(home, sql).to_pylist() == [{"value_low": 8.0, "author": "B. Oys", "reason": "Read again."}]
    assert not is_behind(home)
    assert rebuild(home).table_hashes == hashes
    withdraw_corrections(home, [known.correction_id for known in corrections(home)], now=NOW)
    publish(home, None)
    assert query(home, "select value_low from marts.tolls").to_pylist() == [{"value_low": 9.0}]


MISFITS = {
    "no such table": (("articles", "a", "hide", None, None), "Table `articles` cannot be corrected"),
    "no such action": (("times", "a", "erase", None, None), "`erase` is no correction of `times`"),
    "a merge of quantities": (("quantities", "a", "merge", None, "b"), "`merge` is no correction of `quantities`"),
    "a split of quantities": (("quantities", "a", "split", "nine", "b"), "`split` is no correction of `quantities`"),
    "a split without a form": (("entities", "a", "split", None, "b"), "A split needs the form"),
    "a span": (
        ("quantities", "a", "change", "char_start", "1"),
        "Column `char_start` of `quantities` cannot be changed",
    ),
    "other words": (("quantities", "a", "change", "counted", "men"), "`counted` holds words of the text"),
    "another type": (("quantities", "a", "change", "value", "many"), "Column `value` cannot be 'many'; it is double"),
    "a value not allowed": (
        ("quantities", "a", "change", "bound", "many"),
        "Column `bound` cannot be 'many'; it is one",
    ),
    "no value": (("quantities", "a", "change", "bound", None), "Column `bound` must have a value"),
}


@pytest.mark.parametrize(("change", "message"), MISFITS.values(), ids=MISFITS.keys())
def test_what_does_not_fit_is_refused(change: Change, message: str) -> None:
    with pytest.raises(DatelineError, match=message):
        made(change)


def test_what_is_in_force_already_is_not_added_again(home: Home) -> None:
    nine, eight = (made(("quantities", "q", "change", "value", value)) for value in ("9", "8"))
    assert add_corrections(home, [nine, nine]) == [nine]
    assert add_corrections(home, [nine]) == []
    assert add_corrections(home, [eight]) == [eight]
    assert add_corrections(home, [nine]) == [nine]


HEAD = "table,row_id,action,column,value,form,reason\n"
FILES = {
    "no column": ("table,row_id\n", "has no column `action`; it needs table, row_id, action, reason"),
    "nothing": ("", "has no column `table`"),
    "no reason": (HEAD + "times,a,hide,,,,\n", "line 2: `reason` is empty; nothing of the file was taken up"),
    "a short line": (HEAD + "times,a\n", "line 2: `action` is empty"),
    "a misfit": (HEAD + "times,a,hide,,,,r\ntimes,a,eat,,,,r\n", "line 3: `eat` is no correction of `times`"),
    "another encoding": ("table\xe9", "cannot be read"),
}


@pytest.mark.parametrize(("text", "message"), FILES.values(), ids=FILES.keys())
def test_a_file_that_does_not_fit_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "c.csv"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(DatelineError, match=message):
        read_corrections(file, author="B. Oys", corrected_at=NOW)


STRANGERS = {
    "into itself": (("entities", "quist", "merge", None, "quist"), "cannot be merged into itself"),
    "into nobody": (("entities", "quist", "merge", None, "nobody"), "There is no entity nobody to merge into"),
}


@pytest.mark.parametrize(("change", "message"), STRANGERS.values(), ids=STRANGERS.keys())
def test_an_entity_is_merged_into_one_that_there_is(ferry_home: Home, change: Change, message: str) -> None:
    with pytest.raises(DatelineError, match=message):
        refuse_strangers(ferry_home, [made(change)])


def test_what_is_not_there_is_named(ferry_home: Home) -> None:
    there = query(ferry_home, "select quantity_id from facts.quantities").to_pylist()[0]["quantity_id"]
    named = [made(("quantities", row_id, "hide", None, None)) for row_id in (there, "nowhere", "nowhere")]
    named.append(made(("entities", "nobody", "merge", None, "quist")))
    refuse_strangers(ferry_home, named)
    assert waiting(ferry_home, named) == ["quantities nowhere", "entities nobody"]
