"""`dateline export`: the published warehouse as files, in our own tables or in the formats of others."""

from pathlib import Path

import click

from flows.commands.options import home_option, verbose_option

FORMS = (
    "parquet", "csv", "jsonl", "gdelt-gkg", "gdelt-events", "gdelt-mentions", "ftm", "geojson", "acled", "dbt",
)  # fmt: skip
EXAMPLES = """\b
Examples:
  dateline export parquet
  dateline export csv --no-text --output ~/claims
  dateline export gdelt-events --output gdelt
"""
DBT_EXAMPLES = """\b
Examples:
  dateline export-dbt --output claims-dbt
"""


output_option = click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder to write to. [default: ./export]"
)
replace_option = click.option("--replace", is_flag=True, help="Replace what an earlier export left in the folder.")


@click.command(epilog=EXAMPLES, short_help="Write the tables, or GDELT, FollowTheMoney, GeoJSON, ACLED, dbt files.")
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMS))
@output_option
@click.option("--no-text", is_flag=True, help="Leave out the publishers' words; ids, offsets and values stay.")
@replace_option
@home_option
@verbose_option
def export(
    *, form: str, output: Path | None, no_text: bool, replace: bool, home: Path | None, is_verbose: bool
) -> None:
    """Write the published warehouse in one of these formats.

    \b
    parquet csv jsonl          every table, with a datapackage.json that explains them
    gdelt-gkg                  GDELT's Global Knowledge Graph 2.1
    gdelt-events               GDELT's Events 2.0
    gdelt-mentions             GDELT's Mentions 2.0
    ftm                        FollowTheMoney: entities and statements
    geojson                    events on the map
    acled                      events in the columns of ACLED
    dbt                        the models as a dbt project, as `dateline export-dbt` does
    """
    _write(form, output, replace=replace, home=home, with_text=not no_text)


@click.command("export-dbt", epilog=DBT_EXAMPLES, short_help="Write the models as a dbt project.")
@output_option
@replace_option
@home_option
@verbose_option
def export_dbt(*, output: Path | None, replace: bool, home: Path | None, is_verbose: bool) -> None:
    """Write the models and checks as a dbt project for dbt-duckdb, with the published warehouse as its source."""
    _write("dbt", output, replace=replace, home=home)


def _write(form: str, output: Path | None, *, replace: bool, home: Path | None, with_text: bool = True) -> None:
    """Export and name every file that was written."""
    from flows.settings import home_from
    from warehouse.export import export as write_all
    from warehouse.exports.dbt import write_dbt

    folder = output or Path("export")
    if form == "dbt":
        written = write_dbt(home_from(home), folder, replace=replace)
    else:
        written = write_all(home_from(home), form, folder, replace=replace, with_text=with_text)
    for file in written:
        click.echo(file)
    if not written:
        click.echo(f"No file was written: the warehouse holds nothing that {form} can tell.", err=True)
