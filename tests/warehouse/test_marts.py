"""Marts: from a few facts to whole rows of the answer."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import duckdb
import pytest
from warehouse_rows import BODY, Rows, article, with_facts

from warehouse.checks import run_checks
from warehouse.conform import conform
from warehouse.declared import create_tables, insert
from warehouse.describe import mart_columns
from warehouse.link import link
from warehouse.models import models, replace_tables
from warehouse.schema import FACTS

pytestmark = pytest.mark.slow  # every test publishes a warehouse


def build(con: duckdb.DuckDBPyConnection, rows: Rows) -> None:
    for name, table in FACTS.items():
        insert(con, table, conform(rows[name], table))
    link(con)
    replace_tables(con, "marts")


TOLLS = (
    "story_id article_id quantity_id measure scope value value_low value_high bound counted "
    "speaker_surface via_surface published_at surface char_start char_end "
    "statement_id asserter place_name is_closed known_on confidence"
)


def test_tolls_have_the_columns_of_the_contract(con: duckdb.DuckDBPyConnection) -> None:
    build(con, with_facts())
    assert [name for name, *_ in con.execute("describe marts.tolls").fetchall()] == TOLLS.split()


def test_a_toll_as_a_whole_row(con: duckdb.DuckDBPyConnection) -> None:
    row = article()
    build(con, with_facts(row))
    (story,) = con.execute("select story_id from facts.stories").fetchone() or ()
    assert con.execute("from marts.tolls").fetchall() == [
        (
            *(story, row["article_id"], f"{row['article_id']}-q", "killed", "all", 9.0, 9.0, 9.0, "exact", "people"),
            *("the harbour office", None, datetime(2024, 2, 27, 9, 0), "Nine", 12, 16),
            *(f"{row['article_id']}-s1", "the harbour office", None, False, date(2024, 2, 27), None),
        )
    ]


def change(table: str, **values: Any) -> Callable[[Rows], None]:
    return lambda rows: rows[table][0].update(values)


def headline_too(rows: Rows) -> None:
    rows["quantities"].append(rows["quantities"][0] | {"quantity_id": "h", "sentence_no": 0})


def headline_alone(rows: Rows) -> None:
    rows["quantities"][0]["sentence_no"] = 0


def headline_of_another_measure(rows: Rows) -> None:
    rows["quantities"].append(rows["quantities"][0] | {"quantity_id": "h", "sentence_no": 0, "measure": "injured"})


CLAIMS = {
    "a casualty": (lambda rows: None, [("killed", 9.0)]),
    "denied": (change("quantities", is_negated=True), []),
    "withdrawn": (change("quantities", flags=["retracted"]), []),
    "no casualty": (change("quantities", measure=None), []),
    "a share": (change("quantities", kind="percent", unit="percent"), []),
    "a unit left open": (change("quantities", unit=None), [("killed", 9.0)]),
    "animals": (change("quantities", unit="head"), []),
    "an open bound": (change("quantities", value=None, bound="at_least", flags=["vague"]), [("killed", None)]),
    "headline and body": (headline_too, [("killed", 9.0)]),
    "headline alone": (headline_alone, [("killed", 9.0)]),
    "headline of another measure": (headline_of_another_measure, [("injured", 9.0), ("killed", 9.0)]),
}


DAYS = {
    "one day": ({}, ["2024-02-26"]),
    "three days": ({"happened_to": date(2024, 2, 28)}, ["2024-02-26", "2024-02-27", "2024-02-28"]),
    "half a year": ({"happened_to": date(2024, 8, 1)}, ["2024-02-26"]),
    "some day of a month": ({"date_precision": "month", "happened_to": date(2024, 3, 25)}, []),
    "since a month": ({"date_precision": "month"}, []),
    "an hour": ({"date_precision": "hour", "happened_to": date(2024, 2, 26)}, ["2024-02-26"]),
    "no date": ({"happened_on": None, "date_precision": None, "date_reason": "not_stated"}, []),
    "denied event": ({"is_negated": True}, []),
}


@pytest.fixture(scope="module")
def answers() -> Iterator[duckdb.DuckDBPyConnection]:
    """Marts of one article per case, whose source key is the name of the case."""
    rows = with_facts()
    for name, (vary, _) in CLAIMS.items():
        add(rows, name, vary)
    for name, (values, _) in DAYS.items():
        add(rows, name, change("events", **values))
    with duckdb.connect() as con:
        create_tables(con)
        build(con, rows)
        yield con


def add(rows: Rows, name: str, vary: Callable[[Rows], None]) -> None:
    case = with_facts(article(name))
    vary(case)
    for table, found in case.items():
        rows[table] += found


@pytest.mark.parametrize("name", CLAIMS)
def test_what_counts_as_a_toll(answers: duckdb.DuckDBPyConnection, name: str) -> None:
    sql = """
        select measure, value
        from marts.tolls
        join facts.articles using (article_id)
        where source_key = $1
        order by all
    """
    assert answers.execute(sql, [name]).fetchall() == CLAIMS[name][1]


def test_only_the_current_version_speaks(con: duckdb.DuckDBPyConnection) -> None:
    later = article("a", title="Ferry lost, nine dead", ingested_at=datetime(2024, 3, 2))
    build(con, with_facts(article("a"), later))
    for model in models("marts"):
        columns = [name for name, *_ in con.execute(f"describe {model.target}").fetchall()]
        if not {"article_id", "article_ids"} & set(columns):
            continue
        ids = "unnest(article_ids)" if "article_ids" in columns else "article_id"
        found = con.execute(f"select distinct {ids} from {model.target}").fetchall()
        assert found in ([], [(later["article_id"],)]), model.name


def test_quotes_by_speaker(con: duckdb.DuckDBPyConnection) -> None:
    rows = with_facts(
        article("a"), article("b", published_at=datetime(2024, 2, 28), published_utc_at=datetime(2024, 2, 28))
    )
    build(con, rows)
    sql = "select speaker_name, speaker_label, kind, surface, is_copy from marts.quotes_by_speaker"
    quote = ("Ana Quist", "PERSON", "direct", "“We search on,”")
    assert con.execute(sql).fetchall() == [(*quote, False), (*quote, True)]


@pytest.mark.parametrize("name", DAYS)
def test_days_on_which_an_event_is_put(answers: duckdb.DuckDBPyConnection, name: str) -> None:
    sql = """
        select happened_on::varchar
        from staging.event_days
        join facts.articles using (article_id)
        where source_key = $1
        order by all
    """
    assert [day for (day,) in answers.execute(sql, [name]).fetchall()] == DAYS[name][1]


def test_days_of_actors_and_places(con: duckdb.DuckDBPyConnection) -> None:
    first, second = article("a"), article("b")
    build(con, with_facts(first, second))
    events, articles = (sorted(row["article_id"] + end for row in (first, second)) for end in ("-e", ""))
    actor = (
        "office",
        "the harbour office",
        "ORG",
        None,
        date(2024, 2, 26),
        "death",
        "happened",
        2,
        1,
        2,
        events,
        articles,
    )
    place = (77, "Lumen Bay", "NOR", "18", None, None, date(2024, 2, 26), 2, 0, 1, 2, ["death"], events, articles)
    assert con.execute("from marts.actor_days").fetchall() == [actor]
    assert con.execute("from marts.place_days").fetchall() == [place]


def test_a_timeline_names_its_participants(con: duckdb.DuckDBPyConnection) -> None:
    build(con, with_facts(article()))
    columns = "happened_on, event_type, actor_name, recipient_name, place_name, country_code, admin1, speaker_surface"
    expected = (date(2024, 2, 26), "death", "the harbour office", None, "Lumen Bay", "NOR", "18", "the harbour office")
    assert con.execute(f"select {columns} from marts.event_timeline").fetchall() == [expected]


def test_a_summary_counts_what_was_read(con: duckdb.DuckDBPyConnection) -> None:
    build(con, with_facts(article("a"), article("b", title="Calm", text=BODY[:40])))
    kinds = ["sentence", "mention", "entity", "quantity", "toll", "time", "place", "statement", "quote", "event"]
    counts = ", ".join(f"{kind}_count" for kind in kinds)
    found = con.execute(f"select title, {counts} from marts.article_summary order by title desc").fetchall()
    assert found == [("Ferry lost", 3, 1, 1, 1, 1, 1, 1, 2, 1, 1), ("Calm", *[0] * 10)]


LUMEN, ARDAL, LIMA = ("Lumen Bay", "NOR", "18", "PPL"), ("Ardal", "NOR", "14", "PPL"), ("Lima", "PER", "15", "PPLC")
NORWAY, NOWHERE = ("Norway", "NOR", None, "PCLI"), (None, None, None, None)
GROUNDS: dict[str, tuple[list[tuple[str | None, ...]], str | None, tuple[str | None, ...]]] = {
    "none": ([], None, (None, None, None, "not_stated", None)),
    "not resolved": ([NOWHERE], None, (None, None, None, "not_stated", None)),
    "one": ([LUMEN], None, ("Lumen Bay", "NOR", "18", None, None)),
    "a country": ([NORWAY], None, (None, "NOR", None, None, None)),
    "the place in the country most named": ([LIMA, NORWAY, LUMEN], None, ("Lumen Bay", "NOR", "18", None, None)),
    "most named": ([ARDAL, LUMEN, LUMEN, LIMA], None, ("Lumen Bay", "NOR", "18", None, None)),
    "two countries": ([LUMEN, LIMA], None, (None, None, None, "ambiguous", None)),
    "two countries, date line": ([LUMEN, LIMA], "LIMA, Peru", ("Lima", "PER", "15", None, "PER")),
    "two towns": ([LUMEN, ARDAL], None, (None, "NOR", None, None, None)),
    "two towns, date line": ([LUMEN, ARDAL], "Ardal", ("Ardal", "NOR", "14", None, "NOR")),
    "date line elsewhere": ([LIMA, LUMEN, LUMEN], "LIMA", ("Lumen Bay", "NOR", "18", None, "PER")),
}


@pytest.mark.parametrize(("named", "dateline", "expected"), GROUNDS.values(), ids=GROUNDS.keys())
def test_where_an_article_plays(
    con: duckdb.DuckDBPyConnection,
    named: list[tuple[str | None, ...]],
    dateline: str | None,
    expected: tuple[str | None, ...],
) -> None:
    rows = with_facts(article("a", dateline_place=dateline))
    (site,) = rows["places"]
    columns = "name", "country_code", "admin1", "feature_code"
    rows["places"] = [
        site
        | dict(zip(columns, place, strict=True))
        | {"char_start": i, "surface": place[0] or "Up there", "feature_class": "P" if place[2] else "A"}
        for i, place in enumerate(named)
    ]
    build(con, rows)
    found = "place_name, country_code, admin1, place_reason, dateline_country_code"
    assert con.execute(f"select {found} from marts.article_summary").fetchall() == [expected]


def test_a_government_is_no_ground(con: duckdb.DuckDBPyConnection) -> None:
    rows = with_facts(article())
    rows["places"] = [row | {"null_reason": "actor"} for row in rows["places"]]
    build(con, rows)
    assert con.execute("select country_code, place_reason from marts.article_summary").fetchall() == [
        (None, "not_stated")
    ]


def test_every_column_of_a_mart_is_described(con: duckdb.DuckDBPyConnection) -> None:
    build(con, with_facts())
    for model in models("marts"):
        assert all(text for *_, text in mart_columns(con, model))
    assert run_checks(con) == ()
