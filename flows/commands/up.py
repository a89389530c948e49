"""`dateline up`: runs that happen by themselves."""

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import home_option, verbose_option

if TYPE_CHECKING:
    from flows.schedules.plan import Plan
    from flows.sources.settings import Configuration

EXAMPLES = """\b
Examples:
  dateline up                                every 15 minutes what is due, nightly what is old
  dateline up --every 1h --port 4300
  dateline up --cron "*/20 6-22 * * *" --timezone Europe/Oslo

\b
The same can stand in sources.toml, under [schedule].
"""


@click.command(epilog=EXAMPLES, short_help="Serve the scheduled runs, with Prefect's pages.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the pages. [default: the first free from 4210]")
@click.option("--every", metavar="LENGTH", help="How often to read what is due: 15m, 1h. [default: 15m]")
@click.option("--cron", help="When to read what is due, instead of --every.")
@click.option("--nightly", metavar="CRON", help="When to keep the home in order. [default: 30 3 * * *]")
@click.option("--timezone", help="Time zone of the crons. [default: UTC]")
@click.option("--workers", type=click.IntRange(min=1), help="Worker processes. [default: DATELINE_WORKERS, else cores]")
@click.option("--model", help="spaCy model. [default: DATELINE_MODEL, else the one that is installed with Dateline]")
@home_option
@verbose_option
def up(
    *,
    port: int | None,
    every: str | None,
    cron: str | None,
    nightly: str | None,
    timezone: str | None,
    workers: int | None,
    model: str | None,
    home: Path | None,
    is_verbose: bool,
) -> None:
    """Start a Prefect server on this machine and run what is due, again and again, until Ctrl-C."""
    from flows.extractor import extractor_version
    from flows.schedules.up import up as serve
    from flows.settings import settings_from
    from flows.sources.configuration import configuration
    from warehouse.home import Home

    if every and cron:
        raise click.UsageError("--every and --cron are two ways to say the same; give one of them.")
    settings = settings_from(os.environ, home=home, model=model, workers=workers)
    extractor_version(settings)  # a model that is not installed is said here, not by the first run
    found = configuration(Home(settings.home))
    plan = _plan(found, {"every": every, "cron": cron, "nightly": nightly, "timezone": timezone})
    if not found.sources:
        click.echo(f"There is no source in {found.path} yet; `dateline sources add` adds one at any time.", err=True)
    try:
        serve(settings, plan, port=port, say=lambda line: click.echo(line, err=True), is_verbose=is_verbose)
    except KeyboardInterrupt:
        click.echo("Stopped; what was finished is kept, and the next `dateline up` goes on from there.", err=True)


def _plan(found: "Configuration", options: dict[str, str | None]) -> "Plan":
    """The plan of `sources.toml` with what the options say instead; an `every` sets aside the file's cron."""
    from flows.schedules.plan import Plan, check_plan
    from flows.sources.values import BadValueError, length

    plan = found.schedule
    if options["every"]:
        try:
            plan = replace(plan, every=length(options["every"]), cron=None)
        except BadValueError as error:
            raise click.BadParameter(str(error), param_hint="--every") from error
    plan = replace(
        plan,
        cron=options["cron"] or plan.cron,
        nightly=options["nightly"] or plan.nightly,
        timezone=options["timezone"] or plan.timezone,
    )
    return plan if plan == Plan(every=plan.every, failure_webhook=plan.failure_webhook) else check_plan(plan)
