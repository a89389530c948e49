"""Where the evidence of a row is: in its own span, else where an id of it points.

A row of facts has `article_id`, `char_start`, `char_end`; a row of a mart may have `quantity_ids`, `event_ids`, a
`row_id`, or only articles, of which the first sentence stands for all.
"""

from collections.abc import Iterator, Mapping, Sequence

from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.query import query

Row = Mapping[str, object]
SPAN = ("article_id", "char_start", "char_end")

# Where an id of a row has its span, the most telling first.
TABLE_OF_ID = {
    "quantity_id": "quantities",
    "statement_id": "statements",
    "relation_id": "relations",
    "event_row_id": "events",
    "event_id": "events",
}
LISTS = {"quantity_ids": "quantity_id", "event_ids": "event_id"}
ANY_ROW = " union all ".join(
    f"select {key} as row_id, {', '.join(SPAN)} from facts.{table}"
    for key, table in TABLE_OF_ID.items()
    if key != "event_id"
)
FIRST_SENTENCES = f"select {', '.join(SPAN)} from facts.sentences where sentence_no = 0"


def located(home: Home, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with `article_id`, `char_start` and `char_end`; one that has more evidence becomes a row for each."""
    if not rows or set(SPAN) <= rows[0].keys():
        yield from (row for row in rows if row["article_id"] and row["char_start"] is not None)
        return
    column, key, source = _source(rows[0])
    spans = _spans(home, key, source, sorted({one for row in rows for one in _ids(row[column])}))
    for row in rows:
        for one in _ids(row[column]):
            for span in spans.get(one, ()):
                yield {**row, **span}


def _source(row: Row) -> tuple[str, str, str]:
    """The column that names evidence, the id that it holds, and a SELECT of such ids with their spans."""
    for column, key in [*((key, key) for key in TABLE_OF_ID), *LISTS.items()]:
        if column in row:
            return column, key, f"select {key}, {', '.join(SPAN)} from facts.{TABLE_OF_ID[key]}"
    if "row_id" in row:
        return "row_id", "row_id", ANY_ROW
    for column in ("article_id", "article_ids"):
        if column in row:
            return column, "article_id", FIRST_SENTENCES
    raise DatelineError(
        "These rows name no evidence: select article_id, char_start and char_end, or one of "
        f"{', '.join([*TABLE_OF_ID, *LISTS, 'row_id', 'article_id', 'article_ids'])}."
    )


def _ids(cell: object) -> list[str]:
    """The id, or the ids, that a cell holds."""
    if isinstance(cell, list):
        return [str(one) for one in cell]
    return [] if cell is None else [str(cell)]


def _spans(home: Home, key: str, source: str, ids: Sequence[str]) -> dict[str, list[Row]]:
    sql = f"select * from ({source}) where list_contains(?, {key}) order by {', '.join(SPAN)}"
    spans: dict[str, list[Row]] = {}
    for found in query(home, sql, [list(ids)]).to_pylist():
        spans.setdefault(str(found[key]), []).append({name: found[name] for name in SPAN})
    return spans
