"""Evidence as rows for a program: the article, the sentence, the words, and the query's own columns."""

from collections.abc import Sequence

import pyarrow as pa

from explorer.evidence import Evidence, shown


def as_rows(found: Sequence[Evidence]) -> pa.Table:
    """One row each; the query's own columns keep their values, such as `9.0`, where people are shown `9`."""
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
    if any(item.corrections for item in found):
        columns["corrections"] = ["; ".join(item.corrections) or None for item in found]
    details = {name: [dict(item.details).get(name) for item in found] for name in own if name not in columns}
    texts = {name: pa.array(values, pa.string()) for name, values in columns.items()}
    return pa.table(texts | {name: _column(values) for name, values in details.items()})


def _column(values: Sequence[object]) -> pa.Array:
    """With the type that the values have; as text where Arrow has none for them all."""
    try:
        return pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pa.array([None if value is None else shown(value) for value in values], pa.string())


def _words(item: Evidence) -> str | None:
    return next((item.context[h.start : h.end] for h in item.highlights if h.role == "evidence"), None)
