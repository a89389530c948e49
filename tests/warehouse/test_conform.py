"""The guard before Parquet: what fits comes back unchanged, what does not is refused with its name."""

from datetime import UTC, date, datetime

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse.conform import conform
from warehouse.derived import DERIVED
from warehouse.errors import SchemaError
from warehouse.operations import OPS
from warehouse.schema import FACTS, TIMES, Table, allowed_values

TIME = {
    "article_id": "a1",
    "sentence_no": 0,
    "char_start": 3,
    "char_end": 9,
    "surface": "Monday",
    "timex_type": "DATE",
    "is_relative": True,
    "alternatives": [],
}

REFUSED = {
    "unknown column": ({"mood": "glad"}, "facts.times: row 1 has unknown column `mood`; declare it or leave it out."),
    "required is null": ({"surface": None}, "facts.times: row 1 has no `surface`, which is required."),
    "value outside the enumeration": (
        {"timex_type": "AGE"},
        "facts.times: row 1 has `timex_type` 'AGE', none of DATE TIME DURATION SET.",
    ),
    "text in a number": ({"char_start": "three"}, "facts.times: `char_start` cannot hold what it is given: "),
    "number too large": ({"char_start": 2**40}, "facts.times: `char_start` cannot hold what it is given: "),
    "half a character": ({"surface": "\ud83d"}, "facts.times: `surface` cannot hold what it is given: "),
}


@pytest.mark.parametrize(("change", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_does_not_fit_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(SchemaError) as error:
        conform([TIME, TIME | change], TIMES)
    assert str(error.value).startswith(message)


def test_a_missing_required_column_is_refused() -> None:
    with pytest.raises(SchemaError, match=r"facts.times: row 0 has no `alternatives`, which is required."):
        conform([{name: value for name, value in TIME.items() if name != "alternatives"}], TIMES)


def test_a_time_with_a_zone_is_refused() -> None:
    table = OPS["sightings"]
    row = {
        "article_id": "a",
        "source_id": "s",
        "source_uri": "u",
        "run_id": "r",
        "seen_at": datetime(2024, 1, 1, tzinfo=UTC),
    }
    with pytest.raises(SchemaError, match=r"ops.sightings: `seen_at` holds a time with a zone; give it without."):
        conform([row], table)


def test_no_rows_keep_the_schema() -> None:
    assert conform([], TIMES).schema == TIMES.fields


def _values(field: pa.Field) -> st.SearchStrategy[object]:
    texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    kinds: dict[pa.DataType, st.SearchStrategy[object]] = {
        pa.string(): st.sampled_from(allowed_values(field)) if allowed_values(field) else texts,
        pa.int32(): st.integers(-(2**31), 2**31 - 1),
        pa.int64(): st.integers(-(2**63), 2**63 - 1),
        pa.float64(): st.floats(allow_nan=False),
        pa.bool_(): st.booleans(),
        pa.date32(): st.dates(),
        pa.timestamp("us"): st.datetimes(),
        pa.list_(pa.string()): st.lists(texts, max_size=3),
        pa.map_(pa.string(), pa.string()): st.lists(
            st.tuples(texts, texts), max_size=2, unique_by=lambda pair: pair[0]
        ),
        pa.map_(pa.string(), pa.int64()): st.lists(
            st.tuples(texts, st.integers(0, 9)), max_size=2, unique_by=lambda pair: pair[0]
        ),
    }
    return st.none() | kinds[field.type] if field.nullable else kinds[field.type]


def rows_of(table: Table) -> st.SearchStrategy[list[dict[str, object]]]:
    return st.lists(st.fixed_dictionaries({field.name: _values(field) for field in table.fields}), max_size=3)


@pytest.mark.parametrize("table", [*FACTS.values(), *DERIVED.values(), *OPS.values()], ids=lambda table: table.name)
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_what_fits_comes_back_unchanged(table: Table, data: st.DataObject) -> None:
    rows = data.draw(rows_of(table))
    assert conform(rows, table).to_pylist() == rows


def test_dates_and_tuples_are_taken() -> None:
    row = TIME | {"starts_on": date(2024, 2, 26), "alternatives": ("2024-02-19", "2024-03-04")}
    assert conform([row], TIMES).to_pylist()[0]["alternatives"] == ["2024-02-19", "2024-03-04"]
