"""The cast of an article: its mentions, and the entities that they mean."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from transforms.article import Article, Layout
from transforms.cast import Cast, Entity
from transforms.entities.labels import label_names
from transforms.entities.lexicon import EntityLexicon
from transforms.entities.linking import Context, link_names
from transforms.entities.spans import find_spans
from transforms.facts import EntityProposal, Mention
from transforms.places.gazetteer import Gazetteer


def find_cast(doc: Doc, article: Article, layout: Layout, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Cast:
    """Names, nominals and pronouns of a parsed article with the entities behind them."""
    text = doc.text
    names = label_names(find_spans(doc, article, lexicon), text, lexicon, gazetteer)
    linked = link_names(names, Context(text, article, lexicon, gazetteer))
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    for name, entity in zip(names, linked, strict=True):
        entity_id = entity.entity_id if entity else None
        mentions.append(Mention(layout.number(name.start), name.start, name.end, name.label, "name", entity_id))
        if entity:
            entities.setdefault(entity.entity_id, entity)
    return Cast(mentions, entities)


def proposals(cast: Cast, article: Article) -> Iterator[EntityProposal]:
    """One row for each name under which the article mentions an entity."""
    forms: Counter[tuple[str, str]] = Counter()
    for mention in cast.mentions:
        if mention.entity_id in cast.entities and mention.form == "name":
            forms[mention.entity_id, article.text[mention.char_start : mention.char_end]] += 1
    unnamed = {m.entity_id for m in cast.mentions if m.entity_id} - {entity_id for entity_id, _ in forms}
    for (entity_id, alias), count in sorted(forms.items()):
        yield _proposal(cast.entities[entity_id], alias, count)
    for entity_id in sorted(unnamed & set(cast.entities)):
        yield _proposal(cast.entities[entity_id], cast.entities[entity_id].canonical_name, 0)


def _proposal(entity: Entity, alias: str, count: int) -> EntityProposal:
    return EntityProposal(
        entity.entity_id,
        entity.label,
        entity.kind,
        entity.canonical_name,
        alias,
        entity.country_code,
        entity.geonames_id,
        entity.wikidata_id,
        count,
    )
