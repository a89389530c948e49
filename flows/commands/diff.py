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
  dateline diff 5f0c2a9d 77b1e03c --html changes.html
"""


@click.command(epilog=EXAMPLES, short_help="Facts added, lost and changed between two extractors.")
@click.argument("before", required=False)
@click.argument("after", required=False)
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write one self-contained page."
)
@format_options
@home_option
@verbose_option
def diff(
    *,
    before: str | None,
    after: str | None,
    html: Path | None,
    form: str,
    is_json: bool,
    output: Path | None,
    home: Path | None,
    is_verbose: bool,
) -> None:
    """Compare the facts of two extractors about the articles that both have read.

    BEFORE and AFTER are any part of an extractor's name that no other has, such as the hash of its rules. Each row
    names its evidence: article_id, char_start, char_end, and the words.
    """
    from flows.settings import home_from
    from flows.table_print import print_table, write_output
    from warehouse.differences import difference, extractors

    place = home_from(home)
    if not before or not after:
        click.echo("\n".join(extractors(place)) or "no extractor has read anything yet")
        return
    versions, found = difference(place, before, after)
    if html:
        from explorer.changes import changes_page

        write_output(html, changes_page(place, versions, found.to_pylist()).encode("utf-8", "replace"))
    else:
        print_table(found, form="json" if is_json else form, output=output)
    counts = Counter(found["change"].to_pylist())
    listed = ", ".join(f"{counts[change]:,} {change}" for change in ("added", "lost", "changed"))
    click.echo(f"from {versions.before}\n  to {versions.after}", err=True)
    click.echo(f"{versions.article_count:,} article(s) read by both: {listed}", err=True)
