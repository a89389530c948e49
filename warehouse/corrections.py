"""What users corrected: rows of their own, laid over the facts at every publication, so they outlive re-extraction.

A correction is a JSON line in `corrections/corrections.jsonl`. `change` puts a value into a column of a row, `hide`
takes a row out, `merge` makes one entity another, `split` gives one of an entity's forms to another. A row is named by
its id (`quantity_id`, `entity_id`...); where a table has none by its key: `article_id/char_start/char_end/label`. A
correction whose row does not exist waits for it; one that was withdrawn stays on file, with the time.
Corrections of the table `aliases` name entities by their names; they come from `aliases.csv` and go with its rows.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.declared import quoted, sql_type
from warehouse.derived import ENTITIES
from warehouse.errors import DatelineError
from warehouse.files import read_jsonl, write_jsonl
from warehouse.home import Home
from warehouse.schema import FACTS, Table, allowed_values, spans_of

ALIASES = "aliases"
TABLES: Mapping[str, Table] = {
    **{name: table for name, table in FACTS.items() if name not in {"articles", "entity_proposals", "sentences"}},
    "entities": ENTITIES,
}


@dataclass(frozen=True)
class Correction:
    """One correction; `column_name` and `value` of a change, `value` is the other entity of a merge or split.

    `details` are the form that is split off, or the properties that a row of `aliases.csv` states, as JSON.
    """

    correction_id: str
    article_id: str | None
    table_name: str
    row_id: str
    action: str
    column_name: str | None
    value: str | None
    reason: str
    author: str
    corrected_at: datetime
    details: str | None = None
    withdrawn_at: datetime | None = None

    @property
    def subject(self) -> tuple[str | None, ...]:
        """What it corrects; a later correction of the same wins."""
        return self.table_name, self.row_id, self.action, self.column_name, self.details

    @property
    def said(self) -> tuple[str | None, ...]:
        """What it says of that, and who for what reason."""
        return self.value, self.reason, self.author

    def is_in_force(self, moment: datetime | None = None) -> bool:
        """Whether it counts now, or counted at a moment (UTC)."""
        if moment is None:
            return self.withdrawn_at is None
        return self.corrected_at <= moment and (self.withdrawn_at is None or self.withdrawn_at > moment)


def new_correction(
    table_name: str,
    row_id: str,
    action: str,
    *,
    reason: str,
    author: str,
    corrected_at: datetime,
    column_name: str | None = None,
    value: str | None = None,
    form: str | None = None,
) -> Correction:
    """A correction that fits the tables; raises `DatelineError` for one that cannot be applied.

    `form` is what a split takes off an entity: one of the words for it.
    """
    _refuse_misfits(table_name, action, column_name, value)
    if (action == "split") != bool(form):
        raise DatelineError("A split needs the form that another entity is to have; no other correction has one.")
    parts = (table_name, row_id, action, column_name, value, reason, author, corrected_at.isoformat())
    stated = (*parts, form) if form else parts
    return Correction(
        correction_id=blake2b("\x1f".join(str(part) for part in stated).encode(), digest_size=8).hexdigest(),
        article_id=row_id.split("/", maxsplit=1)[0] if "/" in row_id else None,
        table_name=table_name,
        row_id=row_id,
        action=action,
        column_name=column_name,
        value=value,
        reason=reason,
        author=author,
        corrected_at=corrected_at,
        details=json.dumps({"form": form}) if form else None,
    )


def corrections(home: Home, *, at: datetime | None = None) -> list[Correction]:
    """The corrections in force now or at a moment, oldest first; the later of two that touch one value wins."""
    return [correction for correction in every_correction(home) if correction.is_in_force(at)]


def every_correction(home: Home, *, at: datetime | None = None) -> list[Correction]:
    """Every correction that ever was in force, oldest first; or as they were known at a moment (UTC)."""
    path = _file(home)
    known = [_correction(row) for row in read_jsonl(path)] if path.exists() else []
    if at is None:
        return known
    return [replace(c, withdrawn_at=None) if c.is_in_force(at) else c for c in known if c.corrected_at <= at]


def add_corrections(home: Home, added: Sequence[Correction]) -> list[Correction]:
    """Keep corrections; those that were not there. One that says what is in force already is not kept twice."""
    said = {correction.subject: correction.said for correction in corrections(home)}
    fresh = []
    for new in added:
        if said.get(new.subject) != new.said:
            fresh.append(new)
            said[new.subject] = new.said
    keep_corrections(home, [*every_correction(home), *fresh])
    return fresh


def withdraw_corrections(home: Home, ids: Sequence[str], *, now: datetime) -> None:
    """Take corrections back; raises `DatelineError` for an id that there is not."""
    known = {correction.correction_id: correction for correction in corrections(home)}
    missing = sorted(set(ids) - known.keys())
    if missing:
        raise DatelineError(f"There is no correction {missing[0]}; `dateline correct --list` names them all.")
    if named := [known[one].row_id for one in ids if known[one].table_name == ALIASES]:
        raise DatelineError(f"The correction of {named[0]!r} is a row of {home.aliases}; remove it there.")
    keep_corrections(home, withdrawn(every_correction(home), ids, now=now))


def withdrawn(known: Sequence[Correction], ids: Sequence[str], *, now: datetime) -> list[Correction]:
    """The same corrections, some of them no longer in force."""
    gone = set(ids)
    return [replace(c, withdrawn_at=now) if c.correction_id in gone and c.is_in_force() else c for c in known]


def drop_corrections(home: Home, ids: Sequence[str]) -> None:
    """Forget corrections that were never in force, or whose articles are erased."""
    keep_corrections(home, [c for c in every_correction(home) if c.correction_id not in set(ids)])


def keep_corrections(home: Home, kept: Sequence[Correction]) -> None:
    """Let these be all the corrections on file, in this order; no byte is written where nothing changes."""
    if list(kept) != every_correction(home):
        write_jsonl(_file(home), (asdict(correction) | _instants(correction) for correction in kept))


def row_id_sql(table: Table) -> str:
    """The id of a table's rows as SQL."""
    key = [name for name in table.key if name != "article_id"]
    return key[0] if len(key) == 1 and key[0].endswith("_id") else f"concat_ws('/', {', '.join(table.key)})"


