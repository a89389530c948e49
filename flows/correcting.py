"""From what the command line asks to corrections on file and a warehouse that shows them, or to neither."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from os import getenv
from typing import NamedTuple

from flows.lock import locked
from warehouse.aliases import take_up_aliases
from warehouse.correctable import refuse_nowhere, refuse_strangers, waiting
from warehouse.corrections import (
    Correction,
    add_corrections,
    corrections,
    drop_corrections,
    new_correction,
    withdraw_corrections,
)
from warehouse.errors import CheckError
from warehouse.home import Home
from warehouse.publish import publish


class Wish(NamedTuple):
    """The options of the command as they were given."""

    table: str
    row_id: str
    changes: tuple[str, ...]
    is_hidden: bool
    target: str | None
    split: tuple[str, str] | None
    reason: str
    author: str
    now: datetime


def wished(wish: Wish) -> Iterator[Correction]:
    """The corrections that were asked for; raises `DatelineError` for what does not fit the tables."""

    def made(action: str, column: str | None = None, value: str | None = None, form: str | None = None) -> Correction:
        return new_correction(
            wish.table, wish.row_id, action,
            column_name=column, value=value, form=form,
            reason=wish.reason, author=wish.author, corrected_at=wish.now,
        )  # fmt: skip

    for change in wish.changes:
        column, _, value = change.partition("=")
        yield made("change", column, value or None)
    if wish.is_hidden:
        yield made("hide")
    if wish.target:
        yield made("merge", value=wish.target)
    if wish.split:
        form, other = wish.split
        yield made("split", value=other, form=form)


def publish_corrections(
    home: Home, added: Sequence[Correction], withdrawn: Sequence[str], *, now: datetime
) -> tuple[int, list[str]]:
    """Keep and publish, together with what `aliases.csv` says now; what the checks refuse is not kept.

    How many were not on file yet, and what they name that is not in the warehouse.
    """
    refuse_nowhere(home)
    with locked(home):
        take_up_aliases(home, author=getenv("USER") or "unknown", now=now)
        if withdrawn:
            withdraw_corrections(home, withdrawn, now=now)
        if not home.warehouse.exists():
            publish(home, None)
        refuse_strangers(home, added)
        absent = waiting(home, added)
        fresh = add_corrections(home, added)
        try:
            publish(home, None)
        except CheckError:
            drop_corrections(home, [correction.correction_id for correction in fresh])
            raise
    return len(fresh), absent


def lines(home: Home) -> list[str]:
    """The corrections on file, a line each."""
    return [
        f"{known.correction_id}  {known.table_name} {known.row_id}: {known.action} "
        f"{f'{known.column_name} = {known.value}' if known.column_name else known.value or ''}".rstrip()
        + f"  ({known.author}, {known.corrected_at:%Y-%m-%d}: {known.reason})"
        for known in corrections(home)
    ]
