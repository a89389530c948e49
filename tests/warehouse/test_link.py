"""Entities, versions and stories: derived from all articles, the same whatever the order of arrival."""

from datetime import datetime
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warehouse_rows import BODY, article

from warehouse.conform import conform
from warehouse.declared import create_tables, insert
from warehouse.link import link
from warehouse.schema import ARTICLES, ENTITY_PROPOSALS
from warehouse.stories import Pair, Telling, stories

pytestmark = pytest.mark.slow  # nearly every test builds a warehouse


def proposal(name: str, count: int = 1, *, alias: str | None = None, **other: Any) -> dict[str, Any]:
    row = {"article_id": "a", "entity_id": "e", "label": "ORG", "canonical_name": name, "alias": alias or name}
    return row | {"mention_count": count} | other


ENTITIES = {
    "one": ([proposal("Port Office")], ("ORG", None, "Port Office", ["Port Office"], None, None)),
    "the name of most mentions": (
        [
            proposal("Port Office", 2),
            proposal("The Port Office", 1, article_id="b"),
            proposal("Port", 2, alias="port office"),
        ],
        ("ORG", None, "Port", ["Port", "Port Office", "The Port Office", "port office"], None, None),
    ),
    "counts add up across articles": (
        [proposal("B", 2), proposal("A", 1, article_id="b"), proposal("A", 2, article_id="c")],
        ("ORG", None, "A", ["A", "B"], None, None),
    ),
    "a known value before none": (
        [proposal("B", 9), proposal("B", 1, article_id="b", kind="media", country_code="NOR", geonames_id=7)],
        ("ORG", "media", "B", ["B"], "NOR", 7),
    ),
    "label by mentions": (
        [proposal("B", 1, label="PERSON"), proposal("B", 2, article_id="b", label="GPE")],
        ("GPE", None, "B", ["B"], None, None),
    ),
}


@pytest.mark.parametrize(("proposals", "expected"), ENTITIES.values(), ids=ENTITIES.keys())
@pytest.mark.parametrize("step", [1, -1], ids=["forwards", "backwards"])
def test_entities(
    con: duckdb.DuckDBPyConnection, proposals: list[dict[str, Any]], expected: tuple[object, ...], step: int
) -> None:
    insert(con, ENTITY_PROPOSALS, conform(proposals[::step], ENTITY_PROPOSALS))
    link(con)
    sql = "select label, kind, canonical_name, aliases, country_code, geonames_id from facts.entities"
    assert con.execute(sql).fetchall() == [expected]


DATED = {"published_at": datetime(2024, 2, 28), "published_utc_at": datetime(2024, 2, 28)}
UNDATED: dict[str, Any] = {"published_at": None, "published_utc_at": None}
AFTER = {"ingested_at": datetime(2024, 4, 1)}
VERSIONS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "by publication": (AFTER, DATED),
    "by update": (AFTER, {"updated_at": datetime(2024, 2, 28)}),
    "by update in the article's own time": (
        DATED | {"published_at": datetime(2024, 2, 28, 6)},
        DATED | {"published_at": datetime(2024, 2, 28, 6), "updated_at": datetime(2024, 2, 28, 7)},
    ),
    "by arrival when the dates are equal": ({}, AFTER),
    "by arrival when only the first has a date": ({}, UNDATED | AFTER),
    "by arrival when only the second has a date": (UNDATED, AFTER),
    "by address across sources": (
        {"canonical_url": "https://x.org/1", "source_id": "one"},
        {"canonical_url": "https://x.org/1", "source_id": "two"} | DATED,
    ),
}


@pytest.mark.parametrize(("old", "new"), VERSIONS.values(), ids=VERSIONS.keys())
@pytest.mark.parametrize("step", [1, -1], ids=["forwards", "backwards"])
def test_versions(con: duckdb.DuckDBPyConnection, old: dict[str, Any], new: dict[str, Any], step: int) -> None:
    rows = [article("a", title="old", **old), article("a", title="new", **new)]
    insert(con, ARTICLES, conform(rows[::step], ARTICLES))
    link(con)
    found = con.execute("select title, version_of, is_current from facts.articles order by is_current").fetchall()
    assert found == [("old", None, False), ("new", rows[0]["article_id"], True)]


def copy(one: str, other: str, similarity: float = 1.0) -> Pair:
    return Pair(one, other, "copy", similarity)


def related(one: str, other: str) -> Pair:
    return Pair(one, other, "related", 0.5)


A, B, C = Telling("a", "A"), Telling("b", "B"), Telling("c", "C")

