"""Small hand-made rows: one article with every kind of fact, to be varied by a test."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

from warehouse.conform import conform
from warehouse.home import Home
from warehouse.ledger import Receipt, append_receipt
from warehouse.parts import write_parts
from warehouse.rejects import Reject
from warehouse.schema import FACTS

Rows = dict[str, list[dict[str, Any]]]
NOW = datetime(2024, 3, 1, 12, 0)
BODY = (
    "Nine people were killed in Lumen Bay, the harbour office said on Monday. "
    "“We search on,” said its head Ana Quist 🚢, whose crews had looked all night for the missing of the ferry, "
    "while families waited on the quay and the wind from the north kept rising."
)


def article(key: str = "a", *, text: str = BODY, title: str | None = "Ferry lost", **other: Any) -> dict[str, Any]:
    """A row of `articles`; its id follows from key, title, text and date, as it does in a run."""
    whole = f"{title}\n\n{text}" if title else text
    published = other.get("published_at", datetime(2024, 2, 27, 9, 0))
    row = {
        "article_id": _hash(key, other.get("source_id", "test"), title, text, published),
        "source_key": key,
        "source_id": "test",
        "source_uri": f"file:///{key}.txt",
        "title": title,
        "language": "en",
        "published_at": published,
        "published_utc_at": published,
        "published_precision": "minute",
        "text": whole,
        "body_start": len(whole) - len(text),
        "text_hash": _hash(whole),
        "char_count": len(whole),
        "word_count": len(whole.split()),
        "ingested_at": NOW,
        "extractor": "test 1",
    }
    return row | other


def facts(row: Mapping[str, Any]) -> Rows:
    """Every kind of fact of an article whose body is `BODY`."""
    article_id, whole = row["article_id"], row["text"]

    def at(surface: str, name: str = "char") -> dict[str, Any]:
        start = whole.index(surface)
        words = "surface" if name == "char" else name if name in {"counted", "cue"} else f"{name}_surface"
        return {f"{name}_start": start, f"{name}_end": start + len(surface), words: surface}

    def base(surface: str, sentence_no: int) -> dict[str, Any]:
        return {"article_id": article_id, "sentence_no": sentence_no} | at(surface)

    def entity(entity_id: str, label: str, name: str) -> dict[str, Any]:
        proposal = {"article_id": article_id, "entity_id": entity_id, "label": label}
        return proposal | {"canonical_name": name, "alias": name, "mention_count": 1}

    first, second = BODY[: BODY.index("“") - 1], BODY[BODY.index("“") :]
    section = {"paragraph_no": 0, "section_kind": "body"}
    found: Rows = {
        "sentences": [base(first, 1) | section, base(second, 2) | section | {"paragraph_no": 1}],
        "mentions": [base("Ana Quist", 2) | {"label": "PERSON", "form": "name", "entity_id": "quist"}],
        "entity_proposals": [
            entity("quist", "PERSON", "Ana Quist"),
            entity("office", "ORG", "the harbour office"),
            entity("bay", "GPE", "Lumen Bay") | {"geonames_id": 77},
        ],
        "relations": [
            base("head Ana Quist", 2)
            | {
                "relation_id": f"{article_id}-r",
                "relation": "leads",
                "subject_entity_id": "quist",
                "object_entity_id": "office",
            }
        ],
        "quantities": [
            base("Nine", 1)
            | {"quantity_id": f"{article_id}-q", "value": 9.0, "value_low": 9.0, "value_high": 9.0, "bound": "exact"}
            | {"kind": "count", "unit": "person", "measure": "killed", "is_negated": False, "flags": []}
            | {"statement_id": f"{article_id}-s1", "event_id": f"{article_id}-e"}
            | at("people", "counted")
        ],
        "times": [
            base("Monday", 1)
            | {"timex_type": "DATE", "timex_value": "2024-02-26", "is_relative": True, "alternatives": []}
            | {"starts_on": date(2024, 2, 26), "ends_on": date(2024, 2, 26)}
        ],
        "places": [
            base("Lumen Bay", 1)
            | {"entity_id": "bay", "geonames_id": 77, "name": "Lumen Bay", "country_code": "NOR", "alternatives": []}
        ],
        "statements": [
            base("Nine people were killed in Lumen Bay", 1)
            | {"statement_id": f"{article_id}-s1", "kind": "indirect", "depth": 1, "speaker_entity_id": "office"}
            | at("the harbour office", "speaker")
            | at("said", "cue"),
            base("“We search on,”", 2)
            | {"statement_id": f"{article_id}-s2", "kind": "direct", "depth": 1, "speaker_entity_id": "quist"}
            | at("Ana Quist", "speaker"),
        ],
        "events": [
            base("killed", 1)
            | {"event_row_id": f"{article_id}-er", "event_id": f"{article_id}-e", "event_type": "death"}
            | {"modality": "happened", "is_negated": False, "place_entity_id": "bay", "actor_entity_id": "office"}
            | {"happened_on": date(2024, 2, 26), "date_precision": "day", "statement_id": f"{article_id}-s1"}
            | at("the harbour office", "actor")
        ],
    }
    if row["title"]:
        found["sentences"].insert(0, base(row["title"], 0) | {"paragraph_no": 0, "section_kind": "title"})
    return found


def with_facts(*articles: dict[str, Any]) -> Rows:
    """Rows of all tables for some articles; one whose body is another text has no facts."""
    rows: Rows = {name: [] for name in FACTS}
    for row in articles:
        rows["articles"].append(row)
        for name, found in (facts(row) if row["text"].endswith(BODY) else {}).items():
            rows[name] += found
    return rows


def add_batch(
    home: Home, rows: Rows, *, run_id: str = "run1", extractor: str = "test 1", rejects: Sequence[Reject] = ()
) -> Receipt:
    """Write the rows as parts and record them, as a worker and the committer do."""
    ids = tuple(row["article_id"] for row in rows["articles"])
    for row in rows["articles"]:
        row["extractor"] = extractor
    tables = {name: conform(rows.get(name, []), table) for name, table in FACTS.items()}
    chunk_hash = _hash(*ids)
    parts = write_parts(home, tables, extractor=extractor, chunk_hash=chunk_hash)
    counts = {name: len(table) for name, table in tables.items()}
    batch_id = _hash(extractor, chunk_hash)
    receipt = Receipt(batch_id, run_id, extractor, chunk_hash, ids, parts, counts, tuple(rejects), 0.5)
    append_receipt(home, receipt)
    return receipt


def _hash(*parts: object) -> str:
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()
