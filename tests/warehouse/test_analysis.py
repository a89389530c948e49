"""Marts that compare articles and outlets: from a few facts to rows."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import duckdb
import pytest
from test_marts import build
from warehouse_rows import BODY, Rows, article, with_facts

pytestmark = pytest.mark.slow  # every test publishes a warehouse


def outlets() -> Rows:
    """One report by Wire, printed by Wire and Echo."""
    later = {"published_at": datetime(2024, 2, 28), "published_utc_at": datetime(2024, 2, 28)}
    return with_facts(article("a", outlet="Wire"), article("b", outlet="Echo", title="Lost at sea", **later))


def rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return con.execute(sql).fetchall()


def test_outlet_profile(con: duckdb.DuckDBPyConnection) -> None:
    build(con, outlets())
    assert rows(con, "select outlet, article_count, copy_count, copied_count, wires from marts.outlet_profile") == [
        ("Echo", 1, 1, 0, ["Wire"]),
        ("Wire", 1, 0, 1, None),
    ]


def test_outlet_overlap_names_the_wire(con: duckdb.DuckDBPyConnection) -> None:
    build(con, outlets())
    sql = "select outlet, other_outlet, shared_report_count, independent_story_count, wires from marts.outlet_overlap"
    assert rows(con, sql) == [("Echo", "Wire", 1, 0, ["Wire"])]


def with_a_later_version() -> Rows:
    """The same, and Echo has since added to what it had printed."""
    first, copy = outlets()["articles"]
    day = {"published_at": datetime(2024, 2, 29), "published_utc_at": datetime(2024, 2, 29)}
    added = article("c", outlet="Echo", source_key=copy["source_key"], text="Divers search. " + BODY, **day)
    return with_facts(first, copy, added)


@pytest.mark.parametrize("told", [outlets, with_a_later_version])
def test_dyads_count_a_report_once(con: duckdb.DuckDBPyConnection, told: Callable[[], Rows]) -> None:
    found = told()
    for event in found["events"]:
        event["recipient_entity_id"] = "bay"
    build(con, found)
    sql = "select actor_name, recipient_name, event_type, independent_source_count, article_count from marts.dyads"
    assert rows(con, sql) == [("the harbour office", "Lumen Bay", "death", 1, 2)]


def test_entity_network_pairs_what_a_sentence_mentions(con: duckdb.DuckDBPyConnection) -> None:
    found = with_facts(article())
    office = found["mentions"][0] | {
        "entity_id": "office",
        "label": "ORG",
        "char_start": 0,
        "char_end": 5,
        "surface": "Ferry",
    }
    found["mentions"].append(office)
    build(con, found)
    sql = "select entity_name, other_name, sentence_count, article_count from marts.entity_network"
    assert rows(con, sql) == [("the harbour office", "Ana Quist", 1, 1)]


MONEY = {"kind": "money", "unit": "EUR", "measure": None}


def test_money_flows(con: duckdb.DuckDBPyConnection) -> None:
    found = with_facts(article())
    found["quantities"][0] |= MONEY
    found["events"][0] |= {"event_type": "AID"}
    build(con, found)
    sql = "select amount, currency_code, actor_name, event_type, speaker_surface, surface from marts.money_flows"
    assert rows(con, sql) == [(9.0, "EUR", "the harbour office", "AID", "the harbour office", "Nine")]


def denial(rows: Rows) -> None:
    """Another speaker of the first article denies its event."""
    event = rows["events"][0]
    other = {"event_row_id": "denial", "statement_id": event["article_id"] + "-s2", "is_negated": True}
    rows["events"].append(event | other | {"char_start": event["char_start"] - 5})


def of_one_event(rows: Rows) -> None:
    """Another speaker of the first article denies its event, whose recipient nobody names."""
    denial(rows)
    for event in rows["events"]:
        event["recipient_entity_id"] = None


def other_telling(**changes: Any) -> Callable[[Rows], None]:
    """The second article tells the event otherwise."""

    def change(rows: Rows) -> None:
        rows["events"][1] |= changes

    return change


def toll_beside(rows: Rows) -> None:
    """The first article's speaker gives another figure too."""
    figure = rows["quantities"][0]
    start = figure["char_start"]
    other = {"quantity_id": "beside", "value": 12.0, "value_low": 12.0, "value_high": 12.0, "char_start": start + 1}
    rows["quantities"].append(figure | other | {"surface": figure["surface"][1:]})


def other_toll(value: float, **changes: Any) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows["quantities"][1] |= {"value": value, "value_low": value, "value_high": value} | changes
        rows["statements"][2] |= {"speaker_entity_id": "quist"}

    return change


# Two reports of one story, neither a copy of the other; words so short set nothing apart.
OWN_WORDS = {"a": "So it was and so it is. " * 8, "b": "How can it be, ask all who see it. " * 6}


def place_mention(place: dict[str, Any]) -> dict[str, Any]:
    """Two reports are related when they share more than one name."""
    names = ("article_id", "sentence_no", "char_start", "char_end", "surface", "entity_id")
    return {name: place[name] for name in names} | {"label": "GPE", "form": "name"}


CONFLICTS: dict[str, tuple[Callable[[Rows], None], list[tuple[str, str]]]] = {
    "agreement": (lambda rows: None, []),
    "another toll": (other_toll(12.0), [("toll", "killed (all)")]),
    "two tolls of one voice in one article": (toll_beside, []),
    "another toll of the same voice elsewhere": (other_toll(12.0, statement_id=None), [("toll", "killed (all)")]),
    "a toll that fits": (other_toll(8.0, bound="at_least", value_high=None), []),
    "a toll of others": (other_toll(12.0, counted="crew"), []),
    "a denial": (denial, [("denial", "death")]),
    "a denial of what one article tells of": (of_one_event, [("denial", "death")]),
    "a denial by the same speaker": (other_telling(is_negated=True), []),
    "a denial of another day": (other_telling(is_negated=True, statement_id=None, happened_on=date(2024, 2, 27)), []),
    "planned in one report, done in another": (
        other_telling(modality="planned", happened_on=None),
        [("planned or done", "death")],
    ),
    "planned for days that hold the day it was done": (
        other_telling(modality="planned", happened_on=date(2024, 2, 25), happened_to=date(2024, 3, 1)),
        [("planned or done", "death")],
    ),
    "planned for another day": (other_telling(modality="planned", happened_on=date(2024, 3, 5)), []),
    "planned against somebody else": (other_telling(modality="planned", recipient_entity_id="quist"), []),
}


@pytest.mark.parametrize(("change", "expected"), CONFLICTS.values(), ids=CONFLICTS.keys())
def test_conflicts(
    con: duckdb.DuckDBPyConnection, change: Callable[[Rows], None], expected: list[tuple[str, str]]
) -> None:
    found = with_facts(*(article(key, text=f"{OWN_WORDS[key]} {BODY}") for key in ("a", "b")))
    found["mentions"] += [place_mention(row) for row in found["places"]]
    for event in found["events"]:
        event["recipient_entity_id"] = "bay"
        event["event_type"] = "death"
    change(found)
    build(con, found)
    assert rows(con, "select relation from facts.stories order by all") == [("original",), ("related",)]
    assert rows(con, "select distinct kind, about from marts.conflicts") == expected
