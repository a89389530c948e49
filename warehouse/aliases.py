"""The user's own `aliases.csv` in the home: entities merged, split, hidden and relabelled by their names.

Each row becomes a correction of the table `aliases` whose `row_id` is the name, with author, time and reason:
`K. Tokaev,merge,Kassym-Jomart Tokayev,,,,,other spelling`. It counts for articles that are yet to come, too.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from hashlib import blake2b
from pathlib import Path

from warehouse.corrections import ALIASES, Correction, corrections, every_correction, keep_corrections, withdrawn
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.schema import LABELS

PROPERTIES = ("label", "kind", "country_code")
NEEDED = ("name", "action", "reason")
COLUMNS = (*NEEDED, "canonical_name", *PROPERTIES, "article_id", "author")
ACTIONS = ("merge", "split", "hide", "relabel")
Cells = Mapping[str, str]


def take_up_aliases(home: Home, *, author: str, now: datetime) -> None:
    """Bring the corrections on file up to `aliases.csv`; what stands there unchanged keeps its author and time.

    Writes nothing when nothing changed. Raises `DatelineError`, and changes nothing, for a row that cannot be used.
    """
    own = {known.correction_id: known for known in corrections(home) if known.table_name == ALIASES}
    rows = list(_rows(home.aliases))
    _refuse_circles(home.aliases, rows)
    stated = [_correction(cells, author=author, now=now) for cells in rows]
    wanted = {correction.correction_id: own.get(correction.correction_id, correction) for correction in stated}
    if list(wanted) != list(own):
        keep_corrections(home, [*_others(home, wanted, now), *wanted.values()])


def _others(home: Home, wanted: Mapping[str, Correction], now: datetime) -> list[Correction]:
    """The corrections on file but those that the file states; rows that it states no more are withdrawn."""
    known = every_correction(home)
    gone = [c.correction_id for c in known if c.table_name == ALIASES and c.correction_id not in wanted]
    kept = withdrawn(known, gone, now=now)
    return [c for c in kept if not c.is_in_force() or c.correction_id not in wanted]


def _rows(path: Path) -> Iterator[Cells]:
    """The rows, checked; empty lines and those that begin with `#` are left out. No file is no rows."""
    if not path.exists():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path} cannot be read ({error}); save it as a CSV in UTF-8.") from error
    reader = csv.DictReader("" if line.startswith("#") else line for line in text.splitlines())
    columns = reader.fieldnames or ()
    if columns and (wrong := [*(set(columns) - set(COLUMNS)), *(set(NEEDED) - set(columns))]):
        raise DatelineError(f"{path}: the column `{min(map(str, wrong))}` is missing or not known; {_columns()}.")
    for row in reader:
        if None in row or None in row.values():
            raise DatelineError(f"{path}, line {reader.line_num}: it has not as many cells as there are columns.")
        cells = {name: cell.strip() for name, cell in row.items()}
        if fault := _fault(cells):
            raise DatelineError(f"{path}, line {reader.line_num}: {fault}.")
        yield cells


def _columns() -> str:
    return f"it needs {', '.join(NEEDED)} and may have {', '.join(COLUMNS[len(NEEDED) :])}"


def _fault(cells: Cells) -> str | None:
    """What is wrong with a row, and what would be right."""
    name, action, label = cells["name"], cells["action"], cells.get("label", "")
    country, other = cells.get("country_code", ""), cells.get("canonical_name")
    is_empty = not any(cells.get(column) for column in ("canonical_name", *PROPERTIES))
    faults = {
        "a row needs a name and a reason": not name or not cells["reason"],
        f"the action {action!r} is none of {', '.join(ACTIONS)}": action not in ACTIONS,
        f"the label {label!r} is none of {', '.join(LABELS.split())}": label and label not in LABELS.split(),
        f"the country_code {country!r} is no ISO 3166-1 alpha-3 code such as KAZ": country
        and not re.fullmatch("[A-Z]{3}", country),
        f"a {action} needs the canonical_name of the entity that {name!r} means": action in {"merge", "split"}
        and not other,
        "a relabel needs a new canonical_name, label, kind or country_code": action == "relabel" and is_empty,
        f"a {action} counts for all articles; leave article_id empty": action != "split" and cells.get("article_id"),
    }
    return next((fault for fault, is_there in faults.items() if is_there), None)


def _refuse_circles(path: Path, rows: Iterable[Cells]) -> None:
    """Raise `DatelineError` for merges of several names that lead back to where they began.

    A name merged into itself makes its entities one; rows of other labels, kinds or countries mean other entities.
    """
    graph: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for cells in rows:
        if cells["action"] == "merge" and cells["name"] != cells["canonical_name"]:
            narrowed = [cells.get(column, "") for column in PROPERTIES]
            graph.setdefault((cells["name"], *narrowed), []).append((cells["canonical_name"], *narrowed))
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        names = " -> ".join(name for name, *_ in reversed(error.args[1]))
        raise DatelineError(f"{path}: merges go in a circle ({names}); take one of these rows out.") from error


def _correction(cells: Cells, *, author: str, now: datetime) -> Correction:
    """The row as a correction; its id depends on what the row states, so the same row is the same correction."""
    stated = {name: cells[name] for name in COLUMNS if cells.get(name)}
    details = {name: stated[name] for name in PROPERTIES if name in stated}
    return Correction(
        correction_id=blake2b(json.dumps(stated).encode(), digest_size=8).hexdigest(),
        article_id=stated.get("article_id"),
        table_name=ALIASES,
        row_id=stated["name"],
        action=stated["action"],
        column_name=None,
        value=stated.get("canonical_name"),
        reason=stated["reason"],
        author=stated.get("author") or author,
        corrected_at=now,
        details=json.dumps(details) if details else None,
    )
