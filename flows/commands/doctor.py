"""`dateline doctor`: what is installed, configured, reachable, and what to do about it."""

from pathlib import Path

import click

from flows.commands.options import home_option, verbose_option

EXAMPLES = """\b
Examples:
  dateline doctor
  dateline doctor --home ~/dateline
"""
STYLES = {"ok": "green", "warn": "yellow", "fail": "red"}


@click.command(epilog=EXAMPLES, short_help="Check the installation and the home.")
@home_option
@verbose_option
def doctor(*, home: Path | None, is_verbose: bool) -> int:
    """Check the installation and the home; each line says ok, warn or fail, and the remedy. Exits with 1 on fail."""
    import os

    from flows.doctor import findings
    from flows.settings import settings_from

    found = list(findings(settings_from(os.environ, home=home), os.environ))
    width = max(len(finding.subject) for finding in found)
    for finding in found:
        state = click.style(f"{finding.state:<4}", fg=STYLES[finding.state])
        remedy = f"; {finding.remedy}" if finding.remedy else ""
        click.echo(f"{state}  {finding.subject:<{width}}  {finding.detail}{remedy}")
    return int(any(finding.state == "fail" for finding in found))
