"""Roles and other links that an article states, as rows over the words that state them."""

from collections.abc import Iterator

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.entities.lexicon import EntityLexicon
from transforms.facts import Relation
from transforms.parsed import Doc
from transforms.relations.links import find_links
from transforms.relations.offices import find_offices
from transforms.relations.parts import find_parts
from transforms.relations.persons import find_persons
from transforms.relations.setting import Setting


def find_relations(
    doc: Doc, article: Article, layout: Layout, cast: Cast, lexicon: EntityLexicon
) -> Iterator[Relation]:
    """One row for each stated link, none twice."""
    setting = Setting(doc, doc.text, article, layout, cast, lexicon)
    seen: set[str] = set()
    for relation in (*find_offices(setting), *find_parts(setting), *find_links(setting), *find_persons(setting)):
        if relation.relation_id not in seen:
            seen.add(relation.relation_id)
            yield relation
