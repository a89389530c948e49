"""The casualty claims that the sample articles hold, against those that `marts.tolls` finds in them."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from flows.command_line import dateline
from flows.commands.options import Session
from warehouse.home import Home
from warehouse.query import query

ANSWERS = Path(__file__).with_name("sample_answers.csv")
FOUND_SHARE, MOST_FALSE, MOST_MISTAKES = 0.77, 0, 2  # floors: they only tighten
NUMBERS = ("value", "value_low", "value_high")
TOLLS = """
    select a.source_key, a.text, t.measure, t.value, t.value_low, t.value_high, t.bound, t.char_start, t.char_end
    from marts.tolls t
    join facts.articles a using (article_id)
    where a.is_current
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tolls(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    home = tmp_path_factory.mktemp("samples")
    done = CliRunner().invoke(dateline, ["run", "--quiet", "--home", str(home)], obj=Session())
    assert done.exit_code == 0, done.output
    rows: list[dict[str, Any]] = query(Home(home), TOLLS).to_pylist()
    return rows


def answers(expected: str) -> list[dict[str, str]]:
    with ANSWERS.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(line for line in lines if line[0] != "#") if row["expected"] == expected]


def is_inside(toll: Mapping[str, Any], answer: Mapping[str, str]) -> bool:
    if toll["source_key"] != answer["source_key"] or not answer["evidence"]:
        return False
    start = toll["text"].find(answer["evidence"])
    return start >= 0 and start <= toll["char_start"] and toll["char_end"] <= start + len(answer["evidence"])


def is_answer(toll: Mapping[str, Any], answer: Mapping[str, str]) -> bool:
    same = all(toll[name] == (float(answer[name]) if answer[name] else None) for name in NUMBERS)
    return (
        is_inside(toll, answer) and same and toll["measure"] == answer["measure"] and toll["bound"] == answer["bound"]
    )


def test_plain_claims_are_found(tolls: list[dict[str, Any]]) -> None:
    wanted = answers("must")
    missed = [w["evidence"] for w in wanted if not any(is_answer(t, w) for t in tolls)]
    assert 1 - len(missed) / len(wanted) >= FOUND_SHARE, missed


def test_no_claim_is_read_where_there_is_none(tolls: list[dict[str, Any]]) -> None:
    wrong = [n["evidence"] for n in answers("never") if not n["measure"] and any(is_inside(t, n) for t in tolls)]
    assert len(wrong) <= MOST_FALSE, wrong


def test_claims_are_right(tolls: list[dict[str, Any]]) -> None:
    known = answers("must") + answers("may")
    wrong = [
        (t["source_key"], t["text"][t["char_start"] - 40 : t["char_end"] + 40], t["measure"])
        for t in tolls
        if not any(is_answer(t, w) for w in known)
    ]
    assert len(wrong) <= MOST_MISTAKES, wrong
