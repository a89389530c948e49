"""What Dateline adds to spaCy: processor seconds of each step as a share of the bare parse of the same texts.

    python benchmarks/extractors.py [ARTICLES ...]        the sample articles, and every source that is given

The measure is `nlp.pipe` over the plain texts with the model's own settings. Beside it stand all that a run does to
an article between its text and its Arrow tables: `reading` (capitals, line breaks and sentence starts before the
parse, the shared view of it and the sentences after it), each extractor, `links` among the facts, and `arrow`.
One process with one thread; parse and steps alternate batch by batch, so that whatever else the machine does falls
on both. A figure is the median over the passes; seconds are processor time, which other processes do not add to.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc as Parse

from flows.gazetteer import load_gazetteer
from flows.identity import article_row
from flows.readers import read_source
from flows.seeds import read_tables
from flows.settings import DEFAULT_MODEL
from flows.worker import article_of, settle_collector
from transforms.article import Article, Layout
from transforms.entities.extract import find_cast, proposals
from transforms.events.extract import Scene, find_events
from transforms.events.participants import whole_spans
from transforms.lexicon import Lexicon, compile_lexicon
from transforms.links import link
from transforms.parse import prepare, sentences
from transforms.parsed import Doc
from transforms.places.extract import find_places
from transforms.places.gazetteer import Gazetteer
from transforms.quantities.extract import find_quantities
from transforms.relations.extract import find_relations
from transforms.rim import to_arrow
from transforms.statements.extract import find_statements
from transforms.times.extract import find_times
from transforms.unread_numbers import find_unread
from warehouse.rejects import Reject
from warehouse.shipped import shipped

PASSES = 5
BATCH = 32
NUMBERS = ("times", "quantities")
STEPS = (
    "reading",
    "entities",
    "times",
    "places",
    "quantities",
    "statements",
    "events",
    "relations",
    "unread",
    "links",
    "arrow",
)
Row = dict[str, Any]
T = TypeVar("T")


class Corpus(NamedTuple):
    """The articles of a source, with the parse that the extractors read."""

    name: str
    rows: Sequence[Row]
    articles: Sequence[Article]
    parses: Sequence[Parse]


class Clock:
    """Processor seconds by name."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def time(self, name: str, step: Callable[[], T]) -> T:
        """The result of a step, its seconds added to its name."""
        began = process_time()
        result = step()
        self.spent[name] += process_time() - began
        return result


def main() -> None:
    """Print the table of shares, a column for each source."""
    nlp = spacy.load(DEFAULT_MODEL)
    lexicon = compile_lexicon(read_tables(), Gazetteer(load_gazetteer()))
    sources = [str(shipped("seeds") / "articles"), *_sources()]
    corpora = [_corpus(source, nlp, lexicon) for source in sources]
    settle_collector()
    passes = [[_pass(corpus, nlp, lexicon) for corpus in corpora] for _ in range(PASSES)]
    for corpus, *found in zip(corpora, *passes, strict=True):
        tokens, parse = sum(map(len, corpus.parses)), median(spent["parse"] for spent in found)
        print(f"{corpus.name}: {len(corpus.rows)} articles, {tokens} tokens, bare parse {parse:.2f} s")
    print("\n% of the bare parse".ljust(20), *(corpus.name.split(".")[0][:16].rjust(17) for corpus in corpora))
    for label, steps in [*((step, (step,)) for step in STEPS), (" + ".join(NUMBERS), NUMBERS), ("all", STEPS)]:
        shares = (median(_share(spent, steps) for spent in column) for column in zip(*passes, strict=True))
        print(label.ljust(19), *(f"{share:17.1f}" for share in shares))


def _sources() -> list[str]:
    """The sources of the command line; a missing file or folder ends it with one sentence."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", help="further sources, as `dateline run` takes them")
    sources: list[str] = parser.parse_args().articles
    for source in sources:
        if "://" not in source and not Path(source).exists():
            parser.error(f"There is no file or folder {source}; give a source that `dateline run` can read.")
    return sources


def _share(spent: Counter[str], steps: Sequence[str]) -> float:
    return 100 * sum(spent[step] for step in steps) / spent["parse"]


def _corpus(source: str, nlp: Language, lexicon: Lexicon) -> Corpus:
    rows = list(_rows(source))
    articles = [article_of(row) for row in rows]
    parses = list(nlp.pipe(prepare(nlp, article, lexicon.entities.written) for article in articles))
    return Corpus(Path(source).name, rows, articles, parses)


def _rows(source: str) -> Iterator[Row]:
    for record in read_source(source):
        if not isinstance(record, Reject):
            yield dict(article_row(record, ingested_at=datetime(2022, 1, 7))) | {"extractor": "benchmark"}


def _pass(corpus: Corpus, nlp: Language, lexicon: Lexicon) -> Counter[str]:
    """Seconds of the parse and of each step over a corpus."""
    clock = Clock()
    found: list[tuple[Row, dict[str, Sequence[Any]]]] = []
    articles = list(zip(corpus.rows, corpus.articles, corpus.parses, strict=True))
    for at in range(0, len(articles), BATCH):
        batch = articles[at : at + BATCH]
        texts = [row["text"] for row, _, _ in batch]
        clock.time("parse", lambda: list(nlp.pipe(texts)))  # noqa: B023
        clock.time("tokenise", lambda: [nlp.make_doc(text) for text in texts])  # noqa: B023
        for row, article, parse in batch:
            clock.time("reading", lambda: prepare(nlp, article, lexicon.entities.written))  # noqa: B023
            doc = clock.time("reading", lambda: Doc(parse))  # noqa: B023
            layout = clock.time("reading", lambda: Layout(list(sentences(doc, article))))  # noqa: B023
            found.append((row, _facts(article, doc, layout, lexicon, clock)))
    clock.time("arrow", lambda: to_arrow(found))
    clock.spent["reading"] -= clock.spent["tokenise"]  # the bare parse cuts the text into tokens too
    return clock.spent


def _facts(article: Article, doc: Doc, layout: Layout, lexicon: Lexicon, clock: Clock) -> dict[str, Sequence[Any]]:
    """The facts of an article, each extractor on the clock, in the order in which they need one another."""
    place, labels = (doc, article, layout), lexicon.quantities.labels
    cast = clock.time("entities", lambda: find_cast(*place, lexicon.entities, lexicon.gazetteer))
    times = clock.time("times", lambda: list(find_times(*place, lexicon.times)))
    places = clock.time("places", lambda: list(find_places(*place, cast, lexicon.gazetteer, lexicon.entities.words)))
    numbers = clock.time("quantities", lambda: list(find_quantities(*place, cast, times, lexicon.quantities)))
    told = clock.time("statements", lambda: list(find_statements(*place, cast, times, lexicon.statements)))
    scene = clock.time("events", lambda: Scene(article, layout, cast, told, whole_spans(numbers), lexicon.events))
    events = clock.time("events", lambda: list(find_events(doc, scene, times)))
    relations = clock.time("relations", lambda: list(find_relations(*place, cast, lexicon.entities)))
    unread = clock.time(
        "unread", lambda: list(find_unread(article.text, layout, cast.mentions, times, numbers, labels))
    )
    numbers, events = clock.time("links", lambda: link(numbers, told, events, places))
    named = clock.time("entities", lambda: list(proposals(cast, article)))
    return {
        "sentences": layout.sentences,
        "mentions": cast.mentions,
        "entity_proposals": named,
        "times": times,
        "unread_numbers": unread,
        "places": places,
        "quantities": numbers,
        "statements": told,
        "events": events,
        "relations": relations,
    }


if __name__ == "__main__":
    main()
