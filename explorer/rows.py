"""Evidence as rows for a program: the article, the sentence, the words, and the query's own columns."""

from collections.abc import Sequence

import pyarrow as pa

from explorer.evidence import Evidence


def as_rows(found: Sequence[Evidence]) -> pa.Table:
    """One row each, every column text; a column of the query that a row has no value for is NULL."""
    own = dict.fromkeys(name for item in found for name, _ in item.details)
    columns = {
        "article_id": [item.article_id for item in found],
        "title": [item.title for item in found],
        "outlet": [item.outlet for item in found],
        "published": [item.published for item in found],
        "url": [item.url for item in found],
        "sentence": [item.context for item in found],
        "evidence": [_words(item) for item in found],
    }
    details = {name: [dict(item.details).get(name) for item in found] for name in own if name not in columns}
    return pa.table({name: pa.array(values, pa.string()) for name, values in (columns | details).items()})


def _words(item: Evidence) -> str | None:
    return next((item.context[h.start : h.end] for h in item.highlights if h.role == "evidence"), None)
