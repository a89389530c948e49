"""Which corrections are behind a row: those of its own ids, of entities that it names, and of names in it.

A correction reads `value = 19, by A. Nyberg on 2024-03-02: misread`.
"""

from collections.abc import Iterator, Mapping, Sequence

from warehouse.home import Home
from warehouse.query import query

Row = Mapping[str, object]
ROW_IDS = ("quantity_id", "statement_id", "relation_id", "event_row_id")
IN_FORCE = """
    select table_name, row_id, action, column_name, value, details->>'form' as form, reason, author, corrected_at
    from ops.corrections
    where withdrawn_at is null
    order by corrected_at, correction_id
"""


def corrections_of(home: Home, rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """For each row the corrections in force that concern it, oldest first, a sentence each."""
    known = query(home, IN_FORCE).to_pylist() if rows else []
    return [tuple(_sentence(one) for one in known if _concerns(one, names)) for names in map(_names, rows)]


def _concerns(correction: Row, names: set[object]) -> bool:
    """A merge and a split concern the entity that they made, too."""
    targets = {correction["value"]} if correction["action"] in {"merge", "split"} else set()
    return bool(names & {correction["row_id"], *targets})


def _names(row: Row) -> set[object]:
    """What a correction may call a row by: ids, keys made of its span, names."""
    span = [row["article_id"], row["char_start"], row["char_end"]]
    keys = ["/".join(map(str, span)), "/".join(map(str, [*span, row.get("label")]))]
    named = (name for name in row if name in ROW_IDS or name.endswith(("entity_id", "_name", "_surface", "surface")))
    return {*keys, *(row[name] for name in named if row[name] is not None), *_speaker(row)}


def _speaker(row: Row) -> Iterator[object]:
    if row.get("speaker"):
        yield row["speaker"]


def _sentence(correction: Row) -> str:
    """What was done, by whom, when and why."""
    column, value, name = correction["column_name"], correction["value"], correction["row_id"]
    done = {
        "change": f"{column} = {'NULL' if value is None else value}",
        "hide": f"hidden: {name}",
        "merge": f"{name} merged into {value}",
        "split": f"{correction['form'] or name} split off into {value}",
        "relabel": f"{name} relabelled{f' as {value}' if value else ''}",
    }
    day = str(correction["corrected_at"])[:10]
    return f"{done[str(correction['action'])]}, by {correction['author']} on {day}: {correction['reason']}"
