"""Corrections from a CSV with the columns table, row_id, action, column, value, form, reason."""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from warehouse.corrections import Correction, new_correction
from warehouse.errors import DatelineError

NEEDED = ("table", "row_id", "action", "reason")
OPTIONAL = ("column", "value", "form", "author")


def read_corrections(path: Path, *, author: str, corrected_at: datetime) -> list[Correction]:
    """The corrections of a file, all or none; raises `DatelineError` with the line of one that does not fit."""
    return [
        _made(cells, f"{path}, line {number}", author=author, corrected_at=corrected_at)
        for number, cells in _rows(path)
    ]


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if lacking := [name for name in NEEDED if name not in (reader.fieldnames or ())]:
                raise DatelineError(f"{path} has no column `{lacking[0]}`; it needs {', '.join(NEEDED)}.")
            for cells in reader:
                yield reader.line_num, {name: (cells.get(name) or "").strip() for name in (*NEEDED, *OPTIONAL)}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DatelineError(f"{path} cannot be read ({error}); save it as a CSV in UTF-8.") from error


def _made(cells: dict[str, str], place: str, *, author: str, corrected_at: datetime) -> Correction:
    if empty := [name for name in NEEDED if not cells[name]]:
        raise DatelineError(f"{place}: `{empty[0]}` is empty; nothing of the file was taken up.")
    try:
        return new_correction(
            cells["table"],
            cells["row_id"],
            cells["action"],
            column_name=cells["column"] or None,
            value=cells["value"] or None,
            form=cells["form"] or None,
            reason=cells["reason"],
            author=cells["author"] or author,
            corrected_at=corrected_at,
        )
    except DatelineError as error:
        raise DatelineError(f"{place}: {error}") from error