STORIES: dict[str, tuple[list[Telling], list[Pair], list[tuple[object, ...]]]] = {
    "alone": ([A], [], [("a", "original", None, None)]),
    "strangers": ([A, B], [], [("a", "original", None, None), ("b", "original", None, None)]),
    "a copy": (
        [A, B, C],
        [copy("a", "b"), copy("b", "c", 0.9)],
        [("a", "original", None, None), ("b", "copy", "a", 1.0), ("c", "copy", "a", 0.9)],
    ),
    "related": ([A, B], [related("a", "b")], [("a", "original", None, None), ("b", "related", "a", 0.5)]),
    "a copy of a related article": (
        [A, B, C],
        [related("a", "b"), copy("b", "c")],
        [("a", "original", None, None), ("b", "related", "a", 0.5), ("c", "copy", "b", 1.0)],
    ),
    "versions": (
        [A, Telling("b", "A", "a"), Telling("c", "A", "b")],
        [],
        [("a", "original", None, None), ("b", "version", "a", None), ("c", "version", "b", None)],
    ),
    "versions are no copies of one another": (
        [A, Telling("b", "A", "a")],
        [copy("a", "b")],
        [("a", "original", None, None), ("b", "version", "a", None)],
    ),
    "a copy of a version": (
        [A, Telling("b", "A", "a"), Telling("c", "B")],
        [copy("b", "c")],
        [("a", "original", None, None), ("b", "version", "a", None), ("c", "copy", "b", 1.0)],
    ),
    "a version that copies": (
        [A, B, Telling("c", "A", "a")],
        [copy("b", "c")],
        [("a", "original", None, None), ("b", "related", "a", None), ("c", "version", "a", None)],
    ),
    "a version that is older than its first": (
        [Telling("b", "A", "a"), A],
        [],
        [("b", "version", "a", None), ("a", "original", None, None)],
    ),
}


@pytest.mark.parametrize(("tellings", "pairs", "expected"), STORIES.values(), ids=STORIES.keys())
def test_stories(tellings: list[Telling], pairs: list[Pair], expected: list[tuple[object, ...]]) -> None:
    rows = list(stories(tellings, pairs))
    found = [(row["article_id"], row["relation"], row["original_article_id"], row["similarity"]) for row in rows]
    assert found == expected
    originals = {row["story_id"] for row in rows if row["relation"] == "original"}
    assert len(originals) == sum(row["relation"] == "original" for row in rows)
    assert {row["story_id"] for row in rows} == originals


BODIES = {
    "the same": ({}, {}, True),
    "another headline": ({"title": "One"}, {"title": "Two"}, True),
    "no headline": ({"title": None}, {}, True),
    "wrapped otherwise": ({}, {"text": BODY.replace(" ", "\n", 9).replace("\n", "\r\n", 3)}, True),
    "other facts": ({}, {"text": BODY.replace("Nine", "Ten").replace("Lumen", "Amber").replace("Quist", "Oys")}, False),
    "a stock phrase": ({"text": "Read on."}, {"text": "Read on."}, False),
}


@pytest.mark.parametrize(("first", "second", "is_copy"), BODIES.values(), ids=BODIES.keys())
def test_copies(con: duckdb.DuckDBPyConnection, first: dict[str, Any], second: dict[str, Any], is_copy: bool) -> None:
    insert(con, ARTICLES, conform([article("a", **first), article("b", **second)], ARTICLES))
    link(con)
    assert con.execute("select count(*) from facts.stories where relation = 'copy'").fetchone() == (int(is_copy),)


def test_a_headline_inside_the_text_makes_no_difference(con: duckdb.DuckDBPyConnection) -> None:
    plain = article("a", title=None, text=f"Ferry lost\nBy A. Nyberg\n{BODY}")
    insert(con, ARTICLES, conform([plain, article("b")], ARTICLES))
    link(con)
    assert con.execute("select count(*) from facts.stories where relation = 'copy'").fetchone() == (1,)


def test_articles_that_come_later_meet_the_earlier_ones(con: duckdb.DuckDBPyConnection) -> None:
    for key in "abc":
        insert(con, ARTICLES, conform([article(key)], ARTICLES))
        link(con)
    found = con.execute("select relation, count(*) from facts.stories group by all order by all").fetchall()
    assert found == [("copy", 2), ("original", 1)]


@given(
    st.permutations([article(key, text=text) for key, text in zip("abcd", [BODY, BODY, "x" * 300, BODY], strict=True)])
)
@pytest.mark.slow
@settings(max_examples=5, deadline=None)
def test_the_order_of_rows_makes_no_difference(rows: list[dict[str, Any]]) -> None:
    found = set()
    for order in (rows, sorted(rows, key=lambda row: str(row["article_id"]))):
        with duckdb.connect() as con:
            create_tables(con)
            insert(con, ARTICLES, conform(order, ARTICLES))
            link(con)
            found.add(str(con.execute("from facts.stories order by all").fetchall()))
    assert len(found) == 1
