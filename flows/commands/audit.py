"""`dateline audit`: a sample of facts to judge, and the precision that the judgements give."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import FORMATS, home_option, verbose_option

if TYPE_CHECKING:
    from warehouse.home import Home
    from warehouse.judgements import Drawn

EXAMPLES = """\b
Examples:
  dateline audit                                  the precision measured so far
  dateline audit --sample 200                     judge rows here: y, n or ?, with a note behind it; q stops
  dateline audit --sample 50 --table quantities --where "rule like 'count killed%'"
  dateline audit --sample 200 --output sample.html
  dateline audit --judgements judgements.csv --author "A. Nyberg"
"""


REPORT = """
    select
        table_name as "table", coalesce(rule, '(all)') as rule, row_count as "rows", judged_count as judged,
        right_count as "right", wrong_count as wrong, unsure_count as unsure, round(precision_value, 3) as precision,
        round(precision_low, 3) as low, round(precision_high, 3) as high
    from marts.precision
    order by table_name, marts.precision.rule nulls first
"""


@click.command(epilog=EXAMPLES, short_help="Judge a sample of facts; measure how often they are right.")
@click.option("--sample", "size", type=click.IntRange(min=1), metavar="N", help="Draw N rows to judge.")
@click.option("--table", "tables", multiple=True, metavar="TABLE", help="Only of this table, as often as needed.")
@click.option("--where", metavar="SQL", help="Only rows of staging.audited_rows that satisfy this condition.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another number draws other rows.")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write the sample: .csv or .html."
)
@click.option(
    "--judgements",
    "filled",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Take up a CSV that was filled in.",
)
@click.option("--author", envvar="USER", default="unknown", show_default="your user name", help="Who judges.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--json", "is_json", is_flag=True, help="Short for --format json.")
@home_option
@verbose_option
def audit(
    *,
    size: int | None,
    tables: tuple[str, ...],
    where: str | None,
    seed: int,
    output: Path | None,
    filled: Path | None,
    author: str,
    form: str,
    is_json: bool,
    home: Path | None,
    is_verbose: bool,
) -> None:
    """Draw facts with their evidence, take a person's judgements, report how often each rule is right.

    Without options: the report. Judgements are kept in the home and outlive rebuilds and re-extraction; what they
    measure fills the column confidence.
    """
    from flows.settings import home_from

    place = home_from(home)
    if filled and size:
        raise click.UsageError("--judgements takes up a sample that was drawn before; give it without --sample.")
    if output and output.suffix.lower() not in (".csv", ".html", ".htm"):
        raise click.UsageError(f"--output {output} must end in .csv or .html.")
    if not size and (output or tables or where):
        raise click.UsageError("--output, --table and --where go with --sample N.")
    if filled:
        _take_up(place, filled, author)
    if size:
        drawn = _drawn(place, size, tables, where, seed)
        if output:
            _write(place, drawn, output)
            return
        _ask(place, drawn, author)
    _report(place, "json" if is_json else form)


def _drawn(place: "Home", size: int, tables: tuple[str, ...], where: str | None, seed: int) -> "list[Drawn]":
    from flows.progress import counted
    from warehouse.audit import AUDITED, Sample, draw

    drawn, known_count = draw(place, Sample(size, tables or AUDITED, where, seed))
    judged = f"; {known_count:,} of the sample are judged already" if known_count else ""
    click.echo(f"{counted(len(drawn), 'row')} to judge{judged}", err=True)
    return drawn


def _write(place: "Home", drawn: "list[Drawn]", output: Path) -> None:
    from flows.auditing import as_csv, as_html
    from flows.table_print import write_output

    is_csv = output.suffix.lower() == ".csv"
    write_output(output, (as_csv if is_csv else as_html)(place, drawn))
    to_do = f"Fill in {output}" if is_csv else f"Open {output} in a browser, judge, save judgements.csv"
    click.echo(f"{to_do}; then: dateline audit --judgements {output if is_csv else 'judgements.csv'}", err=True)


def _ask(place: "Home", drawn: "list[Drawn]", author: str) -> None:
    from flows.auditing import ask, publish_judgements

    if drawn and not sys.stdin.isatty():
        raise click.UsageError("Judging needs a terminal; --output FILE.csv or FILE.html writes the sample instead.")
    if ask(place, drawn, author):
        publish_judgements(place)


def _take_up(place: "Home", filled: Path, author: str) -> None:
    from flows.auditing import take_up
    from flows.progress import counted

    click.echo(f"{counted(take_up(place, filled, author), 'judgement')} taken up from {filled}", err=True)


def _report(place: "Home", form: str) -> None:
    from flows.table_print import print_table
    from warehouse.query import query

    found = query(place, REPORT)
    if not len(found) and form == "table":
        click.echo("nothing is judged yet; `dateline audit --sample 200` draws rows to judge")
    else:
        print_table(found, form=form)
