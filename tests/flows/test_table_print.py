"""Results as people and programs read them."""

from datetime import date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.table_print import FORMS, counts_text, print_table
from warehouse.errors import DatelineError

TABLE = pa.table(
    {
        "who": ["the mayor", None],
        "value": [1204.0, 2.5],
        "on": [date(2022, 1, 7), None],
        "at": [datetime(2022, 1, 7, 8, 1), None],
        "flags": [["vague", "sum"], []],
        "said": ['he said "no",\nthen left', "ok"],
    }
)
PRINTED = {
    "table": """\
who        value  on          at                   flags       said
---------  -----  ----------  -------------------  ----------  -----------------------
the mayor   1204  2022-01-07  2022-01-07 08:01:00  vague, sum  he said "no",⏎then left
             2.5                                               ok
(2 rows)
""",
    "csv": """\
who,value,on,at,flags,said
the mayor,1204.0,2022-01-07,2022-01-07T08:01:00,"[""vague"", ""sum""]","he said ""no"",
then left"
,2.5,,,[],ok
""",
    "json": r"""[{"who": "the mayor", "value": 1204.0, "on": "2022-01-07", "at": "2022-01-07T08:01:00", """
    r""""flags": ["vague", "sum"], "said": "he said \"no\",\nthen left"},
 {"who": null, "value": 2.5, "on": null, "at": null, "flags": [], "said": "ok"}]
""",
}


@pytest.mark.parametrize(("form", "expected"), PRINTED.items(), ids=PRINTED.keys())
def test_forms(form: str, expected: str) -> None:
    assert FORMS[form](TABLE) == expected


VALUES = {
    "a sum of whole numbers": ("3::hugeint", "3", "3"),
    "a decimal": ("1.50", "1.50", "1.5"),
    "no number": ("'nan'::double", "nan", "null"),
    "infinity": ("'-inf'::double", "-inf", "null"),
    "days": ("interval 2 days", "2 days", '"2 days"'),
    "between instants": (
        "timestamp '2024-02-03 04:05:06' - timestamp '2024-02-02'",
        "1 day 04:05:06",
        '"1 day 04:05:06"',
    ),
    "backwards": ("interval '-90 seconds'", "-00:01:30", '"-00:01:30"'),
    "less than a second": (
        "interval '1 month 250 milliseconds'",
        "1 month 00:00:00.250000",
        '"1 month 00:00:00.250000"',
    ),
    "no time at all": ("interval 0 days", "00:00:00", '"00:00:00"'),
    "a struct": ("{'on': date '2024-01-02', 'n': 3::hugeint}", '{"on": "2024-01-02", "n": 3}', None),
}


@pytest.mark.parametrize(("sql", "text", "in_json"), VALUES.values(), ids=VALUES.keys())
def test_values_that_duckdb_knows(sql: str, text: str, in_json: str | None) -> None:
    table = duckdb.sql(f"select {sql} as v").to_arrow_table()
    assert FORMS["table"](table).splitlines()[2].strip() == text
    assert FORMS["json"](table) == f'[{{"v": {in_json or text}}}]\n'


def test_columns_of_one_name_stay_apart() -> None:
    assert FORMS["csv"](pa.table([pa.array([1]), pa.array([2])], names=["n", "n"])) == "n,n\n1,2\n"


def test_no_rows() -> None:
    assert FORMS["table"](pa.table({"n": pa.array([], pa.int64())})) == "n\n-\n(0 rows)\n"
    assert FORMS["json"](pa.table({"n": pa.array([], pa.int64())})) == "[]\n"


def test_counts() -> None:
    assert counts_text({"facts.articles": 2}) == "table           rows\n--------------  ----\nfacts.articles     2\n"


def test_parquet_to_a_file(tmp_path: Path) -> None:
    print_table(TABLE, form="parquet", output=tmp_path / "t.parquet")
    assert pq.ParquetFile(tmp_path / "t.parquet").read().equals(TABLE)


def test_parquet_is_refused_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(DatelineError, match="Parquet is not for a terminal; add --output FILE"):
        print_table(TABLE, form="parquet")
