"""A sample in front of a person: asked row by row in the terminal, or as a page that is filled in and taken up."""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from explorer.audit_page import page
from explorer.evidence import Evidence, evidence_of
from explorer.terminal import print_evidence
from flows.lock import locked
from warehouse.audit import rows_named
from warehouse.home import Home
from warehouse.judgements import COLUMNS, VERDICTS, Drawn, add_judgements, filled_in, judged, named_rows
from warehouse.publish import publish

QUESTION = "right? y n ? (with a note behind it), s to skip, q to stop"


def ask(home: Home, drawn: Sequence[Drawn], author: str) -> int:
    """Show each row and keep what the person says of it, at once; how many were judged."""
    console, count = Console(highlight=False), 0
    for number, (row, shown) in enumerate(zip(drawn, _evidence(home, drawn), strict=True), 1):
        click.echo(f"\n{number} of {len(drawn)}: {row.table_name}, {row.rule}")
        print_evidence(console, [shown])
        verdict, note = _answer()
        if verdict == "q":
            break
        if verdict != "s":
            with locked(home):
                add_judgements(home, [judged(row, verdict, note=note, author=author, judged_at=_now())])
            count += 1
    return count


def take_up(home: Home, path: Path, author: str) -> int:
    """Keep and publish what a person filled in; how many judgements that were."""
    found = filled_in(path, rows_named(home, named_rows(path)), author=author, now=_now())
    with locked(home):
        add_judgements(home, found)
        publish(home, None)
    return len(found)


def publish_judgements(home: Home) -> None:
    """Let the warehouse show what is judged."""
    with locked(home):
        publish(home, None)


def as_csv(home: Home, drawn: Sequence[Drawn]) -> bytes:
    """A row to judge a line; the evidence stands in square brackets in its sentence."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["judgement", "note", "table", "rule", "reading", "sentence", "title", "published", "row_id"])
    for row, shown in zip(drawn, _evidence(home, drawn), strict=True):
        cells = (_bracketed(shown), shown.heading, shown.published, row.row_id)
        writer.writerow(["", "", row.table_name, row.rule, row.reading, *cells])
    return text.getvalue().encode("utf-8", "replace")


def as_html(home: Home, drawn: Sequence[Drawn]) -> bytes:
    """A page with buttons beside each row; it saves the CSV that is taken up."""
    return page(drawn, _evidence(home, drawn), columns=COLUMNS).encode("utf-8", "replace")


def _evidence(home: Home, drawn: Sequence[Drawn]) -> list[Evidence]:
    spans = ("article_id", "char_start", "char_end")
    rows = [{**{name: getattr(row, name) for name in spans}, "states": row.reading} for row in drawn]
    return evidence_of(home, rows)


def _answer() -> tuple[str, str | None]:
    while True:
        verdict, _, note = click.prompt(QUESTION, prompt_suffix=" > ").strip().partition(" ")
        if verdict.lower() in {*VERDICTS, "s", "q"}:
            return verdict.lower(), note.strip() or None
        click.echo("y: right, n: wrong, ?: the text does not tell, s: skip, q: stop and go on another time")


def _bracketed(shown: Evidence) -> str:
    mark = next(h for h in shown.highlights if h.role == "evidence")
    context = shown.context
    return f"{context[: mark.start]}[{context[mark.start : mark.end]}]{context[mark.end :]}"


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
