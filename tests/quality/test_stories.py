"""Stories: happenings told by several outlets in words of their own, with near ones of the same days among them."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from flows.pipeline import run
from flows.settings import Settings
from flows.stages import Request
from warehouse.home import Home
from warehouse.query import query

HAPPENINGS = Path(__file__).with_name("happenings.jsonl")
# A floor only rises.
FLOORS = {"precision": 0.96, "recall": 0.96, "F1": 0.96}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The happenings, read and linked."""
    home = Home(tmp_path_factory.mktemp("happenings") / "home")
    run(Settings(home=home.path, worker_count=1), Request((str(HAPPENINGS),)))
    return home


def b_cubed(wanted: Mapping[str, str], found: Mapping[str, str]) -> dict[str, float]:
    """Bagga & Baldwin 1998: how pure, and how complete, the cluster of an article is on average."""
    both = Counter((wanted[key], found[key]) for key in wanted)
    sizes, found_sizes = Counter(wanted.values()), Counter(found.values())
    precision = sum(both[wanted[key], found[key]] / found_sizes[found[key]] for key in wanted) / len(wanted)
    recall = sum(both[wanted[key], found[key]] / sizes[wanted[key]] for key in wanted) / len(wanted)
    return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / (precision + recall)}


def test_related_reports_are_one_story_and_near_ones_are_not(told: Home) -> None:
    wanted = {row["id"]: row["happening"] for row in map(json.loads, HAPPENINGS.read_text("utf-8").splitlines())}
    sql = "select source_key, story_id from facts.stories join facts.articles using (article_id)"
    found = {row["source_key"]: row["story_id"] for row in query(told, sql).to_pylist()}
    assert found.keys() == wanted.keys()
    measured = b_cubed(wanted, found)
    fallen = {name: (measured[name], floor) for name, floor in FLOORS.items() if measured[name] < floor}
    assert not fallen, f"(found, floor) {fallen}"


def test_reports_in_other_words_are_no_copies(told: Home) -> None:
    assert query(told, "select article_id from facts.stories where relation = 'copy'").to_pylist() == []
