"""`dateline evidence`: the rows of a query as sentences with the words that say so."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import FORMATS, as_of_option, home_option, verbose_option

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
@click.option("--format", "form", type=click.Choice(("text", *FORMATS)), default="text", show_default=True)
@click.option("--json", "is_json", is_flag=True, help="Short for --format json.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write rows to FILE.")
@as_of_option
@home_option
@verbose_option
def evidence(
    *,
    sql: str | None,
    html: Path | None,
    title: str | None,
    form: str,
    is_json: bool,
    output: Path | None,
    as_of: str | None,
    home: Path | None,
    is_verbose: bool,
) -> None:
    """Show the rows of a query with their evidence highlighted in its sentence.

    The rows need article_id, char_start and char_end, or an id that has them: quantity_id, statement_id,
    relation_id, event_row_id, event_id. SQL may be - to read it from standard input. Without SQL: every
    casualty claim.
    """
    from explorer.claims import CASUALTY_CLAIMS
    from explorer.evidence import evidence as collect
    from flows.settings import home_from

    asked = sys.stdin.read() if sql == "-" else sql or CASUALTY_CLAIMS
    found = collect(home_from(home, as_of=as_of), asked)
    if html is None:
        _print(found, form="json" if is_json else form, output=output)
    else:
        _write(found, html, title=title or ("Evidence" if sql else "Casualty claims"), sql=asked)


def _print(found: "list[Evidence]", *, form: str, output: Path | None) -> None:
    from rich.console import Console

    from explorer.rows import as_rows
    from explorer.terminal import print_evidence
    from flows.table_print import print_table

    if form != "text" or output is not None:
        print_table(as_rows(found), form="table" if form == "text" else form, output=output)
    elif found:
        print_evidence(Console(highlight=False), found)
    else:
        click.echo("no rows")


def _write(found: "list[Evidence]", file: Path, *, title: str, sql: str) -> None:
    from explorer.page import page
    from flows.progress import counted
    from flows.table_print import write_output

    write_output(file, page(found, title=title, sql=sql).encode("utf-8", "replace"))
    click.echo(f"{counted(len(found), 'row')} in {file}", err=True)
