"""`dateline status`: how the home is doing."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.options import home_option, verbose_option

if TYPE_CHECKING:
    from flows.health import Health

EXAMPLES = """\b
Examples:
  dateline status
  dateline status --json
"""
HOURS_SHOWN = 48


@click.command(epilog=EXAMPLES, short_help="How the home, its runs and its sources are doing.")
@click.option("--json", "is_json", is_flag=True, help="The same for programs.")
@home_option
@verbose_option
def status(*, is_json: bool, home: Path | None, is_verbose: bool) -> int:
    """What the home holds, its last runs, rejects, and sources that fail or fell silent. Exits with 3 on a warning."""
    from flows.health import as_dict, health
    from flows.settings import home_from

    found = health(home_from(home))
    click.echo(json.dumps(as_dict(found), ensure_ascii=False, indent=1) if is_json else "\n".join(_lines(found)))
    return 3 if found.warnings or found.troubled_sources else 0


def age(hours: float) -> str:
    """`3.5 hours ago`, `12 days ago`; `2.0 hours from now` for a date that an article states too early."""
    when = "from now" if hours < 0 else "ago"
    return f"{abs(hours):.1f} hours {when}" if abs(hours) < HOURS_SHOWN else f"{abs(hours) / 24:,.0f} days {when}"


def _lines(found: "Health") -> list[str]:
    rejects = ", ".join(f"{count:,} {stage}" for stage, count in sorted(found.reject_counts.items())) or "none"
    sources = ", ".join(f"{count:,} {state}" for state, count in sorted(found.source_counts.items())) or "none"
    newest = "unknown" if found.lag_hours is None else f"{found.newest_published_at} UTC, {age(found.lag_hours)}"
    lines = [
        f"home       {found.home}",
        f"warehouse  {found.warehouse}",
        f"articles   {found.article_count:,}; {found.loaded_last_day:,} in a day, {found.loaded_last_week:,} in a week",
        f"newest     {newest}",
        f"rejects    {rejects}",
        f"sources    {sources}",
        f"schedules  {found.schedules_at or 'none; `dateline up` serves them'}",
    ]
    lines += [
        f"  {row['source_id']}: {row['state']}; {row['last_error'] or 'nothing new'}" for row in found.troubled_sources
    ]
    lines += ["runs"] if found.last_runs else []
    lines += [
        f"  {run['started_at']}  {run['kind']}: {run['fetched_count']} fetched, {run['loaded_count']} new, "
        f"{run['duplicate_count']} known, {run['rejected_count']} rejected"
        for run in found.last_runs
    ]
    return lines + [f"warning: {warning}" for warning in found.warnings]
