"""`dateline forget`: erase articles or a source everywhere."""

from pathlib import Path

import click

from flows.commands.options import home_option, verbose_option

EXAMPLES = """\b
Examples:
  dateline forget 64c8ee1d76af7a66
  dateline forget --source harbour-daily --yes
"""


@click.command(epilog=EXAMPLES, short_help="Erase articles or a source everywhere.")
@click.argument("article_ids", metavar="[ARTICLE_ID]...", nargs=-1)
@click.option("--source", "source_id", metavar="SOURCE_ID", help="Erase everything that this source gave.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
@home_option
@verbose_option
def forget(
    *, article_ids: tuple[str, ...], source_id: str | None, is_sure: bool, home: Path | None, is_verbose: bool
) -> None:
    """Erase articles with all their versions, facts and kept pages, of every extractor, and build the warehouse again.

    It cannot be undone. A source that gives an erased version again is not listened to.
    """
    from flows.fetch.page_archive import erase_pages
    from flows.lock import locked
    from flows.schedules.traces import remove_traces
    from flows.settings import home_from
    from warehouse.errors import DatelineError
    from warehouse.forget import addresses_of, find_articles
    from warehouse.forget import forget as erase

    if bool(article_ids) == bool(source_id):
        raise click.UsageError("Give article ids, or --source.")
    place = home_from(home)
    found = find_articles(place, article_ids=article_ids, source_id=source_id)
    missing = sorted(set(article_ids) - set(found))
    if missing or not found:
        raise DatelineError(f"{place.path} holds no article of {', '.join(missing) or source_id}; nothing was erased.")
    if not is_sure and not click.confirm(f"Erase {len(found)} article version(s) for good?"):
        click.echo("nothing was erased", err=True)
        return
    with locked(place):
        # First, since what says where the pages came from is about to go.
        page_count = erase_pages(place.state / "pages", addresses_of(place, found))
        remove_traces(place)
        gone = erase(place, found, source_id=source_id)
    click.echo(
        f"{len(gone.article_ids)} article version(s) erased from {gone.part_count} part(s), {page_count} kept page(s)"
    )
