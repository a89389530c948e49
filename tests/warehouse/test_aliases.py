"""`aliases.csv`: what its rows do to entities, that they count for later articles, and what is refused."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from warehouse_rows import NOW, Rows, add_batch, article, with_facts

from warehouse.aliases import take_up_aliases
from warehouse.checks import run_checks
from warehouse.conform import conform
from warehouse.corrections import corrections, withdraw_corrections
from warehouse.declared import insert
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.link import link
from warehouse.publish import is_behind, publish, rebuild
from warehouse.query import query
from warehouse.schema import FACTS

pytestmark = pytest.mark.slow  # nearly every test builds a warehouse

HEADER = "name,action,canonical_name,label,kind,country_code,article_id,reason,author\n"
DOCS = Path(__file__).parents[2] / "docs" / "who-and-where.md"
FIRST, SECOND = article("a"), article("b")
ENTITIES = "select entity_id, canonical_name, label, kind, aliases from facts.entities order by canonical_name"
OFFICE = ("office", "the harbour office", "ORG", None, ["the harbour office"])
BAY = ("bay", "Lumen Bay", "GPE", None, ["Lumen Bay"])
QUIST = ("quist", "Ana Quist", "PERSON", None, ["Ana Quist"])

CASES: dict[str, tuple[str, str, list[tuple[Any, ...]]]] = {
    "nothing": ("", ENTITIES, [QUIST, BAY, OFFICE]),
    "merge": (
        "Ana Quist,merge,the harbour office,PERSON,,,,She speaks for it.,",
        ENTITIES,
        [BAY, ("office", "the harbour office", "ORG", None, ["Ana Quist", "the harbour office"])],
    ),
    "merge keeps labels apart": ("Ana Quist,merge,the harbour office,,,,,One.,", ENTITIES, [QUIST, BAY, OFFICE]),
    "merge into what nobody names": ("Ana Quist,merge,A. B. Quist,,,,,One.,", ENTITIES, [QUIST, BAY, OFFICE]),
    "merge the entities of one name": (
        "Ana Quist,relabel,Lumen Bay,GPE,,,,A bay.,\nLumen Bay,merge,Lumen Bay,,,,,One bay.,",
        "select canonical_name, count(*) from facts.entities group by all order by 1",
        [("Lumen Bay", 1), ("the harbour office", 1)],
    ),
    "merges of two labels may cross": (
        "Ana Quist,merge,the harbour office,PERSON,,,,One.,\nthe harbour office,merge,Ana Quist,GPE,,,,No such place.,",
        "select distinct speaker_entity_id from facts.statements",
        [("office",)],
    ),
    "merge moves the facts": (
        "Ana Quist,merge,the harbour office,PERSON,,,,One.,",
        "select distinct speaker_entity_id from facts.statements",
        [("office",)],
    ),
    "hide": ("Lumen Bay,hide,,,,,,No place.,", ENTITIES, [QUIST, OFFICE]),
    "hide takes the place out": (
        "Lumen Bay,hide,,,,,,No place.,",
        "select (select count(*) from facts.places), count(*), count(place_entity_id) from facts.events",
        [(0, 2, 0)],
    ),
    "hide one label only": ("Lumen Bay,hide,,PERSON,,,,Nobody.,", ENTITIES, [QUIST, BAY, OFFICE]),
    "relabel": (
        "Ana Quist,relabel,Quist Wire,ORG,media,,,An outlet.,",
        ENTITIES,
        [BAY, ("quist", "Quist Wire", "ORG", "media", ["Ana Quist", "Quist Wire"]), OFFICE],
    ),
    "relabel the mentions": (
        "Ana Quist,relabel,,ORG,,,,An outlet.,",
        "select distinct label from facts.mentions",
        [("ORG",)],
    ),
    "relabel, then merge": (
        "Ana Quist,relabel,,ORG,,,,A body.,\nAna Quist,merge,the harbour office,,,,,One.,",
        ENTITIES,
        [BAY, ("office", "the harbour office", "ORG", None, ["Ana Quist", "the harbour office"])],
    ),
    "split one article off": (
        f"Ana Quist,split,Ana Quist (Oslo),,,NOR,{SECOND['article_id']},Another one.,",
        "select canonical_name, country_code, count(*) from facts.entities "
        "join facts.statements on speaker_entity_id = entity_id group by all order by 1",
        [("Ana Quist", None, 1), ("Ana Quist (Oslo)", "NOR", 1), ("the harbour office", None, 2)],
    ),
    "split into an existing entity": (
        f"Ana Quist,split,the harbour office,,,,{SECOND['article_id']},Another.,",
        "select article_id, entity_id from facts.mentions order by entity_id",
        [(SECOND["article_id"], "office"), (FIRST["article_id"], "quist")],
    ),
}


def stated(home: Home, rows: str) -> None:
    home.path.mkdir(parents=True, exist_ok=True)
    home.aliases.write_text(HEADER + rows, encoding="utf-8")


def taken_up(home: Home, rows: str) -> None:
    stated(home, rows)
    take_up_aliases(home, author="B. Oys", now=NOW)


def loaded(con: duckdb.DuckDBPyConnection, rows: Rows, home: Home) -> None:
    for name, found in rows.items():
        insert(con, FACTS[name], conform(found, FACTS[name]))
    link(con, corrections(home))


@pytest.mark.parametrize(("rows", "sql", "expected"), CASES.values(), ids=CASES.keys())
def test_aliases(
    con: duckdb.DuckDBPyConnection, home: Home, rows: str, sql: str, expected: list[tuple[Any, ...]]
) -> None:
    taken_up(home, rows)
    loaded(con, with_facts(FIRST, SECOND), home)
    assert con.execute(sql).fetchall() == expected
    assert [failure for failure in run_checks(con) if failure.name == "entities_resolve"] == []


def test_a_form_is_split_off_with_the_facts_whose_words_hold_it(con: duckdb.DuckDBPyConnection, home: Home) -> None:
    rows = with_facts(FIRST)
    quist = rows["mentions"][0]
    start = FIRST["text"].index("the harbour office")
    office = {"char_start": start, "char_end": start + 18, "surface": "the harbour office", "entity_id": "quist"}
    rows["mentions"].append(quist | office | {"sentence_no": 1})
    rows["entity_proposals"].append(rows["entity_proposals"][0] | {"alias": "the harbour office"})
    for statement in rows["statements"]:
        statement["speaker_entity_id"] = "quist"
    taken_up(home, "the harbour office,split,Harbour Office,ORG,government,,,No person.,")
    loaded(con, rows, home)
    sql = """
        select statement.speaker_surface, entity.canonical_name, entity.label, entity.kind
        from facts.statements as statement join facts.entities as entity on entity_id = speaker_entity_id
        order by statement.char_start
    """
    assert con.execute(sql).fetchall() == [
        ("the harbour office", "Harbour Office", "ORG", "government"),
        ("Ana Quist", "Ana Quist", "PERSON", None),
    ]
    assert con.execute("select label from facts.mentions order by char_start").fetchall() == [("ORG",), ("PERSON",)]


def test_an_unchanged_file_keeps_author_and_time_and_writes_nothing(home: Home) -> None:
    taken_up(home, "Lumen Bay,hide,,,,,,No place.,")
    (file,) = home.corrections.iterdir()
    before = file.stat().st_mtime_ns, corrections(home)
    take_up_aliases(home, author="C. Lund", now=NOW + timedelta(days=1))
    assert (file.stat().st_mtime_ns, corrections(home)) == before
    taken_up(home, "Lumen Bay,hide,,,,,,No place.,\nAna Quist,relabel,,,media,,,Paper.,A. Holm")
    assert [(c.row_id, c.author, c.corrected_at) for c in corrections(home)] == [
        ("Lumen Bay", "B. Oys", NOW),
        ("Ana Quist", "A. Holm", NOW),
    ]
    home.aliases.unlink()
    take_up_aliases(home, author="B. Oys", now=NOW)
    assert corrections(home) == []


def test_a_row_goes_only_with_the_file(home: Home) -> None:
    taken_up(home, "Lumen Bay,hide,,,,,,No place.,")
    with pytest.raises(DatelineError, match=r"'Lumen Bay' is a row of .*aliases\.csv; remove it there"):
        withdraw_corrections(home, [corrections(home)[0].correction_id], now=NOW)


@pytest.mark.slow
def test_it_outlives_reading_again_and_counts_for_later_articles(home: Home) -> None:
    add_batch(home, with_facts(FIRST))
    publish(home, None)
    taken_up(home, "Ana Quist,merge,the harbour office,PERSON,,,,One.,")
    assert is_behind(home)
    publish(home, None)
    add_batch(home, with_facts(SECOND), extractor="test 2")
    hashes = publish(home, None).table_hashes
    sql = "select distinct entity_id, author from facts.mentions cross join ops.corrections"
    assert query(home, sql).to_pylist() == [{"entity_id": "office", "author": "B. Oys"}]
    assert not is_behind(home)
    assert rebuild(home).table_hashes == hashes
    taken_up(home, "")
    publish(home, None)
    assert query(home, "select distinct entity_id from facts.mentions").to_pylist() == [{"entity_id": "quist"}]


MISFITS = {
    "no reason": ("X,hide,,,,,,,", "line 2: a row needs a name and a reason"),
    "no such action": ("# why\nX,erase,,,,,,Why.,", "line 3: the action 'erase' is none of merge, split"),
    "no such label": ("X,hide,,HUMAN,,,,Why.,", "the label 'HUMAN' is none of PERSON, ORG"),
    "no country": ("X,relabel,,,,KZ,,Why.,", "the country_code 'KZ' is no ISO 3166-1 alpha-3 code"),
    "merged into nothing": ("X,merge,,,,,,Why.,", "a merge needs the canonical_name of the entity that 'X' means"),
    "relabelled as nothing": ("X,relabel,,,,,,Why.,", "a relabel needs a new canonical_name"),
    "hidden in one article": ("X,hide,,,,,a1,Why.,", "a hide counts for all articles"),
    "merged in a circle": (
        "X,merge,Y,,,,,Why.,\nY,merge,Z,,,,,Why.,\nZ,merge,X,,,,,Why.,",
        "merges go in a circle (X -> Y -> Z -> X); take one of these rows out",
    ),
    "a comma too many": ("X,hide,,,,,,Why.,me,more", "has not as many cells as there are columns"),
}


@pytest.mark.parametrize(("rows", "message"), MISFITS.values(), ids=MISFITS.keys())
def test_a_bad_row_is_one_sentence_and_changes_nothing(home: Home, rows: str, message: str) -> None:
    taken_up(home, "Lumen Bay,hide,,,,,,No place.,")
    stated(home, rows)
    with pytest.raises(DatelineError, match=re.escape(message)):
        take_up_aliases(home, author="B. Oys", now=NOW)
    assert [correction.row_id for correction in corrections(home)] == ["Lumen Bay"]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        pytest.param("name,action\n", "the column `reason` is missing or not known", id="missing"),
        pytest.param("name,action,reason,colour\n", "the column `colour` is missing or not known", id="unknown"),
    ],
)
def test_a_bad_column_is_named(home: Home, header: str, message: str) -> None:
    home.path.mkdir()
    home.aliases.write_text(header, encoding="utf-8")
    with pytest.raises(DatelineError, match=message):
        take_up_aliases(home, author="B. Oys", now=NOW)


def examples() -> Iterator[str]:
    for block in re.findall(r"(?:^    .*\n)+", DOCS.read_text("utf-8"), re.MULTILINE):
        if block.lstrip().startswith("name,action"):
            yield re.sub("^    ", "", block, flags=re.MULTILINE)


def test_the_documented_example_is_taken_up(home: Home) -> None:
    (example,) = examples()
    home.path.mkdir()
    home.aliases.write_text(example, encoding="utf-8")
    take_up_aliases(home, author="B. Oys", now=NOW)
    found = corrections(home)
    assert [correction.action for correction in found] == ["merge", "split", "hide", "relabel"]
    assert json.loads(found[-1].details or "{}") == {"label": "ORG", "kind": "media"}
