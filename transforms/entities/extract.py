"""The cast of an article: its mentions, and the entities that they mean."""

from collections import Counter
from collections.abc import Iterator, Sequence

from transforms.article import Article, Layout
from transforms.cast import Cast, Entity
from transforms.entities.anaphors import find_anaphors, find_holders
from transforms.entities.context import Context
from transforms.entities.joining import join_bodies
from transforms.entities.labels import label_names
from transforms.entities.lexicon import EntityLexicon
from transforms.entities.linking import link_names
from transforms.entities.nominals import find_nominals
from transforms.entities.pronouns import find_pronouns
from transforms.entities.roles import find_roles
from transforms.entities.spans import find_spans
from transforms.entities.standing import Stage, Stand
from transforms.facts import EntityProposal, Mention
from transforms.parsed import Doc
from transforms.places.gazetteer import Gazetteer


def find_cast(doc: Doc, article: Article, layout: Layout, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Cast:
    """Names, nominals and pronouns of a parsed article with the entities behind them."""
    text = doc.text
    spans = find_spans(doc, text, article.byline, lexicon, gazetteer)
    names = join_bodies(label_names(spans, text, lexicon, gazetteer), text)
    linked = link_names(names, Context(text, article, layout, lexicon, gazetteer))
    roles = list(find_roles(names, text, lexicon))
    stage = Stage(doc, doc.tokens, text, article, layout, lexicon, names, linked, roles)
    stands = [Stand(n.start, n.end, n.label, "name", e) for n, e in zip(names, linked, strict=True)]
    anaphors = [*find_anaphors(stage), *find_holders(stage)]
    stands += [*anaphors, *find_nominals(stage, anaphors), *find_pronouns(stage, anaphors)]
    entities = {s.entity.entity_id: s.entity for s in reversed(stands) if s.entity}
    return Cast(_mentions(stands, layout), entities)


def _mentions(stands: Sequence[Stand], layout: Layout) -> Iterator[Mention]:
    """One mention for each span, the first found."""
    seen: set[tuple[int, int]] = set()
    for stand in stands:
        if (stand.start, stand.end) not in seen:
            seen.add((stand.start, stand.end))
            entity_id = stand.entity.entity_id if stand.entity else None
            yield Mention(layout.number(stand.start), stand.start, stand.end, stand.label, stand.form, entity_id)


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
