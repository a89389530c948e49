"""`dateline evidence`: the rows of a query as sentences with the words that say so."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import home_option, verbose_option

if TYPE_CHECKING:
    from explorer.evidence import Evidence

EXAMPLES = """\b
Examples:
  dateline evidence
  dateline evidence --html claims.html
  dateline evidence "from facts.quantities where measure = 'killed' and value > 100"
  dateline evidence "select * from facts.statements where cue_class = 'deny'" --html denials.html
"""


@click.command(epilog=EXAMPLES, short_help="Show rows as highlighted sentences.")
@click.argument("sql", required=False)
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write one self-contained page."
)
@click.option("--title", default=None, help="Headline of the page.")
@home_option
@verbose_option
def evidence(*, sql: str | None, html: Path | None, title: str | None, home: Path | None, is_verbose: bool) -> None:
    """Show the rows of a query with their evidence highlighted in its sentence.

    The rows need article_id, char_start and char_end, or an id that has them: quantity_id, statement_id,
    relation_id, event_row_id, event_id. SQL may be - to read it from standard input. Without SQL: every
    casualty claim.
    """
    from explorer.claims import CASUALTY_CLAIMS
    from explorer.evidence import evidence as collect
    from flows.settings import home_from

    asked = sys.stdin.read() if sql == "-" else sql or CASUALTY_CLAIMS
    found = collect(home_from(home), asked)
    if html is None:
        _print(found)
    else:
        _write(found, html, title=title or ("Evidence" if sql else "Casualty claims"), sql=asked)


def _print(found: "list[Evidence]") -> None:
    from rich.console import Console

    from explorer.terminal import print_evidence

    if not found:
        click.echo("no rows")
    print_evidence(Console(highlight=False), found)


def _write(found: "list[Evidence]", file: Path, *, title: str, sql: str) -> None:
    from explorer.page import page
    from flows.progress import counted
    from warehouse.files import write_whole

    content = page(found, title=title, sql=sql).encode("utf-8", "replace")
    write_whole(file, lambda sink: sink.write(content))
    click.echo(f"{counted(len(found), 'row')} in {file}", err=True)
