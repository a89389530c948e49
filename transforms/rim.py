"""The one edge between named tuples and Arrow: fills `article_id` and surfaces, conforms to the schema."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pyarrow as pa

from warehouse.conform import conform
from warehouse.schema import FACTS, Table, spans_of

Facts = Mapping[str, Sequence[Any]]


def to_arrow(readings: Iterable[tuple[Mapping[str, Any], Facts]]) -> dict[str, pa.Table]:
    """Arrow tables of a chunk by table name, from (row of `articles`, facts by table) of each article."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in FACTS}
    for article, facts in readings:
        rows["articles"].append(dict(article))
        for name, found in facts.items():
            rows[name] += filled(FACTS[name], article, found)
    return {name: conform(rows[name], table) for name, table in FACTS.items()}


def filled(table: Table, article: Mapping[str, Any], found: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Rows of a table from its named tuples: `article_id` and every surface added."""
    spans, text, article_id = _spans(table.name), article["text"], article["article_id"]
    for fact in found:
        row = fact._asdict()
        row["article_id"] = article_id
        for surface, start, end in spans:
            row[surface] = None if row[start] is None else text[row[start] : row[end]]
        yield row


@cache
def _spans(name: str) -> list[tuple[str, str, str]]:
    return spans_of(FACTS[name])
