"""`dateline rejects`: what could not be read, why, and reading it again."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import format_options, home_option, verbose_option

if TYPE_CHECKING:
    from flows.replay import Refused

EXAMPLES = """\b
Examples:
  dateline rejects list --stage read
  dateline rejects show 3f2a
  dateline rejects replay 3f2a          read its source again
  dateline rejects replay --all

\b
Each of them has --home and --help.
"""


@click.group(epilog=EXAMPLES, short_help="What could not be read, and reading it again.")
def rejects() -> None:
    """List and show what was refused, and read it again once the reason is mended."""


@rejects.command("list", short_help="What was refused, and why.")
@click.option("--stage", type=click.Choice(["read", "language", "extract"]), help="Only those of one stage.")
@click.option("--source", help="Only those whose file or address holds this text.")
@format_options
@home_option
@verbose_option
def list_rejects(
    *,
    stage: str | None,
    source: str | None,
    form: str,
    is_json: bool,
    output: Path | None,
    home: Path | None,
    is_verbose: bool,
) -> None:
    """One row for everything that was refused, the newest first."""
    from flows.replay import table
    from flows.settings import home_from
    from flows.table_print import print_table

    found = table(home_from(home), stage=stage, source=source)
    print_table(found, form="json" if is_json else form, output=output)


@rejects.command("show", short_help="One reject with its payload.")
@click.argument("reject_id")
@home_option
@verbose_option
def show(*, reject_id: str, home: Path | None, is_verbose: bool) -> None:
    """Everything that is kept of one reject; the beginning of its id is enough."""
    for refused in _chosen((reject_id,), home):
        reject = refused.reject
        for name in ("reject_id", "stage", "reason", "source_uri", "source_key", "line"):
            click.echo(f"{name:<10}  {getattr(reject, name) if getattr(reject, name) is not None else ''}".rstrip())
        click.echo(f"{'first_run':<10}  {refused.run_id}")
        click.echo(f"{'seen':<10}  {refused.first_seen_at or 'unknown'} to {refused.last_seen_at or 'unknown'} (UTC)")
        if reject.payload is not None:
            click.echo(f"\n{reject.payload}")


@rejects.command("replay", short_help="Read the sources of rejects again.")
@click.argument("reject_ids", nargs=-1, metavar="[REJECT_ID]...")
@click.option("--all", "is_all", is_flag=True, help="Everything that was refused.")
@home_option
@verbose_option
@click.pass_context
def replay(
    context: click.Context, *, reject_ids: tuple[str, ...], is_all: bool, home: Path | None, is_verbose: bool
) -> int:
    """Read again the sources that held the rejects. What is refused again stays on file; the rest is loaded."""
    from flows.commands.run import run
    from flows.replay import replayed
    from flows.settings import home_from

    if bool(reject_ids) == is_all:
        raise click.UsageError("Name the rejects to replay, or say --all.")
    place = home_from(home)
    with replayed(place, _chosen(reject_ids, home)) as sources:
        if not sources:
            click.echo("There is nothing to replay.")
            return 0
        return int(context.invoke(run, sources=sources, home=home, is_verbose=is_verbose))


def _chosen(reject_ids: Sequence[str], home: Path | None) -> "list[Refused]":
    from flows.replay import chosen
    from flows.settings import home_from

    return chosen(home_from(home), reject_ids)
