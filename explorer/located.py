"""Where the evidence of a row is: in its own span, else where an id of it points.

A row of facts has `article_id`, `char_start`, `char_end`; a row of a mart may have `quantity_ids`, `event_ids`, a
`row_id`, or only articles, of which the first sentence stands for all. One with `other_article_id`, `other_start` and
`other_end` has a second side, in another place or article.
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
        for row in rows:
            told = (row, *_other_sides(row))
            yield from (side for side in told if side["article_id"] and side["char_start"] is not None)
        return
    column, key, source = _source(rows[0])
    spans = _spans(home, key, source, sorted({one for row in rows for one in _ids(row[column])}))
    for row in rows:
        for one in _ids(row[column]):
            for span in spans.get(one, ()):
                yield {**row, **span}


def sides(row: Row) -> list[str]:
    """The names of further sides, such as `other`."""
    stems = (name.removesuffix("_article_id") for name in row if name.endswith("_article_id"))
    return [stem for stem in stems if {f"{stem}_start", f"{stem}_end"} <= row.keys()]


def _other_sides(row: Row) -> Iterator[Row]:
    for stem in sides(row):
        place = (row[f"{stem}_article_id"], row[f"{stem}_start"], row[f"{stem}_end"])
        yield {**row, **dict(zip(SPAN, place, strict=True))}


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
