"""`dateline diff`: what another extractor version made of the same articles."""

from collections import Counter
from pathlib import Path

import click

from flows.commands.options import format_options, home_option, verbose_option

EXAMPLES = """\b
Examples:
  dateline diff                       the extractors that the home holds facts of
  dateline diff 5f0c2a9d 77b1e03c
  dateline diff 5f0c2a9d 77b1e03c --format csv --output changes.csv
"""


@click.command(epilog=EXAMPLES, short_help="Facts added, lost and changed between two extractors.")
@click.argument("before", required=False)
@click.argument("after", required=False)
@format_options
@home_option
@verbose_option
def diff(
    *,
    before: str | None,
    after: str | None,
    form: str,
    is_json: bool,
    output: Path | None,
    home: Path | None,
    is_verbose: bool,
) -> None:
    """Compare the facts of two extractors about the articles that both have read.

    BEFORE and AFTER are any part of an extractor's name that no other has, such as the hash of its rules.
    """
    from flows.settings import home_from
    from flows.table_print import print_table
    from warehouse.differences import difference, extractors

    place = home_from(home)
    if not before or not after:
        click.echo("\n".join(extractors(place)) or "no extractor has read anything yet")
        return
    versions, found = difference(place, before, after)
    print_table(found, form="json" if is_json else form, output=output)
    counts = Counter(found["change"].to_pylist())
    listed = ", ".join(f"{counts[change]:,} {change}" for change in ("added", "lost", "changed"))
    click.echo(f"{versions.article_count:,} article(s) read by both: {listed}", err=True)
