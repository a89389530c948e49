"""Roles and other links that an article states, as rows over the words that state them."""

from collections.abc import Iterator

from spacy.tokens import Doc

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.entities.lexicon import EntityLexicon
from transforms.facts import Relation


def find_relations(
    doc: Doc, article: Article, layout: Layout, cast: Cast, lexicon: EntityLexicon
) -> Iterator[Relation]:
    """One row for each stated link."""
    yield from ()
