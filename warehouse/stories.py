"""Which articles tell the same thing: versions of one thread, and copies of one body under several threads.

Threads that share a body are one story. What makes two articles alike is a view, `staging.article_bodies`;
a finer likeness (near copies, the same event in other words) is further rows there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

import duckdb

from warehouse.conform import conform
from warehouse.declared import insert
from warehouse.derived import STORIES

OLDEST_FIRST = """
    select link.article_id, link.thread, link.version_of, body.body_hash
    from staging.article_links as link
    left join staging.article_bodies as body using (article_id)
    order by link.dated_at nulls last, link.ingested_at, link.article_id
"""


@dataclass(frozen=True)
class Telling:
    """An article version as a story sees it; `body_hash` is None when the body is too short to tell copies by."""

    article_id: str
    thread: str
    version_of: str | None
    body_hash: str | None


def link_stories(con: duckdb.DuckDBPyConnection) -> None:
    """Derive `facts.stories` afresh."""
    tellings = [Telling(*row) for row in con.execute(OLDEST_FIRST).fetchall()]
    con.execute("delete from facts.stories")
    insert(con, STORIES, conform(list(stories(tellings)), STORIES))


def stories(tellings: list[Telling]) -> Iterator[dict[str, object]]:
    """One row per telling, given oldest first: the oldest first version of a story is its original."""
    groups = _groups(tellings)
    originals: dict[str, str] = {}
    twins: dict[str, Telling] = {}
    for telling in tellings:
        if telling.version_of is None:
            originals.setdefault(groups[telling.thread], telling.article_id)
        if telling.body_hash:
            twins.setdefault(telling.body_hash, telling)
    for telling in tellings:
        original = originals[groups[telling.thread]]
        relation, source, similarity = _relation(telling, twins.get(telling.body_hash or "", telling), original)
        yield {
            "story_id": blake2b(original.encode(), digest_size=8).hexdigest(),
            "article_id": telling.article_id,
            "relation": relation,
            "original_article_id": source,
            "similarity": similarity,
        }


def _relation(telling: Telling, twin: Telling, original: str) -> tuple[str, str | None, float | None]:
    if telling.article_id == original:
        return "original", None, None
    if telling.version_of:
        return "version", telling.version_of, None
    if twin.thread != telling.thread:
        return "copy", twin.article_id, 1.0
    return "related", original, None


def _groups(tellings: list[Telling]) -> dict[str, str]:
    """Thread -> the thread that stands for its story, by union-find over shared bodies."""
    parent: dict[str, str] = {}

    def root(thread: str) -> str:
        while parent.setdefault(thread, thread) != thread:
            parent[thread] = parent[parent[thread]]
            thread = parent[thread]
        return thread

    holder: dict[str, str] = {}
    for telling in tellings:
        shared = holder.setdefault(telling.body_hash, telling.thread) if telling.body_hash else telling.thread
        low, high = sorted((root(shared), root(telling.thread)))
        parent[high] = low
    return {thread: root(thread) for thread in parent}
