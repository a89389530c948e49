"""`dateline export`: the published warehouse as files, in our own tables or in the formats of others."""

from pathlib import Path

import click

from flows.commands.options import home_option, verbose_option

FORMS = (
    "parquet", "csv", "jsonl", "gdelt-gkg", "gdelt-events", "gdelt-mentions", "ftm", "geojson", "acled",
)  # fmt: skip
EXAMPLES = """\b
Examples:
  dateline export parquet
  dateline export csv --no-text --output ~/claims
  dateline export gdelt-events --output gdelt
"""


@click.command(epilog=EXAMPLES, short_help="Write the tables, or GDELT, FollowTheMoney, GeoJSON, ACLED files.")
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMS))
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder to write to. [default: ./export]"
)
@click.option("--no-text", is_flag=True, help="Leave out the publishers' words; ids, offsets and values stay.")
@click.option("--replace", is_flag=True, help="Replace what an earlier export left in the folder.")
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
    """
    from flows.settings import home_from
    from warehouse.export import export as write_all

    written = write_all(home_from(home), form, output or Path("export"), replace=replace, with_text=not no_text)
    for file in written:
        click.echo(file)
    if not written:
        click.echo(f"No file was written: the warehouse holds nothing that {form} can tell.", err=True)
