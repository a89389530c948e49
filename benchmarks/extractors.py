"""What the extractors cost beside the parse: seconds of each as a share of spaCy's, measured in one run.

    python benchmarks/extractors.py [ARTICLES.jsonl]        default: the sample articles

Each figure is the best of three passes over the same parsed articles, in one process with one thread.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import spacy

from flows.gazetteer import load_gazetteer
from flows.identity import article_row
from flows.readers import read_source
from flows.seeds import read_tables
from flows.settings import DEFAULT_MODEL
from flows.worker import article_of
from transforms.entities.extract import find_cast
from transforms.events.extract import Scene, find_events
from transforms.events.participants import whole_spans
from transforms.lexicon import compile_lexicon
from transforms.parse import read
from transforms.places.extract import find_places
from transforms.places.gazetteer import Gazetteer
from transforms.quantities.extract import find_quantities
from transforms.relations.extract import find_relations
from transforms.statements.extract import find_statements
from transforms.times.extract import find_times
from warehouse.rejects import Reject
from warehouse.shipped import shipped

PASSES = 3


def main() -> None:
    """Print the table of shares."""
    source = sys.argv[1] if len(sys.argv) > 1 else str(shipped("seeds") / "articles")
    articles = list(_articles(source))
    nlp = spacy.load(DEFAULT_MODEL)
    lexicon = compile_lexicon(read_tables(), Gazetteer(load_gazetteer()))
    names = lexicon.entities.written
    parsed = list(read(nlp, articles, names))
    parse_seconds = min(_seconds(lambda: list(read(nlp, articles, names))) for _ in range(PASSES))
    print(f"{len(articles)} articles, {sum(len(doc) for _, doc, _ in parsed)} tokens, parse {parse_seconds:.2f} s")
    best: dict[str, float] = {}
    for _ in range(PASSES):
        for name, seconds in _pass(parsed, lexicon).items():
            best[name] = min(seconds, best.get(name, seconds))
    for name, seconds in {**best, "all": sum(best.values())}.items():
        print(f"{name:<12} {seconds:7.3f} s  {100 * seconds / parse_seconds:6.1f} % of the parse")


def _articles(source: str) -> Any:
    from datetime import datetime

    for record in read_source(source):
        if not isinstance(record, Reject):
            yield article_of(article_row(record, ingested_at=datetime(2022, 1, 7)))


def _seconds(step: Callable[[], object]) -> float:
    began = perf_counter()
    step()
    return perf_counter() - began


def _pass(parsed: list[Any], lexicon: Any) -> dict[str, float]:
    """Seconds of each extractor over all articles, in the order in which they need one another."""
    spent: dict[str, float] = {}

    def timed(name: str, step: Callable[[], Any]) -> Any:
        began = perf_counter()
        result = step()
        spent[name] = spent.get(name, 0.0) + perf_counter() - began
        return result

    for article, doc, layout in parsed:
        place = (doc, article, layout)
        cast = timed("entities", lambda: find_cast(*place, lexicon.entities, lexicon.gazetteer))  # noqa: B023
        times = timed("times", lambda: list(find_times(*place, lexicon.times)))  # noqa: B023
        timed("places", lambda: list(find_places(*place, cast, lexicon.gazetteer, lexicon.entities.words)))  # noqa: B023
        numbers = timed("quantities", lambda: list(find_quantities(*place, cast, times, lexicon.quantities)))  # noqa: B023
        told = timed("statements", lambda: list(find_statements(*place, cast, times, lexicon.statements)))  # noqa: B023
        scene = Scene(article, layout, cast, told, whole_spans(numbers), lexicon.events)
        timed("events", lambda: list(find_events(doc, scene, times)))  # noqa: B023
        timed("relations", lambda: list(find_relations(*place, cast, lexicon.entities)))  # noqa: B023
    return spent


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    main()
