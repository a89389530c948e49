"""Tolls: who is counted, who asserts it, what became of a figure; from small claims to rows of the timeline."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import duckdb
import pytest
from warehouse_rows import Rows, article, with_facts

from warehouse.conform import conform
from warehouse.declared import create_tables, insert
from warehouse.link import link
from warehouse.models import replace_tables
from warehouse.schema import FACTS


class Claim(NamedTuple):
    """One sentence of an article of a day in March 2024: a number of dead, and who says so."""

    day: int
    number: str
    counted: str | None = "people"
    by: str | None = None
    kind: str | None = "government"
    country: str | None = "NOR"
    said_on: int | None = None
    bound: str = "exact"
    flags: tuple[str, ...] = ()
    label: str = ""


def rows_of(cases: Mapping[str, Sequence[Claim]]) -> Rows:
    """An article a claim; those of a case lead with unrest in a country of its own, which makes them one story."""
    rows = with_facts()
    for case, claims in cases.items():
        for number, claim in enumerate(claims):
            words = [claim.by or "", "said" if claim.by else "", claim.number, claim.label, claim.counted or "", "died"]
            day = datetime(2024, 3, claim.day, 9)
            text = " ".join(word for word in words if word)
            row = article(f"{case} {number}", text=text, title=None, published_at=day, published_utc_at=day)
            rows["articles"].append(row | {"section": case})
            _add_facts(rows, row, claim, case)
    return rows


def _add_facts(rows: Rows, row: dict[str, Any], claim: Claim, case: str) -> None:
    key, text = row["article_id"], row["text"]

    def at(words: str, name: str = "char") -> dict[str, Any]:
        start = text.index(words)
        surface = "surface" if name == "char" else name if name == "counted" else f"{name}_surface"
        return {f"{name}_start": start, f"{name}_end": start + len(words), surface: words}

    base = {"article_id": key, "sentence_no": 0}
    rows["sentences"].append(base | at(text) | {"paragraph_no": 0, "section_kind": "body"})
    rows["events"].append(
        base
        | at("died")
        | {"event_row_id": f"{key}-e", "event_id": key, "event_type": "PROTEST", "event_mode": "riot"}
        | {"modality": "happened", "is_negated": False}
    )
    place = {"country_code": case, "name": "Norway", "feature_class": "A", "feature_code": "PCLI", "alternatives": []}
    rows["places"].append(base | at("died") | place)
    number = float("".join(letter for letter in claim.number if letter.isdigit()))
    quantity = base | at(claim.number) | {"quantity_id": f"{key}-q", "value": number, "value_low": number}
    quantity |= {"value_high": None if claim.bound == "at_least" else number, "bound": claim.bound, "kind": "count"}
    quantity |= {"unit": "person", "measure": "killed", "is_negated": False, "flags": list(claim.flags)}
    if claim.counted:
        quantity |= at(claim.counted, "counted")
    if claim.by:
        quantity["statement_id"] = f"{key}-s"
        said = date(2024, 3, claim.said_on) if claim.said_on else None
        statement = base | at(text) | {"statement_id": f"{key}-s", "kind": "indirect", "depth": 1, "said_on": said}
        rows["statements"].append(statement | at(claim.by, "speaker") | {"speaker_entity_id": f"{case} {claim.by}"})
        proposal = {
            "article_id": key,
            "entity_id": f"{case} {claim.by}",
            "label": "ORG",
            "kind": claim.kind,
            "alias": claim.by,
        }
        proposal |= {"canonical_name": claim.by, "country_code": claim.country, "mention_count": 1}
        rows["entity_proposals"].append(proposal)
    rows["quantities"].append(quantity)


SCOPES = {
    "everybody": ("people", "", "all"),
    "nobody named": (None, "", "all"),
    "one group": ("police officers", "", "security forces"),
    "a group in two words": ("police and national guard troops", "", "security forces"),
    "two groups": ("civilians and soldiers", "", "civilians and security forces"),
    "a qualified group": ("prison guards", "", "security forces (prison)"),
    "a word of its own": ("passengers", "", "passengers"),
    "an age": ("30-year-old man", "", "men"),
    "how badly": ("seriously injured women", "", "women"),
    "a sum over groups": (
        "four members of the Lemurian security forces and a woman",
        "",
        "security forces and women (lemurian)",
    ),
    "the asserter's own label": (None, "“armed bandits”", "armed bandits"),
}


MINISTRY, PROSECUTORS, GROUP = "the Ministry", "the Prosecutors", "Volunteers"

TIMELINES: dict[str, tuple[list[Claim], list[tuple[object, ...]]]] = {
    "it stands": ([Claim(1, "12", by=MINISTRY)], [(12, 1, None, "standing")]),
    "superseded by the same speaker": (
        [Claim(1, "12", by=MINISTRY), Claim(3, "15", by=MINISTRY)],
        [(12, 1, 3, "superseded"), (15, 3, None, "standing")],
    ),
    "superseded by another authority of the country": (
        [Claim(1, "12", by=MINISTRY), Claim(3, "15", by=PROSECUTORS)],
        [(12, 1, 3, "superseded"), (15, 3, None, "standing")],
    ),
    "an authority of another country": (
        [Claim(1, "12", by=MINISTRY), Claim(3, "15", by=PROSECUTORS, country="SWE")],
        [(12, 1, None, "standing"), (15, 3, None, "standing")],
    ),
    "somebody else": (
        [Claim(1, "12", by=MINISTRY), Claim(3, "15", by=GROUP, kind="ngo")],
        [(12, 1, None, "standing"), (15, 3, None, "standing")],
    ),
    "the publishers": (
        [Claim(1, "12"), Claim(2, "12"), Claim(3, "15")],
        [(12, 1, 3, "superseded"), (15, 3, None, "standing")],
    ),
    "another scope": (
        [Claim(1, "12", "soldiers", by=MINISTRY), Claim(3, "15", by=MINISTRY)],
        [(12, 1, None, "standing"), (15, 3, None, "standing")],
    ),
    "lowered": (
        [Claim(1, "18", by=MINISTRY), Claim(3, "16", by=MINISTRY)],
        [(16, 3, None, "standing"), (18, 1, 3, "superseded")],
    ),
    "far too low to be the same count": (
        [Claim(1, "180", by=MINISTRY), Claim(3, "3", by=MINISTRY)],
        [(3, 3, None, "standing"), (180, 1, None, "standing")],
    ),
    "a lower limit that is met": (
        [Claim(1, "180", by=MINISTRY), Claim(3, "150", by=MINISTRY, bound="at_least")],
        [(150, 3, None, "standing"), (180, 1, None, "standing")],
    ),
    "told late, said early": (
        [Claim(5, "12", by=MINISTRY, said_on=1), Claim(3, "15", by=MINISTRY)],
        [(12, 1, 3, "superseded"), (15, 3, None, "standing")],
    ),
    "an addition": (
        [Claim(1, "12", by=MINISTRY), Claim(3, "15", "further people", by=MINISTRY)],
        [(12, 1, None, "standing"), (15, 3, None, "standing")],
    ),
    "withdrawn": (
        [Claim(1, "12", by=MINISTRY), Claim(3, "12", None, flags=("retracted",)), Claim(5, "15", by=MINISTRY)],
        [(12, 1, 3, "retracted"), (15, 5, None, "standing")],
    ),
    "withdrawn when it was superseded already": (
        [Claim(1, "12", by=MINISTRY), Claim(2, "15", by=MINISTRY), Claim(3, "12", None, flags=("retracted",))],
        [(12, 1, 2, "superseded"), (15, 2, None, "standing")],
    ),
    "a withdrawal of another number": (
        [Claim(1, "12", by=MINISTRY), Claim(3, "13", None, flags=("retracted",))],
        [(12, 1, None, "standing")],
    ),
}


LABEL = "as was told at length in a note that two papers print word for word on a cold and windy day in spring, of"
SOURCES = {
    "copies are one source": (LABEL, (1, 2)),
    "two reports are two": ("", (2, 2)),
}


@pytest.fixture(scope="module")
def built() -> Iterator[duckdb.DuckDBPyConnection]:
    """The marts of all cases together."""
    cases = {case: claims for case, (claims, _) in TIMELINES.items()}
    cases |= {case: [Claim(1, "12", counted, label=label)] for case, (counted, label, _) in SCOPES.items()}
    for case, (label, _) in SOURCES.items():
        cases[case] = [Claim(day, "12", by=MINISTRY, label=label) for day in (1, 2)]
    rows = rows_of(cases)
    with duckdb.connect() as con:
        create_tables(con)
        for name, table in FACTS.items():
            insert(con, table, conform(rows[name], table))
        link(con)
        replace_tables(con, "marts")
        yield con


def told(con: duckdb.DuckDBPyConnection, columns: str, case: str) -> list[tuple[Any, ...]]:
    """Rows of the timeline of one case, by value."""
    stories = "select story_id from staging.current_articles where section = $1"
    sql = f"select {columns} from marts.toll_timeline where story_id in ({stories}) order by value"
    return con.execute(sql, [case]).fetchall()


@pytest.mark.parametrize("case", SCOPES)
def test_scopes(built: duckdb.DuckDBPyConnection, case: str) -> None:
    assert told(built, "scope", case) == [(SCOPES[case][2],)]


@pytest.mark.parametrize("case", TIMELINES)
def test_timeline(built: duckdb.DuckDBPyConnection, case: str) -> None:
    assert told(built, "value::integer, day(known_from), day(known_to), status", case) == TIMELINES[case][1]


@pytest.mark.parametrize("case", SOURCES)
def test_independent_sources(built: duckdb.DuckDBPyConnection, case: str) -> None:
    assert told(built, "independent_source_count, article_count", case) == [SOURCES[case][1]]
