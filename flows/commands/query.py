"""`dateline query`: read-only SQL on the published warehouse."""

import sys
from pathlib import Path

import click

from flows.commands.options import as_of_option, format_options, home_option, verbose_option

EXAMPLES = """\b
Examples:
  dateline query "select * from marts.tolls"
  dateline query "from facts.quantities where kind = 'money'" --format csv > money.csv
  dateline query "from facts.events" --format parquet --output events.parquet
  dateline query "from marts.toll_timeline" --as-of 2022-01-10
  echo "from ops.runs" | dateline query - --json
"""


@click.command(epilog=EXAMPLES, short_help="Run read-only SQL on the warehouse.")
@click.argument("sql")
@format_options
@as_of_option
@home_option
@verbose_option
def query(
    *,
    sql: str,
    form: str,
    is_json: bool,
    output: Path | None,
    as_of: str | None,
    home: Path | None,
    is_verbose: bool,
) -> None:
    """Run read-only SQL on the published warehouse; SQL is one statement, or - to read it from standard input.

    With --as-of the warehouse is built as it was, from the parts, corrections and judgements of then.
    """
    from flows.settings import home_from
    from flows.table_print import print_table
    from warehouse.query import query as ask

    table = ask(home_from(home, as_of=as_of), sys.stdin.read() if sql == "-" else sql)
    print_table(table, form="json" if is_json else form, output=output)
