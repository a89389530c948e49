"""Which articles tell the same thing, from pairs that are alike: versions, copies, related articles.

Threads that share a pair are one story. Its original is the oldest first version; a copy names the oldest article of
those that repeat one another, so that all copies of one report have one source.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

import duckdb

from warehouse.conform import conform
from warehouse.declared import insert
from warehouse.derived import STORIES

OLDEST_FIRST = "select article_id, thread, version_of from staging.telling_order order by place"
PAIRS = """
    select one, other, relation, similarity from staging.pairs
    union all
    select article_id, first_article_id, 'related', null from staging.happening_links
    order by all
"""


class Telling(NamedTuple):
    """An article version as a story sees it."""

    article_id: str
    thread: str
    version_of: str | None = None


class Pair(NamedTuple):
    """Two articles that are alike: `relation` is `copy` or `related`."""

    one: str
    other: str
    relation: str
    similarity: float | None = None


def link_stories(con: duckdb.DuckDBPyConnection) -> None:
    """Derive `facts.stories` afresh from the pairs."""
    tellings = [Telling(*row) for row in con.execute(OLDEST_FIRST).fetchall()]
    pairs = [Pair(*row) for row in con.execute(PAIRS).fetchall()]
    con.execute("delete from facts.stories")
    insert(con, STORIES, conform(list(stories(tellings, pairs)), STORIES))


def stories(tellings: Sequence[Telling], pairs: Sequence[Pair]) -> Iterator[dict[str, object]]:
    """One row per telling, given oldest first."""
    thread = {telling.article_id: telling.thread for telling in tellings}
    pairs = [pair for pair in pairs if thread[pair.one] != thread[pair.other]]
    story = _groups(thread.values(), ((thread[pair.one], thread[pair.other]) for pair in pairs))
    originals: dict[str, str] = {}
    for telling in tellings:
        if telling.version_of is None:
            originals.setdefault(story[telling.thread], telling.article_id)
    sources = _sources(tellings, [pair for pair in pairs if pair.relation == "copy"])
    likest = _likest(pairs)
    for telling in tellings:
        original = originals[story[telling.thread]]
        relation, source = _relation(telling, sources.get(telling.article_id), original)
        yield {
            "story_id": blake2b(original.encode(), digest_size=8).hexdigest(),
            "article_id": telling.article_id,
            "relation": relation,
            "original_article_id": source,
            "similarity": likest.get((relation, telling.article_id)),
        }


def _relation(telling: Telling, source: str | None, original: str) -> tuple[str, str | None]:
    if telling.article_id == original:
        return "original", None
    if telling.version_of:
        return "version", telling.version_of
    if source and source != telling.article_id:
        return "copy", source
    return "related", original


def _sources(tellings: Sequence[Telling], copies: Sequence[Pair]) -> dict[str, str]:
    """Article -> the oldest of those that repeat one another."""
    group = _groups((), ((pair.one, pair.other) for pair in copies))
    oldest: dict[str, str] = {}
    for telling in tellings:
        if telling.article_id in group:
            oldest.setdefault(group[telling.article_id], telling.article_id)
    return {article: oldest[root] for article, root in group.items()}


def _likest(pairs: Sequence[Pair]) -> dict[tuple[str, str], float]:
    """(relation, article) -> similarity of its nearest kin."""
    found: defaultdict[tuple[str, str], float] = defaultdict(float)
    for pair in pairs:
        for article in (pair.one, pair.other):
            if pair.similarity is not None:
                found[pair.relation, article] = max(found[pair.relation, article], pair.similarity)
    return dict(found)


def _groups(members: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Member -> the member that stands for all that are linked with it, by union-find; the smallest of them."""
    parent: dict[str, str] = {member: member for member in members}

    def root(member: str) -> str:
        while parent.setdefault(member, member) != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return {member: root(member) for member in list(parent)}