def word_limits(table: Table, column_name: str | None) -> Sequence[str]:
    """The offsets of a column that holds words of the text, such as `counted_start` and `counted_end`."""
    return next((limits for surface, *limits in spans_of(table) if surface == column_name), ())


def _refuse_misfits(table_name: str, action: str, column_name: str | None, value: str | None) -> None:
    table = TABLES.get(table_name)
    if table is None:
        raise DatelineError(f"Table `{table_name}` cannot be corrected; name one of {', '.join(sorted(TABLES))}.")
    is_entity = table_name == "entities"
    fits = {"change": True, "hide": True, "merge": is_entity and bool(value), "split": is_entity and bool(value)}
    if not fits.get(action, False):
        raise DatelineError(
            f"`{action}` is no correction of `{table_name}`: change or hide a row; merge an entity into another, or "
            "split one, naming the other."
        )
    if action != "change":
        return
    fixed = {*table.key, "article_id", "sentence_no", "surface"} | {
        n for n in table.fields.names if n.endswith(("_start", "_end"))
    }
    if column_name not in table.fields.names or column_name in fixed:
        raise DatelineError(f"Column `{column_name}` of `{table_name}` cannot be changed; see docs/tables.md.")
    if value is not None and word_limits(table, column_name):
        raise DatelineError(f"Column `{column_name}` holds words of the text; it can only be taken out.")
    _refuse_value(table.fields.field(column_name), value)


def _refuse_value(field: pa.Field, value: str | None) -> None:
    if value is None and not field.nullable:
        raise DatelineError(f"Column `{field.name}` must have a value.")
    allowed = allowed_values(field)
    if value is not None and allowed and value not in allowed:
        raise DatelineError(f"Column `{field.name}` cannot be {value!r}; it is one of {', '.join(allowed)}.")
    if value is not None and pa.types.is_primitive(field.type):
        sql = f"select try_cast({quoted(value)} as {sql_type(field.type)}) is null"
        with duckdb.connect() as con:
            if con.execute(sql).fetchone() == (True,):
                raise DatelineError(f"Column `{field.name}` cannot be {value!r}; it is {sql_type(field.type)}.")


def _file(home: Home) -> Path:
    return home.corrections / "corrections.jsonl"


def _instants(correction: Correction) -> dict[str, str | None]:
    until = correction.withdrawn_at
    return {
        "corrected_at": correction.corrected_at.isoformat(),
        "withdrawn_at": until.isoformat() if until else None,
    }


def _correction(row: Mapping[str, object]) -> Correction:
    stated = {name: None if cell is None else str(cell) for name, cell in row.items()}
    since, until = datetime.fromisoformat(stated.pop("corrected_at") or ""), stated.pop("withdrawn_at", None)
    return Correction(
        corrected_at=since,
        withdrawn_at=datetime.fromisoformat(until) if until else None,
        **stated,  # type: ignore[arg-type]
    )
