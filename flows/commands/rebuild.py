"""`dateline rebuild`: the published file again, from Parquet."""

from pathlib import Path

import click

from flows.commands.options import home_option, verbose_option

EXAMPLES = """\b
Examples:
  dateline rebuild
  dateline rebuild --home ~/dateline
"""


@click.command(epilog=EXAMPLES, short_help="Build the warehouse again from Parquet.")
@home_option
@verbose_option
def rebuild(*, home: Path | None, is_verbose: bool) -> None:
    """Build the DuckDB file again from the Parquet parts; the tables come out the same.

    A changed aliases.csv of the home is taken up.
    """
    from datetime import UTC, datetime
    from os import getenv

    from flows.lock import locked
    from flows.settings import home_from
    from flows.table_print import counts_text
    from warehouse.aliases import take_up_aliases
    from warehouse.errors import StorageError
    from warehouse.publish import rebuild as build

    place = home_from(home)
    if not place.ledger.is_dir():
        raise StorageError(f"{place.path} holds no articles; run `dateline run SOURCE` first, or name another --home.")
    with locked(place):
        take_up_aliases(place, author=getenv("USER") or "unknown", now=datetime.now(UTC).replace(tzinfo=None))
        published = build(place)
    for warning in published.warnings:
        click.echo(f"warning: {warning}", err=True)
    click.echo(counts_text(published.row_counts), nl=False)
