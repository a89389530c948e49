"""What every finder of relations looks at, and how it writes a row."""

from dataclasses import dataclass

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.entities.lexicon import EntityLexicon
from transforms.facts import Relation
from transforms.identity import row_id
from transforms.parsed import Doc


@dataclass(frozen=True)
class Setting:
    """A parsed article and who is on stage."""

    doc: Doc
    text: str
    article: Article
    layout: Layout
    cast: Cast
    lexicon: EntityLexicon

    def row(self, start: int, end: int, relation: str, subject: str | None, thing: str | None = None) -> Relation:
        """A relation stated by the words of a span, between two entities."""
        made = row_id(self.article.article_id, "relations", start, end, (relation, subject, thing))
        return Relation(
            made, self.layout.number(start), start, end, relation, subject_entity_id=subject, object_entity_id=thing
        )
