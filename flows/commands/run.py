"""`dateline run`: articles in, facts out."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import home_option, verbose_option

if TYPE_CHECKING:
    from flows.report import RunReport
    from flows.settings import Settings
    from flows.stages import Request
    from warehouse.rejects import Reject

EXAMPLES = """\b
Examples:
  dateline run                              the sample articles
  dateline run articles/ wire.jsonl.gz      folders and files
  cat wire.jsonl | dateline run -           JSONL on standard input
  dateline run --due                        every configured source whose time has come
  dateline run --reextract                  again what an older extractor read
  dateline run articles/ --json > report.json

\b
Formats: .txt .jsonl .json .html .csv .parquet .xml .rss .atom .warc .eml .mbox, also as .gz and .zst (not Parquet);
any address of the web or of fsspec; any name that `dateline sources list` shows.
"""
REJECTS_SHOWN = 20


@click.command(epilog=EXAMPLES, short_help="Read articles, extract their facts, publish.")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--due", "is_due", is_flag=True, help="Read the configured sources whose time has come.")
@click.option("--reextract", "is_reextract", is_flag=True, help="Read again what an older extractor read.")
@click.option("--flow", "is_flow", is_flag=True, help="Run as Prefect flows. [default: when PREFECT_API_URL is set]")
@click.option("--workers", type=click.IntRange(min=1), help="Worker processes. [default: DATELINE_WORKERS, else cores]")
@click.option("--model", help="spaCy model. [default: DATELINE_MODEL, else the one that is installed with Dateline]")
@click.option("--quiet", "is_quiet", is_flag=True, help="Say nothing but errors.")
@click.option("--json", "is_json", is_flag=True, help="A report of the run as JSON on standard output.")
@home_option
@verbose_option
def run(
    *,
    sources: tuple[str, ...],
    is_due: bool,
    is_reextract: bool,
    is_flow: bool,
    workers: int | None,
    model: str | None,
    is_quiet: bool,
    is_json: bool,
    home: Path | None,
    is_verbose: bool,
) -> int:
    """Read articles, extract their facts, publish the warehouse. Without SOURCE: the sample articles.

    What was read before is not read again. Exits with 3 when something was rejected.
    """
    from flows.pipeline import sample_articles
    from flows.settings import settings_from
    from flows.stages import Request

    if is_reextract and sources:
        raise click.UsageError("--reextract reads the stored articles again, so it takes no SOURCE.")
    settings = settings_from(os.environ, home=home, model=model, workers=workers)
    if is_due and not (sources := _due(settings, sources, is_reextract=is_reextract)):
        return _none_due(settings)
    request = Request(() if is_reextract else sources or sample_articles(), is_reextract)
    report = _run(settings, request, is_flow=is_flow, is_quiet=is_quiet, is_json=is_json, is_verbose=is_verbose)
    if is_json:
        click.echo(json.dumps(asdict(report) | {"exit_code": report.exit_code}, ensure_ascii=False, indent=1))
    elif not is_quiet:
        _print(report)
    return report.exit_code


def _due(settings: "Settings", sources: tuple[str, ...], *, is_reextract: bool) -> tuple[str, ...]:
    from datetime import UTC, datetime

    from flows.sources.named import due_sources
    from warehouse.home import Home

    if sources or is_reextract:
        raise click.UsageError("--due takes the sources from sources.toml, so it takes no SOURCE and no --reextract.")
    return tuple(due_sources(Home(settings.home), datetime.now(UTC).replace(tzinfo=None)))


def _none_due(settings: "Settings") -> int:
    """Nothing to read; a changed aliases.csv counts nevertheless."""
    from flows.pipeline import take_up_corrections

    is_changed = take_up_corrections(settings)
    click.echo(f"No source is due{'; aliases.csv was taken up' if is_changed else ''}.", err=True)
    return 0


def _run(
    settings: "Settings", request: "Request", *, is_flow: bool, is_quiet: bool, is_json: bool, is_verbose: bool
) -> "RunReport":
    from flows.pipeline import run as run_directly
    from flows.progress import VOICE, Voice, style_for

    with Voice(style_for(is_quiet=is_quiet, is_json=is_json)) as voice:
        VOICE.set(voice)
        if is_flow or os.environ.get("PREFECT_API_URL"):
            from flows.prefect_environment import run_as_flow

            return run_as_flow(settings, request, is_verbose=is_verbose)
        voice.note("steps run directly (--flow, or PREFECT_API_URL, makes them Prefect flows)")
        return run_directly(settings, request)


def _place(reject: "Reject") -> str:
    """`file:///news/wire.jsonl line 2`, `standard input line 2`."""
    from flows.readers.entry import STDIN

    name = "standard input" if reject.source_uri == STDIN else reject.source_uri
    return f"{name} line {reject.line}" if reject.line else name


def _print(report: "RunReport") -> None:
    from flows.table_print import counts_text

    for reject in report.rejects[:REJECTS_SHOWN]:
        click.echo(f"rejected: {_place(reject)}: {reject.reason}", err=True)
    if len(report.rejects) > REJECTS_SHOWN:
        click.echo(f"rejected: {len(report.rejects) - REJECTS_SHOWN:,} more, see ops.rejects", err=True)
    for warning in report.warnings:
        click.echo(f"warning: {warning}", err=True)
    if report.row_counts and not report.is_fruitless:
        click.echo(counts_text(report.row_counts), nl=False)
    click.echo(report.summary())
    if outdated := report.outdated():
        click.echo(outdated)
