"""What linking looks at besides the names themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from transforms.article import Article, Layout
from transforms.entities.lexicon import EntityLexicon
from transforms.places.gazetteer import Gazetteer


@dataclass(frozen=True)
class Context:
    """A parsed article's text and layout, the country it mostly tells of, and what is known of the world."""

    text: str
    article: Article
    layout: Layout
    lexicon: EntityLexicon
    gazetteer: Gazetteer
    main_country: str | None = None
    lands_elsewhere: Mapping[str, str] = field(default_factory=dict)  # "Georgia" -> USA, where the state is meant
