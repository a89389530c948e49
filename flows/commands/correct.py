"""`dateline correct`: corrections of facts, kept beside them with author, time and reason."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import home_option, verbose_option

if TYPE_CHECKING:
    from warehouse.corrections import Correction
    from warehouse.home import Home

EXAMPLES = """\b
Examples:
  dateline correct quantities 4931202790de4837 --set value=19 --set value_low=19 --reason "misread"
  dateline correct events 9705cfa2655aa762 --hide --reason "a game, not an attack"
  dateline correct entities 0be494773d4efba3 --merge-into b6480895c6ec647b --reason "one club"
  dateline correct entities 0be494773d4efba3 --split "the club" --into "Lumen Rowing Club" --reason "two clubs"
  dateline correct --from corrections.csv
  dateline correct --list
"""


@click.command(epilog=EXAMPLES, short_help="Correct, hide, merge or split; kept over every rebuild.")
@click.argument("table", required=False)
@click.argument("row_id", required=False)
@click.option("--set", "changes", metavar="COLUMN=VALUE", multiple=True, help="A new value; nothing after = is NULL.")
@click.option("--hide", "is_hidden", is_flag=True, help="Take the row or the entity out.")
@click.option("--merge-into", "target", metavar="ENTITY_ID", help="Make the entity this other one.")
@click.option("--split", "form", metavar="FORM", help="Give this form of the entity to another; needs --into.")
@click.option("--into", "other", metavar="NAME|ENTITY_ID", help="The entity that the form is split off into.")
@click.option("--from", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Read a CSV.")
@click.option("--withdraw", "withdrawn", metavar="CORRECTION_ID", multiple=True, help="Take a correction back.")
@click.option("--list", "is_list", is_flag=True, help="List the corrections.")
@click.option("--reason", help="Why; it is kept with the correction.")
@click.option("--author", envvar="USER", default="unknown", show_default="your user name", help="Who corrects.")
@home_option
@verbose_option
def correct(
    *,
    table: str | None,
    row_id: str | None,
    changes: tuple[str, ...],
    is_hidden: bool,
    target: str | None,
    form: str | None,
    other: str | None,
    file: Path | None,
    withdrawn: tuple[str, ...],
    is_list: bool,
    reason: str | None,
    author: str,
    home: Path | None,
    is_verbose: bool,
) -> None:
    """Correct a row of TABLE named by its id, and publish the warehouse again.

    A CSV has the columns table, row_id, action (change, hide, merge, split), column, value, form, reason. A row
    without an id of its own is named by its key: article_id/char_start/char_end. Corrections outlive rebuilds and
    re-extraction. A changed aliases.csv of the home is taken up too.
    """
    from flows.correcting import Wish, lines, wished
    from flows.settings import home_from
    from warehouse.correction_file import read_corrections

    place = home_from(home)
    if is_list:
        click.echo("\n".join(lines(place)) or "no corrections")
        return
    now = datetime.now(UTC).replace(tzinfo=None)
    if file:
        added = read_corrections(file, author=author, corrected_at=now)
    elif table:
        if not row_id or not reason:
            raise click.UsageError("A correction needs TABLE, ROW_ID and --reason.")
        _check_changes(changes)
        split = _split(form, other)
        added = list(wished(Wish(table, row_id, changes, is_hidden, target, split, reason, author, now)))
    else:
        added = []
    if file and not added and not withdrawn:
        click.echo(f"no corrections in {file}", err=True)
        return
    if not added and not withdrawn:
        raise click.UsageError(
            "Name TABLE and ROW_ID with --set, --hide, --merge-into or --split; or --from, --withdraw, --list."
        )
    _publish(place, added, withdrawn, now)


def _check_changes(changes: tuple[str, ...]) -> None:
    if unset := [change for change in changes if "=" not in change]:
        raise click.UsageError(f"--set {unset[0]} has no =; write COLUMN=VALUE, or COLUMN= for NULL.")


def _split(form: str | None, other: str | None) -> tuple[str, str] | None:
    if bool(form) != bool(other):
        raise click.UsageError("--split FORM and --into NAME go together.")
    return (form, other) if form and other else None


def _publish(place: "Home", added: Sequence["Correction"], withdrawn: tuple[str, ...], now: datetime) -> None:
    """Put the corrections into force, and say how many were and which wait for their row."""
    from flows.correcting import publish_corrections
    from flows.progress import counted

    added_count, absent = publish_corrections(place, added, withdrawn, now=now)
    for name in absent:
        click.echo(f"{name} is not in the warehouse; its correction waits until it is", err=True)
    is_known = ", the rest is in force already" if added_count < len(added) else ""
    click.echo(f"{counted(added_count, 'correction')} added{is_known}, {len(withdrawn)} withdrawn")
