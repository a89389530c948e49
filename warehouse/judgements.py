"""What people found right or wrong: rows of their own beside the facts, so they outlive rebuilds and re-extraction.

A judgement is a JSON line in `corrections/judgements.jsonl`. It names a row by table and id and holds what the row
stated, its `reading`: it counts as long as the row still states that. Example: `quantities 4931… "eight · count ·
value 8 · exact" right`.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from warehouse.errors import DatelineError
from warehouse.files import read_jsonl, write_jsonl
from warehouse.home import Home

VERDICTS = {"right": "right", "wrong": "wrong", "unsure": "unsure", "y": "right", "n": "wrong", "?": "unsure"}
COLUMNS = ("table", "row_id", "reading", "judgement", "note")


@dataclass(frozen=True)
class Drawn:
    """A row to be judged: the rule that made it, and what it states."""

    table_name: str
    row_id: str
    rule: str
    reading: str
    article_id: str
    char_start: int
    char_end: int


@dataclass(frozen=True)
class Judgement:
    """What somebody found about a row; `verdict` is `right`, `wrong` or `unsure`. The instant is UTC without zone."""

    judgement_id: str
    table_name: str
    row_id: str
    rule: str
    reading: str
    article_id: str
    verdict: str
    note: str | None
    author: str
    judged_at: datetime


def judged(row: Drawn, verdict: str, *, note: str | None, author: str, judged_at: datetime) -> Judgement:
    """A judgement of a drawn row; raises `DatelineError` for a verdict that is none."""
    if verdict not in VERDICTS:
        raise DatelineError(f"The judgement {verdict!r} of {row.table_name} {row.row_id} is none of y, n, ?.")
    parts = (row.table_name, row.row_id, row.reading, verdict, author, judged_at.isoformat())
    return Judgement(
        judgement_id=blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest(),
        table_name=row.table_name,
        row_id=row.row_id,
        rule=row.rule,
        reading=row.reading,
        article_id=row.article_id,
        verdict=VERDICTS[verdict],
        note=note,
        author=author,
        judged_at=judged_at,
    )


def judgements(home: Home, *, at: datetime | None = None) -> list[Judgement]:
    """Every judgement, or those that had been made at a moment (UTC), oldest first."""
    path = _file(home)
    found = [_judgement(row) for row in read_jsonl(path)] if path.exists() else []
    return [one for one in found if at is None or one.judged_at <= at]


def add_judgements(home: Home, added: Iterable[Judgement]) -> None:
    """Keep judgements; one that is there already is not kept twice."""
    known = {one.judgement_id: one for one in judgements(home)}
    if fresh := {one.judgement_id: one for one in added if one.judgement_id not in known}:
        keep_judgements(home, [*known.values(), *fresh.values()])


def keep_judgements(home: Home, kept: Sequence[Judgement]) -> None:
    """Let these be all the judgements on file."""
    write_jsonl(_file(home), (asdict(one) | {"judged_at": one.judged_at.isoformat()} for one in kept))


def filled_in(path: Path, drawn: Mapping[tuple[str, str], Drawn], *, author: str, now: datetime) -> list[Judgement]:
    """The judgements that a person wrote into a page of drawn rows; rows without one are left out.

    Raises `DatelineError` for a row that the warehouse has not, or that states something else by now.
    """
    return list(_filled_in(path, drawn, author, now))


def _filled_in(path: Path, drawn: Mapping[tuple[str, str], Drawn], author: str, now: datetime) -> Iterator[Judgement]:
    for number, cells in _rows(path):
        verdict = cells["judgement"].strip().lower()
        if not verdict:
            continue
        row = drawn.get((cells["table"], cells["row_id"]))
        place = f"{path}, line {number}"
        if row is None or row.reading != cells["reading"]:
            what = "is not in the warehouse" if row is None else "states something else by now"
            raise DatelineError(f"{place}: {cells['table']} {cells['row_id']} {what}; draw the sample again.")
        if verdict not in VERDICTS:
            raise DatelineError(f"{place}: the judgement {verdict!r} is none of y, n, ?; mend it and read it again.")
        yield judged(row, verdict, note=cells["note"].strip() or None, author=author, judged_at=now)


def named_rows(path: Path) -> list[tuple[str, str]]:
    """The rows, by table and id, that a page of drawn rows holds a judgement of."""
    return [(cells["table"], cells["row_id"]) for _, cells in _rows(path) if cells["judgement"].strip()]


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if lacking := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
                raise DatelineError(
                    f"{path} has no column `{lacking[0]}`; fill in the CSV that `dateline audit --sample N --output "
                    "FILE` writes, or the one that its HTML page saves."
                )
            for cells in reader:
                yield reader.line_num, {name: cells[name] or "" for name in COLUMNS}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DatelineError(f"{path} cannot be read ({error}); save it as a CSV in UTF-8.") from error


def _file(home: Home) -> Path:
    return home.corrections / "judgements.jsonl"


def _judgement(row: Mapping[str, object]) -> Judgement:
    stated = {name: None if cell is None else str(cell) for name, cell in row.items()}
    return Judgement(**(stated | {"judged_at": datetime.fromisoformat(str(row["judged_at"]))}))  # type: ignore[arg-type]
