"""The pages behind the items of a list, fetched side by side and given in the order of the list."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from flows.feeds.item import Item
from flows.feeds.records import language_code
from flows.fetch.answer import Answer, UnfetchedError
from flows.fetch.coding import charset
from flows.fetch.fetcher import Fetcher
from flows.fetch.walls import wall_before, wall_in, wall_page
from flows.readers.contents import decoded_page
from flows.readers.entry import Entry, UnreadableError
from flows.readers.pages import page_record
from flows.record import Record

PAGE_TYPES = ("text/html", "application/xhtml")
Outcome = Answer | UnreadableError


def fetched(items: Iterable[Item], fetcher: Fetcher, named_by: str | None) -> Iterator[tuple[Item, Outcome]]:
    """Every item with the answer of its address, or why there is none; a few are under way at a time."""
    count = fetcher.settings.requests_at_once
    under_way: deque[tuple[Item, Future[Answer]]] = deque()
    with ThreadPoolExecutor(count, thread_name_prefix="fetch") as pool:
        try:
            for item in items:
                under_way.append((item, pool.submit(fetcher.get, str(item.url), named_by=named_by)))
                if len(under_way) > 2 * count:
                    yield _outcome(*under_way.popleft())
            while under_way:
                yield _outcome(*under_way.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def fetched_record(item: Item, answer: Answer, entry: Entry, keep: Callable[[Answer], None]) -> Record:
    """The article of a page, with what the list says of it where the page says nothing.

    Raises `UnreadableError` or `MisstatedError` for a page that is no article; `keep` is given every page.
    """
    if wall := wall_before(answer):
        raise UnfetchedError(wall)
    kind = answer.content_type.strip().casefold()
    if kind and not kind.startswith(PAGE_TYPES):
        raise UnreadableError(f"it is {kind.split(';')[0]}, not a page")
    keep(answer)
    html = decoded_page(answer.body, charset(kind))
    try:
        record = page_record(html, entry, address=answer.url, key=item.key or answer.url)
    except UnreadableError as error:
        raise UnreadableError(wall_page(html) or str(error)) from error
    if wall := wall_in(html, record.text):
        raise UnfetchedError(wall)
    return replace(
        record,
        title=record.title or item.title,
        outlet=record.outlet or item.outlet,
        authors=record.authors or item.authors,
        section=record.section or item.section,
        language=record.language or language_code(item.language),
        published_at=record.published_at or item.published_at,
        updated_at=record.updated_at or item.updated_at,
    )


def _outcome(item: Item, future: "Future[Answer]") -> tuple[Item, Outcome]:
    try:
        return item, future.result()
    except UnreadableError as error:
        return item, error
