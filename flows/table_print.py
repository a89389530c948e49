"""A result as an aligned table, CSV, JSON or Parquet, on standard output or in a file.

On a terminal a table is drawn to its width; elsewhere no cell is cut or wrapped, so that it can be searched.
"""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from pathlib import Path

import pyarrow as pa

from warehouse.errors import DatelineError
from warehouse.files import write_whole


def print_table(table: pa.Table, *, form: str, output: Path | None = None) -> None:
    """Write a table as `table`, `csv`, `json` (an array of objects) or `parquet`."""
    if output is not None:
        content = _parquet(table) if form == "parquet" else FORMS[form](table).encode()
        write_output(output, content)
    elif form == "parquet":
        _parquet_to_stdout(table)
    elif form == "table" and sys.stdout.isatty():
        _draw(table)
    else:
        sys.stdout.write(FORMS[form](table))


def write_output(path: Path, content: bytes) -> None:
    """A file that the user named, whole or not at all."""
    write_whole(path, lambda file: file.write(content), elsewhere="name another file")


def as_text(table: pa.Table) -> str:
    """Aligned columns, numbers to the right, two spaces between; NULL is empty; the count below."""
    return f"{_aligned(table)}({_count(table)})\n"


def counts_text(counts: Mapping[str, int]) -> str:
    """Two aligned columns: table and rows."""
    return _aligned(pa.table({"table": list(counts), "rows": pa.array(counts.values(), pa.int64())}))


def as_csv(table: pa.Table) -> str:
    """RFC 4180 with a header; NULL is empty, lists are JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.column_names)
    writer.writerows([_csv_cell(cell) for cell in row] for row in _cells(table))
    return text.getvalue()


def as_json(table: pa.Table) -> str:
    """An array of objects, one a line; dates and instants in ISO 8601; what is no number is null."""
    names = table.column_names
    rows = (_json(dict(zip(names, map(_finite, row), strict=True))) for row in _cells(table))
    return "[" + ",\n ".join(rows) + "]\n"


def cell_text(value: object) -> str:
    """A cell as people write it: whole numbers without `.0`, lists joined, NULL empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:g}"
    if isinstance(value, list):
        return ", ".join(cell_text(item) for item in value)
    if isinstance(value, dict):
        return _json(value)
    return str(value)


FORMS: dict[str, Callable[[pa.Table], str]] = {"table": as_text, "csv": as_csv, "json": as_json}


def _aligned(table: pa.Table) -> str:
    rows = [[_line(cell) for cell in row] for row in _cells(table)]
    widths = [max([len(name), *(len(row[i]) for row in rows)]) for i, name in enumerate(table.column_names)]
    is_right = [_is_number(kind) for kind in table.schema.types]
    lines = [table.column_names, ["-" * width for width in widths], *rows]
    drawn = ("  ".join(_pad(*cell) for cell in zip(line, widths, is_right, strict=True)).rstrip() for line in lines)
    return "".join(f"{line}\n" for line in drawn)


def _draw(table: pa.Table) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, header_style="bold", pad_edge=False, caption=_count(table), caption_justify="left")
    for name, kind in zip(table.column_names, table.schema.types, strict=True):
        drawn.add_column(name, justify="right" if _is_number(kind) else "left", overflow="fold")
    for row in _cells(table):
        drawn.add_row(*(Text(cell_text(cell)) for cell in row))
    Console().print(drawn)


def _parquet_to_stdout(table: pa.Table) -> None:
    if sys.stdout.isatty():
        raise DatelineError("Parquet is not for a terminal; add --output FILE, or redirect standard output.")
    sys.stdout.buffer.write(_parquet(table))


def _parquet(table: pa.Table) -> bytes:
    import pyarrow.parquet as pq

    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _line(value: object) -> str:
    return cell_text(value).replace("\r", "").replace("\n", "⏎")


def _pad(text: str, width: int, is_right: bool) -> str:
    return text.rjust(width) if is_right else text.ljust(width)


def _csv_cell(value: object) -> object:
    if isinstance(value, list | dict):
        return _json(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_json_value)


def _json_value(value: object) -> object:
    """DuckDB's sum of whole numbers is a decimal, and a number all the same."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _finite(value: object) -> object:
    """JSON knows neither NaN nor infinity."""
    return None if isinstance(value, float) and not isfinite(value) else value


def _cells(table: pa.Table) -> Iterator[tuple[object, ...]]:
    """Rows as tuples, since two columns of a result may bear one name."""
    return zip(*(_values(column) for column in table.columns), strict=True)


def _values(column: pa.ChunkedArray) -> list[object]:
    """Python's values; an interval as DuckDB writes it, `2 days 03:04:05`."""
    values = column.to_pylist(maps_as_pydicts="lossy")
    return [_interval(*value) if isinstance(value, pa.MonthDayNano) else value for value in values]


def _interval(months: int, days: int, nanoseconds: int) -> str:
    units = (months, "month"), (days, "day")
    parts = [f"{number} {unit}" if abs(number) == 1 else f"{number} {unit}s" for number, unit in units if number]
    return " ".join([*parts, _clock(nanoseconds // 1000)] if nanoseconds or not parts else parts)


def _clock(microseconds: int) -> str:
    seconds, fraction = divmod(abs(microseconds), 1_000_000)
    clock = f"{'-' if microseconds < 0 else ''}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{clock}.{fraction:06}" if fraction else clock


def _count(table: pa.Table) -> str:
    return "1 row" if len(table) == 1 else f"{len(table):,} rows"
