"""Every check finds the row that it is for: a sound warehouse is spoilt in one place, and one check complains."""

from collections.abc import Iterator

import duckdb
import pytest

from warehouse.checks import checks, run_checks
from warehouse.declared import STORED
from warehouse.errors import CheckError
from warehouse.home import Home
from warehouse.schema import allowed_values, spans_of

SPANS = [(table, *triple) for table in STORED for triple in spans_of(table)]
ENUMERATED = [(table, field.name) for table in STORED for field in table.fields if allowed_values(field)]


@pytest.fixture(scope="module")
def sound(filled: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse in memory that every check accepts."""
    with duckdb.connect(config={"threads": "1"}) as con:
        con.execute(f"attach '{filled.warehouse}' as file (read_only)")
        con.execute("copy from database file to memory")
        yield con


@pytest.fixture
def con(sound: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same, in a transaction that is undone."""
    sound.begin()
    yield sound
    sound.rollback()


def complaint(con: duckdb.DuckDBPyConnection) -> str:
    with pytest.raises(CheckError) as error:
        run_checks(con)
    return str(error.value).split("`")[1]


def test_a_sound_warehouse_passes(con: duckdb.DuckDBPyConnection) -> None:
    assert run_checks(con) == ()


@pytest.mark.parametrize(("table", "surface", "start", "end"), SPANS, ids=[f"{t.name}.{s}" for t, s, *_ in SPANS])
def test_every_surface_is_held_to_its_text(
    con: duckdb.DuckDBPyConnection, table: object, surface: str, start: str, end: str
) -> None:
    name = f"facts.{table.name}"  # type: ignore[attr-defined]
    spoilt = [f"{surface} = {surface} || 'x'", f"{start} = {start} + 1", f"{end} = {start}", f"{start} = -1"]
    (check,) = (check for check in checks() if check.name == f"{table.name}: surfaces are the text")  # type: ignore[attr-defined]
    for change in spoilt:
        con.execute(f"update {name} set {change} where {start} is not null")
        assert con.execute(check.sql).fetchall()[0][-1] == surface, change
        con.rollback()
        con.begin()
        assert con.execute(check.sql).fetchall() == []


@pytest.mark.parametrize(("table", "column"), ENUMERATED, ids=[f"{t.name}.{c}" for t, c in ENUMERATED])
def test_every_enumeration_is_held(con: duckdb.DuckDBPyConnection, table: object, column: str) -> None:
    name = f"{table.schema}.{table.name}"  # type: ignore[attr-defined]
    (check,) = (check for check in checks() if check.name == f"{table.name}: values are allowed")  # type: ignore[attr-defined]
    row = ", ".join("'other'" if field.name == column else "null" for field in table.fields)  # type: ignore[attr-defined]
    con.execute(f"create temp table copied as select * from {name} limit 0; insert into copied values ({row})")
    assert len(con.execute(check.sql.replace(name, "copied")).fetchall()) == 1


SPOILT = {
    "mention of an unknown entity": ("update facts.mentions set entity_id = 'nobody'", "entities_resolve"),
    "place of an unknown entity": ("update facts.places set entity_id = 'nowhere'", "entities_resolve"),
    "speaker unknown": ("update facts.statements set speaker_entity_id = 'nobody'", "entities_resolve"),
    "via unknown": ("update facts.statements set via_entity_id = 'nobody'", "entities_resolve"),
    "actor unknown": ("update facts.events set actor_entity_id = 'nobody'", "entities_resolve"),
    "recipient unknown": ("update facts.events set recipient_entity_id = 'nobody'", "entities_resolve"),
    "object unknown": ("update facts.relations set object_entity_id = 'nobody'", "entities_resolve"),
    "counted unknown": ("update facts.quantities set counted_entity_id = 'nobody'", "entities_resolve"),
    "proposals of no article": ("update facts.entity_proposals set article_id = 'none'", "articles_resolve"),
    "version of no article": ("update facts.articles set version_of = 'none'", "articles_resolve"),
    "copy of no article": ("update facts.stories set original_article_id = 'none'", "articles_resolve"),
    "sentence unknown": ("update facts.times set sentence_no = 99", "sentences_resolve"),
    "statement unknown": ("update facts.quantities set statement_id = 'none'", "statements_resolve"),
    "event's statement unknown": ("update facts.events set statement_id = 'none'", "statements_resolve"),
    "event unknown": ("update facts.quantities set event_id = 'none'", "events_resolve"),
    "total unknown": ("update facts.quantities set subset_of_quantity_id = 'none'", "totals_resolve"),
    "part of itself": ("update facts.quantities set subset_of_quantity_id = quantity_id", "totals_resolve"),
    "row twice": ("insert into facts.times select * from facts.times", "times: key is unique"),
    "article twice": ("insert into facts.articles select * from facts.articles limit 1", "articles: key is unique"),
    "two current versions": ("update facts.articles set is_current = false", "one_current_version"),
    "article without a story": ("delete from facts.stories", "stories_complete"),
    "story without an original": ("update facts.stories set relation = 'related'", "stories_complete"),
    "run that loses a record": (
        "insert into ops.runs values (1, 'r', 'run', now(), now(), 'e', [], 3, 1, 1, 0, 1, map())",
        "runs_balance",
    ),
}


@pytest.mark.parametrize(("change", "check"), SPOILT.values(), ids=SPOILT.keys())
def test_what_is_spoilt_is_found(con: duckdb.DuckDBPyConnection, change: str, check: str) -> None:
    con.execute(change)
    assert complaint(con) == check


def test_a_warning_does_not_stop_the_publication(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update facts.quantities set value_low = 8")
    (failure,) = run_checks(con)
    assert (failure.name, failure.severity, failure.count) == ("values_within_limits", "warning", 1)


def test_a_balanced_run_and_a_second_reading_pass(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("insert into ops.runs values (1, 'r', 'run', now(), now(), 'e', [], 3, 1, 1, 1, 1, map())")
    con.execute("insert into ops.runs values (2, 's', 'reextract', now(), now(), 'e', [], 0, 9, 0, 0, 1, map())")
    assert run_checks(con) == ()
