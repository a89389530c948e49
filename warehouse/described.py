"""What the columns of a model hold: said in its header (`-- scope: Who is counted.`), else as the fact of that name."""

from collections.abc import Sequence
from functools import cache

import duckdb

from warehouse.declared import STORED, quoted
from warehouse.schema import ARTICLE_ID, description, span


def stated(header: Sequence[str]) -> dict[str, str]:
    """Column -> description, as the header of a model says."""
    return dict(line.split(": ", 1) for line in header[1:] if ": " in line)


def prose(header: Sequence[str]) -> str:
    """What the header of a model says of the whole: the grain and what else is no column."""
    return " ".join(line for line in header if ": " not in line or line is header[0])


@cache
def described() -> dict[str, str]:
    """Column -> description; the evidence of a row is described in general, the rest as it is met first."""
    found = {field.name: description(field) for table in reversed(STORED) for field in table.fields}
    return found | {field.name: description(field) for field in [ARTICLE_ID, *span()]}


def comment(con: duckdb.DuckDBPyConnection, target: str, header: Sequence[str], *, kind: str = "table") -> None:
    """Put the header of a model into the file, where `describe` and `duckdb_columns()` show it; `kind`: or `view`."""
    columns = [name for name, *_ in con.execute(f"describe {target}").fetchall()]
    known = described() | stated(header)
    notes = [f"comment on column {target}.{name} is {quoted(known[name])}" for name in columns if name in known]
    con.execute(";\n".join([f"comment on {kind} {target} is {quoted(prose(header))}", *notes]))
