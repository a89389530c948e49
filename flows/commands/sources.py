"""`dateline sources`: where articles come from, as configured in `sources.toml`."""

from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import click

from flows.commands.options import format_options, home_option, verbose_option

EXAMPLES = """\b
Examples:
  dateline sources add valley-post https://post.example/feed.xml --outlet "Valley Post" --every 15m
  dateline sources test valley-post       what it would give; nothing is kept
  dateline sources list                   when each was read, when it is due, what went wrong
  dateline run valley-post                read it
  dateline run --due                      read every source whose time has come

\b
Each of them has --home and --help.
"""
KINDS = ("auto", "files", "feed", "sitemap", "addresses", "page")


@click.group(epilog=EXAMPLES, short_help="Configure where articles come from.")
def sources() -> None:
    """List, check, test and add the sources of HOME/sources.toml."""


@sources.command("list", short_help="Configured sources and their state.")
@format_options
@home_option
@verbose_option
def list_sources(*, form: str, is_json: bool, output: Path | None, home: Path | None, is_verbose: bool) -> None:
    """Every configured source: what it is, when it was read, when it is due, its last error."""
    from flows.settings import home_from
    from flows.sources.overview import overview
    from flows.table_print import print_table

    print_table(overview(home_from(home)), form="json" if is_json else form, output=output)


@sources.command("check", short_help="Check sources.toml.")
@home_option
@verbose_option
def check(*, home: Path | None, is_verbose: bool) -> None:
    """Say what is wrong in sources.toml, without asking any source."""
    from flows.progress import counted
    from flows.settings import home_from
    from flows.sources.configuration import configuration

    found = configuration(home_from(home))
    if not found.path.exists():
        click.echo(f"There is no {found.path}; `dateline sources add` makes one.")
        return
    disabled = sum(not source.is_enabled for source in found.sources.values())
    click.echo(f"{found.path}: {counted(len(found.sources), 'source')}, {disabled} of them disabled; nothing is wrong.")


@sources.command("test", short_help="Show what a source would give.")
@click.argument("source")
@click.option("--items", "count", type=click.IntRange(min=1), default=3, show_default=True, help="Articles to read.")
@home_option
@verbose_option
def test(*, source: str, count: int, home: Path | None, is_verbose: bool) -> int:
    """Read the first articles of a configured source or an address and show them; nothing is kept.

    Exits with 3 when something was refused.
    """
    from flows.readers import Limits
    from flows.record import Record
    from flows.settings import home_from
    from flows.sources.named import open_trial

    now = datetime.now(UTC).replace(tzinfo=None)
    opened = open_trial(home_from(home), source, count, now=now, limits=Limits())
    found = list(islice(opened.records, count))
    for item in found:
        if isinstance(item, Record):
            date = f"{item.published_at.at:%Y-%m-%d}" if item.published_at else "no date"
            size = f"{len(item.text):,} characters"
            place = f"{item.outlet or 'no outlet'}, {size}, {item.url or item.source_key}"
            click.echo(f"{date}  {item.title or 'no title'}  ({place})")
        else:
            click.echo(f"refused: {item.source_uri}: {item.reason}", err=True)
    if not found:
        click.echo("It gives no article now.")
    return 3 if any(not isinstance(item, Record) for item in found) else 0


@sources.command("add", short_help="Add a source to sources.toml.")
@click.argument("name")
@click.argument("address")
@click.option("--kind", type=click.Choice(KINDS), default="auto", show_default=True)
@click.option("--outlet", help="Outlet of articles that state none.")
@click.option("--language", help="Language (ISO 639-1) of articles that state none.")
@click.option("--every", default="15m", show_default=True, help="When it is due again: 15m, 6h, 1d.")
@click.option("--own-words", is_flag=True, help="Read the words of the list itself, fetch no page.")
@home_option
@verbose_option
def add(
    *,
    name: str,
    address: str,
    kind: str,
    outlet: str | None,
    language: str | None,
    every: str,
    own_words: bool,
    home: Path | None,
    is_verbose: bool,
) -> None:
    """Add a source called NAME at ADDRESS; comments and other sources in the file stay as they are.

    A relative path is written whole, since the file may lie elsewhere.
    """
    from flows.settings import home_from
    from flows.sources.adding import add_source

    place = address if "://" in address or address.startswith("~") else str(Path(address).absolute())
    keys = {"name": name, "kind": kind, "address": place, "outlet": outlet, "language": language, "every": every}
    path = add_source(home_from(home), keys | ({"whole": False} if own_words else {}))
    click.echo(
        f"{name} is in {path}; `dateline sources test {name}` shows what it gives, `dateline run {name}` reads it."
    )
