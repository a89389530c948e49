"""What a worker process does: loads one model and one lexicon, then turns chunks of articles into parts.

Text goes in, Arrow comes out; only the receipt travels back.
"""

import gc
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import spacy
from spacy.language import Language

from flows.extractor import extractor_version
from flows.gazetteer import load_gazetteer
from flows.inbox import read_chunk
from flows.seeds import read_tables
from flows.settings import Settings
from transforms.article import Article
from transforms.document import head_spans
from transforms.extract import facts_of
from transforms.identity import digest
from transforms.lexicon import Lexicon, compile_lexicon
from transforms.parse import read
from transforms.places.gazetteer import Gazetteer
from transforms.rim import Facts, to_arrow
from warehouse.home import Home
from warehouse.ledger import Receipt
from warehouse.parts import write_parts
from warehouse.rejects import Reject, new_reject

Row = Mapping[str, Any]
LONGEST_TEXT = 10_000_000


class Reader(NamedTuple):
    """What a worker holds for its whole life."""

    nlp: Language
    lexicon: Lexicon
    extractor: str


COLLECTOR_THRESHOLDS = 100_000, 50, 1_000  # new objects; younger rounds before an older one
HELD: ContextVar[Reader] = ContextVar("reader")


def start(settings: Settings) -> None:
    """Initialise the process: model, seeds and gazetteer are read once."""
    nlp = spacy.load(settings.model)
    nlp.max_length = LONGEST_TEXT  # the readers set the limit, in characters that memory allows
    lexicon = compile_lexicon(read_tables(), Gazetteer(load_gazetteer(dump=settings.geonames)))
    HELD.set(Reader(nlp, lexicon, extractor_version(settings)))
    settle_collector()


def settle_collector() -> None:
    """Let the garbage collector pass over model and lexicon, and look only once in many articles.

    The tokens of a parse point at one another and wait for the collector, which need not come every few sentences.
    """
    gc.freeze()
    gc.set_threshold(*COLLECTOR_THRESHOLDS)


def extract_chunk(chunk_path: str, home_path: str, run_id: str) -> Receipt:
    """Parse each article of a chunk once, write its facts as parts, say what was written.

    An article that an extractor cannot read is a reject of the receipt; the others are not lost with it.
    """
    began, reader, home = perf_counter(), HELD.get(), Home(Path(home_path))
    read_rows, refused = _read_all(read_chunk(Path(chunk_path)), reader)
    chunk_hash = Path(chunk_path).stem
    tables = to_arrow(read_rows)
    parts = write_parts(home, tables, extractor=reader.extractor, chunk_hash=chunk_hash)
    return Receipt(
        batch_id=digest(reader.extractor, chunk_hash),
        run_id=run_id,
        extractor=reader.extractor,
        chunk_hash=chunk_hash,
        article_ids=tuple(row["article_id"] for row, _ in read_rows),
        parts=parts,
        row_counts={name: len(table) for name, table in tables.items()},
        rejects=tuple(refused.values()),
        seconds=perf_counter() - began,
        refused_ids=tuple(refused),
    )


def _read_all(rows: Sequence[Row], reader: Reader) -> tuple[list[tuple[Row, Facts]], dict[str, Reject]]:
    by_id = {row["article_id"]: row for row in rows}
    found: list[tuple[Row, Facts]] = []
    refused: dict[str, Reject] = {}
    for article, doc, layout in read(reader.nlp, map(article_of, rows), reader.lexicon.entities.written):
        row = by_id[article.article_id]
        try:
            facts = facts_of(article, doc, layout, reader.lexicon)
        except Exception as error:  # noqa: BLE001  one bad article must not cost its chunk
            refused[article.article_id] = _reject(row, error)
        else:
            found.append((dict(row) | {"extractor": reader.extractor}, facts))
    return found, refused


def article_of(row: Row) -> Article:
    """The article of a row of `articles`, with the spans of its head found again."""
    spans = head_spans(
        row["text"],
        body_start=row["body_start"],
        title=row["title"],
        standfirst=row["standfirst"],
        byline=row["byline"],
        dateline_place=row["dateline_place"],
    )
    return Article(
        article_id=row["article_id"],
        text=row["text"],
        body_start=row["body_start"],
        title=spans.title,
        standfirst=spans.standfirst,
        byline=spans.byline,
        date_line=spans.date_line,
        outlet=row["outlet"],
        published_at=row["published_at"],
        published_precision=row["published_precision"],
        dateline_place=row["dateline_place"],
        url=row["url"],
        language=row["language"],
    )


def _reject(row: Row, error: Exception) -> Reject:
    reason = f"The extractors failed on this article ({type(error).__name__}: {error}); report it with its text."
    return new_reject(
        "extract", source_uri=row["source_uri"], source_key=row["source_key"], reason=reason, payload=row["text"]
    )
