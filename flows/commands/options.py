"""Options that several commands share, so that they read and mean the same everywhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

FORMATS = ("table", "csv", "json", "parquet")

Command = Callable[..., Any]


class Session:
    """What the command line must still know when a command has failed."""

    def __init__(self) -> None:
        self.is_verbose = False


def home_option(command: Command) -> Command:
    """`--home DIR`, passed as `home`, a path or None."""
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of the data. [default: DATELINE_HOME, else ./data]",
    )(command)


def verbose_option(command: Command) -> Command:
    """`--verbose`, kept in the session and passed as `is_verbose`."""

    def remember(context: click.Context, _option: click.Parameter, value: bool) -> bool:
        context.ensure_object(Session).is_verbose = value
        return value

    return click.option(
        "--verbose",
        "is_verbose",
        is_flag=True,
        callback=remember,
        help="Say more; show a traceback when something fails.",
    )(command)


def as_of_option(command: Command) -> Command:
    """`--as-of DATE`, passed as `as_of`, a text or None."""
    return click.option(
        "--as-of",
        "as_of",
        metavar="DATE",
        help="As the warehouse was at the end of that day, or at an instant such as 2022-01-08T12:00 (UTC).",
    )(command)


def format_options(command: Command) -> Command:
    """`--format`, `--json`, `--output`, passed as `form`, `is_json` and `output`."""
    for option in (
        click.option(
            "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE.", metavar="FILE"
        ),
        click.option("--json", "is_json", is_flag=True, help="Short for --format json."),
        click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True),
    ):
        command = option(command)
    return command
