"""One model and one lexicon for all tests of the extractors; texts are read as a worker reads them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import pytest
import spacy
from spacy.language import Language

from flows.gazetteer import load_gazetteer
from flows.seeds import read_tables
from flows.settings import DEFAULT_MODEL
from transforms.article import Article
from transforms.extract import facts_of
from transforms.facts import Span
from transforms.lexicon import Lexicon, compile_lexicon
from transforms.parse import read
from transforms.places.gazetteer import Gazetteer
from transforms.rim import filled
from warehouse.schema import FACTS

Row = dict[str, Any]
Facts = dict[str, list[Row]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return compile_lexicon(read_tables(), Gazetteer(load_gazetteer()))


@pytest.fixture(scope="session")
def facts(nlp: Language, lexicon: Lexicon) -> Callable[..., Facts]:
    """Rows by table of a text, published on a Friday, 7 January 2022, with their surfaces filled."""

    def rows_of(
        text: str,
        published: str | None = "2022-01-07",
        outlet: str | None = None,
        article_id: str = "a",
        title: Span | None = None,
    ) -> Facts:
        day = datetime.fromisoformat(published) if published else None
        article = Article(article_id=article_id, text=text, published_at=day, outlet=outlet, title=title)
        ((_, doc, layout),) = read(nlp, [article], lexicon.entities.written)
        found: dict[str, Sequence[Any]] = facts_of(article, doc, layout, lexicon)
        return {
            name: list(filled(FACTS[name], {"article_id": article_id, "text": text}, rows))
            for name, rows in found.items()
        }

    return rows_of
