"""Facts of the sample articles told again and again: other words and names, shifted ids and days, the same structure.

A replica's words are those of the samples, each put in the place of another of its length, so that every span holds
what the text says there and no two replicas read alike. Names recur in one of many worlds; places stay where they are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from hashlib import blake2b
from typing import Any

import pyarrow as pa

from warehouse.conform import conform
from warehouse.home import Home
from warehouse.ledger import Receipt, append_receipt
from warehouse.parts import write_parts
from warehouse.schema import FACTS, Table, spans_of

WORLDS, DAYS, OUTLETS = 500, 730, 40
WORD = re.compile(r"[^\W\d_]+")
GROUND = {"GPE", "NORP", "LOC"}
REPLICAS_PER_BATCH = 15
OWN_IDS = {
    "article_id",
    "quantity_id",
    "subset_of_quantity_id",
    "statement_id",
    "relation_id",
    "event_row_id",
    "event_id",
}

Rows = dict[str, list[dict[str, Any]]]


class Samples:
    """Rows of the sample articles by table, cut after some sentences, and the words that they are made of."""

    def __init__(self, tables: Mapping[str, pa.Table], *, sentences: int | None, kept_words: frozenset[str]) -> None:
        self.rows: Rows = {name: tables[name].to_pylist() for name in FACTS}
        if sentences:
            _cut(self.rows, sentences)
        self._kept = kept_words
        self._names = _name_words(self.rows)
        self._grounded = {r["entity_id"] for r in self.rows["entity_proposals"] if r["label"] in GROUND}
        by_length: defaultdict[int, set[str]] = defaultdict(set)
        for row in self.rows["articles"]:
            for word in WORD.findall(row["text"].lower()):
                by_length[len(word)].add(word)
        self._known = {length: sorted(words) for length, words in by_length.items()}
        self._place = {word: at for words in self._known.values() for at, word in enumerate(words)}

    @property
    def fact_count(self) -> int:
        """Facts in one replica: every row but articles, sentences and proposals of entities."""
        return sum(len(rows) for name, rows in self.rows.items() if name not in NO_FACTS)

    def replica(self, number: int) -> Rows:
        """All rows again, as of other articles."""
        texts = {r["article_id"]: self._reworded(r["text"], number) for r in self.rows["articles"]}
        return {
            name: [self._again(row, FACTS[name], texts[row["article_id"]], number) for row in rows]
            for name, rows in self.rows.items()
        }

    def _again(self, row: Mapping[str, Any], table: Table, text: str, number: int) -> dict[str, Any]:
        again = {name: self._value(name, value, number) for name, value in row.items()}
        for surface, start, end in spans_of(table):
            again[surface] = text[row[start] : row[end]] if row[start] is not None else None
        if table.name == "articles":
            again |= _article(row, text, number)
        return again

    def _value(self, name: str, value: Any, number: int) -> Any:
        if value is None:
            return None
        if name in OWN_IDS:
            return f"{value}{number:x}"
        if name.endswith("entity_id"):
            return value if value in self._grounded else f"{value}{number % WORLDS:x}"
        if name in {"canonical_name", "alias", "title"}:
            return self._reworded(value, number)
        if name.endswith("_on") or name in {"happened_to", "published_at", "published_utc_at", "updated_at"}:
            return value + timedelta(days=number % DAYS)
        return value

    def _reworded(self, text: str, number: int) -> str:
        return WORD.sub(lambda found: self._other(found[0], number), text)

    def _other(self, word: str, number: int) -> str:
        lower = word.lower()
        if lower in self._kept or len(lower) < 3 or len(word) != len(lower) or lower not in self._place:
            return word
        is_name = lower in self._names
        if is_name and self._names[lower]:
            return word
        others = self._known[len(lower)]
        seed = number % WORLDS if is_name else number
        step = hash((seed, len(lower), is_name)) % len(others)
        other = others[(self._place[lower] + step) % len(others)]
        return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


NO_FACTS = {"articles", "sentences", "entity_proposals"}


def replay(home: Home, samples: Samples, replicas: Sequence[int], *, run_id: str) -> list[Receipt]:
    """Write replicas as parts with receipts in the ledger, as workers do."""
    return [
        _write(home, samples, replicas[at : at + REPLICAS_PER_BATCH], run_id)
        for at in range(0, len(replicas), REPLICAS_PER_BATCH)
    ]


def _write(home: Home, samples: Samples, replicas: Sequence[int], run_id: str) -> Receipt:
    told = [samples.replica(number) for number in replicas]
    tables = {name: conform([row for one in told for row in one[name]], table) for name, table in FACTS.items()}
    chunk = blake2b(repr(replicas).encode(), digest_size=8).hexdigest()
    receipt = Receipt(
        batch_id=chunk,
        run_id=run_id,
        extractor="replay",
        chunk_hash=chunk,
        article_ids=tuple(tables["articles"]["article_id"].to_pylist()),
        parts=write_parts(home, tables, extractor="replay", chunk_hash=chunk),
        row_counts={name: len(table) for name, table in tables.items()},
        rejects=(),
        seconds=0.0,
    )
    append_receipt(home, receipt)
    return receipt


def _article(row: Mapping[str, Any], text: str, number: int) -> dict[str, Any]:
    outlet = f"{row['outlet']} {number % OUTLETS}" if row["outlet"] else None
    address = f"https://news.example/{row['article_id']}/{number}"
    return {
        "text": text,
        "text_hash": f"{row['text_hash']}{number:x}",
        "source_key": f"{row['source_key']}/{number}",
        "url": address,
        "canonical_url": address,
        "outlet": outlet,
        "extractor": "replay",
    }


def _name_words(rows: Rows) -> dict[str, bool]:
    """Words of names, and whether they name a place."""
    found: dict[str, bool] = {}
    for row in rows["entity_proposals"]:
        for word in WORD.findall(f"{row['canonical_name']} {row['alias']}".lower()):
            found[word] = found.get(word, False) or row["label"] in GROUND
    return found


def _cut(rows: Rows, sentences: int) -> None:
    """Keep the first sentences of every article and what is said in them."""
    ends: dict[str, int] = {}
    for row in rows["sentences"]:
        if row["sentence_no"] < sentences:
            ends[row["article_id"]] = max(ends.get(row["article_id"], 0), row["char_end"])
    for name, table in FACTS.items():
        rows[name] = [row for row in rows[name] if row.get("char_end", 0) <= ends[row["article_id"]]]
        for row in rows[name]:
            for surface, start, end in spans_of(table):
                if row[end] is not None and row[end] > ends[row["article_id"]]:
                    row[surface] = row[start] = row[end] = None
    for row in rows["articles"]:
        row["text"] = row["text"][: ends[row["article_id"]]]
        row["char_count"], row["body_start"] = len(row["text"]), min(row["body_start"], len(row["text"]))
    _drop_dangling(rows)
    used = {
        row[n] for name in FACTS if name not in NO_FACTS for row in rows[name] for n in row if n.endswith("entity_id")
    }
    rows["entity_proposals"] = [row for row in rows["entity_proposals"] if row["entity_id"] in used]


def _drop_dangling(rows: Rows) -> None:
    for column, table in (("quantity_id", "quantities"), ("statement_id", "statements"), ("event_id", "events")):
        there = {row[column] for row in rows[table]}
        for row in _all(rows):
            for name in (column, f"subset_of_{column}"):
                if row.get(name) is not None and row[name] not in there:
                    row[name] = None


def _all(rows: Rows) -> Iterator[dict[str, Any]]:
    for found in rows.values():
        yield from found
