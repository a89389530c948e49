"""`dateline export`: the published tables as files."""

from pathlib import Path

import click

from flows.commands.options import home_option, verbose_option

EXAMPLES = """\b
Examples:
  dateline export parquet
  dateline export csv --output ~/claims
"""


@click.command(epilog=EXAMPLES, short_help="Write the tables as parquet, csv or jsonl.")
@click.argument("form", metavar="FORMAT", type=click.Choice(["parquet", "csv", "jsonl"]))
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder to write to. [default: ./export]"
)
@click.option("--replace", is_flag=True, help="Replace what an earlier export left in the folder.")
@home_option
@verbose_option
def export(*, form: str, output: Path | None, replace: bool, home: Path | None, is_verbose: bool) -> None:
    """Write every published table as parquet, csv or jsonl, one file a table."""
    from flows.settings import home_from
    from warehouse.export import export as write_all

    for file in write_all(home_from(home), form, output or Path("export"), replace=replace):
        click.echo(file)
